"""Pages that draw: map, timeline, network."""
