"""``dateline code`` as its user meets it."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from dateline.cli.app import app

Run = Callable[..., Result]
NEWS = "Russian drones struck a depot near Odesa on Tuesday, killing three people, the governor said."
FEED = [
    {"id": "a", "text": NEWS, "published": "2024-05-02", "source": "Wire"},
    {"id": "b", "text": "The two presidents met in Oslo on Monday.\u2028It rained.\x85", "published": "2024-05-02"},
    {"id": "a", "text": "Le président a rencontré mardi son homologue à Paris pour parler de la guerre."},
]


def lines(feed: list[dict[str, str]]) -> str:
    return "".join(json.dumps(report) + "\n" for report in feed)


def codings(result: Result) -> list[dict]:  # type: ignore[type-arg]
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_code_writes_one_line_for_each_report_in_order(run: Run) -> None:
    result = run("code", given=lines(FEED))
    found = codings(result)
    assert [c["report"]["id"] for c in found] == ["a", "b", "a"]
    assert found[0]["report"]["source"] == "Wire"
    assert [e["type"] for e in found[0]["events"]] == ["ASSAULT"]
    assert all(c["report"]["coder"]["model_digest"] for c in found)


def test_code_gives_a_line_without_layers_and_exit_1_for_a_report_that_cannot_be_coded(run: Run) -> None:
    result = run("code", given=lines(FEED))
    failed = codings(result)[2]
    assert result.exit_code == 1
    assert failed.keys() == {"schema", "report"}
    assert failed["report"]["coded"] is False
    assert '"fr"' in failed["report"]["error"]
    assert "a" in failed["report"]["notes"][0]
    assert "report a:" in result.stderr


def test_code_exits_0_where_all_reports_are_coded(run: Run) -> None:
    assert run("code", given=lines(FEED[:2])).exit_code == 0


def test_code_names_a_broken_line_and_codes_the_rest(run: Run) -> None:
    found = codings(run("code", given=lines(FEED[:1]) + '{"text": \n' + lines(FEED[1:2])))
    assert [c["report"]["coded"] for c in found] == [True, False, True]
    assert "line 2" in found[1]["report"]["error"]


def test_code_fills_in_what_is_not_given(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(NEWS)
    (coding,) = codings(run("code", str(file), "--published", "2 May 2024", "--source", "Wire"))
    report = coding["report"]
    assert (report["id"], report["published"], report["source"]) == ("report.txt", "2024-05-02", "Wire")
    assert coding["times"][0]["value"] == "2024-04-30"


def test_code_fills_the_layers_asked_for_alone(run: Run) -> None:
    (coding,) = codings(run("code", "--layers", "times,sentences", given=NEWS))
    assert coding.keys() == {"schema", "report", "sentences", "times"}
    (whole,) = codings(run("code", "--layers", "all", given=NEWS))
    assert {"predicates", "sentences", "scheduled"} <= whole.keys()


@pytest.mark.parametrize(
    "arguments",
    [
        ("--layers", "verbs"),
        ("--layers", ""),
        ("--published", "someday"),
        ("--min-confidence", "2"),
        ("--jobs", "0"),
        ("--format", "xml"),
    ],
    ids=["layer", "no-layer", "date", "confidence", "jobs", "format"],
)
def test_code_exits_2_for_wrong_usage(arguments: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    from dateline.cli.main import run as main  # noqa: PLC0415

    assert main(["code", *arguments, "missing.txt"]) == 2
    assert capsys.readouterr().err.strip()


def test_code_leaves_out_the_unsure_and_what_refers_to_it(run: Run) -> None:
    (coding,) = codings(run("code", "--min-confidence", "0.7", given=NEWS))
    records = [r for layer in coding.values() if isinstance(layer, list) for r in layer]
    assert all(r["confidence"] >= 0.7 for r in records)
    ids = {r["id"] for r in records}
    used = {i for e in coding["events"] for i in (*e["actors"], *e["recipients"], e["place"], e["time"]) if i}
    used |= {i for s in coding["statements"] for i in (s["speaker"], *s["events"]) if i}
    assert used <= ids


def test_code_writes_csv_with_one_row_an_event(run: Run) -> None:
    result = run("code", "--format", "csv", given=lines(FEED[:2]))
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [(r["Event ID"], r["Event Type"], r["Status"]) for r in rows] == [
        ("a/e1", "ASSAULT", "occurred"),
        ("b/e1", "CONSULT", "occurred"),
    ]
    assert rows[0]["Evidence"].startswith("Russian drones struck a depot near Odesa")


def test_code_writes_one_json_array(run: Run) -> None:
    assert len(json.loads(run("code", "--format", "json", given=lines(FEED[:2])).stdout)) == 2


def test_code_writes_a_table_that_fits_80_columns(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    out = run("code", "--format", "table", "--published", "2024-05-02", given=NEWS).stdout
    assert max(map(len, out.splitlines())) <= 80
    assert "\x1b" not in out
    for words in ("EVENTS", "ASSAULT drone", "30 April 2024", "happened", "3 killed", "according to", "STATEMENTS"):
        assert words in out


def test_code_writes_a_page_that_escapes_hostile_text(run: Run) -> None:
    hostile = {
        "id": "<script>alert(1)</script>",
        "title": "</title><script>alert(2)</script>",
        "text": NEWS + " <script>alert(3)</script>",
    }
    page = run("code", "--format", "html", given=lines([hostile])).stdout
    assert "<script>alert" not in page
    assert 'data-id="e1"' in page
    assert "http" not in page.split("<main>")[0].replace("http-equiv", "")


def test_code_says_what_to_install_for_html(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    result = run("code", given=json.dumps({"html": "<html><p>One.</p></html>"}))
    assert "pip install 'dateline[html]'" in codings(result)[0]["report"]["error"]


def test_help_teaches_by_example(run: Run) -> None:
    out = run("--help").stdout
    assert "dateline code report.txt" in out
    for name in app.list_commands(None):  # type: ignore[arg-type]
        assert run(name, "--help").exit_code == 0


ROSES = "The garden has roses in many colours and a pond with ducks, and the weather was mild."


def test_code_with_triage_says_what_it_passed_over_in_the_notes_and_at_the_end(run: Run) -> None:
    result = run("code", "--triage", given=lines([{"id": "a", "text": NEWS}, {"id": "b", "text": ROSES}]))
    first, second = codings(result)
    assert [e["type"] for e in first["events"]] == ["ASSAULT"]
    assert (first["report"]["notes"], second["events"]) == ([], [])
    assert second["report"]["notes"] == ["triage passed over 17 of 17 words, at 0-85"]
    assert "triage passed over 1 of 2 reports, 17 of 32 words" in result.stderr


def test_code_without_triage_says_nothing_of_it(run: Run) -> None:
    result = run("code", given=lines([{"id": "b", "text": ROSES}]))
    assert codings(result)[0]["report"]["notes"] == []
    assert "triage" not in result.stderr
