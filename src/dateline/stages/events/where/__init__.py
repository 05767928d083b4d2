"""Where an act took place."""
