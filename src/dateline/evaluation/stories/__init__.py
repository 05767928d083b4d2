"""Stories told by many reports, with their true incidents and claims, and the scoring of a join against them."""
