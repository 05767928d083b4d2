"""What a desk holds in memory of its ledger, by its version."""
