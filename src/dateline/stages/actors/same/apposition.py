"""Phrases beside or after another that say who it is: appositions, predicates, "both sides"."""

from dateline.lexicon.world.patterns import load_patterns
from dateline.parse.tree import Document, Token
from dateline.stages.actors.known.sketch import Sketch
from dateline.stages.actors.known.view import ActorView
from dateline.stages.actors.phrases.noun_phrases import Phrase
from dateline.stages.actors.phrases.wording import titled_over_place
from dateline.stages.actors.same.registry import Cluster, Registry

_ACRONYM = 8
_BRACKETS = frozenset({"(", ")", "-LRB-", "-RRB-", "[", "]"})
_REACH = 2
_MOST_SIDES = 4
_LOOSE = frozenset({"npadvmod", "dep", "appos"})
_HUMAN = frozenset({"person", "office"})
_TWO = 2
_PARTY_KINDS = frozenset({"country", "organisation", "armed-group", "government"})


def apposed(view: ActorView, registry: Registry, phrase: Phrase, sketch: Sketch) -> Cluster | None:
    """Return the actor that a phrase stands in apposition to."""
    token = view.token(phrase.head)
    beside = token.dep == "appos"
    first = token.head if beside else _title_before_of(view.document, phrase, token)
    others = (first, titled_over_place(view, token) if beside else None)
    clusters = (c for other in others if other is not None for c in registry.by_head.get(other, ()))
    # Of several beside it the first of its kind: "the minister of Chad, Ada Obi" is no name of Chad.
    found = next((c for c in clusters if same_kind(c, sketch) or _holds_office(c, sketch)), None)
    return found or _between_commas(view, registry, phrase, sketch)


def _holds_office(cluster: Cluster, sketch: Sketch) -> bool:
    """Tell whether a name takes the place of the one that the tables gave to an office which no one has named yet."""
    unnamed = all(form == "description" for _, _, form in cluster.mentions)
    return bool(unnamed and cluster.sketch.person and cluster.sketch.office and sketch.person and sketch.names)


def _between_commas(view: ActorView, registry: Registry, phrase: Phrase, sketch: Sketch) -> Cluster | None:
    """Read "the leader of the Front, General Obi, in May", where the parser hangs the name on the verb."""
    # The comma before, and one or a full stop behind: set off on both sides.
    tokens, first = view.document.tokens, phrase.first
    if view.token(phrase.head).dep not in _LOOSE or not phrase.name or first < _REACH or tokens[first - 1].text != ",":
        return None
    if phrase.last >= len(tokens) or tokens[phrase.last].text not in (",", "."):
        return None
    end = tokens[first - 2].end
    before = (c for c in registry.clusters if c.mentions and c.mentions[-1][0][1] == end)
    return next((c for c in before if c.sketch.person and not c.sketch.names and same_kind(c, sketch)), None)


def explained(view: ActorView, registry: Registry, phrase: Phrase) -> Cluster | None:
    """Return the body whose acronym stands in brackets right after its name: "Union for Udava Peace (UUP)"."""
    tokens, i = view.document.tokens, phrase.head
    if not 1 < i < len(tokens) - 1 or tokens[i - 1].text not in _BRACKETS or tokens[i + 1].text not in _BRACKETS:
        return None
    cluster = registry.by_end.get(tokens[i - 2].end)
    if cluster is None or cluster.sketch.kind not in _PARTY_KINDS or not tokens[i].text.isupper():
        return None
    # "Union (UUP)": by its first letter, or as a name in full.
    return cluster if cluster.sketch.name[:1] == tokens[i].text[:1] or cluster.sketch.form == "name" else None


def _title_before_of(document: Document, phrase: Phrase, token: Token) -> int | None:
    """Read "the Speaker of the House Ada Obi": the name closes what hangs on "of", but is that of the speaker."""
    if token.dep != "pobj" or token.ent != "PERSON" or not phrase.name:
        return None
    # "The Speaker of the House Ada Obi", but "the death of Ada Obi": before the name must stand a title.
    if not phrase.before and phrase.name[0] <= phrase.first + 1:
        return None
    prep = document.head(token)
    return prep.head if prep.lower == "of" else None


def predicated(view: ActorView, registry: Registry, phrase: Phrase, sketch: Sketch) -> tuple[bool, Cluster | None]:
    """Read "is the president of Togo" as said of the subject.

    Returns:
        Whether the phrase is a predicate, and so nobody else, and the actor that it describes further.
    """
    token = view.token(phrase.head)
    if token.dep not in ("attr", "oprd") or sketch.form != "description":
        return False, None
    subject = view.document.child(view.document.head(token), "nsubj", "nsubjpass")
    # "It is the president who …", "there is a president".
    if subject is None or subject.lower in view.patterns.beside.dummies:
        return False, None
    # "Is a member of the group" tells of no one named.
    if not phrase.definite and not sketch.office:
        return True, None
    return True, next((c for c in registry.by_head.get(subject.i, ()) if same_kind(c, sketch)), None)


def same_kind(cluster: Cluster, sketch: Sketch) -> bool:
    """Tell whether a description or an acronym may belong to an actor."""
    known = cluster.sketch
    if known.person or sketch.person:
        # "Ada Obi, Jan Berg": two surnames are two people.
        clash = known.names and sketch.names and known.names[-1] != sketch.names[-1]
        return known.person and sketch.person and not clash
    # A state is told further by no noun beside it.
    if "country" in (known.kind, sketch.kind) or known.plural != sketch.plural:
        return False
    acronym = sketch.name.isupper() and len(sketch.name) <= _ACRONYM
    return acronym or (known.form == "description") != (sketch.form == "description")


def both_sides(view: ActorView, registry: Registry, phrase: Phrase, sentence: int) -> tuple[Cluster, ...]:
    """Return the actors that "both countries", "the two sides", "the leaders" stand for, in order of the text."""
    token = view.token(phrase.core)
    if token.lemma not in view.patterns.reference.sides:
        return ()
    # "Both sides of the border", "the Chadian side".
    if phrase.before or phrase.links or (phrase.name and phrase.name[0] > phrase.core):
        return ()
    office = phrase.hit.agent.office if phrase.hit and phrase.hit.agent else None
    near = [c for c in registry.since(sentence - _REACH) if c.seen < phrase.head and _can_be(c, token.lemma, office)]
    # "The two leaders" are the last two; "the leaders" all of the last that met.
    if _names_two(view, phrase):
        latest = sorted(near, key=lambda c: -c.seen)[:2]
        return _in_order(latest) if len(latest) == 2 else ()
    all_of_them = phrase.determiner == "the" and phrase.plural and not phrase.counted
    return _met(near) if all_of_them else ()


def the_two(view: ActorView, registry: Registry, token: Token, sentence: int) -> tuple[Cluster, ...]:
    """Return the two whom "both" or "the two" takes up where no noun follows: "Ada met Ben. The two agreed …"."""
    below = view.document.children(token)
    alone = token.dep in ("nsubj", "nsubjpass") and not any(c.dep in ("prep", "amod", "relcl") for c in below)
    counted = token.lower == "both" or (token.lower == "two" and any(c.lower == "the" for c in below))
    if not alone or not counted or token.pos == "NOUN":
        return ()
    near = [c for c in registry.since(sentence - _REACH) if c.seen < token.i and c.sentence < sentence]
    for kinds in (_HUMAN, _PARTY_KINDS):
        found = _met([c for c in near if c.sketch.kind in kinds and not (kinds is _HUMAN and c.plural)])
        if len(found) == _TWO:
            return found
    return ()


def _met(near: list[Cluster]) -> tuple[Cluster, ...]:
    """Return those whom the latest sentence that names several names: "Chad met Togo in Lome. The sides agreed …"."""
    for sentence in sorted({c.sentence for c in near}, reverse=True):
        named = [c for c in near if c.sentence == sentence]
        named = [c for c in named if not any(_holds(other, c) for other in named)]
        # Five or more are a crowd, and not "the sides".
        if len(named) > 1:
            return _in_order(named) if len(named) <= _MOST_SIDES else ()
    return ()


def _holds(outer: Cluster, inner: Cluster) -> bool:
    """Tell the envoys of "envoys of Sudan" from the Sudan that only says whose they are."""
    (a, b), (x, y) = outer.mentions[-1][0], inner.mentions[-1][0]
    return outer is not inner and a <= x and y <= b and (a, b) != (x, y)


def _in_order(clusters: list[Cluster]) -> tuple[Cluster, ...]:
    return tuple(sorted(clusters, key=lambda c: c.mentions[0][0]))


def _names_two(view: ActorView, phrase: Phrase) -> bool:
    words = {view.token(i).lower for i in range(phrase.first, phrase.core)}
    return "both" in words or ("two" in words and phrase.determiner is not None)


def _can_be(cluster: Cluster, lemma: str, office: str | None) -> bool:
    if lemma == "capital":
        # "The two capitals": those that stood for their states.
        return cluster.sketch.kind == "country" and cluster.mentions[-1][2] == "metonym"
    if office is not None or lemma in load_patterns().beside.leaders:
        led = bool(cluster.sketch.names) or cluster.sketch.office is not None  # hostages lead nobody
        return cluster.animate and led and (office is None or cluster.sketch.office in (office, None))
    return (
        cluster.sketch.kind in _PARTY_KINDS
        if lemma in load_patterns().beside.parties
        else cluster.sketch.kind == "country"
    )
