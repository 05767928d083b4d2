"""Indirect speech: cues inside the writer's sentence, and where their content stands."""
