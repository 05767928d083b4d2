"""Gold cases, and labels of texts that are not here: read, tied to the spans of their words, checked."""
