"""Watch feeds for weeks: look at each in its time, keep what is new in a ledger, code it, and say how it goes."""
