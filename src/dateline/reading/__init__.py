"""From what a user hands in to a report that can be coded."""
