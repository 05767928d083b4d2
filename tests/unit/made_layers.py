"""One coding made by hand with a record of every layer, and functions that find its words."""

from dateline.model.base import Evidence, Span
from dateline.model.coding import Coding
from dateline.model.entities import Actor, Place, PlaceCandidate, Time
from dateline.model.event import AcledType, Alternative, Attribution, Content, Event, Link, Quantity
from dateline.model.plans import Amount, Commitment, Item, Scheduled
from dateline.model.report import CoderInfo, Report
from dateline.model.speech import Issue, Position, Statement

TEXT = (
    "Rebels shelled Bardo on 4 March 2024, killing 11 nurses, the governor said.\n\n"
    "Norland pledged at least 300 million euros and 40 trucks to Sudland. "
    "Ministers will meet in Bardo in June 2024.\n\n"
    "Norland backs the truce <if> it holds."
)


def at(words: str, nth: int = 0) -> Span:
    """Return where words stand in the text."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def actor(own: str, name: str, kind: str, **given: object) -> Actor:
    """Return an actor that stands in the text by its name."""
    given = {"mentions": (at(name),), "rule": "actors/hand", "confidence": 0.9, **given}
    return Actor(id=own, name=name, kind=kind, **given)  # type: ignore[arg-type]


def quantity(kind: str = "killed", low: float | None = 11, high: float | None = 11, **given: object) -> Quantity:
    """Return a number."""
    given = {"qualifier": "exact", "span": at("11 nurses"), **given}
    return Quantity(kind=kind, low=low, high=high, **given)  # type: ignore[arg-type]


def event(**given: object) -> Event:
    """Return the attack, changed where told so."""
    made: dict[str, object] = {
        "id": "e1", "main": True, "type": "ASSAULT", "mode": "heavy-weapons", "modes": ("heavy-weapons",),
        "acled": AcledType(event_type="Explosions/Remote violence", sub_event_type="Shelling/artillery/missile attack"),
        "trigger": at("shelled"), "mentions": (at("shelled"), at("killing")), "sentence": 0, "actors": ("a1",),
        "recipients": ("a2",), "place": "p1", "place_span": at("Bardo"), "start": "2024-03-04", "end": "2024-03-04",
        "quantities": (quantity(),), "attribution": (Attribution(actor="a3", statement="s1", cue=at("said")),),
        "alternatives": (Alternative(type="COERCE", score=0.12),), "rule": "frame assault/shell", "confidence": 0.91,
        "evidence": {
            "actors": Evidence(spans=(at("Rebels"),), rule="subject"),
            "recipients": Evidence(spans=(at("nurses"),), note="counted among the dead"),
            "start": Evidence(spans=(at("4 March 2024"),)),
        },
    }  # fmt: skip
    return Event(**{**made, **given})  # type: ignore[arg-type]


def coding(**given: object) -> Coding:
    """Return the coding, changed where told so."""
    made: dict[str, object] = {
        "report": Report(
            id="r1", text=TEXT, title="Bardo shelled", source="The Bardo Courier", published="2024-03-05",
            coder=CoderInfo(version="1", model="m", model_digest="d", lexicon_digest="l", options={}),
        ),
        "actors": (
            actor("a1", "Rebels", "armed-group", country="MLI", sector="REB", sectors=("REB",)),
            actor("a2", "nurses", "population", sector="HLH", sectors=("HLH", "CVL")),
            actor("a3", "governor", "office", office="governor", sectors=("GOV",)),
            actor("a4", "Norland", "country", country="NOR", wikidata="Q1"),
            actor("a5", "Sudland", "country", country="SDN"),
        ),
        "places": (
            Place(
                id="p1", name="Bardo", country="MLI", admin1="Gao", lat=16.25, lon=-0.05, radius_km=5.0,
                precision="town", geonames=7, feature="P.PPL", mentions=(at("Bardo"), at("Bardo", 1)),
                candidates=(PlaceCandidate(name="Bardo", country="TUN", score=0.2, admin1="Tunis"),),
                rule="gazetteer", confidence=0.8,
            ),
        ),
        "times": (
            Time(
                id="t1", span=at("4 March 2024"), type="DATE", value="2024-03-04", start="2024-03-04",
                end="2024-03-04", granularity="day", anchor="absolute", rule="date/day-month", confidence=0.95,
            ),
        ),
        "events": (event(),),
        "statements": (
            Statement(
                id="s1", speaker="a3", speaker_span=at("the governor"), cue=at("said"),
                content=((0, TEXT.index(", the governor")),), kind="indirect", act="assert", addressee="a4",
                via=("a2",), events=("e1",), rule="say/tail", confidence=0.9,
            ),
            Statement(
                id="s2", speaker=None, speaker_span=None, cue=None, content=(at("it holds"),), kind="direct",
                form="writing", rule="free", confidence=0.6,
            ),
        ),
        "commitments": (
            Commitment(
                id="c1", event=None, donor="a4", recipient="a5", kind="military", stage="announced", instrument="loan",
                amount=Amount(value=3e8, currency="EUR", qualifier="at-least", span=at("at least 300 million euros")),
                items=(Item(name="trucks", count=40, span=at("40 trucks")),), rule="giving/pledge", confidence=0.8,
                evidence={"stage": Evidence(spans=(at("pledged"),))},
            ),
        ),
        "scheduled": (
            Scheduled(
                id="h1", event=None, kind="meeting", name="meeting of ministers", status="cancelled",
                start="2024-06-01", end="2024-06-30", place="p1", participants=("a4",), span=at("meet"),
                rule="scheduled/verb", confidence=0.7,
            ),
        ),
        "positions": (
            Position(
                id="n1", actor="a4", issue=Issue(id="truce", label="a truce"), stance="for", strength=0.5,
                hedge=at("backs"), condition=at("<if> it holds"), statements=("s1",), rule="stance/back",
                confidence=0.7, evidence={"stance": Evidence(spans=(at("backs"),))},
            ),
        ),
    }  # fmt: skip
    return Coding(**{**made, **given})  # type: ignore[arg-type]


CONTENT = Content(type="RETREAT", mode="withdraw")
LINK = Link(type="response-to", event="e9", cue=at("killing"))
