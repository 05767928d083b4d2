"""Reader: what was learned from real reports of a mention, of two mentions, and of who and where and when it was."""
