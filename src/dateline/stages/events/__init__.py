"""The event stage: frames matched on clauses, roles filled, status judged, mentions joined, records made."""

from dateline.stages.events.stage import EventStage

__all__ = ["EventStage"]
