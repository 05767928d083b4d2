"""Pages that show a report's words, lit by its records."""
