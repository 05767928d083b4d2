"""Which words give a stance, what turns or softens it, and what it is tied to."""
