"""Quotations that stand as sentences of their own, and the cue before, within or after them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.lexicon.speech import Cue, SpeechLexicon
from dateline.parse.tree import Document, Token
from dateline.stages.statements.attribution import Attribution
from dateline.stages.statements.quotes import Quote, ends_like_speech, paragraphs
from dateline.stages.statements.speakers import find_addressee, find_speaker

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_STOPS = frozenset({".", "!", "?"})
_LINKS = frozenset({",", ":", "that", "-", "—", "–", "--"})
FLOATING = Cue(lemma="", takes=("quote",), example="")
REACH = 30


@dataclass(slots=True)
class Unit:
    """A sentence of the writer's, its whole quotations taken as one word each."""

    first: int
    last: int
    paragraph: int
    quotes: list[Quote] = field(default_factory=list)

    def outside(self) -> Iterator[int]:
        """Yield the tokens that stand in none of the quotations."""
        at = self.first
        for quote in self.quotes:
            yield from range(at, quote.first)
            at = quote.last + 1
        yield from range(at, self.last)


@dataclass(frozen=True, slots=True)
class Loose:
    """A quotation without a cue of its own, in tokens, and the paragraph that it stands in."""

    content: tuple[int, ...]
    first: int
    paragraph: int
    alone: bool


def find_direct(
    document: Document, quotes: list[Quote], lexicon: SpeechLexicon
) -> tuple[list[Attribution], list[Loose]]:
    """Find every quotation that stands on its own; tie it to its cue and speaker, or return it as loose."""
    whole = [q for q in quotes if is_whole(document, q, lexicon)]
    out: list[Attribution] = []
    loose: list[Loose] = []
    before: Unit | None = None
    for unit in _units(document, whole) if whole else ():
        if unit.quotes:
            made, left = _attribute(document, unit, lexicon, before)
            out.extend(made)
            loose.extend(left)
        before = unit
    return out, loose


def is_whole(document: Document, quote: Quote, lexicon: SpeechLexicon) -> bool:
    """Tell a quotation that is speech of its own from quoted words in the writer's sentence."""
    start, end = quote.words()
    if end <= start or quote.follows:
        return end > start
    if quote.first == 0:
        opens = True
        before = None
    else:
        before = document.tokens[quote.first - 1]
        opens = (
            before.text in _STOPS
            or before.text in _LINKS
            or before.text in ('"', ")", "]")
            or _starts(document, quote.first)
        )
    if before is not None and not opens:
        uses = lexicon.verbs.get(before.lemma.lower())
        opens = uses is not None and "quote" in uses.by_pattern and before.pos in ("VERB", "AUX")
    if not opens:
        return False
    finite = any(document.tokens[i].tag in _FINITE for i in range(start, end))
    if ends_like_speech(document, quote):
        return finite or before is None or before.text != "," or end - start > 3
    return finite and before is not None and before.text != ","


def _starts(document: Document, i: int) -> bool:
    sentence = document.sentence_of(document.tokens[i])
    before = document.tokens[i - 1]
    return document.sentence_of(before).paragraph != sentence.paragraph


def _units(document: Document, whole: list[Quote]) -> Iterator[Unit]:
    """Cut paragraphs into units at full stops outside whole quotations, and after quotations that end a sentence."""
    at = 0
    for first, last in paragraphs(document):
        number = document.sentence_of(document.tokens[first]).paragraph
        inside: list[Quote] = []
        while at < len(whole) and whole[at].first < last:
            inside.append(whole[at])
            at += 1
        yield from _cut(document, first, last, number, inside)


def _cut(document: Document, first: int, last: int, paragraph: int, inside: list[Quote]) -> Iterator[Unit]:
    starts = {q.first: q for q in inside}
    unit = Unit(first, first, paragraph)
    i = first
    while i < last:
        quote = starts.get(i)
        if quote is not None:
            unit.quotes.append(quote)
            i = quote.last + 1
            ends = _ends_after(document, quote, last)
        else:
            ends = document.tokens[i].text in _STOPS and document.tokens[i].tag == "."
            i += 1
        if ends or i >= last:
            unit.last = i
            yield unit
            unit = Unit(i, i, paragraph)


def _ends_after(document: Document, quote: Quote, last: int) -> bool:
    """Tell whether the writer's sentence ends with a quotation."""
    if quote.last + 1 >= last or not quote.closed:
        return True
    inner = document.tokens[quote.last - 1]
    after = document.tokens[quote.last + 1]
    if after.text in _STOPS:
        return False
    if inner.text in (".", "...", "…") or (inner.text in _STOPS and after.text == '"'):
        return not after.text.islower() and after.pos != "VERB"
    if inner.text in ("!", "?"):
        return not _tag_follows(document, quote.last + 1, last)
    return False


def _tag_follows(document: Document, first: int, last: int) -> bool:
    """Tell whether a short sentence with a verb of its own and no clause below it follows ("the driver asked.")."""
    for i in range(first, min(first + 14, last)):
        token = document.tokens[i]
        if token.text in _STOPS or token.text == '"':
            return False
        if token.tag in ("VBD", "VBZ", "VBP"):
            return token.pos == "VERB"
    return False


def _attribute(
    document: Document, unit: Unit, lexicon: SpeechLexicon, before: Unit | None
) -> tuple[list[Attribution], list[Loose]]:
    """Tie the quotations of one unit to their cues; those without one follow the quotation before, or are loose."""
    made: dict[int, Attribution] = {}
    loose: list[Loose] = []
    alone = not any(document.tokens[i].pos != "PUNCT" for i in unit.outside())
    for n, quote in enumerate(unit.quotes):
        content = list(range(*quote.words()))
        cue = _cue_for(document, unit, n, lexicon)
        if cue is None and alone and n == 0 and before is not None:
            cue = _carried(document, before, lexicon)
        if cue is not None and cue.i in made:
            made[cue.i].content.extend(content)
        elif cue is not None:
            made[cue.i] = attribution = _from_cue(document, cue, content, lexicon)
            _share_speaker(document, unit, attribution, list(made.values()))
        elif made:
            next(reversed(made.values())).content.extend(content)
        else:
            loose.append(Loose(tuple(content), unit.first, unit.paragraph, alone))
    return list(made.values()), loose


def _share_speaker(document: Document, unit: Unit, new: Attribution, made: list[Attribution]) -> None:
    """Give a participle ("…, adding: …") the speaker of the cue before it, where the parse leads into a quotation."""
    at = new.speaker
    lost = at is None or any(q.first <= at <= q.last for q in unit.quotes)
    if lost and len(made) > 1 and document.tokens[new.cue[0]].tag == "VBG":
        new.speaker = made[-2].speaker


def _from_cue(document: Document, cue: Token, content: list[int], lexicon: SpeechLexicon) -> Attribution:
    entry = lexicon.verbs[cue.lemma.lower()].by_pattern["quote"]
    speaker = find_speaker(document, cue)
    if speaker is None or speaker.i in set(content):
        speaker = _near_speaker(document, cue, set(content))
    return Attribution(
        cue=[cue.i], entry=entry, pattern="quote", content=content, speaker=speaker.i if speaker else None,
        addressee=find_addressee(document, cue, set(content)), direct=True, confidence=0.9,
    )  # fmt: skip


def _near_speaker(document: Document, cue: Token, content: set[int]) -> Token | None:
    """Return the noun right before or after the cue, where the parse has lost the subject."""
    tokens = document.tokens
    for step in (1, -1):
        i = cue.i + step
        for _ in range(6):
            if not 0 <= i < len(tokens) or i in content or tokens[i].text in (".", '"', ","):
                break
            if tokens[i].pos in ("PROPN", "NOUN", "PRON"):
                token = tokens[i]
                while step == 1 and token.dep == "compound" and token.head > token.i and token.head not in content:
                    token = tokens[token.head]
                return token
            i += step
    return None


def _cue_for(document: Document, unit: Unit, n: int, lexicon: SpeechLexicon) -> Token | None:
    quote = unit.quotes[n]
    left_edge = unit.quotes[n - 1].last + 1 if n else unit.first
    right_edge = unit.quotes[n + 1].first if n + 1 < len(unit.quotes) else unit.last
    left = _last_cue(document, left_edge, quote.first, lexicon)
    right = _first_cue(document, quote.last + 1, right_edge, lexicon)
    linked = quote.first > left_edge and (
        document.tokens[quote.first - 1].text in _LINKS or (left is not None and left.i == quote.first - 1)
    )
    if left is not None and linked and not (right is not None and _is_tag(document, quote, right)):
        return left
    return right if right is not None else left


def _is_tag(document: Document, quote: Quote, cue: Token) -> bool:
    """Tell whether a cue right after a quotation that ends in a comma is a finite verb with its subject there."""
    if document.tokens[quote.last - 1].text != "," or cue.tag not in ("VBD", "VBZ", "VBP"):
        return False
    subject = document.child(cue, "nsubj")
    return subject is not None and subject.i > quote.last and cue.i - quote.last < 8


def _last_cue(document: Document, first: int, end: int, lexicon: SpeechLexicon) -> Token | None:
    for i in range(end - 1, max(first, end - REACH) - 1, -1):
        if _is_cue(document, document.tokens[i], lexicon):
            return document.tokens[i]
    return None


def _first_cue(document: Document, first: int, end: int, lexicon: SpeechLexicon) -> Token | None:
    for i in range(first, min(end, first + REACH)):
        if _is_cue(document, document.tokens[i], lexicon):
            return document.tokens[i]
    return None


def _is_cue(document: Document, token: Token, lexicon: SpeechLexicon) -> bool:
    if token.pos not in ("VERB", "AUX") and token.lower not in ("said", "says"):
        return False
    uses = lexicon.verbs.get(token.lemma.lower())
    if uses is None or "quote" not in uses.by_pattern:
        return False
    return not (token.tag == "VBN" and token.dep in ("advcl", "acl") and not document.child(token, "aux", "auxpass"))


def _carried(document: Document, before: Unit, lexicon: SpeechLexicon) -> Token | None:
    """Return the cue of a unit that ends in a colon and has no quotation of its own ("She went on:")."""
    if before.quotes or document.tokens[before.last - 1].text != ":":
        return None
    return _last_cue(document, before.first, before.last, lexicon)


def attach(document: Document, loose: list[Loose], found: list[Attribution]) -> list[Attribution]:
    """Give loose quotations to the speech before them, or else to the subject of the words round or before them."""
    out: list[Attribution] = []
    for quote in loose:
        host = _host(document, quote, [*found, *out])
        if host is not None:
            host.content = sorted({*host.content, *quote.content})
            continue
        speaker = _subject_before(document, quote)
        if speaker is not None:
            out.append(
                Attribution(
                    cue=[], entry=FLOATING, pattern="floating", content=list(quote.content), speaker=speaker,
                    direct=True, confidence=0.5,
                )
            )  # fmt: skip
    return out


def _host(document: Document, quote: Loose, found: list[Attribution]) -> Attribution | None:
    """Return the last speech before a quotation, in its paragraph or the one before."""
    best: Attribution | None = None
    for a in found:
        at = a.cue[0] if a.cue else a.content[0]
        if at >= quote.first or "quote" not in a.entry.takes or (best is not None and at < _place(best)):
            continue
        if a.pattern in ("quote", "floating", "clause") and 0 <= quote.paragraph - _paragraph(document, at) <= 1:
            best = a
    if best is None or (not best.direct and _paragraph(document, _place(best)) != quote.paragraph):
        return None
    return best


def _place(a: Attribution) -> int:
    return a.cue[0] if a.cue else a.content[0]


def _paragraph(document: Document, i: int) -> int:
    return document.sentence_of(document.tokens[i]).paragraph


def _subject_before(document: Document, quote: Loose) -> int | None:
    """Return the subject of the words beside a quotation, or of the sentence before it."""
    inside = set(quote.content)
    sentence = document.sentence_of(document.tokens[quote.first])
    if not quote.alone:
        for t in document.tokens_of(sentence):
            if t.dep in ("nsubj", "nsubjpass") and t.i not in inside:
                return t.i
    if sentence.index == 0:
        return None
    previous = document.sentences[sentence.index - 1]
    subject = document.child(document.root(previous), "nsubj", "nsubjpass")
    return subject.i if subject is not None else None
