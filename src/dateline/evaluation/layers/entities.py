"""Score the times and places of one case."""

from msgspec import UNSET, UnsetType

from dateline.evaluation.gold.cases import NONE, value_days
from dateline.evaluation.gold.entries import PlaceEntry, TimeEntry
from dateline.evaluation.gold.words import UNSCORED, Options, find_one, read_options, read_ref
from dateline.evaluation.layers.assign import best_pairs
from dateline.evaluation.layers.context import Pairing
from dateline.evaluation.outcome import Judged, Outcome, Sheet, Verdict, likeness, touches
from dateline.model.entities import Place, Time

ONE_EXPRESSION = 0.3
"""Two spans are one time expression from this share of characters in common ("May 19", "on May 19")."""


def score_times(both: Pairing) -> tuple[list[Outcome], list[Judged]]:
    """Compare the time expressions of a case."""
    entries, coded, sheet = both.gold.entry.time, both.coding.times or (), both.sheet("times")
    spans = [find_one(both.gold.text, entry.words) for entry in entries]
    fit = [[like if (like := likeness([s], [c.span])) >= ONE_EXPRESSION else 0.0 for c in coded] for s in spans]
    pairs = best_pairs(fit)
    outcomes = [o for i, j in pairs for o in _time(sheet, entries[i], coded[j], exact=spans[i] == coded[j].span)]
    judged = [
        Judged(layer="times", confidence=coded[j].confidence, right=entries[i].value in (coded[j].value, UNSCORED))
        for i, j in pairs
    ]
    missed = sorted(set(range(len(entries))) - {i for i, _ in pairs})
    outcomes += [sheet.mark("found", "missed", entries[i].words) for i in missed if not entries[i].optional]
    if "times" in both.gold.complete:
        for j in sorted(set(range(len(coded))) - {j for _, j in pairs}):
            outcomes.append(sheet.mark("found", "spurious", coded=both.words([coded[j].span])))
            judged.append(Judged(layer="times", confidence=coded[j].confidence, right=False))
    return outcomes, judged


def score_places(both: Pairing) -> tuple[list[Outcome], list[Judged]]:
    """Compare the places of a case."""
    entries, coded, sheet = both.gold.entry.place, both.coding.places or (), both.sheet("places")
    refs = [read_ref(both.gold.text, entry.words) for entry in entries]
    pairs = best_pairs([[float(touches(ref.spans, c.mentions)) for c in coded] for ref in refs])
    outcomes = [o for i, j in pairs for o in _place(sheet, entries[i], coded[j])]
    judged = [
        Judged(layer="places", confidence=coded[j].confidence, right=_right(entries[i], coded[j])) for i, j in pairs
    ]
    missed = sorted(set(range(len(entries))) - {i for i, _ in pairs})
    outcomes += [sheet.mark("found", "missed", entries[i].words) for i in missed]
    if "places" in both.gold.complete:
        for j in sorted(set(range(len(coded))) - {j for _, j in pairs}):
            outcomes.append(sheet.mark("found", "spurious", coded=coded[j].name))
            judged.append(Judged(layer="places", confidence=coded[j].confidence, right=False))
    return outcomes, judged


def _time(sheet: Sheet, entry: TimeEntry, coded: Time, *, exact: bool) -> list[Outcome]:
    """Compare two time expressions."""
    derived = value_days(entry.value) or (UNSET, UNSET)
    start = derived[0] if isinstance(entry.start, UnsetType) else entry.start
    end = derived[1] if isinstance(entry.end, UnsetType) else entry.end
    outcomes = [
        sheet.mark("found", "right"),
        sheet.mark("span", "right" if exact else "wrong", entry.words),
        sheet.scalar("type", entry.type, coded.type),
        *_value(sheet, entry, coded),
    ]
    for field, gold, got in (("start", start, coded.start), ("end", end, coded.end)):
        if not isinstance(gold, UnsetType) and gold != UNSCORED:
            outcomes.append(sheet.scalar(field, None if gold == NONE else gold, got))
    return outcomes


def _value(sheet: Sheet, entry: TimeEntry, coded: Time) -> list[Outcome]:
    """Compare two TIMEX3 values."""
    if entry.value == UNSCORED:
        return []
    verdict: Verdict = "right" if entry.value == coded.value else "wrong"
    return [sheet.mark("value", verdict, f"{entry.words} {entry.value}", coded.value)]


def _country(entry: PlaceEntry) -> Options:
    return None if isinstance(entry.country, UnsetType) else read_options(entry.country)


def _right(entry: PlaceEntry, coded: Place) -> bool:
    """Tell whether a place is right as a record: its country, and its name where gold has one."""
    country = _country(entry)
    named = isinstance(entry.name, UnsetType) or entry.name == coded.name
    return named and (country is None or coded.country in country)


def _place(sheet: Sheet, entry: PlaceEntry, coded: Place) -> list[Outcome]:
    """Compare two places."""
    outcomes = [sheet.mark("found", "right"), *sheet.option("country", _country(entry), coded.country)]
    if not isinstance(entry.name, UnsetType):
        outcomes.append(sheet.scalar("name", entry.name, coded.name))
    if not isinstance(entry.precision, UnsetType):
        allowed = (entry.precision,) if isinstance(entry.precision, str) else entry.precision
        outcomes += sheet.option("precision", frozenset(allowed), coded.precision)
    return outcomes
