"""When an act took place."""
