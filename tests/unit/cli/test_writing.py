"""Where ``dateline code`` writes to, what it reads of a folder, and that it shows no traceback unless asked."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from dateline.cli.main import run as main
from dateline.cli.printing.records import form_of, print_records
from dateline.coding.limit import DEFAULT_LIMIT
from dateline.export.pages.highlight import Line
from dateline.model.coding import Coding

Run = Callable[..., Result]
NEWS = "Rebels shelled Gao on Monday."


@pytest.mark.parametrize(
    ("name", "begins"),
    [("x.csv", "Event ID,"), ("x.html", "<!doctype html>"), ("x.json", "[\n{"), ("x.jsonl", '{"schema"'), ("x", "{")],
)
def test_output_goes_to_a_file_in_the_format_of_its_ending(run: Run, tmp_path: Path, name: str, begins: str) -> None:
    result = run("code", "-o", str(tmp_path / name), given=NEWS)
    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / name).read_text().startswith(begins)


def test_a_format_that_is_named_outdoes_the_ending(run: Run, tmp_path: Path) -> None:
    run("code", "-o", str(tmp_path / "x.csv"), "--format", "jsonl", given=NEWS)
    assert json.loads((tmp_path / "x.csv").read_text())["events"]


def test_a_file_that_cannot_be_written_is_one_line(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x.txt").write_text(NEWS)
    assert run  # the coder is the one that is loaded
    assert main(["code", str(tmp_path / "x.txt"), "-o", str(tmp_path / "no" / "x.csv")]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "x.csv: No such file or directory" in said


def test_a_folder_is_its_files(run: Run, tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "b.txt").write_text(NEWS)
    (tmp_path / "deep" / "a.txt").write_text(NEWS)
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    found = [json.loads(line)["report"] for line in run("code", str(tmp_path)).stdout.splitlines()]
    assert [(r["id"], r["coded"]) for r in found] == [("b.txt", True), ("deep/a.txt", True)]


def test_raw_cells_are_for_csv_that_no_spreadsheet_reads(run: Run) -> None:
    given = json.dumps({"id": "=1", "text": NEWS})
    ids = [
        next(csv.DictReader(io.StringIO(run("code", "--format", "csv", *raw, given=given).stdout)))["Report ID"]
        for raw in ((), ("--raw-cells",))
    ]
    assert ids == ["'=1", "=1"]


def test_the_time_of_a_report_is_bounded_unless_told_otherwise(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr("dateline.coder.Coder.code_feed", lambda *_, timeout, **__: asked.append(timeout) or iter(()))
    for given in ((), ("--timeout", "7"), ("--timeout", "0")):
        run("code", *given, given=NEWS)
    assert asked == [DEFAULT_LIMIT, 7.0, None]


def test_command_says_what_could_not_be_written_and_exits_1(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def lines(coding: Coding) -> list[Line]:
        if coding.events:
            raise ZeroDivisionError("no lines")
        return []

    monkeypatch.setattr("dateline.export.pages.page.lines", lines)
    result = run("code", "--format", "html", given=NEWS)
    assert result.exit_code == 1
    for written in (result.stderr, result.stdout):
        assert "could not be written (ZeroDivisionError: no lines)" in written
    assert result.stdout.endswith("</html>\n")


def test_messages_of_the_command_show_controls_as_escapes(run: Run) -> None:
    result = run("code", given=json.dumps({"id": "\x1b]0;x\x07", "text": ""}))
    assert "\\x1b]0;x\\x07" in result.stderr
    assert "\x1b" not in result.stderr


def test_a_fault_of_our_own_is_one_line_unless_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("no\x1b coder")

    monkeypatch.setattr("dateline.cli.coding.code.load_coders", fail)
    assert main(["code", "x.txt"]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "ZeroDivisionError: no\\x1b coder" in said
    with pytest.raises(ZeroDivisionError):
        main(["code", "x.txt", "--debug"])


def test_version_says_what_a_coding_hangs_on(run: Run) -> None:
    (coding,) = (json.loads(line) for line in run("code", given=NEWS).stdout.splitlines())
    coder = coding["report"]["coder"]
    told = run("--version").stdout
    for value in ("dateline " + coder["version"], coder["model"], coder["model_digest"], coder["lexicon_digest"]):
        assert value in told
    assert "gazetteer sha256:" in told


def test_completion_is_offered(run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run
    monkeypatch.setenv("_DATELINE_COMPLETE", "bash_source")
    assert main([]) == 0
    assert "_dateline_completion" in capsys.readouterr().out


def test_lists_of_a_ledger_write_no_formula_unless_asked(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    for form in (form_of("csv", raw_cells=False), form_of("csv", raw_cells=True)):
        print_records(("id", "lat"), [{"id": "=1+1", "lat": -3.5}], form=form)
    assert capsysbinary.readouterr().out.decode().splitlines() == ["id,lat", "'=1+1,-3.5", "id,lat", "=1+1,-3.5"]


def test_tables_of_a_ledger_show_controls_as_escapes(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    print_records(("id", "words"), [{"id": "\x1b]0;x\x07", "words": "a\x9bb"}], form="table")
    assert b"\\x1b]0;x\\x07" in (out := capsysbinary.readouterr().out)
    assert b"\\x9b" in out
