"""``dateline events``."""

from dateline.cli.asking import list_command

events = list_command("events", "List events, the newest first, each with its words.")
