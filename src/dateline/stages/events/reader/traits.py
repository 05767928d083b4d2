"""Words for one mention of an event: is an act told here, and what is it in its report?

Each word is a question and its answer, as in ``dateline.learned.describe``; the weights say what the answers are worth.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from dateline.model.closed import EventType
from dateline.parse.tree import Sentence, Token
from dateline.stages.events.one.wording import content_words, share
from dateline.stages.events.scene.found import Found
from dateline.stages.events.scene.lookups import Scene

BACK = 32
"""Mentions of one type with which a later one is compared: no report goes back so far, and a book has thousands."""


@lru_cache(maxsize=1024)
def bucket(share: float | None) -> str:
    """Return a share in tenths, coarser below the middle."""
    if share is None:
        return "-"
    return str(int(share * 10)) if share >= 0.5 else str(int(share * 5) * 2)


def _token(found: Found) -> int:
    return found.clause.token


class Traits:
    """Describes the mentions that the frames found in one report; what stands beside one is part of its description."""

    def __init__(self, scene: Scene, told: Sequence[Found]) -> None:
        """Keep the report and its mentions, in order of the text: those that the rules let stand are company."""
        self.scene = scene
        self.told = [f for f in told if f.doubt is None]

    def words(self, found: Found) -> Iterator[str]:
        """Yield the words of one mention."""
        kind, clause, doc = str(found.type), found.clause, self.scene.doc
        token = doc.tokens[clause.token]
        sentence = doc.sentence_of(token)
        yield f"type|{kind}"
        for name, value in self._own(found, token, sentence):
            yield f"{name}|{value}"
            yield f"{name}|{kind}|{value}"
        lemma = clause.lemma.lower()
        yield f"frame|{found.match.frame.id}"
        yield f"lemma|{lemma}"
        yield f"lemma|{lemma}|{kind}"
        yield f"lemma|{lemma}|{clause.relation}"
        yield from self._company(found, sentence)
        yield from self._above(found)

    def _own(self, found: Found, token: Token, sentence: Sentence) -> Iterator[tuple[str, object]]:
        clause, shares = found.clause, found.settled.shares if found.settled else {}
        yield "pos", f"{clause.pos}|{clause.voice}"
        yield "mood", f"{clause.tense}|{clause.modality}|{clause.polarity}"
        yield "relation", clause.relation
        yield "status", found.status
        yield "roles", f"{min(len(found.actors), 2)}|{min(len(found.recipients), 2)}"
        yield "place", "own" if found.place_span else "lent" if found.place else "no"
        yield "when", found.when is not None and found.when.dated
        yield "counts", "+".join(sorted({q.kind for q in found.quantities}))
        yield "content", found.content and found.content.type
        yield "background", found.background
        yield "part", sentence.part
        yield "sentence", min(sentence.index, 5)
        yield "voices", min(len(found.attribution), 2)
        yield "mode", found.modes[:1]
        yield "support", clause.support is not None
        yield "belief", bucket(shares.get(found.type))
        yield "none", bucket(shares.get(None))
        yield "doubt", found.doubt
        yield "form", f"{token.tag}|{token.dep}"
        if clause.pos == "noun":
            yield "article", self._article(token)

    def _article(self, token: Token) -> str:
        article = self.scene.doc.child(token, "det", "poss", "nummod", "amod")
        if article is None:
            return "bare"
        return f"det|{article.lower}" if article.dep == "det" else article.dep

    def _company(self, found: Found, sentence: Sentence) -> Iterator[str]:
        """Yield what other acts the sentence and the report tell, and whether this one was told before."""
        kind = str(found.type)
        beside = [f for f in self._told_in.get(sentence.index, ()) if f is not found]
        earlier = self._earlier(found)
        yield f"beside|{min(len(beside), 3)}"
        yield f"same beside|{kind}|{min(sum(f.type == found.type for f in beside), 2)}"
        yield from {f"with|{kind}|{f.type}" for f in beside}
        yield f"told before|{kind}|{min(len(earlier), 2)}"
        own = content_words(self.scene, found.clause)
        alike = [share(own, content_words(self.scene, f.clause)) for f in earlier]
        yield f"alike before|{kind}|{bucket(max(alike, default=0.0))}"

    def _above(self, found: Found) -> Iterator[str]:
        up = self.scene.clause(found.clause.governor)
        if up is None:
            return
        kind, relation, lemma = str(found.type), found.clause.relation, up.lemma.lower()
        outer = self._found_at.get(up.index)
        yield f"above|{lemma}|{relation}"
        yield f"above|{kind}|{lemma}"
        yield f"act above|{kind}|{outer.type if outer else None}|{relation}"

    def _earlier(self, found: Found) -> Sequence[Found]:
        """Return the mentions of its type told before one, no more of them than it is compared with."""
        alike = self._told_of.get(found.type, ())
        at = bisect_left(alike, found.clause.token, key=_token)
        return alike[max(0, at - BACK) : at]

    @cached_property
    def _told_in(self) -> Mapping[int, Sequence[Found]]:
        """Return the mentions by sentence."""
        out: dict[int, list[Found]] = {}
        for f in self.told:
            out.setdefault(self.scene.sentence(f.clause), []).append(f)
        return out

    @cached_property
    def _told_of(self) -> Mapping[EventType | None, Sequence[Found]]:
        """Return the mentions by type, in order of the text."""
        out: dict[EventType | None, list[Found]] = {}
        for f in sorted(self.told, key=_token):
            out.setdefault(f.type, []).append(f)
        return out

    @cached_property
    def _found_at(self) -> dict[int, Found]:
        return {f.clause.index: f for f in self.told}
