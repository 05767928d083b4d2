"""Questions to a ledger: views that only read, with filters, counts and the queue."""
