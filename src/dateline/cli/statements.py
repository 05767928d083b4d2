"""``dateline statements``."""

from dateline.cli.asking import list_command

statements = list_command("statements", "List statements: who said what, the newest first.")
