"""One reader a format; ``dateline.ingest.known`` lists them in the order in which they are asked."""
