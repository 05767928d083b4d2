"""What commands are given: their options, sources, the ledger's file, the coder."""
