"""``dateline reports``."""

from dateline.cli.given.asking import list_command

reports = list_command(
    "reports", "List reports, the newest first; filters of events must hold of one event that the report tells."
)
