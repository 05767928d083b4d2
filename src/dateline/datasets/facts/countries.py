"""Countries by the codes that the formats use for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline.datasets.columns import load_table
from dateline.lexicon.world.countries import load_countries

_COLUMNS = ("code", "iso2", "iso", "fips", "acled_region", "ucdp_region", "cow", "gw")


@dataclass(frozen=True, slots=True)
class Codes:
    """A country's numbers and regions; None where a list does not have it."""

    iso2: str | None = None
    iso: int | None = None
    fips: str | None = None
    acled_region: str | None = None
    ucdp_region: str | None = None
    cow: str | None = None
    gw: int | None = None


@cache
def _codes() -> Mapping[str, Codes]:
    return {
        row["code"]: Codes(
            iso2=row["iso2"] or None, iso=_number(row["iso"]), fips=row["fips"] or None,
            acled_region=row["acled_region"] or None, ucdp_region=row["ucdp_region"] or None, cow=row["cow"] or None,
            gw=_number(row["gw"]),
        )
        for row in load_table("countries", *_COLUMNS)
    }  # fmt: skip


@cache
def country_of_code(kind: Literal["iso2", "fips"], code: str) -> str | None:
    """Return the country of a code of two letters, None for none."""
    return next(
        (country for country, codes in _codes().items() if (getattr(codes, kind) or "").lower() == code.lower() != ""),
        None,
    )


def _number(text: str) -> int | None:
    return int(text) if text else None


def codes_of(country: str | None) -> Codes:
    """Return what the lists call a country; nothing for what is none."""
    return _codes().get(country or "", Codes())


def name_of(country: str | None) -> str | None:
    """Return a country's usual English name, None for what is no country."""
    return load_countries().names.get(country or "")
