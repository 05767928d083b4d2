"""Which days a phrase covers: the calendar, feasts, the year or week that is meant, what it is read against."""
