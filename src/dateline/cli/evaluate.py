"""``dateline evaluate``."""

from pathlib import Path

import click

from dateline.cli.options import as_json, debug, model
from dateline.coder import Coder
from dateline.errors import GoldError
from dateline.evaluation import (
    Floors,
    GoldSet,
    Scores,
    check_floors,
    load_floors,
    load_gold,
    read_codings,
    render_json,
    render_text,
    update_floors,
    write_floors,
)
from dateline.evaluation import evaluate as scored
from dateline.model.coding import Coding

FLOORS = "floors.toml"
FILE = click.Path(path_type=Path, dir_okay=False, allow_dash=True)


@click.command()
@click.argument("gold", nargs=-1, type=click.Path(path_type=Path))
@click.option("--codings", type=FILE, metavar="FILE", help="Score these codings (JSON Lines) instead of coding anew.")
@click.option("--floors", type=FILE, metavar="FILE", help="Floors to keep; by default floors.toml in a gold folder.")
@click.option("--check", is_flag=True, help="Exit with 1 where a figure is below its floor.")
@click.option("--update-floors", "update", is_flag=True, help="Pin the floors to what is measured.")
@click.option("--lower", metavar="REASON", default="", help="Let floors go down, and say why.")
@click.option("--errors", type=click.IntRange(min=0), default=0, metavar="N", help="List N errors of each field.")
@as_json
@model
@debug
@click.pass_context
def evaluate(
    ctx: click.Context, gold: tuple[Path, ...], codings: Path | None, floors: Path | None, lower: str, errors: int,
    model: str | None, *, check: bool, update: bool, as_json: bool,
) -> None:  # fmt: skip
    """Score codings against the GOLD folders or files (by default ./gold)."""
    folders = gold or (Path("gold"),)
    cases = load_gold(folders)
    scores = scored(read(codings) if codings else code_gold(cases, model), cases)
    click.echo(render_json(scores) if as_json else render_text(scores, errors=errors), nl=as_json)
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


def code_gold(cases: GoldSet, model: str | None) -> list[Coding]:
    """Code the reports of the gold cases."""
    return list(Coder(model=model).code_many(cases.reports()))


def keep(path: Path, scores: Scores, *, reason: str) -> None:
    """Pin the floors to what was measured."""
    old: Floors | None = load_floors(path) if path.exists() else None
    write_floors(path, update_floors(scores, old, allow_lower=bool(reason), reason=reason))
    click.echo(f"{path}: pinned {len(scores.figures)} figures", err=True)


def passes(path: Path, scores: Scores) -> bool:
    """Tell whether every figure keeps its floor, and say on standard error which does not."""
    failures = check_floors(scores, load_floors(path))
    for failure in failures:
        click.echo(str(failure), err=True)
    return not failures


def _floors_of(folders: tuple[Path, ...]) -> Path:
    return next((f for f in folders if f.is_dir()), Path()) / FLOORS
