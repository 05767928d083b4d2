"""What an argument is, in the words that frames use: its lemmas, its word classes, what earlier stages made of it."""

from collections.abc import Iterable, Mapping, Sequence

from dateline.draft import Argument, Clause
from dateline.grammar.forms import verb_lemma
from dateline.model.closed import ActorKind
from dateline.parse.tree import Token
from dateline.stages.events.scene.extent import own_words
from dateline.stages.events.scene.lookups import Scene

_MODIFIERS = frozenset({"amod", "compound", "poss", "nmod", "nummod", "quantmod"})
_CLASS_OF_KIND: dict[ActorKind, tuple[str, ...]] = {
    "person": ("@actor", "@person"),
    "office": ("@actor", "@person"),
    "government": ("@actor", "@state"),
    "country": ("@actor", "@state"),
    "organisation": ("@actor", "@group"),
    "armed-group": ("@actor", "@fighter", "@group"),
    "population": ("@actor", "@person"),
}


class Features:
    """Feature sets of arguments, computed once each."""

    def __init__(self, scene: Scene, classes_of: Mapping[str, frozenset[str]]) -> None:
        """Keep the scene and the classes of each word."""
        self.scene = scene
        self.classes_of = classes_of
        self._memo: dict[int, frozenset[str]] = {}
        self._clauses: dict[int, frozenset[str]] = {}
        self._tokens: dict[int, Sequence[str]] = {}
        self._numbers = {n.noun for n in scene.draft.numbers if n.noun is not None}
        self._money = scene.index.money
        self._counted = scene.index.number_over

    def of(self, argument: Argument) -> frozenset[str]:
        """Return lemmas, classes and built-in classes of an argument's head and its modifiers."""
        if argument.head not in self._memo:
            head = self.scene.doc.tokens[argument.head]
            self._memo[argument.head] = frozenset((*self._find(head), *self._several(head)))
        return self._memo[argument.head]

    def clause(self, clause: Clause) -> frozenset[str]:
        """Return the features of all of a clause's own words and arguments, pairs of neighbours included."""
        if clause.index not in self._clauses:
            found = set().union(*(self.of(a) for a in clause.arguments))
            tokens = own_words(self.scene, clause)
            for n, t in enumerate(tokens):
                if t.i in self.scene.months:
                    continue  # "on 27 March" tells of no march
                found.update(self._words(t))
                if t.dep == "prt":
                    # "Called off the talks": the particle may make a word of a class of what is none.
                    found.update(self._classed(verb_lemma(self.scene.doc, self.scene.doc.head(t))))
                if n and tokens[n - 1].i == t.i - 1:
                    # "Tear gas", "travel ban": two words are of a class in which neither is.
                    found.update(self._classed(f"{tokens[n - 1].lower} {t.lemma.lower()}"))
            self._clauses[clause.index] = frozenset(found)
        return self._clauses[clause.index]

    def _find(self, head: Token) -> Iterable[str]:
        doc = self.scene.doc
        for t in doc.conjuncts(head):
            yield from self._words(t)
            for c in doc.children(t):
                if c.dep in _MODIFIERS:
                    yield from self._words(c)
                    if c.i == t.i - 1:
                        yield from self._classed(f"{c.lower} {t.lemma.lower()}")
                elif c.dep == "prep" and c.lower == "of":
                    yield from self._of(t, c)

    def _several(self, head: Token) -> Iterable[str]:
        """Yield "@states" where actors of two countries stand together ("French and Egyptian warships")."""
        named = (m for t in self.scene.doc.conjuncts(head) for m in self.scene.index.mentions_at.get(t.i, ()))
        if len({self.scene.index.actors[m.actor].country for m in named} - {None}) > 1:
            yield "@states"

    def _of(self, head: Token, preposition: Token) -> Iterable[str]:
        """Yield "state of emergency"; of a mere quantity or container, also what is counted ("a batch of missiles")."""
        counts = head.pos in ("NUM", "DET", "PRON") or head.lemma.lower() in self.scene.words.shared.quantities
        for inner in self.scene.doc.children(preposition):
            if inner.dep == "pobj":
                yield from self._classed(f"{head.lemma.lower()} of {inner.lemma.lower()}")
                if counts:
                    yield from self._find(inner)

    def _words(self, token: Token) -> Sequence[str]:
        known = self._tokens.get(token.i)
        if known is None:
            known = self._tokens[token.i] = self._said_of(token)
        return known

    def _said_of(self, token: Token) -> list[str]:
        """Return a token's lemma and form with their classes, and the built-in classes of what it names."""
        lemma, index = token.lemma.lower(), self.scene.index
        said = [*self._classed(lemma)]
        # "Held talks": the plural is listed as such, since a "talk" may be a speech.
        if token.lower != lemma:
            said += self._classed(token.lower)
        elif token.tag == "NNPS":
            said += self._classed(token.lower.removesuffix("s"))  # "Roadblocks" that open a sentence
        first = self.scene.doc.hyphened(token)
        if first is not None:
            said += self._classed(f"{first}-{lemma}")
        mention = index.mention_over.get(token.i)
        if mention is not None:
            said += _CLASS_OF_KIND[index.actors[mention.actor].kind]
        if token.i in index.place_over:
            said.append("@place")
        if token.i in self._numbers or token.i in self._counted:
            said.append("@number")
        if token.i in self._money:
            said.append("@money")
        return said

    def _classed(self, word: str) -> tuple[str, ...]:
        """Return a word and its classes, which most words have none of."""
        classes = self.classes_of.get(word)
        return (word, *classes) if classes else (word,)


def classes_by_word(classes: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Turn word classes round: from a word to the "@class" names that hold it."""
    out: dict[str, set[str]] = {}
    for name, words in classes.items():
        for word in words:
            out.setdefault(word, set()).add(f"@{name}")
    return {word: frozenset(names) for word, names in out.items()}
