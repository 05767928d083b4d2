"""The codebooks' tables: PLOVER quads, CAMEO codes and Goldstein values, ACLED's types, PLOVER contexts."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from dateline.errors import LexiconError
from dateline.lexicon.files import DATA, read_toml
from dateline.model.closed import Context
from dateline.model.event import AcledType


class ContextFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """contexts.toml."""

    contexts: dict[Context, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Ontology:
    """Look-ups from one coding to the others."""

    quads: Mapping[str, int]
    codes: Mapping[tuple[str, str, str], str]
    goldsteins: Mapping[str, float]
    acled: Mapping[str, AcledType]
    context_of: Mapping[str, tuple[Context, ...]]

    def cameo(self, type_: str, mode: str | None, content: str | None) -> str:
        """Return the CAMEO 1.1b3 code of a PLOVER type, its first mode and the type of its content."""
        for key in (
            (type_, mode or "", content or ""),
            (type_, mode or "", ""),
            (type_, "", content or ""),
            (type_, "", ""),
        ):
            if key in self.codes:
                return self.codes[key]
        raise LexiconError(f"cameo_of.csv: no code for type {type_!r}; add a row with an empty mode and content")


def load_ontology(folder: Path = DATA / "ontology") -> Ontology:
    """Read the tables of the codebooks.

    Raises:
        LexiconError: A table is missing or breaks its format.
    """
    contexts: dict[str, list[Context]] = {}
    for context, words in read_toml(folder / "contexts.toml", ContextFile).contexts.items():
        for word in words:
            contexts.setdefault(word, []).append(context)
    return Ontology(
        quads={r["type"]: int(r["quad"]) for r in _rows(folder / "plover.csv")},
        codes={(r["type"], r["mode"], r["content"]): r["code"] for r in _rows(folder / "cameo_of.csv")},
        goldsteins={r["code"]: float(r["goldstein"]) for r in _rows(folder / "cameo.csv")},
        acled={
            r["sub_event_type"]: AcledType(event_type=r["event_type"], sub_event_type=r["sub_event_type"])
            for r in _rows(folder / "acled.csv")
        },
        context_of={word: tuple(found) for word, found in contexts.items()},
    )


def _rows(path: Path) -> Iterator[dict[str, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)
    except OSError as error:
        raise LexiconError(f"{path.name}: cannot be read ({error.strerror}); check the path {path}") from error
