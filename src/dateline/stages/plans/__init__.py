"""What is pledged and what is scheduled."""

from dateline.stages.plans.stage import GiftStage, PlanStage

__all__ = ["GiftStage", "PlanStage"]
