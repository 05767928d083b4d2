"""Formats that are documents: maps, calendars, annotations, statements on entities."""
