"""Commands that code and score, without a ledger."""
