"""Exports: what a ledger holds in the formats of the field, each with a manifest of what did not fit."""
