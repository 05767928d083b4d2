"""Which words make a sum or a thing a gift, and at what stage the gift is."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.grammar.forms import FINITE, PRESENT, is_progressive, is_verb
from dateline.grammar.negation import is_negated
from dateline.grammar.subjects import SUBJECTS
from dateline.lexicon.words.plans import GivingNoun, GivingVerb
from dateline.model.base import Span
from dateline.model.closed import Stage
from dateline.parse.tree import Sentence, Token
from dateline.stages.plans.outlook import lies_in_future
from dateline.stages.plans.view import PlanView

_FAR = 8  # words above a sum that may still give it


@dataclass(frozen=True, slots=True)
class Giving:
    """The words that make a gift: verbs from the nearest to the highest, and nouns; ``loose`` if only near by."""

    verbs: tuple[tuple[Token, GivingVerb], ...] = ()
    nouns: tuple[tuple[Token, GivingNoun], ...] = ()
    loose: bool = False

    @property
    def trigger(self) -> Token | None:
        """Return the word that makes the gift: its nearest verb, else its noun."""
        if self.verbs:
            return self.verbs[0][0]
        return self.nouns[0][0] if self.nouns else None


def verb_entry(token: Token, view: PlanView) -> GivingVerb | None:
    """Return the lexicon's entry for a verb, its particle matched."""
    if not is_verb(token) and not token.tag.startswith("VB"):
        return None
    for entry in view.lexicon.verbs.get(token.lemma.lower(), ()):
        # "Hand over", "handed documents": the verb gives only with its particle.
        if entry.particle is None or _has_particle(token, entry.particle, view):
            return entry
    return None


def _has_particle(token: Token, particle: str, view: PlanView) -> bool:
    return any(c.lower == particle and (c.dep == "prt" or c.i == token.i + 1) for c in view.doc.children(token))


def noun_entry(token: Token, view: PlanView) -> GivingNoun | None:
    """Return the lexicon's entry for a noun."""
    return view.lexicon.nouns.get(token.lemma.lower()) if token.pos in ("NOUN", "PROPN") else None


def find_giving(head: Token, view: PlanView) -> Giving | None:
    """Return what makes the thing at ``head`` a gift, or None where it is a cost, a wish, or nothing of the kind."""
    path = [head, *view.doc.ancestors(head)][:_FAR]
    if is_against(path, view):
        return None
    verbs = tuple((t, e) for t in path for e in [verb_entry(t, view)] if e)
    # "The aid package is worth $5 million": what makes it aid stands beside the sum, not above it.
    near = [*path, *_beside(path, view), *_below(head, view)]
    nouns = tuple((t, e) for t in near for e in [noun_entry(t, view)] if e)
    strong = any(e.strong for _, e in verbs) or any(e.strong for _, e in nouns)
    # "Announced $5 million" is no gift, "announced $5 million in aid" is: a weak verb needs its noun.
    if strong or (verbs and nouns):
        return Giving(verbs, nouns)
    return _in_sentence(head, view)


def is_against(path: list[Token], view: PlanView) -> bool:
    """Tell whether the nearest words say that the sum is a cost or a loss, or that a gift is only asked for."""
    against = view.lexicon.against
    for token in path:
        lemma = token.lemma.lower()
        if token.pos in ("NOUN", "PROPN") and lemma in against.nouns:
            return True
        if token.tag.startswith("VB") and lemma in against.verbs:
            return True
        # "Lost $5 million" is a loss; "lost the $5 million that Chad pledged" is told by the pledge.
        if verb_entry(token, view) or noun_entry(token, view):
            break
    return is_unreal(path, view)


def is_unreal(path: list[Token], view: PlanView) -> bool:
    """Tell whether a verb above asks for the gift, wishes it or doubts it."""
    return any(t.tag.startswith("VB") and t.lemma.lower() in view.lexicon.unreal for t in path)


def _beside(path: list[Token], view: PlanView) -> Iterator[Token]:
    """Yield subjects and complements of the words above ("the package is worth …"), and what modifies nouns."""
    for token in path:
        if token.pos in ("NOUN", "PROPN"):
            yield from (c for c in view.doc.children(token) if c.dep in ("compound", "nmod"))
        if token.tag.startswith("VB") or is_verb(token):
            for child in view.doc.children(token):
                if child.dep in (*SUBJECTS, "dobj", "attr", "oprd"):
                    yield child
                elif child.dep == "prep" and child.lower in view.lexicon.value.ties:
                    yield from (c for c in view.doc.children(child) if c.dep == "pobj")


def _below(head: Token, view: PlanView) -> Iterator[Token]:
    """Yield what a sum is spent on ("$5 million in aid", "worth of equipment")."""
    for child in view.doc.children(head):
        if child.dep in ("nmod", "appos", "compound", "conj"):
            yield child
        if child.dep in ("prep", "amod") and child.lower in view.lexicon.words.partitives:
            for below in view.doc.children(child):
                yield below
                yield from (g for c in view.doc.children(below) for g in view.doc.children(c) if c.dep == "prep")


def _in_sentence(head: Token, view: PlanView) -> Giving | None:
    """Return words of giving that stand in the same sentence only, or none but the kind of a gift in a bare phrase."""
    sentence = view.doc.sentence_of(head)
    found = giving_in(sentence, view, near=head.i)
    if found is not None or speaks_of_costs(sentence, view):
        return found
    return Giving(loose=True) if _names_a_gift(sentence, view) else None


def _names_a_gift(sentence: Sentence, view: PlanView) -> bool:
    """Tell a bare phrase that names a kind of gift."""
    asked = ("bare", sentence.index)
    if asked not in view.asked:
        bare = not has_verb(sentence, view)
        view.asked[asked] = bare and view.lexicon.kinds.search(view.doc.quote(sentence.span)) is not None
    return view.asked[asked]


def has_verb(sentence: Sentence, view: PlanView) -> bool:
    """Tell whether a sentence has a finite main verb, and is no bare phrase ("€5 million for refugees")."""
    root = view.doc.root(sentence)
    return root.tag in FINITE or view.doc.child(root, "nsubj", "nsubjpass", "aux") is not None


def speaks_of_costs(sentence: Sentence, view: PlanView) -> bool:
    """Tell whether a sentence speaks of costs and losses."""
    asked = ("costs", sentence.index)
    if asked not in view.asked:
        against = view.lexicon.against
        view.asked[asked] = any(
            t.lemma.lower() in (against.nouns if t.pos == "NOUN" else against.verbs)
            for t in view.doc.tokens_of(sentence)
        )
    return view.asked[asked]


def giving_in(sentence: Sentence, view: PlanView, *, near: int = 0, tells: bool = False) -> Giving | None:
    """Return the strong words of giving of a sentence that does not speak of costs, the nearest to a token first.

    Args:
        sentence: The sentence.
        view: The report.
        near: The index of the token.
        tells: Whether verbs such as "announce" count.
    """
    if not _has_giving(sentence, view) or speaks_of_costs(sentence, view):
        return None
    tokens = view.doc.tokens_of(sentence)
    verbs = [(t, e) for t in tokens for e in [verb_entry(t, view)] if e and e.strong and (tells or e.roles != "tells")]
    nouns = tuple((t, e) for t in tokens for e in [noun_entry(t, view)] if e and e.strong)
    # Of several words of giving, those that stand nearest to the sum make it a gift.
    ordered = tuple(sorted(verbs, key=lambda v: abs(v[0].i - near)))
    return Giving(ordered, nouns, loose=True) if verbs or nouns else None


def _has_giving(sentence: Sentence, view: PlanView) -> bool:
    """Tell whether a sentence has any word of giving."""
    asked = ("giving", sentence.index)
    if asked not in view.asked:
        tokens = view.doc.tokens_of(sentence)
        view.asked[asked] = any(verb_entry(t, view) or noun_entry(t, view) for t in tokens)
    return view.asked[asked]


def stage_of(giving: Giving, view: PlanView) -> tuple[Stage, Span | None]:
    """Return the stage of a gift and the word that shows it.

    The nearest verb says what was done; a future or an infinitive was only announced, unless a verb above it
    decides ("approved a plan to send"). What is not to be given is refused.
    """
    # "A tranche", "a pledge": a noun that has a stage tells it whatever its verb does.
    stated = next(((e.stage, (t.start, t.end)) for t, e in giving.nouns if e.stage), None)
    if stated is not None:
        return stated
    for i, (token, entry) in enumerate(giving.verbs):
        span = (token.start, token.end)
        # "Did not send" refuses; "did not stop the aid" is no refusal.
        if is_negated(view.doc, token) and entry.roles != "stops":
            return "refused", span
        above = giving.verbs[i + 1 :]
        # "Stopped sending", "ended the aid": the gift is at an end, whatever it was before.
        stops = next((e for _, e in above if e.roles == "stops"), None)
        if entry.roles == "stops" or stops:
            return (stops or entry).stage, span
        if lies_in_future(token, view) or token.tag in PRESENT or is_progressive(view.doc, token):
            decided = next((e.stage for _, e in above if e.stage in ("allocated", "committed")), None)
            return decided or "announced", span
        # "Delivered the tanks pledged in May": what was pledged has come.
        if entry.stage != "delivered" and any(e.stage == "delivered" for _, e in above):
            continue
        return entry.stage, span
    return "announced", None
