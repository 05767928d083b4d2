"""``dateline commitments``."""

from dateline.cli.given.asking import list_command

commitments = list_command("commitments", "List commitments: what is pledged to whom, the newest first.")
