"""Words of the other stages: times, numbers, clauses, speech, stances, giving and the calendar."""
