"""Which mentions are one act, and how acts hang together."""
