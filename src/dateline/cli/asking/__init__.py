"""Commands that ask a ledger for its records."""
