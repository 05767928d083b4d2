"""The formats of news coding: one row for each event of each report, or for each pair."""
