"""Predicates: what a report says that someone does, and how far it is true."""

from dateline.stages.clauses.stage import ClauseStage

__all__ = ["ClauseStage"]
