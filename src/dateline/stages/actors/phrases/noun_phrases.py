"""Noun phrases that may name or describe an actor: core, title, name, modifiers, possessor, what follows "of"."""

from collections.abc import Iterator
from typing import NamedTuple

from dateline.lexicon.world.patterns import Patterns, load_patterns
from dateline.parse.tree import HYPHENS, Document, Sentence, Token
from dateline.stages.actors.known.scan import Hit

_LEFT = frozenset({"det", "amod", "compound", "nmod", "nummod", "poss", "quantmod", "predet", "advmod", "npadvmod"})
_INSIDE = _LEFT - {"poss"}
_HEADS = frozenset({"NOUN", "PROPN"})
SKIPPED_PARTS = frozenset({"byline", "dateline", "credit"})


class Phrase(NamedTuple):
    """A noun phrase: tokens ``first`` to ``last`` (excluded), or to ``stop`` with what follows "of".

    ``head`` is the token that the sentence attaches, ``core`` the noun that says who ("protesters" in "dozens of
    protesters"); ``name`` the tokens of a proper name, ``hit`` what a table knows of the core; ``before`` the table's
    hits among the modifiers, ``links`` the prepositional objects that follow, with their prepositions.
    """

    first: int
    last: int
    stop: int
    head: int
    core: int
    hit: Hit | None
    name: tuple[int, int] | None
    before: tuple[Hit, ...]
    possessor: int | None
    links: tuple[tuple[str, int], ...]
    determiner: str | None
    plural: bool
    counted: bool

    @property
    def definite(self) -> bool:
        """Tell whether the phrase points back: "the", "this", "these", "both"."""
        return self.determiner in load_patterns().beside.definite


class Chunker:
    """Finds the noun phrases of one parsed report."""

    def __init__(self, document: Document, hits: list[Hit | None], patterns: Patterns) -> None:
        """Hold the report and what the tables know of its tokens."""
        self.document = document
        self.tokens = document.tokens
        self.hits = hits
        self.nouns = patterns.nouns
        self.beside = patterns.beside
        self.first_name = patterns.gender.is_first_name
        words = patterns.reference
        self.generic = words.sides | words.country | words.group | words.counterpart
        self.states = patterns.states.government
        self.edges = left_edges(self.tokens)

    def phrases(self, sentence: Sentence) -> Iterator[Phrase]:
        """Yield the noun phrases of a sentence in order of their heads, the inner before the outer."""
        if sentence.part in SKIPPED_PARTS:
            return
        done = sentence.first - 1
        for token in self.document.tokens_of(sentence):
            if token.i <= done or not self._is_head(token):
                continue
            phrase = self._phrase(token, sentence)
            if phrase is None:
                continue
            # Words that a phrase has used up open no phrase of their own.
            done = max(done, phrase.last - 1) if phrase.name or phrase.hit else done
            yield phrase

    def _is_head(self, token: Token) -> bool:
        hit = self.hits[token.i]
        if token.pos not in _HEADS and not (hit and token.pos in ("ADJ", "NUM", "X", "INTJ", "ADV", "VERB")):
            return self._is_quantity(token)
        # A country that the tagger takes for a verb has a capital.
        if token.pos == "VERB" and not (
            hit and hit.last - hit.first == 1 and token.text[:1].isupper() and not hit.agent
        ):
            return False
        if hit and hit.last - hit.first > 1 and token.i != self._hit_head(hit):
            return False
        # "Iran-backed": before a hyphen a country is part of the next word.
        if hit and hit.forms and token.i + 1 < len(self.tokens) and self.tokens[token.i + 1].text in HYPHENS:
            return False
        return not self.is_modifier(token) or self._acts(token)

    def _acts(self, token: Token) -> bool:
        """Tell the "army" of "an army offensive", the "rebel" of "rebel positions": whose act or thing it is."""
        hit, noun = self.hits[token.i], self.tokens[token.head]
        if hit is None or hit.agent is None or noun.i != hit.last:
            return False
        held = noun.lemma in self.nouns.holdings and hit.agent.kind in ("armed-group", "government")
        return noun.lemma in self.nouns.deeds or held

    def _is_quantity(self, token: Token) -> bool:
        if token.lower not in self.nouns.quantities or self.is_modifier(token):
            return False
        return any(c.lower == "of" for c in self.document.children(token))

    def is_modifier(self, token: Token) -> bool:
        """Tell whether a token only modifies a noun to its right, alone or coordinated with one that does."""
        # "Oslo-based": the parser ties the place to the participle.
        if token.dep == "npadvmod" and self.tokens[token.i + 1 :][:1] and self.tokens[token.i + 1].text in HYPHENS:
            return True
        while token.dep == "conj" and token.head != token.i:
            up = self.tokens[token.head]
            if up.pos not in ("PROPN", "ADJ", "NOUN"):
                return False
            token = up
        head = self.tokens[token.head]
        return token.dep in _INSIDE and head.i > token.i and head.pos in ("NOUN", "PROPN", "ADJ", "NUM", "X")

    def _hit_head(self, hit: Hit) -> int:
        found = [
            i
            for i in range(hit.first, hit.last)
            if not hit.first <= self.tokens[i].head < hit.last or self.tokens[i].head == i
        ]
        nouns = [i for i in found if self.tokens[i].pos in _HEADS]
        return (nouns or found or [hit.last - 1])[-1]

    def _phrase(self, head: Token, sentence: Sentence) -> Phrase | None:
        core, last = self._core(head)
        if self.hits[core.i] is None and not _is_proper(core) and core.lemma not in self.generic:
            return None
        first, poss, det, counted = self._left(core)
        hit = self.hits[core.i]
        if hit:
            # A table's name may be longer than the parse makes it, on either side.
            first, last = min(first, hit.first), max(last, hit.last)
        name = self._name(core, hit, first=first, last=last, end=sentence.last)
        linked = self._linked(core, hit, name)
        if linked is not None:
            name = linked
        if name:
            last = max(last, name[1])
            first = min(first, name[0])
        inner_end = name[0] if name else (hit.first if hit else core.i)
        before = self._hits_between(self.edges_after(poss, first), inner_end)
        links = self._links(core, name)
        return Phrase(
            first=self._outer_first(head, core, first), last=last, stop=self._stop(last, links), head=head.i,
            core=core.i, hit=hit, name=name,
            before=before, possessor=poss, links=links, determiner=det,
            plural=core.tag in ("NNS", "NNPS") or _in_plural(core, hit) or self._band(core, hit),
            counted=counted or core is not head,
        )  # fmt: skip

    def _band(self, core: Token, hit: Hit | None) -> bool:
        """Tell "rebel" of "rebel attacks", who are many."""
        noun = hit.agent if hit else None
        return noun is not None and noun.kind == "armed-group" and noun.number == "count" and self.is_modifier(core)

    def _left(self, core: Token) -> tuple[int, int | None, str | None, bool]:
        """Return where the modifiers begin, the possessor, the determiner, and whether there is a number."""
        first, possessor, determiner, counted = core.i, None, None, False
        for child in self.document.children(core):
            if child.dep == "nummod":
                counted = True
            if child.i > core.i or child.dep not in _LEFT:
                continue
            first = min(first, self.edges[child.i])
            if child.dep == "poss" and possessor is None:
                possessor = child.i
            elif child.dep in ("det", "predet") and determiner is None:
                determiner = child.lower
        return first, possessor, determiner, counted

    def edges_after(self, possessor: int | None, first: int) -> int:
        """Return where the modifiers begin: after the possessor, if there is one."""
        return first if possessor is None else possessor + 1

    def _outer_first(self, head: Token, core: Token, first: int) -> int:
        if core is not head:
            first = min(
                (self.edges[c.i] for c in self.document.children(head) if c.i < head.i and c.dep in _LEFT),
                default=head.i,
            )
        # "Both Chad and Mali", "even Chad": what only leads in is no part of the name.
        while (
            first < core.i
            and (self.tokens[first].dep in ("preconj", "punct", "advmod") and self.hits[first] is None)
            and self.tokens[first].lower in self.beside.trimmed
        ):
            first += 1
        return first

    def _core(self, head: Token) -> tuple[Token, int]:
        """Step from a counting noun to what is counted, and from a title to the name in apposition right after it."""
        # "Scores of rebels", "a group of men": who is counted says who it is.
        if head.lower in self.nouns.quantities or head.lemma in self.nouns.quantities:
            of = next((c for c in self.document.children(head) if c.lower == "of"), None)
            inner = self.document.child(of, "pobj") if of else None
            if inner is not None and inner.pos in ("NOUN", "PROPN", "ADJ"):
                return inner, inner.i + 1
        return head, head.i + 1

    def _name(self, core: Token, hit: Hit | None, *, first: int, last: int, end: int) -> tuple[int, int] | None:
        """Find the tokens of a proper name at the core, or in apposition right after a title."""
        follower = self._adjacent_name(core, end) if hit and hit.agent else None
        if follower:
            return follower
        if hit and (hit.entries or hit.forms):
            return self._whole_name(hit, first)
        # "The President" is no name, "Dayton King" is one.
        if hit and self._human(hit) and not self._is_surname(core, first):
            return None
        if core.ent == "ORG" and _is_proper(core):
            return self._beyond_tables(self._after_title(self._entity(core, first, end)), hit)
        if not _is_proper(core):
            return None
        return self._beyond_tables(self._after_title((self._run(core.i, first), last)), hit)

    def _human(self, hit: Hit) -> bool:
        return (
            hit.agent is not None
            and hit.agent.number == "count"
            and hit.agent.phrase.rsplit(" ", 1)[-1] not in self.nouns.bodies
        )

    def _linked(self, core: Token, hit: Hit | None, name: tuple[int, int] | None) -> tuple[int, int] | None:
        """Follow a body's name over "of" or "for": "Movement for the Defence of Udava"."""
        start, stop = name or (core.i, core.i + 1)
        ending = self.tokens[stop - 1].lower
        if (
            not core.text[:1].isupper()
            or (ending not in self.nouns.organisations and ending not in self.nouns.bodies)
            # "Government of Udava" is no name of a body.
            or ending in self.states
        ):
            return None
        if hit and not hit.agent:
            return None
        end = self._names_on(stop)
        return (start, end) if end > stop else None

    def _names_on(self, stop: int) -> int:
        """Return where the capitals end that follow "of", "of the", "for" from here on."""
        tokens, at = self.tokens, stop
        while at + 1 < len(tokens) and tokens[at].lower in ("of", "for"):
            at += 2 if tokens[at + 1].lower == "the" else 1
            begin = at
            while at < len(tokens) and tokens[at].tag in ("NNP", "NNPS"):
                at += 1
            if at == begin:
                break
            stop = at
        return stop

    def _is_surname(self, core: Token, first: int) -> bool:
        """Tell whether a noun for actors is a surname here: "Dayton King"."""
        before = self.tokens[core.i - 1]
        return core.ent == "PERSON" == before.ent and core.i > first and before.pos == "PROPN" and not core.ent_start

    def _after_title(self, name: tuple[int, int]) -> tuple[int, int]:
        """Cut off a title that the parser took into a name, and what stands before it: "Udava Governor Ada Lane"."""
        for i in range(name[1] - 2, name[0] - 1, -1):
            hit = self.hits[i]
            if hit is None or not self._human(hit) or hit.last >= name[1]:
                continue
            if hit.first > name[0] or self.tokens[i].ent == "PERSON" or self.first_name(self.tokens[hit.last].lower):
                return (hit.last, name[1])
        return name

    def _beyond_tables(self, name: tuple[int, int], hit: Hit | None) -> tuple[int, int] | None:
        """Keep a name unless it is but a noun of the tables with a nationality: "Israel's Cabinet"."""
        if (
            hit is not None
            and hit.agent
            and all(self.hits[i] is not None or self.tokens[i].tag == "POS" for i in range(*name))
        ):
            return None
        return name

    def _adjacent_name(self, core: Token, end: int) -> tuple[int, int] | None:
        """Find a name right after a title: "the group's leader Ismail Tan"."""
        nxt = core.i + 1
        if nxt >= end or self.tokens[nxt].pos != "PROPN" or self.tokens[nxt].ent not in ("PERSON", "ORG", ""):
            return None
        for child in self.document.children(core):
            if child.dep == "appos" and child.i >= nxt and self.edges[child.i] == nxt:
                return (nxt, child.i + 1)
        return None

    def _whole_name(self, hit: Hit, first: int) -> tuple[int, int]:
        start = hit.first
        while (
            start > first
            # "Robert Jan Berg": first names before a surname of the tables.
            and self.tokens[start - 1].ent == "PERSON"
            and self.tokens[start - 1].pos == "PROPN"
            and self.hits[start - 1] is None
        ):
            start -= 1
        return (start, hit.last)

    def _entity(self, core: Token, first: int, end: int) -> tuple[int, int]:
        start, stop = core.i, core.i + 1
        while start > first and not self.tokens[start].ent_start and self.tokens[start - 1].ent == "ORG":
            # "The Front, UUP,": an apposition ends at its comma.
            if core.dep == "appos" and self.tokens[start - 1].text == ",":
                break
            start -= 1
        beside = self.document.child(core, "appos")
        while stop < end and self.tokens[stop].ent == "ORG" and not self.tokens[stop].ent_start:
            if beside is not None and self.tokens[stop].text == ",":
                break
            stop += 1
        while stop - 1 > core.i and self.tokens[stop - 1].tag in ("POS", "IN", "CC", "DT", ","):
            stop -= 1
        # "The Hague Group" is named without its article.
        if self.tokens[start].dep == "det" or self.tokens[start].lower == "the":
            start += 1
        while (
            start < core.i
            and (title := self.hits[start]) is not None
            and title.agent
            and title.last <= core.i
            and self._human(title)
        ):
            start = title.last
        return (min(start, core.i), max(stop, core.i + 1))

    def _run(self, start: int, first: int) -> int:
        """Walk left from the last word of a name to its first, over capitals and particles, up to a title."""
        while start > first:
            before = self.tokens[start - 1]
            hit = self.hits[start - 1]
            if hit is not None and not self._inside_name(start - 1):
                break
            # "Ada van der Berg": particles are part of a name between capitals.
            if (before.pos == "PROPN" and before.dep != "poss") or (
                before.lower in self.nouns.particles and start - 1 > first and self.tokens[start - 2].pos == "PROPN"
            ):
                start -= 1
            else:
                break
        return start

    def _inside_name(self, i: int) -> bool:
        """Tell whether a table's word is only part of a longer name that the parser saw as one."""
        return (
            self.tokens[i].ent in ("ORG", "PERSON")
            and self.tokens[i + 1].ent == self.tokens[i].ent
            and not self.tokens[i + 1].ent_start
        )

    def _hits_between(self, first: int, last: int) -> tuple[Hit, ...]:
        out: list[Hit] = []
        for i in range(first, last):
            hit = self.hits[i]
            if hit is not None and (not out or out[-1] is not hit):
                out.append(hit)
        return tuple(out)

    def _stop(self, last: int, links: tuple[tuple[str, int], ...]) -> int:
        """Return where a phrase ends together with what follows "of" right after it: "the president of Togo"."""
        if last >= len(self.tokens) or self.tokens[last].lower != "of":
            return last
        ends = [hit.last if (hit := self.hits[i]) else i + 1 for prep, i in links if prep == "of"]
        return max(ends, default=last)

    def _links(self, core: Token, name: tuple[int, int] | None) -> tuple[tuple[str, int], ...]:
        out: list[tuple[str, int]] = []
        for prep in self.document.children(core):
            if (
                prep.dep == "prep"
                and prep.lower in self.beside.links
                and prep.i > core.i
                and not (name and name[0] <= prep.i < name[1])
            ):
                for obj in self.document.children(prep):
                    if obj.dep == "pobj":
                        out.extend((prep.lower, t.i) for t in self.document.conjuncts(obj))
        return tuple(out)


def _is_proper(token: Token) -> bool:
    """Tell whether a noun is a name, also where the tagger takes a surname for a common noun ("Sanders")."""
    return token.pos == "PROPN" or (token.ent in ("PERSON", "ORG") and token.text[:1].isupper() and token.pos == "NOUN")


def _in_plural(core: Token, hit: Hit | None) -> bool:
    """Tell whether a noun that the tagger takes for a name stands in the plural of the tables: "Guerrillas seized"."""
    noun = hit.agent if hit else None
    if noun is None or noun.number != "count" or core.tag != "NNP":
        return False
    several = noun.plural.rpartition(" ")[2]
    return core.lower == several != noun.phrase.rpartition(" ")[2]


def left_edges(tokens: tuple[Token, ...]) -> list[int]:
    """Return for each token the leftmost token below it."""
    edges = list(range(len(tokens)))
    for i, token in enumerate(tokens):
        j = token.head
        while edges[j] > i:
            edges[j] = i
            j = tokens[j].head
    return edges
