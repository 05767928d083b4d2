"""Quotations: their units, the cue beside them, and those that no cue introduces."""
