"""How one report is coded: the stages in order, its parts, its time, and what of the records is kept."""
