"""The statements stage: finds attributions, keeps the outermost of each piece of text, makes records."""

from dataclasses import dataclass, field, replace
from typing import ClassVar

from dateline.draft import Draft
from dateline.lexicon.speech import SpeechLexicon, load_speech
from dateline.model.speech import Statement
from dateline.parse.tree import Document
from dateline.stages.statements.attribution import Attribution
from dateline.stages.statements.cues import find_cues
from dateline.stages.statements.direct import attach, find_direct
from dateline.stages.statements.quotes import Quote, find_quotes
from dateline.stages.statements.records import make_records
from dateline.stages.statements.sources import find_according, find_colons


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
    return make_records(draft, found, quotes)


def find_attributions(document: Document, quotes: list[Quote], lexicon: SpeechLexicon) -> list[Attribution]:
    """Find all attributions: quotations first, then sources, then cues outside of both."""
    direct, loose = find_direct(document, quotes, lexicon)
    taken = {i for a in direct for i in (*a.cue, *a.content)} | {i for q in loose for i in q.content}
    sources = [a for a in (*find_colons(document), *find_according(document, lexicon, taken)) if not taken & set(a.cue)]
    taken.update(i for a in sources for i in a.cue)
    found = [*direct, *sources, *find_cues(document, lexicon, taken)]
    grow(found, quotes)
    found.extend(attach(document, loose, found))
    return outermost(found)


def grow(found: list[Attribution], quotes: list[Quote]) -> None:
    """Let content that ends within a quotation run to the end of it: the parser cuts quotations into sentences."""
    for a in found:
        if a.direct or not a.content:
            continue
        last = a.content[-1]
        quote = next((q for q in quotes if q.first < last < q.last and q.closed), None)
        if quote is not None and quote.first >= a.content[0] and not quote.first < a.cue[0] < quote.last:
            a.content.extend(i for i in range(last + 1, quote.last + 1))


def outermost(found: list[Attribution]) -> list[Attribution]:
    """Leave out attributions whose cue lies in the content of another."""
    covered: dict[int, Attribution] = {}
    for a in found:
        for i in a.content:
            covered.setdefault(i, a)
    return [a for a in found if not a.cue or a.cue[0] not in covered or covered[a.cue[0]] is a]
