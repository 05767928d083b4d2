"""Fetch pages and feeds by address: only where asked to, politely, and from public addresses alone."""
