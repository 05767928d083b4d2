"""Gold cases, the scoring of codings against them, and the quality floor."""

from dateline.evaluation.floors import (
    Failure,
    Floors,
    check_floors,
    load_floors,
    update_floors,
    write_floors,
)
from dateline.evaluation.gold import Gold, GoldSet, load_gold, read_cases
from dateline.evaluation.render import render_json, render_text
from dateline.evaluation.scores import Scores, evaluate, read_codings

__all__ = [
    "Failure",
    "Floors",
    "Gold",
    "GoldSet",
    "Scores",
    "check_floors",
    "evaluate",
    "load_floors",
    "load_gold",
    "read_cases",
    "read_codings",
    "render_json",
    "render_text",
    "update_floors",
    "write_floors",
]
