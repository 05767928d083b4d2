"""Sort the tables of countries and compare them with two public lists.

Run after editing ``src/dateline/lexicon/data/countries/*.csv``:

    python scripts/build_countries.py

It writes the files back sorted and in NFC, then prints what ``pycountry`` (ISO 3166-1) and ``rigour`` (territories,
adjectives) say differently. The lists are guides: each difference is decided by hand in the tables, and stays printed
where the tables are right. Both packages are needed for this script alone.
"""

import csv
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pycountry
from rigour.territories import lookup_territory

from dateline.lexicon.world.countries import FOLDER, CountryForm, load_countries

NOT_ACTORS = frozenset({"ATF", "BES", "BLM", "BVT", "CCK", "HMD", "MAF", "SGS", "UMI"})
"""ISO codes of places where nobody acts in the news."""


def tidy(path: Path) -> None:
    """Write a table back with its rows sorted and its text in NFC."""
    header, *rows = csv.reader(unicodedata.normalize("NFC", path.read_text(encoding="utf-8")).splitlines())
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows([header, *sorted(rows)])


def missing_codes() -> list[str]:
    """List the ISO codes that the table lacks."""
    known = set(load_countries().names)
    return sorted(c.alpha_3 for c in pycountry.countries if c.alpha_3 not in known | NOT_ACTORS)


def disagreements() -> Iterator[tuple[CountryForm, str]]:
    """Yield each form that the list of territories resolves to another country, with that country."""
    for forms in load_countries().forms.values():
        for form in forms:
            if form.kind in {"name", "abbreviation", "adjective", "demonym"} and not form.sectors:
                other = lookup_territory(form.form, fuzzy=False)
                code = "XKX" if other and other.code == "xk" else (other.alpha3 or "").upper() if other else ""
                if code and code != form.code:
                    yield form, code


def main() -> None:
    """Tidy the tables and print the differences."""
    for path in sorted(FOLDER.glob("*.csv")):
        tidy(path)
    print("codes that the table lacks:", missing_codes())
    for form, code in disagreements():
        print(f"{form.kind:13} {form.form!r}: {form.code} here, {code} there")


if __name__ == "__main__":
    main()
