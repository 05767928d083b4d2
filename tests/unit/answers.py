"""Heads that always give one answer, for tests of what the reader does and of what it is asked."""

from dataclasses import replace

import numpy as np

from dateline.draft import Stage
from dateline.learned.heads import BUCKETS, Head, load_heads
from dateline.stages.build import default_stages
from dateline.stages.events import EventStage

YES, NO = (Head(np.zeros(BUCKETS, dtype=np.float32), bias) for bias in (9.0, -9.0))


def answering(**heads: Head) -> tuple[Stage, ...]:
    """Return the default stages with these heads in place of the learned ones."""
    told = replace(load_heads(), **heads)
    return tuple(replace(s, heads=told) if isinstance(s, EventStage) else s for s in default_stages())
