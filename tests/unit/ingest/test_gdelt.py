"""GDELT's rows as they are printed: events of both versions, mentions, plain and packed."""

import gzip
import zipfile
from datetime import date
from pathlib import Path

import pytest

from dateline.ingest.layouts.gdelt import GdeltMention, page_of, read_events, read_mentions

URL = "https://news.example/a"


def event_row(version: int = 2) -> list[str]:
    geo = [["4", "Bardo, Gao, Mali", "ML", "ML01", "1234", "16.2", "-0.1", "-77"], ["3", "", "US", "", "", "", "", ""]]
    places = [part for place in (geo[1], geo[1], geo[0]) for part in (place if version == 2 else place[:4] + place[5:])]
    actor = ["MLIMIL", "ARMY", "MLI", *[""] * 4, "MIL", "", ""]
    other = ["", "", "", *[""] * 7]
    first = ["778", "20240304", "202403", "2024", "2024.17", *actor, *other]
    return [*first, "1", "0190", "190", "19", "4", "-10.0", "6", "1", "5", "-3.2", *places, "20240304120000", URL]


MENTION = f"778 20240304120000 20240304121500 1 news.example {URL} 3 10 20 30 1 60 2100 -3.2 - -".split()


@pytest.mark.parametrize("version", [1, 2])
@pytest.mark.parametrize("pack", ["plain", "gz", "zip"])
def test_events_are_read_from_either_version(version: int, pack: str, tmp_path: Path) -> None:
    raw = ("\t".join(event_row(version)) + "\n").encode()
    path = tmp_path / f"20240304.export.CSV{'' if pack == 'plain' else '.' + pack}"
    if pack == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("20240304.export.CSV", raw)
    else:
        path.write_bytes(gzip.compress(raw) if pack == "gz" else raw)
    (event,) = read_events(path)
    assert (event.id, event.day, event.actor, event.actor_country) == ("778", date(2024, 3, 4), "ARMY", "MLI")
    assert (event.recipient, event.cameo, event.is_root, event.quad, event.goldstein) == (None, "0190", True, 4, -10.0)
    assert (event.articles, event.place, event.fips, event.lat, event.lon, event.url) == (
        5, "Bardo, Gao, Mali", "ML", 16.2, -0.1, URL,
    )  # fmt: skip


def test_mentions_tell_events_and_rows_of_other_tables_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "mentions.CSV"
    path.write_text("\n".join("\t".join(row) for row in (MENTION, event_row(), ["broken"])))
    told = {"told": "20240304121500", "is_page": True, "source": "news.example", "url": URL}
    assert list(read_mentions(path)) == [GdeltMention(event="778", sentence=3, confidence=60.0, **told)]  # type: ignore[arg-type]


def test_a_row_of_any_table_leads_to_its_page_and_day() -> None:
    graph = ["20240304120000-1", "20240304120000", "1", "news.example", URL, *[""] * 22]
    assert [page_of(row) for row in (event_row(), MENTION, graph)] == [
        (URL, "20240304"),
        (URL, "20240304"),
        (URL, "20240304"),
    ]
