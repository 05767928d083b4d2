"""The command `dateline`: one error of ours is one line."""

import sys

import click

from dateline.cli.app import app
from dateline.errors import DatelineError, UsageError
from dateline.export.inert import shown

FAILED, WRONG_USAGE, INTERRUPTED = 1, 2, 130


def main(arguments: list[str] | None = None) -> None:
    """Run the command and leave with its exit code."""
    arguments = sys.argv[1:] if arguments is None else arguments
    sys.exit(run(arguments))


def run(arguments: list[str]) -> int:
    """Run the command and return its exit code."""
    try:
        code = app.main(arguments, prog_name="dateline", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except SystemExit:  # how click leaves when the reader of a pipe is gone
        return 0
    except DatelineError as error:
        if "--debug" in arguments:
            raise
        click.echo(shown(f"dateline: {error}"), err=True)
        return WRONG_USAGE if isinstance(error, UsageError) else FAILED
    except OSError as error:
        if "--debug" in arguments:
            raise
        where = f"{error.filename}: " if error.filename else ""
        said = f"dateline: {where}{error.strerror or error}; make room, or check where the output goes"
        click.echo(shown(said), err=True)
        return FAILED
    except Exception as error:
        if "--debug" in arguments:
            raise
        said = f"a fault of dateline's own ({type(error).__name__}: {error}); --debug shows where, please report it"
        click.echo(shown(f"dateline: {said}"), err=True)
        return FAILED
    return code if isinstance(code, int) else 0
