"""``dateline statements``."""

from dateline.cli.given.asking import list_command

statements = list_command("statements", "List statements: who said what, the newest first.")
