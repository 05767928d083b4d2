"""Codings and claims as pages and pictures."""
