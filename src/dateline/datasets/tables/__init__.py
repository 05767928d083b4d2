"""Formats that are tables: rows under columns, as text or typed."""
