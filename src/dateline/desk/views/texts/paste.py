"""Paste a report: it is coded while one waits, and nothing is kept."""

from typing import Any

import msgspec

from dateline.desk.asked import Asked
from dateline.desk.desk import Desk
from dateline.desk.page import Act, Data, Page
from dateline.desk.posting import Given
from dateline.desk.sample import sample_reports
from dateline.desk.views.texts.coded import marks, records
from dateline.errors import UsageError
from dateline.ledger.keeping.pasting import keep_pasted
from dateline.model.coding import Coding
from dateline.reading.prepare import read_date

MOST_CHARACTERS = 100_000


def paste(asked: Asked) -> Data:
    """Return what the coder says of a text that was posted; of none, texts to try."""
    text = asked.text("text")
    told: Data = {"text": "", "marks": [], "records": [], "report": None, "error": None, "layers": []}
    if text and text.strip():
        told |= coded(asked, text)
    return {**told, "samples": [{"title": r["title"], "text": r["text"]} for r in sample_reports()[:5]]}


def coded(asked: Asked, text: str) -> Data:
    """Return the coding of a text.

    Raises:
        UsageError: The text is too long for a page, or the day is none.
    """
    if len(text) > MOST_CHARACTERS:
        raise UsageError(
            f"the text has {len(text):,} characters; paste at most {MOST_CHARACTERS:,}, or use `dateline code`"
        )
    found = asked.desk.coder.get().code(text, **_given(asked))
    report = found.report
    return {
        "text": report.text, "marks": marks(found), "records": list(records(found)), "error": report.error,
        "report": {n: v for n, v in msgspec.to_builtins(report).items() if n != "text"}, "layers": _layers(found),
    }  # fmt: skip


def _given(asked: Asked) -> dict[str, Any]:
    """Return what is known of a text beside it."""
    published, found = asked.one("published"), {}
    if published is not None:
        day = read_date(published)
        if day is None:
            raise UsageError(f"published {published[:40]!r} is no date; write it as YYYY-MM-DD")
        found["published"] = day
    return {**found, **{name: asked.one(name) for name in ("title", "source", "url") if asked.one(name)}}


def _layers(found: Coding) -> list[tuple[str, int]]:
    names = ("events", "statements", "positions", "commitments", "scheduled", "actors", "places", "times")
    return [(name, len(getattr(found, name) or ())) for name in names]


PAGE = Page(
    name="paste", path="/paste", told="Paste a report and see it coded; nothing is kept.", data=paste, posts=True,
    parameters={
        "text": "the report, posted", "published": "its day, as YYYY-MM-DD", "title": "its headline",
        "source": "its publisher", "url": "its address",
    },
    keys={
        "text": "the text as it was read, empty for none",
        "report": "what is known of it (docs/fields.md), without the text",
        "error": "why it could not be coded, else null", "layers": "`[layer, records]`",
        "marks": "as of a report", "records": "as of a report",
        "samples": "texts to try: `title`, `text`",
    },
)  # fmt: skip


def keep(desk: Desk, given: Given) -> Data:
    """Keep a report that was pasted."""
    text = "".join(given.get("text", []))
    if not text.strip():
        raise UsageError("paste a report first")
    if len(text) > MOST_CHARACTERS:
        raise UsageError(f"the text has {len(text):,} characters; keep it with `dateline ingest`")
    told = {name: values[-1].strip() for name, values in given.items() if name in _BESIDE and values[-1].strip()}
    name, new = keep_pasted(desk.ledger, {**told, "text": text}, desk.coder.get(), by=desk.editor or "")
    return {"ok": True, "report": name, "new": new}


_BESIDE = ("published", "title", "source", "url")
ACT = Act(
    path="/review/keep", told="Keep a pasted report in the ledger, and code it.", made=keep,
    keys={"ok": "true", "report": "its id", "new": "whether it was not there before"},
    parameters={"text": "the report", **{n: PAGE.parameters[n] for n in _BESIDE}},
)  # fmt: skip
