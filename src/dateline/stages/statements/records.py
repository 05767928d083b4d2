"""From attributions in tokens to statement records: spans, actors, kind, evidence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.draft import Draft, Mention
from dateline.grammar.forms import is_relative
from dateline.grammar.quotes import Quote
from dateline.grammar.subjects import antecedent
from dateline.model.base import Evidence, Span
from dateline.model.closed import QuoteKind
from dateline.model.speech import Statement
from dateline.parse.tree import Document, Token
from dateline.stages.statements.attribution import Attribution
from dateline.stages.statements.confidence import find_confidence
from dateline.stages.statements.speakers import speaker_words

_EDGE = frozenset({"PUNCT", "SPACE"})
_KEEP = frozenset({"!", "?"})


@dataclass(frozen=True, slots=True)
class _Context:
    """What all records of a report are made from."""

    document: Document
    by_head: Mapping[int, Mention]
    quoted: frozenset[int]
    share: Mapping[str, float]


def make_records(
    draft: Draft, found: list[Attribution], quotes: list[Quote], share: Mapping[str, float]
) -> tuple[Statement, ...]:
    """Make the records, in order of the text."""
    quoted = frozenset(i for q in quotes for i in range(q.first, q.last + 1))
    context = _Context(draft.document, draft.index.mention_at, quoted, share)
    made: list[Statement] = []
    for a in sorted((a for a in found if a.content), key=_place):
        pieces = content_spans(draft.document, a.content)
        if pieces:
            made.append(_record(context, a, pieces, f"s{len(made) + 1}"))
    return tuple(made)


def _place(a: Attribution) -> int:
    return min(a.content[0], a.cue[0]) if a.cue else a.content[0]


def _record(context: _Context, a: Attribution, pieces: tuple[Span, ...], name: str) -> Statement:
    document, by_head = context.document, context.by_head
    cue = document.span_of([document.tokens[i] for i in a.cue]) if a.cue else None
    speaker_span = None
    speaker = None
    if a.speaker is not None:
        words = speaker_words(document, document.tokens[a.speaker], {*a.cue, *a.content})
        speaker_span = document.span_of([document.tokens[i] for i in words])
        speaker = _actor(document, a.speaker, words, by_head)
    return Statement(
        id=name, speaker=speaker, speaker_span=speaker_span, cue=cue, content=pieces,
        kind=_kind(document, a, context.quoted), form=a.entry.form, act=a.act or a.entry.act,
        addressee=_head_actor(a.addressee, by_head), via=tuple(_via(a.via, by_head)),
        rule=f"{a.entry.lemma or 'floating'}/{a.pattern}", confidence=find_confidence(a, context.share),
        evidence=_evidence(cue, speaker_span, pieces),
    )  # fmt: skip


def _evidence(cue: Span | None, speaker: Span | None, pieces: tuple[Span, ...]) -> dict[str, Evidence]:
    out = {"content": Evidence(spans=pieces)}
    if cue is not None:
        out["cue"] = Evidence(spans=(cue,))
    if speaker is not None:
        out["speaker"] = Evidence(spans=(speaker,))
    return out


def _via(heads: Iterable[int], by_head: Mapping[int, Mention]) -> Iterable[str]:
    for head in heads:
        actor = _head_actor(head, by_head)
        if actor is not None:
            yield actor


def _head_actor(head: int | None, by_head: Mapping[int, Mention]) -> str | None:
    mention = by_head.get(head) if head is not None else None
    return mention.actor if mention is not None else None


def _actor(document: Document, head: int, words: list[int], by_head: Mapping[int, Mention]) -> str | None:
    """Return the actor of the speaker's head, of a relative pronoun's antecedent, or of the words nearest the head."""
    token = document.tokens[head]
    if is_relative(token):
        # "Rebels, who said …": the pronoun stands for its noun.
        return _head_actor(antecedent(document, token).i, by_head)
    if head in by_head:
        return by_head[head].actor
    # "Spokesman Thorn": the name beside the head, where the head itself is no mention.
    near = [i for i in words if i in by_head and document.tokens[i].dep in ("compound", "appos", "flat", "nmod")]
    return by_head[min(near, key=lambda i: abs(i - head))].actor if near else None


def _kind(document: Document, a: Attribution, quoted: frozenset[int]) -> QuoteKind:
    if a.direct:
        return "direct"
    # "Said it was “over”": by its words alone, for the marks may or may not be inside.
    words = [i for i in a.content if document.tokens[i].pos not in _EDGE]
    inside = sum(i in quoted for i in words)
    return "indirect" if not inside else "direct" if inside == len(words) else "mixed"


def content_spans(document: Document, content: list[int]) -> tuple[Span, ...]:
    """Return the content as spans: runs of tokens, their outer punctuation left out."""
    runs: list[list[int]] = []
    for i in content:
        # "The raid, he said, had failed" is two spans: what stands between is the writer's.
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
    # The marks of a quotation stay, for they say whose words these are.
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
