"""Text to sentences and tokens; the only part that knows the NLP library."""
