"""What a stance is about: the proposition, its parties, its id and label."""
