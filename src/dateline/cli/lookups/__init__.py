"""Commands that say what a name or a phrase can mean, by the tables alone."""
