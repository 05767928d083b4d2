"""The statements stage: finds attributions, keeps the outermost of each piece of text, makes records."""

from dataclasses import dataclass, field, replace
from typing import ClassVar

from dateline.draft import Draft
from dateline.grammar.quotes import Quote, find_quotes
from dateline.lexicon.words.speech import SpeechLexicon, load_speech
from dateline.model.speech import Statement
from dateline.parse.tree import Document
from dateline.stages.statements.attribution import Attribution
from dateline.stages.statements.indirect.cues import find_cues
from dateline.stages.statements.quoted.direct import find_direct
from dateline.stages.statements.quoted.loose import attach
from dateline.stages.statements.records import make_records
from dateline.stages.statements.sources import find_according, find_adverbs, find_colons, find_in


@dataclass(frozen=True, slots=True)
class StatementStage:
    """Fill the statements layer."""

    lexicon: SpeechLexicon = field(default_factory=load_speech)

    name: ClassVar[str] = "statements"
    needs: ClassVar[frozenset[str]] = frozenset({"document", "actors", "mentions"})
    fills: ClassVar[frozenset[str]] = frozenset({"statements"})

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with its statements filled in."""
        return replace(draft, statements=find_statements(draft, self.lexicon))


def find_statements(draft: Draft, lexicon: SpeechLexicon) -> tuple[Statement, ...]:
    """Find all statements of a report, in order of the text."""
    quotes = find_quotes(draft.document)
    found = find_attributions(draft.document, quotes, lexicon)
    return make_records(draft, found, quotes, lexicon.share)


def find_attributions(document: Document, quotes: list[Quote], lexicon: SpeechLexicon) -> list[Attribution]:
    """Find all attributions: quotations first, then sources, then cues outside of both."""
    direct, loose = find_direct(document, quotes, lexicon)
    # Words of a quotation are nobody's cue: "“I promise,” he said" has one speaker.
    taken = {i for a in direct for i in (*a.cue, *a.content)} | {i for q in loose for i in q.content}
    colons = [a for a in find_colons(document, lexicon) if not taken & set(a.cue)]
    sources = [*colons, *find_according(document, lexicon, taken), *find_adverbs(document, lexicon, taken)]
    sources.extend(find_in(document, lexicon, taken))
    taken.update(i for a in sources for i in a.cue)
    found = [*direct, *sources, *find_cues(document, lexicon, taken)]
    separate(document, found)
    stop(document, found)
    grow(found, quotes)
    # Loose quotations last: they go on with whatever has been found.
    found.extend(attach(document, loose, found))
    return outermost(document, found)


def stop(document: Document, found: list[Attribution]) -> None:
    """End content that follows its cue at a semicolon outside of quotations."""
    for a in found:
        if a.direct or not a.cue or a.cue[0] > a.content[0] or a.by == "colon":
            continue
        end = next((i for i in a.content if document.tokens[i].text == ";"), None)
        if end is not None and end > a.cue[0] and not any(document.tokens[i].text == '"' for i in a.content if i < end):
            a.content = [i for i in a.content if i < end]


def separate(document: Document, found: list[Attribution]) -> None:
    """End content before a second cue of the same speaker: "said it takes time but added that …"."""
    spoken = [a for a in found if a.pattern == "clause" and a.cue]
    for a in found:
        cue = document.tokens[a.cue[0]] if a.cue else None
        if (
            cue is None
            or cue.dep != "conj"
            or a.pattern not in ("clause", "quote")
            or "quote" not in a.entry.takes
            or document.child(cue, "nsubj") is not None
        ):
            continue
        for b in spoken:
            first = document.tokens[b.cue[0]]
            if b is a or first.tag != cue.tag or cue.i not in b.content or first.i > cue.i:
                continue
            end = cue.i - 1 if document.tokens[cue.i - 1].pos == "CCONJ" else cue.i
            b.content = [i for i in b.content if i < end]
            a.speaker = b.speaker


def grow(found: list[Attribution], quotes: list[Quote]) -> None:
    """Let content that ends within a quotation run to the end of it: the parser cuts quotations into sentences."""
    for a in found:
        if a.direct or not a.content:
            continue
        last = a.content[-1]
        # "Said “we won. We did”": the parser ends its sentence within the marks.
        quote = next((q for q in quotes if q.first < last < q.last and q.closed), None)
        if quote is not None and quote.first >= a.content[0] and not quote.first < a.cue[0] < quote.last:
            a.content.extend(i for i in range(last + 1, quote.last + 1))


def outermost(document: Document, found: list[Attribution]) -> list[Attribution]:
    """Leave out what lies in the content of another attribution, but for speech reported within speech."""
    covered: dict[int, Attribution] = {}
    for a in found:
        for i in a.content:
            covered.setdefault(i, a)
    cues = {i for a in found for i in a.cue}
    kept = [a for a in found if _keeps(document, a, covered) and not _leads_in(document, a, cues)]
    for a in kept:
        outer = covered.get(a.cue[0]) if a.cue else None
        if outer is None or outer is a:
            # Nested speech has come through whoever reports it.
            continue
        a.nested = True
        if outer.speaker is not None:
            a.via.insert(0, outer.speaker)
    return kept


def _keeps(document: Document, a: Attribution, covered: dict[int, Attribution]) -> bool:
    """Keep what stands on its own, and speech reported within speech if it has a speaker of its own."""
    if not a.cue or covered.get(a.cue[0], a) is a:
        return True
    if a.pattern not in ("clause", "quote") or a.entry.form != "speech":
        return False
    # "He said that she said": with a subject of its own; "he said he hopes" is one voice.
    return document.child(document.tokens[a.cue[0]], "nsubj", "agent", "nsubjpass") is not None


def _leads_in(document: Document, a: Attribution, cues: set[int]) -> bool:
    """Tell a participle that only leads in to what is said: "Commenting on the vote, she said …"."""
    if a.pattern not in load_speech().names.topics:
        return False
    cue = document.tokens[a.cue[0]]
    return cue.dep == "advcl" and cue.tag == "VBG" and cue.head in cues and cue.i < cue.head
