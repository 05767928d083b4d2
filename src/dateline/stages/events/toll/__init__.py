"""What is counted: the numbers of a clause, and the dead and hurt that are told beside an act."""
