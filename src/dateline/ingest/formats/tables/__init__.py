"""Rows and records: one report each, or one ready-made coding."""
