"""``dateline evaluate``."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import get_args

import click

from dateline.cli.coding.stories import How, echo_stories, holds_stories
from dateline.cli.given.loading import load_coders
from dateline.cli.given.options import as_json, debug, model
from dateline.coder import Coder, make_settings
from dateline.errors import GoldError
from dateline.evaluation import (
    Floors,
    GoldSet,
    Scores,
    check_floors,
    check_pinned,
    load_floors,
    load_gold,
    load_pinned,
    read_codings,
    render_json,
    render_text,
    update_floors,
    update_pinned,
    write_floors,
    write_pinned,
)
from dateline.evaluation import evaluate as scored
from dateline.evaluation.gold.standoff import Part, load_standoff, read_labels, read_texts
from dateline.evaluation.whole import judge_whole, render_whole
from dateline.incidents.rules import DEFAULT_RULE
from dateline.model.coding import Coding

FLOORS, PINNED = "floors.toml", "right.toml"
FILE = click.Path(path_type=Path, dir_okay=False, allow_dash=True)


@click.command()
@click.argument("gold", nargs=-1, type=click.Path(path_type=Path))
@click.option("--texts", type=FILE, metavar="FILE", help="GOLD is standoff labels; their texts (JSON Lines, .gz too).")
@click.option("--part", type=click.Choice(get_args(Part)), help="Of standoff labels, this part alone.")
@click.option("--codings", type=FILE, metavar="FILE", help="Score these codings (JSON Lines) instead of coding anew.")
@click.option("--floors", type=FILE, metavar="FILE", help="Floors to keep; by default floors.toml in a gold folder.")
@click.option("--check", is_flag=True, help="Exit with 1 where a figure is below its floor or a pinned case not right.")
@click.option(
    "--update-floors", "update", is_flag=True, help="Pin the floors to what is measured, and the cases that are right."
)
@click.option("--lower", metavar="REASON", default="", help="Let floors go down and cases go, and say why.")
@click.option("--rule", metavar="RULE", default=DEFAULT_RULE, help="Of stories: how they are joined.")
@click.option("--orders", type=click.IntRange(min=0), default=0, metavar="N", help="Of stories: try N other orders.")
@click.option("--ledger", type=FILE, metavar="FILE", help="Of stories: keep the codings here for another time.")
@click.option("--marked", is_flag=True, help="Of stories: join what is marked, as a coder without fault would code it.")
@click.option("--errors", type=click.IntRange(min=0), default=0, metavar="N", help="List N errors of each field.")
@as_json
@model
@debug
@click.pass_context
def evaluate(
    ctx: click.Context, gold: tuple[Path, ...], texts: Path | None, part: Part | None, codings: Path | None,
    floors: Path | None, lower: str, rule: str, orders: int, ledger: Path | None, errors: int, model: str | None, *,
    check: bool, update: bool, marked: bool, as_json: bool,
) -> None:  # fmt: skip
    """Score codings against the GOLD folders or files (by default ./gold), or the join of a folder of stories."""
    folders = gold or (Path("gold"),)
    if any(map(holds_stories, folders)):
        how = How(
            part=part, rule=rule, orders=orders, ledger=ledger, errors=errors, marked=marked, as_json=as_json
        )  # fmt: skip
        echo_stories(folders, how, partial(load_coders, make_settings(model=model), jobs=1))
        return
    cases = load_labels(folders, texts, part) if texts else load_gold(folders)
    coded = read(codings) if codings else code_gold(cases, model)
    scores, whole = scored(coded, cases), judge_whole(coded, [case for case in cases.cases if case.full])
    click.echo(
        render_json(scores, whole) if as_json else render_text(scores, errors=errors) + render_whole(whole), nl=as_json
    )
    path = floors or _floors_of(folders)
    if update:
        keep(path, scores, reason=lower)
    if check and not passes(path, scores):
        ctx.exit(1)


def read(path: Path) -> list[Coding]:
    """Read a file of codings, "-" for standard input.

    Raises:
        GoldError: The file cannot be read, or a line is no coding.
    """
    try:
        with click.open_file(str(path), "rb") as file:
            return read_codings(file)
    except OSError as error:
        raise GoldError(f"{path}: cannot be read ({error.strerror}); check the path") from error


def load_labels(files: Iterable[Path], texts: Path, part: Part | None) -> GoldSet:
    """Read standoff labels of one part, or of all, and join them to their texts."""
    labels = (label for file in files for label in read_labels(file) if part in (None, label.part))
    return load_standoff(labels, read_texts(texts))


def code_gold(cases: GoldSet, model: str | None) -> list[Coding]:
    """Code the reports of the gold cases."""
    return list(Coder(model=model).code_many(cases.reports()))


def keep(path: Path, scores: Scores, *, reason: str) -> None:
    """Pin the floors to what was measured, and the cases that are right."""
    old: Floors | None = load_floors(path) if path.exists() else None
    cases = update_pinned(scores, load_pinned(path.with_name(PINNED)), reason=reason)
    write_floors(path, update_floors(scores, old, allow_lower=bool(reason), reason=reason))
    write_pinned(path.with_name(PINNED), cases)
    click.echo(f"{path}: pinned {len(scores.figures)} figures and {len(cases.cases)} cases", err=True)


def passes(path: Path, scores: Scores) -> bool:
    """Tell whether figures keep their floors and pinned cases are right, and say on standard error which do not."""
    failures = [*check_floors(scores, load_floors(path)), *check_pinned(scores, load_pinned(path.with_name(PINNED)))]
    for failure in failures:
        click.echo(str(failure), err=True)
    return not failures


def _floors_of(folders: tuple[Path, ...]) -> Path:
    return next((f for f in folders if f.is_dir()), Path()) / FLOORS
