"""Where no frame fits, though one holds the word: what a cheap look at the clause makes of it.

The conditions of frames were made on invented texts, and real prose often meets none of them ("the villages are
captured"). What passes here is read in full, and the reader decides (``dateline.stages.events.reader``).
"""

from collections.abc import Iterator, Sequence

from dateline.draft import Argument, Clause
from dateline.learned.heads import BUCKETS, Buckets, Heads, buckets_of, crossed, hash_of
from dateline.model.closed import EventType
from dateline.stages.events.frames.matching import Matcher
from dateline.stages.events.scene.found import Match
from dateline.stages.events.scene.lookups import Scene

PROPOSED = 0.1
"""Probability from which a mention is read in full: low, since the reader looks again with all that was read."""


class Proposing:
    """Proposes the mentions of one report whose words frames hold, though their conditions fail."""

    def __init__(self, scene: Scene, matcher: Matcher, heads: Heads) -> None:
        """Keep what the clauses are described by."""
        self.scene = scene
        self.matcher = matcher
        self.heads = heads

    def propose(self, clause: Clause) -> Match | None:
        """Return the likeliest frame of those that hold the clause's word; None where no act is likely."""
        held = self.matcher.held(clause)
        if not held:
            return None
        words = [hash_of(word) for word in self.words(clause)]
        asked = [(self.heads.held.answer(self.of_type(words, kind)), kind) for kind in sorted(held)]
        sure, kind = max(asked)
        return held[kind] if sure >= PROPOSED else None

    def of_type(self, words: Sequence[int], kind: EventType) -> Buckets:
        """Return the description of a clause, by the hashes of its words, that is asked whether it tells a type."""
        plain = (word % BUCKETS for word in words)
        return buckets_of((f"type|{kind}",)).union(plain, crossed(words, kind))

    def words(self, clause: Clause) -> Iterator[str]:
        """Yield the words of a clause: what stands in it, before anything was read of it."""
        doc = self.scene.doc
        token = doc.tokens[clause.token]
        lemma = clause.lemma.lower()
        yield f"lemma|{lemma}"
        yield f"form|{clause.pos}|{clause.voice}|{token.tag}|{token.dep}"
        yield f"mood|{clause.tense}|{clause.modality}|{clause.polarity}"
        yield f"relation|{clause.relation}"
        yield f"lemma|{lemma}|{clause.relation}"
        yield f"part|{doc.sentence_of(token).part}"
        yield "roles|" + "+".join(sorted({a.prep or a.role for a in clause.arguments}))
        for argument in clause.arguments:
            yield from self._argument(lemma, argument)
        up = self.scene.clause(clause.governor)
        yield f"above|{up.lemma.lower() if up else None}|{clause.relation}"
        if clause.pos == "noun":
            before = doc.tokens[token.i - 1] if token.i else None
            yield f"before|{before.lower if before else None}"
            yield f"below|{doc.head(token).lower}|{token.dep}"
        if clause.support is not None:
            yield f"support|{doc.tokens[clause.support].lemma.lower()}"

    def _argument(self, lemma: str, argument: Argument) -> Iterator[str]:
        head = self.scene.doc.tokens[argument.head]
        role, index = argument.prep or argument.role, self.scene.index
        mentions = index.mentions_at.get(head.i)
        kind = index.actors[mentions[0].actor].kind if mentions else "place" if head.i in index.place_over else head.pos
        yield f"kind|{role}|{kind}"
        yield f"argument|{role}|{head.lemma.lower()}"
        yield f"lemma+argument|{lemma}|{role}|{kind}"
