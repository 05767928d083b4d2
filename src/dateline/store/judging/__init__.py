"""What people said of records and did at the desk, kept so that it outlives every run."""
