"""What joins reports: incidents, the claims that sources make of them, and the rules by which events are one."""
