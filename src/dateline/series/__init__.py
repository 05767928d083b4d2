"""Counts over time: incidents by rule, beside the reports seen and the gaps in them."""
