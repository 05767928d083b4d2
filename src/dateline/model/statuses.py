"""Kinds of status."""

from dateline.model.closed import Status

TO_COME: frozenset[Status] = frozenset({"planned", "hypothetical"})
"""Of what has not taken place, and may."""
REFUTED: frozenset[Status] = frozenset({"negated", "denied"})
"""Of what did not take place, as somebody says."""
