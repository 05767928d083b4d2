"""Weights learned from labelled texts, and the pure functions that read a clause or a mention by them."""

from dateline.learned.arbiter import Arbiter, load_arbiter
from dateline.learned.describe import Describer, frame_words
from dateline.learned.heads import Heads, load_heads

__all__ = ["Arbiter", "Describer", "Heads", "frame_words", "load_arbiter", "load_heads"]
