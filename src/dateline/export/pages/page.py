"""Codings as one page of HTML that needs nothing else: the words, and beside them the records."""

import hashlib
from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import cache, partial
from html import escape
from pathlib import Path

from dateline.export.guard import Failed, each
from dateline.export.pages.cards import groups, roles
from dateline.export.pages.highlight import KINDS, lines, mark_up
from dateline.export.words.naming import day, folded
from dateline.model.coding import Coding

ASSETS = Path(__file__).with_name("assets")
"""The look of words and records, which the desk shares."""
_LABELS = {
    "event": "events", "statement": "statements", "commitment": "commitments", "scheduled": "scheduled",
    "position": "positions", "setting": "places, dates",
}  # fmt: skip
_KEYS = (
    ("j ↓ / k ↑", "next, previous record"), ("Tab", "through the records and their links"), ("Enter", "why it is so"),
    ("Esc", "let go"), ("n / p", "next, previous report"), ("1 … 6", "show or hide a kind"), ("?", "this list"),
)  # fmt: skip
_SHEET = (
    '<div class="sheet"><button data-card="-1" aria-label="previous record">‹</button><output></output>'
    '<button data-card="1" aria-label="next record">›</button><button data-shut aria-label="close">✕</button></div>'
)


def write_page(codings: Iterable[Coding], *, failed: Failed | None = None) -> Iterator[str]:
    """Yield a page of all codings, piece by piece; ``failed`` is told of one that cannot be written."""
    yield _opening()
    for number, coding in enumerate(codings, start=1):
        yield from each([coding], partial(report_section, number=number), failed)
    yield f"</main>{_SHEET}{_help()}<script>{_asset('page.js')}</script></body></html>\n"


def notebook(coding: Coding) -> str:
    """Return a coding for a notebook: the page in a frame of its own, so that styles do not mix."""
    page = "".join(write_page([coding]))
    return (
        f'<iframe srcdoc="{escape(page)}" style="width:100%;height:36em;border:1px solid #8884;border-radius:6px" '
        'sandbox="allow-scripts" title="coded report"></iframe>'
    )


def report_section(coding: Coding, *, number: int) -> str:
    """Return one report: its text and its records."""
    report, prefix = coding.report, f"r{number}-"
    told = [folded(t) for t in (report.source, day(report.published), report.id) if t]
    title = folded(report.title or report.text.strip().split("\n", 1)[0][:160]) or report.id
    notes = "".join(f'<p class="note">{escape(n)}</p>' for n in report.notes)
    if report.error:
        notes += f'<p class="error">not coded: {escape(report.error)}</p>'
    cuts = [span for record in coding.records() if hasattr(record, "id") for _, span in roles(record)]
    words = mark_up(report.text, list(lines(coding)), cuts, prefix=prefix)
    none = "" if report.error else '<p class="none">No event, statement, pledge or plan was found.</p>'
    cards = "".join(groups(coding, prefix=prefix)) or none
    return (
        f'<section class="report" id="r{number}" aria-label="{escape(title)}" data-title="{escape(title)}">'
        f'<article class="text" tabindex="0" aria-label="text"><p class="meta">{escape(" · ".join(told))}</p>{notes}'
        f'<div class="words" lang="en" dir="auto">{words}</div></article>'
        f'<aside class="records" aria-label="records">{cards}</aside></section>\n'
    )


def _opening() -> str:
    script = b64encode(hashlib.sha256(_asset("page.js").encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{script}'"
    legend = "".join(
        f'<label class="{kind}"><input type="checkbox" checked data-kind="{kind}">'
        f'<span class="sample">{_LABELS[kind]}</span></label>'
        for kind in KINDS
    )
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"><title>dateline</title>'
        f"<style>{_asset('words.css')}{_asset('page.css')}</style></head><body>"
        '<a class="skip" href="#r1">to the records</a><header><h1>dateline</h1><nav hidden aria-label="reports">'
        '<button data-step="-1" title="previous report (p)" aria-label="previous report">‹</button>'
        '<select aria-label="report"></select>'
        '<button data-step="1" title="next report (n)" aria-label="next report">›</button></nav>'
        f'<div class="legend">{legend}<span class="dash">dashed: not, not yet, or background</span></div>'
        '<button class="ask" title="keys (?)" aria-label="keys">?</button></header><main>\n'
    )


def _help() -> str:
    rows = "".join(f"<dt><kbd>{escape(k)}</kbd></dt><dd>{escape(v)}</dd>" for k, v in _KEYS)
    return (
        f'<dialog class="help"><h2>Keys</h2><dl>{rows}</dl><form method="dialog"><button>close</button></form></dialog>'
    )


@cache
def _asset(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")
