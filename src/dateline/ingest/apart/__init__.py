"""Files that may hang their reader, read in a process of its own."""
