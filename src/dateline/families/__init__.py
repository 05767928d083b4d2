"""Which reports are one text, who was first, and how many independent sources there are: pure functions over texts."""
