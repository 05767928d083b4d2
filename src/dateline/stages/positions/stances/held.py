"""What the searches pass on: one stance with its holder and the words of its issue, before it becomes a record."""

from dataclasses import dataclass
from typing import Literal

from dateline.lexicon.words.positions import StanceCue
from dateline.model.base import Span
from dateline.model.closed import Stance
from dateline.parse.tree import Token


@dataclass(slots=True, kw_only=True)
class HeldStance:
    """A stance as the words give it.

    ``cue`` is the word that gives it, ``verb`` the verb whose clause it stands in (the cue itself, a copula, "voiced"
    of "voiced support"). ``kind``: a word of stance, what must be done, or what somebody will do. ``holder`` is the
    word for who holds it, None where the one who says the sentence does. ``agent`` is whose act the issue is ("urged
    Chad to …").
    """

    cue: Token
    verb: Token
    entry: StanceCue
    issue: Token
    stance: Stance
    holder: Token | None = None
    agent: Token | None = None
    negation: Span | None = None
    hedge: Span | None = None
    softened: bool = False
    kind: Literal["cue", "duty", "vow"] = "cue"


@dataclass(frozen=True, slots=True)
class Turn:
    """How the words above a cue change it: ``turned`` by a negation or a refusal, ``hedge`` by a word of doubt."""

    turned: Span | None = None
    neutral: bool = False
    hedge: Span | None = None
