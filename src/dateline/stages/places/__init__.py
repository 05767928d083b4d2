"""Find the places that a report names and say where they are."""

from dateline.stages.places.stage import PlaceStage

__all__ = ["PlaceStage"]
