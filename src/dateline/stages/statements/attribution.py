"""What the finders pass on: one attribution in tokens, before it becomes a record."""

from dataclasses import dataclass, field
from typing import Literal

from dateline.lexicon.words.speech import Cue, Pattern
from dateline.model.closed import Act

Finder = Literal["verb", "noun", "adjective", "adverb", "quote", "tag", "floating", "source", "colon"]


@dataclass(slots=True, kw_only=True)
class Attribution:
    """A cue with its speaker and content, all as indices of the document's tokens.

    ``content`` is sorted. ``speaker`` is the head of the speaker's words, None where nobody is named. ``cue`` is empty
    for a quotation that only its place ties to a speaker. ``via`` passed the words on. ``act`` is None where it
    is that of the entry. ``by`` tells what found it, ``nested`` that it stands in another's content.
    """

    cue: list[int]
    entry: Cue
    pattern: Pattern | str
    content: list[int]
    speaker: int | None = None
    addressee: int | None = None
    via: list[int] = field(default_factory=list)
    act: Act | None = None
    direct: bool = False
    by: Finder = "verb"
    nested: bool = False
