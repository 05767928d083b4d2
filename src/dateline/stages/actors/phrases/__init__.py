"""Noun phrases: where they begin and end, and what the words round a name or a noun say."""
