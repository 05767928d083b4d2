"""Reviewing at the desk: the queue, what is posted, second coders, agreement, gold."""
