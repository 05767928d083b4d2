"""What all rooms of the event stage stand on: the report's look-ups, a mention in the making, its parties."""
