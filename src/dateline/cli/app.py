"""The command's parts; each is loaded when it is called, so that help is quick."""

from importlib import import_module

import click

COMMANDS = {
    "code": ("coding", "Code reports: who did what to whom, where, when, who says so."),
    "ingest": ("keeping", "Keep reports of files and folders in a ledger, and code them."),
    "watch": ("keeping", "Look at feeds again and again, and keep and code what is new."),
    "reports": ("asking", "List the ledger's reports."),
    "events": ("asking", "List the ledger's events, each with its words."),
    "statements": ("asking", "List who said what."),
    "positions": ("asking", "List where actors stand on issues."),
    "commitments": ("asking", "List what is pledged to whom."),
    "scheduled": ("asking", "List what is to come."),
    "desk": ("asking", "Open the ledger's pages in the browser."),
    "timeline": ("joining", "Show what moves over time: positions, pledges, the calendar."),
    "search": ("asking", "Find reports by their words."),
    "show": ("asking", "Show all that is known of a report, a record, a family, an actor."),
    "families": ("joining", "List reports that are one text, and how many sources speak."),
    "incidents": ("joining", "List what happened, joined from all reports."),
    "claims": ("joining", "Show what each source says of an incident, and where they differ."),
    "export": ("joining", "Write the ledger in a format of the field."),
    "series": ("joining", "Count incidents by day, week or month, beside the reports seen."),
    "compare": ("joining", "Set a copy of ACLED or UCDP beside the incidents."),
    "correct": ("judging", "Say what a field should be; it outlives every run."),
    "judge": ("judging", "Say that two records are the same, distinct or linked."),
    "judgements": ("judging", "List what people said, and whether codings agree."),
    "undo": ("judging", "Take back a judgement."),
    "withdraw": ("keeping", "Withdraw a report; a tombstone stays."),
    "quarantine": ("keeping", "List what could not be taken, or try it again."),
    "runs": ("keeping", "List what coded the reports, and how many."),
    "diff": ("keeping", "Show what changed between two runs."),
    "ledger": ("keeping", "Check, count, copy, shrink or code a ledger."),
    "explain": ("coding", "Say in words why a record is as it is."),
    "evaluate": ("coding", "Score codings against gold cases."),
    "schema": ("coding", "Print the JSON Schema of a coding."),
    "actors": ("lookups", "Show what a name of an actor can mean."),
    "places": ("lookups", "Show what a name of a place can mean."),
    "times": ("lookups", "Show the times that words name."),
}
"""Each command, with the room of its module and what it does."""

EXAMPLES = """\b
Examples:
  dateline code report.txt                      a table, if this is a terminal
  dateline code page.html --published 2024-05-02
  dateline code --format html *.txt > page.html  words and records side by side
  cat feed.jsonl | dateline code > codings.jsonl  many reports, one coding a line
  dateline code feed.jsonl --format csv --jobs 4 > events.csv
  dateline explain report.txt e3                why event e3 is as it is
  dateline actors "Sergey Lavrov" --on 2023-06-01
  dateline places Tripoli --near LBN
  dateline times "last Tuesday" --published 2024-05-02

A line of JSON Lines is {"text": …} with, if known, "id", "title", "source", "url", "published", "language"; "html" may
stand in place of "text". Codings go to standard output, all else to standard error. The exit code is 0, 1 where a
report could not be coded, 2 for wrong usage.
"""


class Commands(click.Group):
    """The group; a command's module is named as the command."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Return the commands in the order in which one meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load a command."""
        if cmd_name not in COMMANDS:
            return None
        room, _ = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(f"dateline.cli.{room}.{cmd_name}"), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, told) for name, (_, told) in COMMANDS.items()])


def _show_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:  # noqa: FBT001  click's signature
    """Print what a coding hangs on, and leave."""
    if wanted and not ctx.resilient_parsing:
        click.echo(import_module("dateline.cli.version").versions())
        ctx.exit()


@click.group(
    cls=Commands, epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the versions and digests of dateline, its model, lexicon and gazetteer.",
)
def app() -> None:
    """Read news reports on conflict and diplomacy.

    For each: who did what to whom, where, when, whether it happened, and who says so, each value tied to the
    report's words.
    """
