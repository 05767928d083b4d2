"""The embedded gazetteer: names of places, where they lie, and a reader for the file that holds them."""
