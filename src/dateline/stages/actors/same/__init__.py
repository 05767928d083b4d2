"""Who is the same: one actor for all the phrases that mean it."""
