"""From attributions in tokens to statement records: spans, actors, kind, evidence."""

from collections.abc import Iterable

from dateline.draft import Draft, Mention
from dateline.model.base import Evidence, Span
from dateline.model.closed import QuoteKind
from dateline.model.speech import Statement
from dateline.parse.tree import Document, Token
from dateline.stages.statements.attribution import Attribution
from dateline.stages.statements.quotes import Quote
from dateline.stages.statements.speakers import speaker_words

_EDGE = frozenset({"PUNCT", "SPACE"})
_KEEP = frozenset({"!", "?"})


def make_records(draft: Draft, found: list[Attribution], quotes: list[Quote]) -> tuple[Statement, ...]:
    """Make the records, in order of the text."""
    document = draft.document
    by_head = {m.head: m for m in draft.mentions}
    quoted = {i for q in quotes for i in range(q.first, q.last + 1)}
    made: list[Statement] = []
    ordered = sorted(
        (a for a in found if a.content), key=lambda a: min(a.content[0], *a.cue[:1]) if a.cue else a.content[0]
    )
    for a in ordered:
        pieces = content_spans(document, a.content)
        if pieces:
            made.append(_record(draft, a, pieces, by_head, f"s{len(made) + 1}", _kind(document, a, quoted)))
    return tuple(made)


def _record(
    draft: Draft, a: Attribution, pieces: tuple[Span, ...], by_head: dict[int, Mention], name: str, kind: QuoteKind
) -> Statement:
    document = draft.document
    cue = document.span_of([document.tokens[i] for i in a.cue]) if a.cue else None
    speaker_span = None
    speaker = None
    if a.speaker is not None:
        words = speaker_words(document, document.tokens[a.speaker], {*a.cue, *a.content})
        speaker_span = document.span_of([document.tokens[i] for i in words])
        speaker = _actor(document, a.speaker, words, by_head)
    rule = f"{a.entry.lemma or 'floating'}/{a.pattern}"
    evidence = {"content": Evidence(spans=pieces)}
    if cue is not None:
        evidence["cue"] = Evidence(spans=(cue,))
    if speaker_span is not None:
        evidence["speaker"] = Evidence(spans=(speaker_span,))
    return Statement(
        id=name, speaker=speaker, speaker_span=speaker_span, cue=cue, content=pieces, kind=kind, form=a.entry.form,
        act=a.act or a.entry.act, rule=rule, confidence=a.confidence, evidence=evidence,
        addressee=_head_actor(a.addressee, by_head), via=tuple(_via(a.via, by_head)),
    )  # fmt: skip


def _via(heads: Iterable[int], by_head: dict[int, Mention]) -> Iterable[str]:
    for head in heads:
        actor = _head_actor(head, by_head)
        if actor is not None:
            yield actor


def _head_actor(head: int | None, by_head: dict[int, Mention]) -> str | None:
    mention = by_head.get(head) if head is not None else None
    return mention.actor if mention is not None else None


def _actor(document: Document, head: int, words: list[int], by_head: dict[int, Mention]) -> str | None:
    """Return the actor of the speaker's head, of a relative pronoun's antecedent, or of the words nearest the head."""
    token = document.tokens[head]
    if token.tag in ("WP", "WDT"):
        for above in document.ancestors(token):
            if above.dep == "relcl":
                return _head_actor(above.head, by_head)
    if head in by_head:
        return by_head[head].actor
    near = [i for i in words if i in by_head and document.tokens[i].dep in ("compound", "appos", "flat", "nmod")]
    return by_head[min(near, key=lambda i: abs(i - head))].actor if near else None


def _kind(document: Document, a: Attribution, quoted: set[int]) -> QuoteKind:
    if a.direct:
        return "direct"
    words = [i for i in a.content if document.tokens[i].pos not in _EDGE]
    inside = sum(i in quoted for i in words)
    return "indirect" if not inside else "direct" if inside == len(words) else "mixed"


def content_spans(document: Document, content: list[int]) -> tuple[Span, ...]:
    """Return the content as spans: runs of tokens, their outer punctuation left out."""
    runs: list[list[int]] = []
    for i in content:
        if runs and i == runs[-1][-1] + 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    spans: list[Span] = []
    for run in runs:
        kept = _trim([document.tokens[i] for i in run])
        if kept:
            spans.append((kept[0].start, kept[-1].end))
    return tuple(spans)


def _trim(tokens: list[Token]) -> list[Token]:
    first, last = 0, len(tokens)
    while first < last and tokens[first].pos in _EDGE and tokens[first].text != '"':
        first += 1
    while (
        last > first
        and tokens[last - 1].pos in _EDGE
        and tokens[last - 1].text != '"'
        and tokens[last - 1].text not in _KEEP
    ):
        last -= 1
    return tokens[first:last]
