"""How commands print: codings, records, rows, trees, and progress on standard error."""
