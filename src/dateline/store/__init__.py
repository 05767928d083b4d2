"""The ledger's file: schema steps, the writer, and views that only read; it knows nothing of the pipeline."""
