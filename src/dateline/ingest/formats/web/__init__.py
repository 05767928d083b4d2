"""Web pages, feeds of them, and lists of their addresses."""
