"""Ledgers of a few reports of one or two happenings, coded by hand, for tests of the join."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from made_codings import item, run_info

from dateline.ledger.keeping.kinship import Kinship
from dateline.model.coding import Coding
from dateline.model.entities import Actor, Place
from dateline.model.event import Event, Quantity
from dateline.model.item import Published
from dateline.model.report import Report
from dateline.store.batch import Batch, Writer
from dateline.store.keeping.codings import add_coding, find_run
from dateline.store.keeping.reports import add_report

PLACES = {
    "Kyiv": ("UKR", 50.45, 30.52, "town", 15.0), "Ukraine": ("UKR", 49.0, 32.0, "country", 600.0),
    "Tavna": ("UKR", 48.10, 33.10, "town", 4.0), "Orlec": ("UKR", 48.45, 33.10, "town", 4.0),
}  # fmt: skip
COUNTRIES = {"Russia": "RUS", "Russian drones": "RUS", "Ukraine": "UKR", "Kyiv": "UKR", "Ukrainian capital": "UKR"}

CAPITAL = {
    "id": "capital", "published": "2024-05-02T08:00", "source": "Coast Tribune",
    "title": "Russia hits Ukrainian capital",
    "text": "Russia hit the Ukrainian capital with drones before dawn on Thursday, and a depot burned, officials said.",
    "events": [{"trigger": "hit", "who": "Russia", "whom": "Ukraine", "place": "Kyiv", "start": "2024-05-02"}],
}  # fmt: skip
NINE = {
    "id": "nine", "published": "2024-05-02T13:00", "source": "Valley Post", "title": "Nine killed in strikes on Kyiv",
    "text": "Nine people were killed in strikes on Kyiv before dawn on Thursday, when drones hit a depot and a school.",
    "events": [{"trigger": "strikes", "whom": "Kyiv", "place": "Kyiv", "start": "2024-05-02", "killed": 9}],
}  # fmt: skip


def market(town: str, minute: str) -> dict[str, Any]:
    """Return a report of shells on a town's market: two towns, told in the same words."""
    return {
        "id": town.lower(), "published": f"2024-05-02T09:{minute}", "source": "River Mail",
        "title": f"Market hit in {town}",
        "text": f"Shells hit the market of {town} on Thursday morning, killing two traders, the mayor of the town "
        "said.",
        "events": [{"trigger": "hit", "mode": "heavy-weapons", "place": town, "start": "2024-05-02", "killed": 2}],
    }  # fmt: skip


TAVNA, ORLEC = market("Tavna", "00"), market("Orlec", "30")
TALKS = {
    "id": "talks", "published": "2024-05-02T10:00", "source": "Valley Post", "title": "Envoys meet in Kyiv over grain",
    "text": "Envoys of two ministries met in Kyiv on Wednesday to talk of grain, port fees and the price of barley.",
    "events": [{"trigger": "met", "type": "CONSULT", "mode": "visit", "place": "Kyiv", "start": "2024-05-01"}],
}  # fmt: skip
ALL = (CAPITAL, NINE, TAVNA, ORLEC, TALKS)


def make(path: Path, reports: Iterable[Mapping[str, Any]]) -> Path:
    """Keep reports with their codings in a ledger, in this order."""
    with Writer(path) as writer:
        for report in reports:
            with writer.batch() as batch:
                keep(batch, report)
    return path


def keep(batch: Batch, report: Mapping[str, Any], *, version: str = "1") -> None:
    """Keep one report with its coding."""
    told = Published(raw=report["published"], moment=report["published"])
    one = item(report["text"], id=report["id"], source=report["source"], title=report["title"], published=told)
    day = report["published"][:10]
    kept = add_report(batch, one, published=day, language="en", alike=lambda *_: False)
    if kept.outcome == "new":
        Kinship().place(batch, kept, one)
    add_coding(batch, kept.report_key, find_run(batch, run_info(version)), coded(report))


def coded(report: Mapping[str, Any]) -> Coding:
    """Return the coding of a report."""
    whole = Report(id=report["id"], text=report["text"], title=report["title"], source=report["source"],
                   published=report["published"][:10])  # fmt: skip
    events = [*enumerate(report["events"], start=1)]
    actors = {e[role]: f"a{n}{role[-1]}" for n, e in events for role in ("who", "whom") if role in e}
    places = {e["place"]: f"p{n}" for n, e in events if "place" in e}
    return Coding(
        report=whole, statements=(), events=tuple(_event(n, e, whole.text, actors, places) for n, e in events),
        actors=tuple(_actor(key, name) for name, key in actors.items()),
        places=tuple(_place(key, name, whole.text) for name, key in places.items()),
    )  # fmt: skip


def _event(n: int, given: Mapping[str, Any], text: str, actors: Mapping[str, str], places: Mapping[str, str]) -> Event:
    at = text.index(given["trigger"])
    killed = given.get("killed")
    number = () if killed is None else (
        Quantity(kind="killed", low=killed, high=killed, qualifier="exact", span=(0, 4)),
    )  # fmt: skip
    return Event(
        id=f"e{n}", main=n == 1, type=given.get("type", "ASSAULT"), mode=given.get("mode", "drone"),
        trigger=(at, at + len(given["trigger"])), sentence=0, rule="made", confidence=0.8,
        actors=(actors[given["who"]],) if "who" in given else (),
        recipients=(actors[given["whom"]],) if "whom" in given else (), place=places.get(given.get("place", "")),
        start=given.get("start"), end=given.get("start"), status=given.get("status", "occurred"),
        background=given.get("background", False), quantities=number,
    )  # fmt: skip


def _actor(key: str, name: str) -> Actor:
    return Actor(id=key, name=name, kind="country", country=COUNTRIES.get(name), mentions=((0, 3),), rule="made",
                 confidence=0.9)  # fmt: skip


def _place(key: str, name: str, text: str) -> Place:
    country, lat, lon, precision, radius = PLACES[name]
    at = max(0, text.find(name))
    return Place(id=key, name=name, country=country, lat=lat, lon=lon, radius_km=radius, precision=precision,  # type: ignore[arg-type]
                 mentions=((at, at + len(name)),), rule="made", confidence=0.9)  # fmt: skip
