"""What the formats ask of an incident: its dossier, the dead, kinds of actors, countries, ids, codes."""
