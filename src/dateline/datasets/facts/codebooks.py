"""The codebooks' values that formats want beside the codes: labels, scores, disorder types, quads."""

from collections.abc import Mapping
from functools import cache

from dateline.datasets.columns import load_table
from dateline.lexicon.tables import DATA, read_rows
from dateline.model.event import AcledType

_ONTOLOGY = DATA / "ontology"
_QUADS = ((5, 1), (8, 2), (13, 3), (20, 4))  # the last root code of each quad, by CAMEO's textbook


@cache
def _acled() -> Mapping[str, tuple[str, AcledType]]:
    rows = read_rows(_ONTOLOGY / "acled.csv", ("disorder_type", "event_type", "sub_event_type"))
    return {sub: (disorder, AcledType(event_type=event, sub_event_type=sub)) for disorder, event, sub in rows}


def acled_of(sub_event_type: str) -> AcledType | None:
    """Return ACLED's two levels of type by the lower one, None for what is none of ACLED's."""
    found = _acled().get(sub_event_type)
    return found and found[1]


def disorder_of(found: AcledType) -> str:
    """Return ACLED's disorder type."""
    return _acled()[found.sub_event_type][0]


@cache
def _cameo() -> Mapping[str, tuple[str, float | None]]:
    rows = read_rows(_ONTOLOGY / "cameo.csv", ("code", "label", "goldstein"))
    return {code: (label, float(value) if value else None) for code, label, value in rows}


def cameo_label(code: str | None) -> str | None:
    """Return the label of a CAMEO code, None where there is none."""
    found = _cameo().get(code or "")
    return found and found[0]


def goldstein(code: str | None, *, table: str = "icews") -> float | None:
    """Return Goldstein's value of a code by the table of ICEWS or of GDELT, which differ in a few codes."""
    if table == "gdelt" and code in _gdelt():
        return _gdelt()[code]
    found = _cameo().get(code or "")
    return found and found[1]


@cache
def _gdelt() -> Mapping[str | None, float]:
    return {row["code"]: float(row["goldstein"]) for row in load_table("goldstein_gdelt", "code", "goldstein")}


def quad_of(code: str | None) -> int | None:
    """Return the textbook's quad of a CAMEO code: 1 and 2 cooperation, 3 and 4 conflict, in words and in deeds."""
    if code is None:
        return None
    return next(quad for last, quad in _QUADS if int(code[:2]) <= last)


@cache
def _plover() -> Mapping[tuple[str, str], float | None]:
    rows = read_rows(_ONTOLOGY / "plover.csv", ("type", "mode", "quad", "score", "note"))
    return {(kind, mode): float(score) if score else None for kind, mode, _, score, _ in rows}


def plover_score(kind: str | None, mode: str | None) -> float | None:
    """Return the score that the PLOVER manual prints for a mode, else for its type."""
    found = _plover().get((kind or "", mode or ""))
    return found if found is not None else _plover().get((kind or "", ""))


@cache
def _sectors() -> Mapping[str, Mapping[str, str]]:
    return {row["sector"]: row for row in load_table("sectors", "sector", "cameo", "icews", "kind")}


def cameo_role(sector: str) -> str | None:
    """Return CAMEO's role code of a sector of PLOVER, None where it has none."""
    return _sectors()[sector]["cameo"] or None


def icews_sector(sector: str) -> str:
    """Return a sector in words, as ICEWS has them."""
    return _sectors()[sector]["icews"]
