"""Reading one report from its first word to its last: each phrase is described, then given to the actor that it means."""

from dataclasses import replace

from dateline.model.base import Span
from dateline.parse.tree import Sentence, Token
from dateline.stages.actors.coreference import FIRST, PRONOUNS, resolve_definite, resolve_pronoun, resolve_speaker, sides
from dateline.stages.actors.describe import of_country, of_entry, read_phrase
from dateline.stages.actors.metonyms import stands_for_government
from dateline.stages.actors.noun_phrases import SKIPPED_PARTS, Chunker, Phrase
from dateline.stages.actors.origins import context_origin, is_prefix
from dateline.stages.actors.persons import name_parts, same_person
from dateline.stages.actors.registry import Cluster, Place, Registry
from dateline.stages.actors.scan import Hit
from dateline.stages.actors.sketch import Origin, Sketch
from dateline.stages.actors.view import View

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NEVER = frozenset({"made", "born", "speaking", "style", "language", "era", "designed", "built", "trained", "educated"})
_CONTEXT_KINDS = frozenset({"government", "office", "organisation", "armed-group", "population", "person"})
_SPEAKING = frozenset({"say", "tell", "add", "announce", "claim", "declare", "warn", "argue", "write"})


class Reader:
    """Holds what is known while one report is read; made anew for each report."""

    def __init__(self, view: View) -> None:
        """Begin a report."""
        self.view = view
        self.document = view.document
        self.registry = Registry()
        self.chunker = Chunker(view.document, view.hits, view.patterns.nouns, _generic(view), view.patterns.states.government)
        self.covered: set[int] = set()

    def read(self) -> list[Cluster]:
        """Return the actors of the report with their mentions."""
        for sentence in self.document.sentences:
            if sentence.part not in SKIPPED_PARTS:
                self._sentence(sentence)
        return self.registry.clusters

    def _sentence(self, sentence: Sentence) -> None:
        phrases = list(self.chunker.phrases(sentence))
        pronouns = [t for t in self.document.tokens_of(sentence) if t.lower in PRONOUNS and t.pos in ("PRON", "DET")]
        items: list[tuple[int, Phrase | Token]] = [(p.head, p) for p in phrases] + [(t.i, t) for t in pronouns]
        for _, item in sorted(items, key=lambda pair: pair[0]):
            if isinstance(item, Token):
                self._pronoun(item, sentence)
            else:
                self._phrase(item, sentence)
        self._sweep(sentence)
        self._speakers(sentence)

    # ------------------------------------------------------------------------------------------------ pronouns
    def _pronoun(self, token: Token, sentence: Sentence) -> None:
        for cluster in resolve_pronoun(self.document, self.registry, token, acted_on=self.view.patterns.metonyms.object_verbs):
            self.registry.mention(cluster, self._place(token, (token.start, token.end), sentence), "pronoun")
            if cluster.animate and cluster.gender is None and token.lower in ("he", "him", "his", "she", "her"):
                cluster.gender = "f" if token.lower in ("she", "her") else "m"

    def _speakers(self, sentence: Sentence) -> None:
        """Give "I" and "we" to who speaks; done last, since the speaker often follows the quotation."""
        for token in self.document.tokens_of(sentence):
            if token.lower in FIRST and token.pos in ("PRON", "DET"):
                for cluster in resolve_speaker(self.document, self.registry, token):
                    cluster.quoted.append(((token.start, token.end), token.i, "pronoun"))

    # ------------------------------------------------------------------------------------------------ phrases
    def _phrase(self, phrase: Phrase, sentence: Sentence) -> None:
        pair = self._sides(phrase, sentence)
        place = self._place(self.view.token(phrase.head), self.view.span(phrase.first, phrase.last), sentence)
        if pair:
            for cluster in pair:
                self.registry.mention(cluster, place, "description")
            self._cover(phrase)
            return
        sketches = read_phrase(self.view, phrase, self)
        if self._predicate(phrase, sketches, place):
            return
        for sketch in sketches:
            self._settle(phrase, sketch, place, sentence)
        if sketches:
            self._cover(phrase, whole=sketches[0].kind != "country")

    def _cover(self, phrase: Phrase, *, whole: bool = True) -> None:
        """Mark the tokens that the phrase has used up; who backs or opposes somebody is left to be an actor."""
        first, last = (phrase.first, phrase.last) if whole or phrase.hit is None else (phrase.hit.first, phrase.hit.last)
        spared = {i for h in phrase.before if is_prefix(self.view, h) for i in range(h.first, h.last)}
        self.covered.update(i for i in range(first, last) if i not in spared)

    def _predicate(self, phrase: Phrase, sketches: tuple[Sketch, ...], place: Place) -> bool:
        """Read "is the president of Togo" as said of the subject; a bare predicate is nobody else."""
        token = self.view.token(phrase.head)
        if token.dep not in ("attr", "oprd") or len(sketches) != 1 or sketches[0].form != "description":
            return False
        subject = self.document.child(self.document.head(token), "nsubj", "nsubjpass")
        if subject is None or subject.lower in ("there", "it", "this", "that"):
            return False
        if phrase.definite or sketches[0].office:
            for cluster in self.registry.by_head.get(subject.i, ()):
                if _same_kind(cluster, sketches[0]):
                    self.registry.join(cluster, sketches[0])
                    self.registry.mention(cluster, place, "description")
        self._cover(phrase)
        return True

    def _settle(self, phrase: Phrase, sketch: Sketch, place: Place, sentence: Sentence) -> None:
        """Give a described phrase to the actor that it means: in apposition, pointing back, in office, or new."""
        cluster = self._apposed(phrase, sketch) or self._referent(phrase, sketch, sentence)
        if cluster is not None:
            self.registry.join(cluster, sketch)
            self.registry.mention(cluster, place, sketch.form)
            return
        if sketch.rule == "noun/country" and not sketch.plural:
            return
        self.registry.add(self._placed(self._holder(sketch), sentence), place)

    def _referent(self, phrase: Phrase, sketch: Sketch, sentence: Sentence) -> Cluster | None:
        if sketch.names and sketch.key is not None and phrase.name and phrase.name[1] - phrase.name[0] == 1 and sketch.key not in self.registry.by_key:
            surname = name_parts(self.view.words(*phrase.name))
            return self.registry.person(replace(sketch, names=surname, key=None))
        if not sketch.refers or (sketch.key is not None and sketch.key in self.registry.by_key) or sketch.names:
            return None
        return resolve_definite(
            self.registry, phrase, sketch, self.view.patterns.reference, sentence=sentence.index, singular=self._singular
        )

    def _singular(self, lemma: str) -> str:
        return lemma

    def _holder(self, sketch: Sketch) -> Sketch:
        """Name the person who holds an office on the day of the report, where the tables know."""
        if not (sketch.office and sketch.country and sketch.person) or sketch.names or sketch.rule.startswith("actors/"):
            return sketch
        entry = self.view.actors.offices(sketch.office, sketch.country, self.view.on)
        if entry is None or not sketch.refers and not sketch.evidence.get("country"):
            return sketch
        known = of_entry(entry, form=sketch.form, confidence=min(0.85, sketch.confidence))
        return replace(known, lemma=sketch.lemma, refers=True, evidence={**known.evidence, **sketch.evidence}, names=name_parts(entry.name))

    def _placed(self, sketch: Sketch, sentence: Sentence) -> Sketch:
        """Fill a country that the phrase leaves open from the places of the sentence or from the report."""
        if sketch.country or sketch.kind not in _CONTEXT_KINDS or sketch.form == "name" or (sketch.kind == "person" and not sketch.sectors):
            return sketch
        local = sketch.kind in ("population", "person") and not sketch.plural
        origin = self._scene(sentence) or (None if local and "GOV" not in sketch.sectors else context_origin(self.view))
        placed = sketch.at(origin)
        if origin is None or sketch.key is not None:
            return placed
        if sketch.plural or sketch.kind in ("government", "organisation"):
            placed = self._keyed(placed)
        return placed

    def _keyed(self, sketch: Sketch) -> Sketch:
        states = self.view.patterns.states
        if not sketch.refers or not sketch.country:
            return sketch
        if sketch.lemma in states.government and sketch.country in self.view.countries.names:
            return replace(sketch, key=("country", sketch.country), name=self.view.countries.names[sketch.country], kind="country")
        if sketch.lemma in states.forces:
            return replace(sketch, key=("forces", sketch.country))
        return replace(sketch, key=("described", sketch.lemma, sketch.country, ""))

    def _scene(self, sentence: Sentence) -> Origin | None:
        """Return the country where the sentence plays, if its places tell of one only."""
        found: dict[str, Span] = {}
        for token in self.document.tokens_of(sentence):
            hit = self.view.hits[token.i]
            code = self.view.places.get(token.start)
            if code is None and hit is not None and hit.forms and token.dep == "pobj":
                inside = self.document.head(token).lower in self.view.patterns.metonyms.locatives
                code = hit.forms[0].code if inside or (hit.place and token.i not in self.covered) else None
            if code is not None:
                found.setdefault(code, (token.start, token.end))
        if len(found) != 1:
            return None
        (code, span), = found.items()
        return Origin(code=code, spans=(span,), rule="context/scene", confidence=0.65)

    # ------------------------------------------------------------------------------------------------ what is known
    def person(self, names: tuple[str, ...]) -> bool:
        """Tell whether a person of this name was named before."""
        return any(c.animate and c.sketch.names and same_person(names, c.sketch.names) for c in self.registry.clusters)

    def entry(self, key: str) -> bool:
        """Tell whether this row of the actor tables was named before."""
        return ("entry", key) in self.registry.by_key

    def country_named(self, name: str) -> str | None:
        """Return the country of an organisation that goes by this name or acronym in the report."""
        cluster = self.registry.by_key.get(("org", name))
        return cluster.sketch.country if cluster else None

    def country_at(self, head: int) -> Origin | None:
        """Return the country of the actor whose mention has this token as its head."""
        for cluster in self.registry.by_head.get(head, ()):
            if cluster.sketch.country:
                span = next(s for s, h, _ in reversed(cluster.mentions) if h == head)
                return Origin(code=cluster.sketch.country, spans=(span,), rule="possessor", confidence=0.88, label=cluster.sketch.name)
        return None

    # ------------------------------------------------------------------------------------------------ apposition, groups
    def _apposed(self, phrase: Phrase, sketch: Sketch) -> Cluster | None:
        token = self.view.token(phrase.head)
        other = token.head if token.dep == "appos" else self._title_before_of(phrase, token)
        if other is None:
            return None
        for cluster in self.registry.by_head.get(other, ()):
            if _same_kind(cluster, sketch):
                return cluster
        return None

    def _title_before_of(self, phrase: Phrase, token: Token) -> int | None:
        """Read "the Speaker of the House Ada Obi": the name closes what hangs on "of", but is that of the speaker."""
        if token.dep != "pobj" or not phrase.name or not (phrase.before or phrase.name[0] > phrase.first + 1) or token.ent != "PERSON":
            return None
        prep = self.document.head(token)
        return prep.head if prep.lower == "of" else None

    def _sides(self, phrase: Phrase, sentence: Sentence) -> tuple[Cluster, ...]:
        token = self.view.token(phrase.core)
        two = phrase.determiner == "both" or any(c.lower in ("two", "both") for c in self.document.children(token) if c.i < token.i)
        start = self.view.token(phrase.first).lower
        two = two or start == "both"
        if not two or token.lemma not in self.view.patterns.reference.sides or phrase.before or (phrase.name and phrase.name[0] > phrase.core):
            return ()
        if phrase.determiner is None and start != "both" or phrase.links:
            return ()
        office = phrase.hit.agent.office if phrase.hit and phrase.hit.agent else None
        human = office is not None or token.lemma in ("leader", "man", "president", "minister")

        def accept(cluster: Cluster) -> bool:
            if token.lemma == "capital":
                return cluster.sketch.kind == "country" and cluster.mentions[-1][2] == "metonym"
            if human:
                return cluster.animate and (office is None or cluster.sketch.office in (office, None))
            kinds = ("country",) if token.lemma not in ("side", "party", "foe", "rival", "ally") else ("country", "organisation", "armed-group", "government")
            return cluster.sketch.kind in kinds

        return sides(self.registry, sentence=sentence.index, head=phrase.head, accept=accept)

    # ------------------------------------------------------------------------------------------------ the rest
    def _sweep(self, sentence: Sentence) -> None:
        """Take up names that no phrase used: nationalities and names that modify other nouns ("Ukrainian strikes")."""
        last: Hit | None = None
        for i in range(sentence.first, sentence.last):
            hit = self.view.hits[i]
            if hit is None or hit is last:
                continue
            last = hit
            if i in self.covered or not (hit.forms or hit.entries) or self._fixed(hit):
                continue
            sketch = self._bare(hit)
            if sketch is not None:
                token = self.view.token(hit.last - 1)
                self.registry.add(sketch, self._place(token, self.view.span(hit.first, hit.last), sentence))

    def _bare(self, hit: Hit) -> Sketch | None:
        if hit.entries and not (hit.forms and hit.forms[0].kind != "capital"):
            entry = hit.entries[0]
            names = name_parts(entry.name) if entry.kind == "person" else ()
            return replace(of_entry(entry, form="name", confidence=0.85), names=names)
        kind = hit.forms[0].kind
        if kind == "capital":
            token = self.view.token(hit.last - 1)
            acts = stands_for_government(self.document, token, self.view.patterns.metonyms)
            return of_country(self.view, hit, form="metonym") if acts else None
        form = {"seat": "metonym", "name": "name", "abbreviation": "name"}.get(kind, "demonym")
        return of_country(self.view, hit, form=form)  # type: ignore[arg-type]

    def _fixed(self, hit: Hit) -> bool:
        """Tell whether a nationality is only part of a word: "Russian-made", "in French"."""
        tokens = self.document.tokens
        if tokens[hit.first].ent in ("LANGUAGE", "WORK_OF_ART"):
            return True
        return hit.last + 1 < len(tokens) and tokens[hit.last].text in ("-", "–") and tokens[hit.last + 1].lower in _NEVER

    def _place(self, token: Token, span: Span, sentence: Sentence) -> Place:
        head = self.document.head(token)
        subject = token.dep in _SUBJECTS
        return Place(span=span, head=token.i, sentence=sentence.index, subject=subject, speaker=subject and head.lemma in _SPEAKING)


def _generic(view: View) -> frozenset[str]:
    words = view.patterns.reference
    return words.sides | words.country | words.group


def _same_kind(cluster: Cluster, sketch: Sketch) -> bool:
    known = cluster.sketch
    if known.person or sketch.person:
        return known.person and sketch.person and not (known.names and sketch.names and known.names[-1] != sketch.names[-1])
    if "country" in (known.kind, sketch.kind) or known.plural != sketch.plural:
        return False
    acronym = sketch.name.isupper() and len(sketch.name) <= 8
    return acronym or (known.form == "description") != (sketch.form == "description")
