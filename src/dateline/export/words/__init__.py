"""A record and its fields in words: names for ids, dates, why it is as it is, what a name can mean."""
