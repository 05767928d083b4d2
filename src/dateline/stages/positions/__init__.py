"""Where actors stand on the issues that a report names."""

from dateline.stages.positions.stage import PositionStage

__all__ = ["PositionStage"]
