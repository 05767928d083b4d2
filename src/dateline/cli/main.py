"""The command `dateline`."""

from dateline.cli.app import app


def main() -> None:
    """Run the command."""
    app()
