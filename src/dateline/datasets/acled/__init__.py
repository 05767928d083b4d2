"""The format of ACLED: 31 columns, one row for a day, a place, the actors and a type."""
