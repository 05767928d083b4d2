"""The commands of the ledger: what goes to standard output, what is counted, what is refused."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import dateline
from dateline.store.schema import METADATA

Run = Callable[..., Result]
EXAMPLES = Path(__file__).parents[3] / "examples"
REPORT = (
    "Rebels shelled Gao on 4 March 2024, killing two people, the governor said. Mali's army denied losses. "
    "Turkey will host talks in Ankara on 9 April 2024."
)


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> Path:
    """Return a ledger of one report and of one item that is none."""
    feed, path = tmp_path / "feed.jsonl", tmp_path / "news.db"
    lines = [{"id": "gao", "text": REPORT, "published": "2024-03-05", "source": "Valley Post"}, {"text": " "}]
    feed.write_text("\n".join(map(json.dumps, lines)))
    told = run("ingest", str(feed), "--ledger", str(path)).stderr
    assert told.strip().endswith("2 read, 1 new, 0 known, 1 quarantined, 1 coded")
    assert "1 known, 1 quarantined before, 0 coded" in run("ingest", str(feed), "--ledger", str(path)).stderr
    return path


def rows(done: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_lists_print_records_with_words_and_say_how_many(run: Run, ledger: Path) -> None:
    done = run("events", "--type", "ASSAULT", "--ledger", str(ledger))
    (event,) = rows(done)
    assert (event["id"], event["place"], event["killed_low"]) == ("gao/e1", "Gao", 2.0)
    assert str(event["words"]).startswith("Rebels shelled Gao")
    assert event["spans"] == [[7, 14]]
    everything = len(rows(run("events", "--ledger", str(ledger))))
    assert done.stderr == f"1 of 1 events; {everything} in all\n"


@pytest.mark.parametrize("form", ["csv", "json", "table"])
def test_every_format_has_the_same_event(run: Run, ledger: Path, form: str) -> None:
    out = run("events", "--type", "ASSAULT", "--format", form, "--ledger", str(ledger)).stdout
    if form == "csv":
        assert [row["id"] for row in csv.DictReader(io.StringIO(out))] == ["gao/e1"]
    elif form == "json":
        assert [row["id"] for row in json.loads(out)] == ["gao/e1"]
    else:
        assert [line.split()[0] for line in out.splitlines()[:2]] == ["id", "gao/e1"]
        assert "“Rebels shelled Gao" in out
        assert out.splitlines()[-1].startswith("1 of 1 events")


@pytest.mark.parametrize("layer", ["reports", "statements", "positions", "commitments", "scheduled"])
def test_every_layer_has_its_list(run: Run, ledger: Path, layer: str) -> None:
    done = run(layer, "--source", "Valley Post", "--from", "2024-03-01", "--ledger", str(ledger))
    assert done.exit_code == 0
    assert done.stderr.startswith(f"{len(rows(done))} of ")


def test_search_and_show_find_by_words_and_names(run: Run, ledger: Path) -> None:
    (found,) = rows(run("search", "shelled", "--ledger", str(ledger)))
    assert (found["id"], "[shelled]" in str(found["snippet"])) == ("gao", True)
    assert run("search", '"open', "--ledger", str(ledger)).exit_code != 0
    shown = json.loads(run("show", "gao/e1", "--ledger", str(ledger)).stdout)
    assert shown["evidence"]["type"]["words"] == "shelled"
    told = json.loads(run("show", "gao", "--ledger", str(ledger)).stdout)["events"]
    assert "gao/e1" in {event["id"] for event in told}
    assert "actor" in json.loads(run("show", "rebels", "--ledger", str(ledger)).stdout)
    assert "type: ASSAULT" in run("show", "gao/e1", "--format", "table", "--ledger", str(ledger)).stdout
    assert run("show", "nobody", "--ledger", str(ledger)).exit_code != 0


def test_a_correction_shows_in_lists_until_it_is_undone(run: Run, ledger: Path) -> None:
    where = ("--ledger", str(ledger))
    assert "judgement 1" in run("correct", "gao/e1", "status", "denied", "--why", "a retraction", *where).stdout
    assert [r["status"] for r in rows(run("events", "--type", "ASSAULT", *where))] == ["denied"]
    (said,) = rows(run("judgements", *where))
    assert (said["state"], said["words"], said["was"]) == ("holds", "shelled", "occurred")
    assert rows(run("judgements", "--conflicts", *where)) == []
    run("undo", "1", *where)
    assert [r["status"] for r in rows(run("events", "--type", "ASSAULT", *where))] == ["occurred"]
    assert run("correct", "gao/e1", "status", "--why", "x", *where).exit_code == 2
    assert (
        "judgement 2"
        in run("judge", "linked", "gao/e1", "gao/a1", "--relation", "part-of", "--why", "x", *where).stdout
    )


def test_quarantine_runs_and_the_check(run: Run, ledger: Path, tmp_path: Path) -> None:
    where = ("--ledger", str(ledger))
    (bad,) = rows(run("quarantine", *where))
    assert (bad["article"], bad["reason"]) == (2, "empty")
    assert "1 read, 0 known" in run("quarantine", "retry", *where).stderr
    (coded,) = rows(run("runs", *where))
    assert (coded["codings"], coded["current"], coded["failed"]) == (1, 1, 0)
    assert rows(run("diff", "1", "1", *where)) == []
    assert run("ledger", "check", *where).exit_code == 0
    assert run("ledger", "copy", str(tmp_path / "copy.db"), *where).exit_code == 0
    assert run("ledger", "check", "--ledger", str(tmp_path / "copy.db")).exit_code == 0
    assert run("ledger", "vacuum", *where).exit_code == 0
    assert "1  reports" in run("ledger", "stats", *where).stdout
    assert json.loads(run("ledger", "stats", "--json", *where).stdout)["totals"]["in quarantine"] == 1
    assert run("withdraw", "gao", "--why", "x", *where).exit_code == 0
    assert rows(run("reports", *where)) == []


@pytest.mark.sqlite("a copy between files")
def test_a_copy_takes_the_place_of_no_file(run: Run, ledger: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("mine")
    for there in (notes, ledger):
        before = there.read_bytes()
        done = run("ledger", "copy", str(there), "--ledger", str(ledger))
        assert (done.exit_code, there.read_bytes()) == (1, before)
        assert f"{there}: is there already" in str(done.exception)
    nowhere = tmp_path / "none" / "copy.db"
    lost = run("ledger", "copy", str(nowhere), "--ledger", str(ledger))
    assert f"{nowhere}: unable to open" in str(lost.exception)


def test_what_is_refused_again_is_counted(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("")
    arguments = ("ingest", str(tmp_path / "a.txt"), "--no-code", "--ledger", str(tmp_path / "news.db"))
    assert run(*arguments).stderr.strip().endswith("1 read, 0 known, 1 quarantined, 0 coded")
    assert run(*arguments).stderr.strip().endswith("1 read, 0 known, 1 quarantined before, 0 coded")


def test_a_column_map_that_names_no_field_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("kop,tekst\nStrike,Two drones hit the port.\n")
    done = run("ingest", str(tmp_path / "a.csv"), "--columns", "kop=tekst", "--ledger", str(tmp_path / "news.db"))
    assert done.exit_code == 2
    assert "kop=tekst names no field of a report; the fields are text, html, title" in done.stderr


def test_a_new_lexicon_makes_a_run_beside_the_old(run: Run, ledger: Path, tmp_path: Path) -> None:
    own = tmp_path / "own" / "actors"
    own.mkdir(parents=True)
    head = "id,name,kind,country,sectors,office,wikidata,start,end,aliases,source,note"
    (own / "mine.csv").write_text(f"{head}\norg/x,Xyz Front,armed-group,MLI,REB,,,,,,hand,\n")
    where = ("--ledger", str(ledger))
    assert "0 coded" in run("ledger", "code", "--lexicon", str(own.parent), *where).stderr
    assert "1 coded" in run("ledger", "code", "--again", "--lexicon", str(own.parent), *where).stderr
    assert [(r["run"], r["current"]) for r in rows(run("runs", *where))] == [(1, 0), (2, 1)]
    assert run("ledger", "check", *where).exit_code == 0


def test_the_ledger_in_python_gives_records_and_tables(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_LEDGER", str(ledger))
    with dateline.open_ledger() as opened:
        events = opened.events(country="MLI", since="2024-01-01", type=["ASSAULT", "AID"])
        assert (len(events), events.matching, str(events)) == (1, 1, "1 of 1 events")
        assert events[0]["id"] == "gao/e1"
        assert list(events.to_pandas()["place"]) == ["Gao"]
        assert events.to_arrow().column("killed_low").to_pylist() == [2.0]
        assert opened.events(country="FRA").to_pandas().shape[0] == 0
        assert opened.sql("SELECT count(*) AS n FROM v_reports")[0] == {"n": 1}
        coding = opened.coding("gao")
        assert coding is not None
        assert coding.events is not None
        assert coding.events[0].quote().startswith("Rebels shelled")
        with pytest.raises(dateline.UsageError, match="no filter nation"):
            opened.events(nation="MLI")


def test_a_ledger_that_is_not_there_says_what_to_do(run: Run, tmp_path: Path) -> None:
    done = run("events", "--ledger", str(tmp_path / "none.db"))
    assert isinstance(done.exception, dateline.LedgerError)
    assert "dateline ingest" in str(done.exception)


@pytest.mark.sqlite("Datasette opens files")
def test_datasette_shows_tables_and_canned_questions(run: Run, ledger: Path, tmp_path: Path) -> None:
    pytest.importorskip("datasette")
    metadata = tmp_path / "m.yaml"
    metadata.write_text(run("ledger", "metadata", "--ledger", str(ledger)).stdout)
    pages = ["v_events.json?_shape=array", "event_in_its_words.json?_shape=array&event=gao/e1"]
    pages += ["search.json?_shape=array&words=shelled", "events_by_month.json?_shape=array"]
    for page in pages:
        command = [
            sys.executable,
            "-W",
            "ignore",
            "-m",
            "datasette",
            str(ledger),
            "-m",
            str(metadata),
            "--get",
            f"/news/{page}",
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout), page
        if "in_its_words" in page:
            assert "⟦shelled⟧" in json.loads(done.stdout)[0]["words"]
    assert "LEDGER" in METADATA.read_text(encoding="utf-8")


def test_ingest_with_triage_counts_the_reports_that_it_did_not_read(run: Run, tmp_path: Path) -> None:
    feed = tmp_path / "feed.jsonl"
    roses = "The garden has roses in many colours and a pond with ducks, and the weather was mild."
    lines = [{"id": "gao", "text": REPORT, "published": "2024-03-05"}, {"id": "garden", "text": roses}]
    feed.write_text("\n".join(map(json.dumps, lines)))
    told = run("ingest", "--triage", str(feed), "--ledger", str(tmp_path / "news.db")).stderr
    assert told.strip().endswith("2 read, 2 new, 0 known, 2 coded, 1 unread")
