"""Numbers that count things or sums of money, with their bounds and what they count."""

from dateline.stages.numbers.stage import NumberStage

__all__ = ["NumberStage"]
