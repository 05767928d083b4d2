"""Codings as lines, rows and tables."""
