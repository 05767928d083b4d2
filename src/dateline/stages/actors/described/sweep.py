"""Names that no phrase used up: nationalities and names that modify other nouns ("Ukrainian strikes")."""

from collections.abc import Iterator

from dateline.draft import MentionForm
from dateline.grammar.coordination import first_of
from dateline.parse.tree import HYPHENS, Sentence
from dateline.stages.actors.described.entries import of_entry
from dateline.stages.actors.described.states import forces_of, of_country, of_seat
from dateline.stages.actors.known.metonyms import stands_for_government
from dateline.stages.actors.known.scan import Hit
from dateline.stages.actors.known.sketch import Sketch
from dateline.stages.actors.known.view import ActorView

_FORMS: dict[str, MentionForm] = {"name": "name", "abbreviation": "name", "former": "name"}
_BEFORE_NOUN = frozenset({"amod", "compound", "nmod"})
_NAMED = 0.85


def leftovers(view: ActorView, sentence: Sentence, covered: set[int]) -> Iterator[tuple[Hit, Sketch]]:
    """Yield the tables' names of a sentence that lie in no phrase, with what they stand for."""
    last: Hit | None = None
    for i in range(sentence.first, sentence.last):
        hit = view.hits[i]
        if hit is None or hit is last:
            continue
        last = hit
        if i in covered or not (hit.forms or hit.entries) or _is_part(view, hit):
            continue
        sketch = _read(view, hit)
        if sketch is not None:
            yield hit, sketch


def _read(view: ActorView, hit: Hit) -> Sketch | None:
    if hit.entries and (not hit.forms or hit.forms[0].kind == "capital"):
        return of_entry(view, hit.entries[0], form="name", confidence=_NAMED)
    kind = hit.forms[0].kind
    if kind == "capital":
        token = view.token(hit.last - 1)
        acts = stands_for_government(view.document, token, view.patterns.metonyms)
        return of_country(view, hit, form="metonym") if acts else None
    if kind == "seat":
        return of_seat(view, hit)
    state = of_country(view, hit, form=_FORMS.get(kind, "demonym"))
    return forces_of(view, hit, state) if _under_arms(view, hit) else state


def _under_arms(view: ActorView, hit: Hit) -> bool:
    """Tell a nationality that says whose forces act ("Israeli airstrikes"), with no word beside that means others."""
    token = first_of(view.document, view.token(hit.last - 1))
    noun = view.document.head(token)
    if token.dep not in _BEFORE_NOUN or noun.lemma not in view.patterns.states.arms:
        return False
    between = [view.token(i) for i in range(hit.last, noun.i)]  # "gave Chad nine tanks"
    return not any(t.pos == "NUM" or t.lower in view.patterns.states.unarmed for t in between)


def _is_part(view: ActorView, hit: Hit) -> bool:
    """Tell whether a nationality is only part of a word: "Russian-made", "in French"."""
    # "In French", "the Danish Girl".
    tokens = view.document.tokens
    if tokens[hit.first].ent in ("LANGUAGE", "WORK_OF_ART"):
        return True
    if hit.last + 1 >= len(tokens) or tokens[hit.last].text not in HYPHENS:
        return False
    return tokens[hit.last + 1].lower in view.patterns.nouns.origins
