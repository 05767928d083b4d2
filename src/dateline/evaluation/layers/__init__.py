"""Scoring of one case, layer by layer."""
