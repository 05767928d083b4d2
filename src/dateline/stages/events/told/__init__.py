"""Whether a clause is an act that the report tells, or one that is only spoken of, and as what it is told."""
