"""Whose report it is: the countries that it names, weighed by how often and how near, for "the army"."""

from collections import Counter
from dataclasses import dataclass, field
from math import sqrt

from dateline.lexicon.world.patterns import load_patterns
from dateline.model.groups import NO_STATE
from dateline.parse.tree import HYPHENS, Document, Sentence, Token
from dateline.stages.actors.known.scan import Hit

CLEAR = 0.5
"""Share of a report's mentions of countries from which one of them is the report's own."""
# Weights: how often in all, in the same sentence, in the one before, in the same paragraph.
_OFTEN, _SAME_SENTENCE, _SENTENCE_BEFORE, _SAME_PARAGRAPH = 2.0, 3.0, 1.5, 0.5
# A dateline counts twice; a subject more, the country of a person or a place less.
_DATELINE, _SUBJECT, _OF_A_PERSON, _PLACE = 2.0, 1.5, 0.4, 0.7
_PRIVATE = frozenset({"person", "population"})
_AHEAD = 1.2
"""How many times the runner-up a country must weigh to be taken."""


@dataclass(frozen=True, slots=True)
class Votes:
    """The countries that a report names: how often, and with what weight in which sentence and paragraph."""

    counts: Counter[str] = field(default_factory=Counter)
    weights: dict[str, float] = field(default_factory=dict)
    sentences: dict[int, list[tuple[str, float]]] = field(default_factory=dict)
    paragraphs: dict[int, list[tuple[str, float]]] = field(default_factory=dict)

    def cast(self, code: str, weight: float, sentence: Sentence) -> None:
        """Count one mention."""
        self.counts[code] += 1
        self.weights[code] = self.weights.get(code, 0.0) + weight
        self.sentences.setdefault(sentence.index, []).append((code, weight))
        self.paragraphs.setdefault(sentence.paragraph, []).append((code, weight))


def cast_votes(document: Document, hits: list[Hit | None], places: dict[int, str]) -> Votes:
    """Collect the countries that a report names; ``places`` are those of place names, by first character."""
    votes = Votes()
    tokens = document.tokens
    for sentence in document.sentences:
        last: Hit | None = None
        for i in range(sentence.first, sentence.last):
            hit = hits[i]
            code = places.get(tokens[i].start)
            if hit is not None and hit is not last and not hit.agent and code is None:
                code = hit.forms[0].code if hit.forms else hit.entries[0].country if hit.entries else None
            last = hit
            if code and code not in NO_STATE:
                weight = _DATELINE if sentence.part == "dateline" else _weight(tokens, hits, i)
                votes.cast(code, weight, sentence)
    return votes


def _weight(tokens: tuple[Token, ...], hits: list[Hit | None], i: int) -> float:
    """Weigh what names another country's office-holder, or who backs somebody, less."""
    hit = hits[i]
    if hit is None or hit.place:
        return _PLACE
    if is_prefix(tokens, hit):
        return 0.0
    after = hits[hit.last] if hit.last < len(tokens) else None
    if after is not None and after.agent is not None and after.agent.office:
        return _OF_A_PERSON
    # "His Kenyan counterpart" is abroad.
    if hit.last < len(tokens) and tokens[hit.last].lemma == "counterpart":
        return 0.0
    if after is not None and after.agent is not None and after.agent.kind in _PRIVATE and tokens[hit.last].tag == "NN":
        return 0.0  # "a Danish woman" is named so because she is a stranger
    return _SUBJECT if tokens[i].dep == "nsubj" else 1.0


def setting_of(votes: Votes) -> str | None:
    """Return the country that most mentions in a report point to, where that is clear."""
    if not votes.counts:
        return None
    (code, n), *_ = votes.counts.most_common(1)
    return code if n >= CLEAR * votes.counts.total() else None


def likely_country(votes: Votes, sentence: Sentence, *, without: frozenset[str]) -> str | None:
    """Return the country that somebody in a sentence most likely belongs to, None where two are as likely."""
    # The root keeps one country from drowning all others in a long report.
    score = {c: _OFTEN * sqrt(w) for c, w in votes.weights.items() if w > 0.0 and c not in without}
    near = (
        # The sentence is part of its paragraph, and must not count for it twice.
        (votes.sentences.get(sentence.index, ()), _SAME_SENTENCE - _SAME_PARAGRAPH),
        (votes.sentences.get(sentence.index - 1, ()), _SENTENCE_BEFORE),
        (votes.paragraphs.get(sentence.paragraph, ()), _SAME_PARAGRAPH),
    )
    for named, nearness in near:
        for code, weight in named:
            if code in score:
                score[code] += nearness * weight
    ranked = sorted(((n, code) for code, n in score.items()), reverse=True)[:2]
    if not ranked:
        return None
    return ranked[0][1] if len(ranked) == 1 or ranked[0][0] >= _AHEAD * ranked[1][0] else None


def opposed(document: Document, hits: list[Hit | None], head: Token) -> frozenset[str]:
    """Return the countries that a subject acts upon, and so hardly belongs to: "Minister Oda accused Iran"."""
    if head.dep != "nsubj":
        return frozenset()
    verb, out = document.head(head), set()
    for token in document.children(verb):
        if token.dep in ("dobj", "dative"):
            out |= _named(document, hits, token)
        for prep in (token, *document.children(token)) if token.dep in ("prep", "dobj") else ():
            if prep.dep == "prep" and prep.lower in load_patterns().beside.rivals:
                out |= {c for obj in document.children(prep) for c in _named(document, hits, obj)}
    return frozenset(out)


def _named(document: Document, hits: list[Hit | None], token: Token) -> set[str]:
    out: set[str] = set()
    for t in document.conjuncts(token):
        hit = hits[t.i]
        if hit is not None and hit.forms:
            out.add(hit.forms[0].code)
        elif (
            hit is not None
            and hit.agent is not None
            and hit.agent.office
            and hit.first
            and (before := hits[hit.first - 1])
        ):
            out.update(f.code for f in before.forms[:1])
    return out


def is_prefix(tokens: tuple[Token, ...], hit: Hit) -> bool:
    """Tell whether a nationality only says who stands behind or against somebody: "Iran-backed", "pro-Russian"."""
    before, after = hit.first - 1, hit.last
    if before > 0 and tokens[before].text in HYPHENS and tokens[before - 1].lower in ("anti", "pro"):
        return True
    if after + 1 >= len(tokens) or tokens[after].text not in HYPHENS:
        return False
    word = tokens[after + 1]
    # "Lome-based" says where somebody is, and "Malian-Chadian forces" are of both.
    second = word.tag == "JJ" and word.text[:1].isupper()
    return word.tag in ("VBN", "VBG", "VBD", "JJ") and word.lower != "based" and not second
