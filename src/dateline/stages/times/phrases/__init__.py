"""What one phrase says: a date, a unit, a length, an hour, a season, a name; the patterns that find them."""
