"""Records by hand for the tests of timelines."""

from typing import Any

from dateline.timelines.dues import Due
from dateline.timelines.model import Party, Quote, Teller
from dateline.timelines.pledges import Gift
from dateline.timelines.positions import Stand

EU = Party(name="European Union", country="IGO", kind="organisation")
NORWAY = Party(name="Norway", country="NOR", kind="country")
PERU = Party(name="Peru", country="PER", kind="country")


def teller(report: str, published: str, **more: Any) -> Teller:
    return Teller(report=report, published=published, source=more.pop("source", report), **more)


def stand(report: str, day: str, stance: Any, **more: Any) -> Stand:
    own: dict[str, Any] = {
        "actor": Party(name="Ana Quispe", country="PER", kind="person"), "issue": "membership:of-per:in-oecd",
        "label": "membership of Peru in the OECD", "strength": 0.7,
    }  # fmt: skip
    told = more.pop("teller", None) or teller(report, day)
    return Stand(
        stance=stance, day=day, quote=Quote(words=f"{stance} in {report}", report=report), teller=told, **own | more
    )


def gift(report: str, published: str, amount: float | None = 5e6, **more: Any) -> Gift:
    own: dict[str, Any] = {
        "giver": NORWAY,
        "receiver": PERU,
        "kind": "humanitarian",
        "stage": "announced",
        "currency": "NOK",
    }
    told = more.pop("teller", None) or teller(report, published)
    number = more.pop("number", 1)
    return Gift(
        id=f"{report}/c{number}", amount=amount, quote=Quote(words=f"{amount} in {report}", report=report),
        teller=told, **own | more,
    )  # fmt: skip


def due(report: str, published: str, start: str | None, **more: Any) -> Due:
    own: dict[str, Any] = {
        "kind": "meeting",
        "name": "Andes summit",
        "status": "set",
        "granularity": "day",
        "place": None,
    }
    told = more.pop("teller", None) or teller(report, published)
    end = more.pop("end", start)
    return Due(
        id=f"{report}/h1", start=start, end=end, quote=Quote(words=f"due in {report}", report=report), teller=told,
        **own | more,
    )  # fmt: skip
