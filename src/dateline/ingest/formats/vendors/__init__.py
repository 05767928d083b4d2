"""Exports of news archives and agencies, each with marks of its own."""
