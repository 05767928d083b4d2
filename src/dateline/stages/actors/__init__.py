"""The actors stage: mentions of actors, and one actor for all its mentions in the report."""

from dateline.stages.actors.stage import ActorStage

__all__ = ["ActorStage"]
