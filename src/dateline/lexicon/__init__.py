"""Typed readers of the lexicon files under data/, one module for each kind."""
