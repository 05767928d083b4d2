"""What moves over time: positions, pledges and the calendar, joined across reports by pure functions."""
