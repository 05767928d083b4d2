"""The ledger, a file or on a server: schema steps, the writer, and views that only read."""
