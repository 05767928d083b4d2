"""The records of a coding."""
