"""Gold cases, the scoring of codings against them, and the quality floor."""

from dateline.evaluation.floors import (
    Failure,
    Floors,
    check_floors,
    load_floors,
    update_floors,
    write_floors,
)
from dateline.evaluation.gold.cases import Gold, GoldSet, load_gold, read_cases
from dateline.evaluation.pinned import Broken, Pinned, check_pinned, load_pinned, update_pinned, write_pinned
from dateline.evaluation.render import render_json, render_text
from dateline.evaluation.scores import Scores, evaluate, read_codings

__all__ = [
    "Broken",
    "Failure",
    "Floors",
    "Gold",
    "GoldSet",
    "Pinned",
    "Scores",
    "check_floors",
    "check_pinned",
    "evaluate",
    "load_floors",
    "load_gold",
    "load_pinned",
    "read_cases",
    "read_codings",
    "render_json",
    "render_text",
    "update_floors",
    "update_pinned",
    "write_floors",
    "write_pinned",
]
