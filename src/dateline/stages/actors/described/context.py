"""Where actors belong that the report gives no country: where the sentence plays, else what the report is about."""

from collections.abc import Iterator

from dateline.model.base import Span
from dateline.parse.tree import Sentence, Token
from dateline.stages.actors.described.nouns import keyed
from dateline.stages.actors.described.origins import context_origin, leading_state
from dateline.stages.actors.known.setting import is_prefix
from dateline.stages.actors.known.sketch import Origin, Sketch
from dateline.stages.actors.known.view import ActorView

_KINDS = frozenset({"government", "office", "organisation", "armed-group", "population", "person"})
_SCENE = 0.65
_ANSWERED = frozenset({"about", "for", "over"})


def placed(view: ActorView, sketch: Sketch, head: Token, *, acting: set[int]) -> Sketch:
    """Fill a country that the phrase leaves open; ``acting`` are the tokens that name actors, and so no places."""
    # "The army" takes its country from around; what has a name keeps what its name says.
    if sketch.country or sketch.kind not in _KINDS or sketch.form == "name" or not sketch.sectors:
        return sketch
    if _is_rootless(view, sketch, head) or (sketch.plural and sketch.lemma in view.patterns.beside.anywhere):
        return sketch
    private = sketch.kind in ("population", "person") and not sketch.plural and "GOV" not in sketch.sectors
    official = sketch.office is not None or bool(sketch.names)
    # Officials travel: where the sentence plays says nothing of whose they are.
    origin = _answerable(view, head) or (None if official else _scene(view, view.document.sentence_of(head), acting))
    # "A man was arrested": somebody private is of the report's country only where the report has one.
    if origin is None and not (private and view.setting is None):
        origin = (leading_state(view, head) if official else None) or context_origin(view, head)
    if origin is None:
        return sketch
    found = sketch.at(origin)
    agent = view.actors.agent(sketch.lemma)
    several = sketch.plural or sketch.kind in ("government", "organisation")
    return keyed(view, found, agent) if agent and several and sketch.refers and sketch.key is None else found


def _is_rootless(view: ActorView, sketch: Sketch, head: Token) -> bool:
    """Tell diplomats, tourists and the like, who are from elsewhere, unless the phrase says whose they are."""
    words = (sketch.lemma, sketch.lemma.rpartition(" ")[2])
    return view.document.child(head, "poss") is None and not view.patterns.states.rootless.isdisjoint(words)


def _answerable(view: ActorView, head: Token) -> Origin | None:
    """Return the country that is thanked or blamed for what somebody did: "thanked Mali for a court ruling"."""
    document = view.document
    noun = document.head(head) if head.dep == "compound" else head
    tie = document.head(noun) if noun.dep == "pobj" else noun
    verb = document.head(tie)
    if tie.lower not in _ANSWERED or verb.pos != "VERB":
        return None
    side = document.child(verb, "dobj", "nsubjpass")
    for t in document.subtree(side) if side is not None else ():
        hit = view.hits[t.i]
        if hit is not None and hit.forms and t.i < tie.i:
            code, span = hit.forms[0].code, view.span(hit.first, hit.last)
            return Origin(code=code, spans=(span,), by="around", rule="context/answerable", confidence=_SCENE)
    return None


def _scene(view: ActorView, sentence: Sentence, acting: set[int]) -> Origin | None:
    """Return the country where the sentence plays, if its places tell of one only."""
    named = view.scenes.get(sentence.index)
    if named is None:
        named = view.scenes[sentence.index] = tuple(_named(view, sentence))
    found: dict[str, Span] = {}
    for i, code, sure in named:
        if sure or i not in acting:
            found.setdefault(code, view.span(i, i + 1))
    # Two countries in one sentence leave open which is the scene.
    if len(found) != 1:
        return None
    ((code, span),) = found.items()
    return Origin(code=code, spans=(span,), by="around", rule="context/scene", confidence=_SCENE)


def _named(view: ActorView, sentence: Sentence) -> Iterator[tuple[int, str, bool]]:
    """Yield the tokens of a sentence that name a place, its country, and whether they are one also if they act."""
    for i in range(sentence.first, sentence.last):
        token, hit = view.token(i), view.hits[i]
        code = view.place(i) if token.start in view.places else None
        if hit is None and code is None:
            continue
        # "Iran-backed": who stands behind somebody is not where it plays.
        if hit is not None and is_prefix(view.document.tokens, hit):
            continue
        if code is not None:
            yield i, code, True
        elif hit is not None and hit.forms and token.dep == "pobj":
            inside = view.document.head(token).lower in view.patterns.metonyms.locatives
            if inside or hit.place:
                yield i, hit.forms[0].code, inside
