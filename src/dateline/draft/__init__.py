"""The report on its way through the stages: what each has filled in so far, and the look-ups that all share."""

from dateline.draft.draft import Draft, Stage
from dateline.draft.index import Index
from dateline.draft.records import ActorTrait, Argument, Clause, CountryBy, Gift, Mention, MentionForm, Number
from dateline.draft.view import DraftView

__all__ = [
    "ActorTrait",
    "Argument",
    "Clause",
    "CountryBy",
    "Draft",
    "DraftView",
    "Gift",
    "Index",
    "Mention",
    "MentionForm",
    "Number",
    "Stage",
]
