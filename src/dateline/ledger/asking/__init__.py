"""What a ledger is asked: records as tables, incidents, what moves over time, one record, a search, its health."""
