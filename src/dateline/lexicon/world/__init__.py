"""Tables of the world: countries, actors and what describes them, places, outlets."""
