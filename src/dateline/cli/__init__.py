"""The command, in rooms of commands, one module for each; what they share is in ``given`` and ``printing``."""
