"""Weights learned from the project's own training set, and the pure functions that read a clause by them."""

from dateline.learned.arbiter import Arbiter, load_arbiter
from dateline.learned.describe import Describer, frame_words

__all__ = ["Arbiter", "Describer", "frame_words", "load_arbiter"]
