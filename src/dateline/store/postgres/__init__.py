"""A ledger on PostgreSQL: a connection that takes SQLite's words, the steps of its schema, and copies both ways."""
