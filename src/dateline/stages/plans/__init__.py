"""What is pledged and what is scheduled."""

from dateline.stages.plans.stage import PlanStage

__all__ = ["PlanStage"]
