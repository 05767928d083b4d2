"""The part of ``dateline evaluate`` that scores a join of stories."""

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from dateline.cli.printing.ingesting import Watched
from dateline.coder import Coder
from dateline.crew import Crew
from dateline.errors import UsageError
from dateline.evaluation.stories.entries import Part
from dateline.evaluation.stories.joining import count_same_orders, keep_stories, read_join, recall_marks
from dateline.evaluation.stories.plots import PLOTS, load_stories
from dateline.evaluation.stories.render import render_stories, stories_json
from dateline.evaluation.stories.scoring import score_stories


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """What the user asks for."""

    part: Part | None
    rule: str
    orders: int
    ledger: Path | None
    errors: int
    marked: bool
    as_json: bool


def holds_stories(folder: Path) -> bool:
    """Tell whether a folder holds stories rather than cases."""
    return (folder / PLOTS).is_dir()


def echo_stories(folders: Sequence[Path], how: How, load: Callable[[], Coder | Crew]) -> None:
    """Join all stories of a folder, and print the scores of those of one part.

    Raises:
        UsageError: More than the one folder is named.
    """
    if len(folders) > 1:
        raise UsageError(f"{folders[0]}: stories are scored one folder at a time; name it alone")
    stories = load_stories(folders[0])
    with nullcontext() if how.ledger else TemporaryDirectory() as own:
        path = how.ledger or Path(own or ".") / "stories.db"
        with Watched() as progress:
            keep_stories(stories, path, partial(recall_marks, stories) if how.marked else load, progress=progress)
        scores = score_stories(stories.of(how.part), read_join(path, rule=how.rule))
        click.echo(stories_json(scores) if how.as_json else render_stories(scores, errors=how.errors), nl=how.as_json)
        if how.orders:
            same = count_same_orders(stories, path, rule=how.rule, orders=how.orders)
            click.echo(f"{same} of {how.orders} other orders of arrival make the same groups", err=how.as_json)
