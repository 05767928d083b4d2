"""What joins sources, coder and store: ingest, judging, comparing runs, and the ledger as Python sees it."""
