"""The actors found so far in one report, and what later phrases may refer back to."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.draft import MentionForm
from dateline.lexicon.tables import fold
from dateline.model.base import Span
from dateline.stages.actors.known.persons import SURNAME_FIRST, same_person
from dateline.stages.actors.known.sketch import FORMER, Gender, Key, Sketch


@dataclass(slots=True)
class Cluster:
    """One actor while the report is read; ``seen`` is its last token, ``subject`` whether it was a subject there."""

    sketch: Sketch
    number: int
    keys: set[Key] = field(default_factory=set)
    lemmas: set[str] = field(default_factory=set)
    mentions: list[tuple[Span, int, MentionForm]] = field(default_factory=list)
    quoted: list[tuple[Span, int, MentionForm]] = field(default_factory=list)
    acts: bool = False
    """Whether some mention is more than the name of a country where something happens."""
    gender: Gender | None = None
    seen: int = -1
    sentence: int = -1
    subject: bool = False
    speaker: bool = False

    @property
    def animate(self) -> bool:
        """Tell whether this is one human being."""
        return self.sketch.person

    @property
    def plural(self) -> bool:
        """Tell whether this is a plural."""
        return self.sketch.plural


@dataclass(slots=True)
class Place:
    """Where a mention stands."""

    span: Span
    head: int
    sentence: int
    subject: bool = False
    speaker: bool = False
    scene: bool = False


class Registry:
    """Clusters in order of their first mention, found by key, by name and by the token of a mention."""

    def __init__(self) -> None:
        """Begin with no actor."""
        self.clusters: list[Cluster] = []
        self.by_key: dict[Key, Cluster] = {}
        self.by_head: dict[int, list[Cluster]] = {}
        self.by_end: dict[int, Cluster] = {}
        self._by_word: dict[str, dict[int, Cluster]] = {}
        """Those whose names have a word, or had it, by their place among all."""
        self._by_noun: dict[str, dict[int, Cluster]] = {}
        """Those described by a noun, by its last word and their place among all."""
        self._last_in: dict[int, dict[int, Cluster]] = {}
        """Those mentioned last in a sentence, by it and their place among all."""
        self._latest = -1

    def add(self, sketch: Sketch, place: Place) -> Cluster:
        """Give a mention to the actor with the sketch's key or name, or to a new one."""
        cluster = self.find(sketch)
        if cluster is None:
            cluster = Cluster(sketch, number=len(self.clusters))
            self.clusters.append(cluster)
        else:
            cluster.sketch = merged(cluster.sketch, sketch)
        self.learn(cluster, sketch)
        self.mention(cluster, place, sketch.form)
        return cluster

    def join(self, cluster: Cluster, sketch: Sketch) -> None:
        """Add to a cluster what another phrase says of the same actor."""
        cluster.sketch = merged(cluster.sketch, sketch)
        self.learn(cluster, sketch)

    def replace(self, cluster: Cluster, sketch: Sketch) -> None:
        """Let the report's own name stand for an office instead of the holder whom the tables know."""
        # The old keys would lead to the holder of the tables again.
        for key in cluster.keys:
            self.by_key.pop(key, None)
        cluster.keys.clear()
        known = cluster.sketch
        cluster.sketch = sketch._replace(
            country=sketch.country or known.country, sectors=sketch.sectors or known.sectors, office=known.office,
            evidence={**known.evidence, **sketch.evidence},
        )  # fmt: skip
        self._call(cluster)

    def rename(self, cluster: Cluster, sketch: Sketch) -> None:
        """Let a name mean this cluster from now on, whatever the tables say: an acronym that the report explains."""
        if sketch.key is not None:
            self.by_key[sketch.key] = cluster
            cluster.keys.add(sketch.key)

    def learn(self, cluster: Cluster, sketch: Sketch) -> None:
        """Remember by what else a cluster may be called from now on."""
        if sketch.key is not None:
            cluster.keys.add(sketch.key)
            self.by_key.setdefault(sketch.key, cluster)
        # "Union for Udava Peace" is "UUP" before any bracket says so.
        if sketch.key is not None and sketch.key[0] == "org" and (short := initials(sketch.name)):
            self.by_key.setdefault(("org", short), cluster)
        if sketch.lemma:
            cluster.lemmas.add(sketch.lemma)
            self._by_noun.setdefault(last_word(sketch.lemma), {})[cluster.number] = cluster
        cluster.gender = cluster.gender or sketch.gender
        self._call(cluster)

    def _call(self, cluster: Cluster) -> None:
        """Remember the words of a cluster's name: who shares none of them is not asked for by it."""
        sketch = cluster.sketch
        last = sketch.key[1].rsplit(" ", maxsplit=1)[-1:] if sketch.key and sketch.key[0] == "org" else []
        for word in (*sketch.names, *last):
            self._by_word.setdefault(word, {})[cluster.number] = cluster

    def named_like(self, words: Iterable[str]) -> list[Cluster]:
        """Return the clusters whose names have one of these words, or had it, in order of their first mention."""
        found = {number: c for word in words for number, c in self._by_word.get(word, {}).items()}
        return [found[number] for number in sorted(found)]

    def mention(self, cluster: Cluster, place: Place, form: MentionForm) -> None:
        """Record a mention and where it stands."""
        cluster.mentions.append((place.span, place.head, form))
        self._last_in.get(cluster.sentence, {}).pop(cluster.number, None)
        self._last_in.setdefault(place.sentence, {})[cluster.number] = cluster
        self._latest = max(self._latest, place.sentence)
        cluster.seen, cluster.sentence = place.head, place.sentence
        cluster.subject, cluster.speaker = place.subject, place.speaker
        cluster.acts = cluster.acts or not place.scene
        self.by_head.setdefault(place.head, []).append(cluster)
        self.by_end[place.span[1]] = cluster

    def since(self, sentence: int) -> list[Cluster]:
        """Return the clusters mentioned last in a sentence or after it, in order of their first mention."""
        found = {n: c for at in range(sentence, self._latest + 1) for n, c in self._last_in.get(at, {}).items()}
        return [found[n] for n in sorted(found)]

    def described_by(self, noun: str) -> list[Cluster]:
        """Return the clusters that a noun with this last word describes, in order of their first mention."""
        found = self._by_noun.get(last_word(noun), {})
        return [found[n] for n in sorted(found)]

    def together(self, cluster: Cluster) -> tuple[Cluster, ...]:
        """Return a cluster and those that its last mention names along with it."""
        span, head, _ = cluster.mentions[-1]
        # "US and UK officials" share one span.
        return tuple(c for c in self.by_head[head] if c.mentions[-1][0] == span) or (cluster,)

    def find(self, sketch: Sketch) -> Cluster | None:
        """Return the cluster that a sketch names, by key or by the name of a person."""
        if sketch.key is not None and sketch.key in self.by_key:
            return self.by_key[sketch.key]
        if sketch.key is not None and sketch.key[0] == "org":
            return self.by_key.get(("org", fold(sketch.name))) or self._fuller(sketch)
        return self.person(sketch) if sketch.names else None

    def _fuller(self, sketch: Sketch) -> Cluster | None:
        """Return the latest organisation whose name ends in this one: "the Intelligence Committee"."""
        ending = " " + fold(sketch.name)
        if not sketch.lemma:
            return None
        near = self.named_like(ending.rsplit(" ", maxsplit=1)[-1:])
        fitting = [c for c in near if c.sketch.key and c.sketch.key[0] == "org" and c.sketch.key[1].endswith(ending)]
        return max(fitting, key=lambda c: c.seen, default=None)

    def person(self, sketch: Sketch) -> Cluster | None:
        """Return the person whom a name can mean: the latest who fits in name, country and sex."""
        named = [c for c in self.named_like(sketch.names) if c.sketch.names and is_named(c.sketch, sketch.names)]
        return max((c for c in named if _agree(c, sketch)), key=lambda c: c.seen, default=None)


def is_named(known: Sketch, names: tuple[str, ...]) -> bool:
    """Tell whether words may name a person known already, by the customs of the person's country."""
    return same_person(names, known.names, surname_first=known.country in SURNAME_FIRST)


def _agree(cluster: Cluster, sketch: Sketch) -> bool:
    known = cluster.sketch
    # Two rows of the tables are two people, whatever their names.
    if known.key and sketch.key and known.key != sketch.key and "entry" == known.key[0] == sketch.key[0]:
        return False
    if len(known.names) > 1 and len(sketch.names) > 1 and known.names[-1] != sketch.names[-1]:
        return False
    if cluster.gender and sketch.gender and cluster.gender != sketch.gender:
        return False
    differ = known.country and sketch.country and known.country != sketch.country
    # "A Chadian Berg" is not the Berg of Mali, but a Berg whom only the scene made Malian may be.
    return not (differ and sketch.states_country)


_SETTLED = frozenset({"country", "region", "people"})


def merged(known: Sketch, new: Sketch) -> Sketch:
    """Join what two phrases say of one actor: a table row outranks words, the fuller name the shorter."""
    if new.key is not None and new.key == known.key and new.key[0] in _SETTLED:
        return known
    if new.key and new.key[0] == "entry" and not (known.key and known.key[0] == "entry"):
        known, new = new, known
    # "The UUP", and later "the rebel group": the description tells what the bare name did not.
    if known.bare == "organisation" and new.form == "description" and new.sectors:
        known = known._replace(kind=new.kind, sectors=new.sectors, confidence=max(known.confidence, new.confidence))
    surer = new if new.confidence > known.confidence else known
    fuller = len(new.names) > len(known.names) and not (known.key and known.key[0] == "entry")
    # "The minister", and later her name: from then on she is called by it.
    named = fuller or (known.kind == "office" and new.kind == "person")
    return known._replace(name=new.name if named else known.name, names=new.names if named else known.names,
        kind=new.kind if named else known.kind, country=known.country or new.country,
        # Who holds an office now is no former holder.
        sectors=new.sectors if known.sectors in ((), FORMER) and new.office else known.sectors or new.sectors,
        office=known.office or new.office,
        wikidata=known.wikidata or new.wikidata, gender=known.gender or new.gender, key=known.key or new.key,
        confidence=max(known.confidence, new.confidence),
        rule=surer.rule, noun=surer.noun, stands_for=surer.stands_for, bare=surer.bare,
        country_by=known.country_by or new.country_by,
        evidence={**new.evidence, **known.evidence},
    )  # fmt: skip


def last_word(noun: str) -> str:
    """Return the last word of a noun: "gunman" of "masked gunman"."""
    return noun.rpartition(" ")[2]


def initials(name: str) -> str:
    """Return the folded initials of a name of three words or more that begin with a capital; else nothing."""
    # Two capitals would be anybody's initials.
    capitals = "".join(w[0] for w in name.replace("-", " ").split() if w[0].isupper())
    return capitals.lower() if len(capitals) > 2 else ""
