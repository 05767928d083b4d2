"""``dateline events``."""

from dateline.cli.given.asking import list_command

events = list_command("events", "List events, the newest first, each with its words.")
