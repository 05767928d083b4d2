"""The calendar: what is to come, what it is called, when it falls, told once."""
