"""The format of UCDP GED: 49 columns, one row an incident that somebody died in; candidates alone."""
