"""What the parser gets wrong in news, and how it is mended, in place."""
