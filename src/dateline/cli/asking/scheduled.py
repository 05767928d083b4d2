"""``dateline scheduled``."""

from dateline.cli.given.asking import list_command

scheduled = list_command("scheduled", "List what is scheduled, the latest first.")
