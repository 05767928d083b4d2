"""Codings as JSON, CSV, tables and pages."""
