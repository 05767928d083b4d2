"""What one phrase says of an actor: one that a table has, a name, a description, a place that stands for its people."""
