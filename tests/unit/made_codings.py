"""Codings made by hand, for tests of what keeps and lists them."""

from dateline.model.coding import Coding
from dateline.model.entities import Actor, Place
from dateline.model.event import Event
from dateline.model.item import Found, Item
from dateline.model.report import Report
from dateline.store.keeping.codings import RunInfo

TEXT = "Rebels shelled Bardo on Monday, killing two. The army denied losses."
BARDO = Place(
    id="p1", name="Bardo", country="MLI", admin1="Gao Region", lat=16.2, lon=-0.1, radius_km=5.0, precision="town",
    mentions=((15, 20),), rule="gazetteer", confidence=0.9,
)  # fmt: skip
REBELS = Actor(id="a1", name="Rebels", kind="armed-group", country="MLI", sector="REB", mentions=((0, 6),), rule="t", confidence=0.9)  # fmt: skip  # noqa: E501
ARMY = Actor(id="a2", name="Army", kind="organisation", country="MLI", sector="MIL", mentions=((49, 53),), rule="t", confidence=0.9)  # fmt: skip  # noqa: E501


def run_info(version: str = "1") -> RunInfo:
    return RunInfo(version=version, model="m", model_digest="d", lexicon_digest="l", gazetteer_digest="g")


def item(text: str = TEXT, **given: object) -> Item:
    found = given.pop("found", Found(path="a.txt"))
    return Item(text=text, found=found, original=text.encode(), **given)  # type: ignore[arg-type]


def event(**given: object) -> Event:
    made = {
        "id": "e1", "type": "ASSAULT", "mode": "heavy-weapons", "trigger": (7, 14), "sentence": 0, "actors": ("a1",),
        "place": "p1", "start": "2024-03-04", "end": "2024-03-04", "rule": "frame assault", "confidence": 0.9,
    }  # fmt: skip
    return Event(**{**made, **given})  # type: ignore[arg-type]


def coding(report_id: str = "x", text: str = TEXT, *, events: tuple[Event, ...] = (), **report: object) -> Coding:
    made = Report(id=report_id, text=text, **{"published": "2024-03-05", **report})  # type: ignore[arg-type]
    return Coding(report=made, actors=(REBELS, ARMY), places=(BARDO,), events=events or (event(),), statements=())
