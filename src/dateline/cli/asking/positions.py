"""``dateline positions``."""

from dateline.cli.given.asking import list_command

positions = list_command("positions", "List positions: where actors stand on issues, the newest first.")
