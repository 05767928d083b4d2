"""Commands that fill a ledger and look after it."""
