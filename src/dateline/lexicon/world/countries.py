"""Countries: what they and their people are called, their capitals and seats of government, and who belongs to what."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from dateline.errors import LexiconError
from dateline.lexicon.tables import (
    DATA,
    check_code,
    covers,
    first_day,
    fits,
    fold,
    last_day,
    overruled,
    reach_of,
    read_checked,
    read_rows,
    require,
    split_list,
)
from dateline.model.closed import Sector

FormKind = Literal[
    "name", "abbreviation", "adjective", "demonym", "demonym-plural", "capital", "seat", "former",
]  # fmt: skip
FOLDER = DATA / "countries"
COUNTRY_COLUMNS = (
    "code", "name", "names", "abbreviations", "adjectives", "demonyms", "plurals", "capitals", "source", "note",
)  # fmt: skip
FORM_COLUMNS = ("form", "code", "kind", "sectors", "start", "end", "source", "note")
MEMBER_COLUMNS = ("organisation", "code", "start", "end", "source")
_KINDS = frozenset(get_args(FormKind))
_SECTORS = frozenset(get_args(Sector))


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryForm:
    """One way to name a country, its people or its government.

    ``code`` is ISO 3166-1 alpha-3 (XKX for Kosovo). ``sectors`` says what a seat stands for ("the Pentagon": MIL) or
    that a territory is unrecognised (PRE). ``start`` and ``end`` are the first and last day on which the form holds.
    """

    form: str
    code: str
    kind: FormKind
    start: date | None = None
    end: date | None = None
    sectors: tuple[Sector, ...] = ()
    source: str = "hand"
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """The days, both included, on which a country belongs to an organisation."""

    organisation: str
    code: str
    start: date | None
    end: date | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Countries:
    """All country forms, by folded key, and the members of organisations.

    ``reach`` maps the first word of a key to the most tokens that any form beginning with it can have.
    """

    names: Mapping[str, str]
    forms: Mapping[str, tuple[CountryForm, ...]]
    reach: Mapping[str, int]
    memberships: Mapping[str, tuple[Membership, ...]]

    def find(self, form: str, on: date | None = None) -> tuple[CountryForm, ...]:
        """Return what a form of the text can mean on a day, in the order of the file; case as printed matters.

        Args:
            form: One word, or several joined by spaces, without an article ("Kremlin", "United Arab Emirates").
            on: Day of the report; None accepts forms of any time.
        """
        found = self.forms.get(fold(form), ())
        return tuple(f for f in found if fits(f.form, form) and covers(f.start, f.end, on))

    def name(self, code: str) -> str:
        """Return the usual English name of a country.

        Raises:
            KeyError: The code is none of a country.
        """
        return self.names[code]

    def members(self, organisation: str, on: date | None = None) -> frozenset[str]:
        """Return the codes of the members of an organisation ("NATO", "EU") on a day; empty if none are listed."""
        rows = self.memberships.get(organisation, ())
        return frozenset(m.code for m in rows if covers(m.start, m.end, on))


@cache
def load_countries(folder: Path = FOLDER, *, extra: Path | None = None) -> Countries:
    """Read the tables of countries once.

    Args:
        folder: Where the tables are.
        extra: A user's lexicon folder. Its ``countries/countries.csv``, ``countries/forms.csv`` and
            ``countries/members.csv``, each with the columns of the file of the same name, add rows and overrule: a
            country's row replaces that of the same code, a form's row all meanings of that form (capitals and accents
            aside), a member's row that of the same organisation and country.

    Raises:
        LexiconError: A file is missing or breaks its format; in a user's folder with file and row.
    """
    own = _read_extra(extra / "countries") if extra is not None else {}
    rows = overruled(read_rows(folder / "countries.csv", COUNTRY_COLUMNS), own.get("countries.csv", ()), _first)
    forms = [form for row in rows for form in _country_forms(row)]
    forms += [_form(row) for row in read_rows(folder / "forms.csv", FORM_COLUMNS)]
    added = [_form(row) for row in own.get("forms.csv", ())]
    taken = {fold(form.form) for form in added}
    members = overruled(read_rows(folder / "members.csv", MEMBER_COLUMNS), own.get("members.csv", ()), _member_key)
    by_key = _group_forms([*added, *(f for f in forms if not taken or fold(f.form) not in taken)])
    return Countries(
        names={row[0]: row[1] for row in rows},
        forms=by_key,
        reach=reach_of(by_key),
        memberships=_group_members(_membership(row) for row in members),
    )


def _read_extra(folder: Path) -> dict[str, list[list[str]]]:
    """Read a user's files on countries, strictly; none if there is no such folder."""
    out: dict[str, list[list[str]]] = {}
    for path in sorted(folder.glob("*.csv")):
        if path.name not in _EXTRA:
            raise LexiconError(f"{path}: is none of {sorted(_EXTRA)}; rename or remove it")
        columns, check = _EXTRA[path.name]
        out[path.name] = read_checked(path, columns, check)
    return out


def _check_country(row: list[str]) -> None:
    require(row, COUNTRY_COLUMNS, "code", "name")
    check_code(row[0])


def _check_form(row: list[str]) -> None:
    require(row, FORM_COLUMNS, "form", "code", "kind")
    check_code(row[1])
    _form(row)


def _check_member(row: list[str]) -> None:
    require(row, MEMBER_COLUMNS, "organisation", "code")
    check_code(row[1])
    _membership(row)


_EXTRA: dict[str, tuple[tuple[str, ...], Callable[[list[str]], None]]] = {
    "countries.csv": (COUNTRY_COLUMNS, _check_country),
    "forms.csv": (FORM_COLUMNS, _check_form),
    "members.csv": (MEMBER_COLUMNS, _check_member),
}


def _first(row: list[str]) -> str:
    return row[0]


def _member_key(row: list[str]) -> tuple[str, str]:
    return row[0], row[1]


def _country_forms(row: list[str]) -> list[CountryForm]:
    code, name, names, abbreviations, adjectives, demonyms, plurals, capitals, source, note = row
    cells: tuple[tuple[FormKind, str], ...] = (
        ("name", name), ("name", names), ("abbreviation", abbreviations), ("adjective", adjectives),
        ("demonym", demonyms), ("demonym-plural", plurals), ("capital", capitals),
    )  # fmt: skip
    return [
        CountryForm(form=form, code=code, kind=kind, source=source, note=note or None)
        for kind, cell in cells
        for form in split_list(cell)
    ]


def _form(row: list[str]) -> CountryForm:
    form, code, kind, sectors, start, end, source, note = row
    if kind not in _KINDS or not _SECTORS.issuperset(split_list(sectors)):
        raise LexiconError(f"countries/forms.csv: {form!r} has kind {kind!r}, sectors {sectors!r}; see model/closed.py")
    return CountryForm(
        form=form, code=code, kind=kind, sectors=split_list(sectors),  # type: ignore[arg-type]  # checked above
        start=first_day(start), end=last_day(end), source=source, note=note or None,
    )  # fmt: skip


def _membership(row: list[str]) -> Membership:
    organisation, code, start, end, source = row
    return Membership(
        organisation=organisation, code=code, start=first_day(start), end=last_day(end), source=source
    )  # fmt: skip


def _group_forms(forms: Iterable[CountryForm]) -> dict[str, tuple[CountryForm, ...]]:
    grouped: dict[str, list[CountryForm]] = {}
    for form in forms:
        grouped.setdefault(fold(form.form), []).append(form)
    return {key: tuple(found) for key, found in grouped.items()}


def _group_members(members: Iterable[Membership]) -> dict[str, tuple[Membership, ...]]:
    grouped: dict[str, list[Membership]] = {}
    for member in members:
        grouped.setdefault(member.organisation, []).append(member)
    return {key: tuple(found) for key, found in grouped.items()}
