"""The desk: the ledger's pages in the browser, on this machine."""
