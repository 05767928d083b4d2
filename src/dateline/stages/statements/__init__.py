"""Statements: who said what, in whose words, through whom."""

from dateline.stages.statements.stage import StatementStage

__all__ = ["StatementStage"]
