"""A report that takes too long is given up, and the rest goes on: in this process and in others."""

import signal
import threading
from contextlib import suppress
from dataclasses import dataclass, replace
from time import monotonic
from typing import ClassVar

import pytest

from dateline.coder import Coder
from dateline.coding.limit import DEFAULT_LIMIT, Limit, TimeUp, at_most
from dateline.draft import Draft
from dateline.parse.parser import Parser
from dateline.reading.given import GivenReport

TEXTS = ["War.", "Wait here for ever.", "Peace."]


@dataclass(frozen=True, slots=True)
class Endless:
    """A stage that never ends on one text."""

    name: ClassVar[str] = "times"
    needs: ClassVar[frozenset[str]] = frozenset({"document"})
    fills: ClassVar[frozenset[str]] = frozenset({"times"})

    def __call__(self, draft: Draft) -> Draft:
        while draft.report.text.startswith("Wait"):
            with suppress(Exception):  # a stage that swallows errors cannot hold the clock back
                monotonic()
        return replace(draft, times=())


def test_a_report_over_its_time_is_refused_and_the_next_coded(parser: Parser) -> None:
    coder = Coder(parser=parser, layers="times", stages=[Endless()])
    found = [coding.report for coding in coder.code_many(TEXTS, timeout=Limit(0.3))]
    assert [r.coded for r in found] == [True, False, True]
    assert "longer than 0.3 s" in (found[1].error or "")


def test_a_process_gives_up_the_one_report_of_its_batch_that_takes_too_long(
    parser: Parser, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit = Limit(3.0)
    monkeypatch.setattr("dateline.workers.DEFAULT_LIMIT", limit)
    texts = ["War.", "The two ministers met in Oslo on Monday, and talks went on. " * 20_000, "Peace."]
    found = [c.report for c in Coder(parser=parser, layers="times").code_many(texts, jobs=2, timeout=limit)]
    assert [r.coded for r in found] == [True, False, True]
    assert "longer than 3 s" in (found[1].error or "")


def test_reports_are_bounded_by_default(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[float | None] = []

    def note(seconds: float | None) -> object:
        asked.append(seconds)
        return at_most(None)

    monkeypatch.setattr("dateline.coder.at_most", note)
    list(Coder(parser=parser, layers="times").code_many(["War."]))
    assert set(asked) == {DEFAULT_LIMIT.of(GivenReport(text="War."))}


def test_the_default_grows_with_the_text() -> None:
    assert DEFAULT_LIMIT.of(GivenReport(text="x" * 100_000)) == 60.0
    assert DEFAULT_LIMIT.of(GivenReport(), GivenReport(html="x" * 200_000)) == 90.0


def test_a_clock_that_was_set_before_goes_on() -> None:
    before = signal.signal(signal.SIGALRM, signal.SIG_IGN)
    signal.setitimer(signal.ITIMER_REAL, 100)
    try:
        with pytest.raises(TimeUp), at_most(0.05):
            signal.pause()
        left, _ = signal.setitimer(signal.ITIMER_REAL, 0)
        assert 50 < left < 100
        assert signal.getsignal(signal.SIGALRM) is signal.SIG_IGN
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_another_thread_may_code_too(parser: Parser) -> None:
    found: list[bool] = []
    coder = Coder(parser=parser, layers="times")
    thread = threading.Thread(target=lambda: found.extend(c.report.coded for c in coder.code_many(["War."])))
    thread.start()
    thread.join()
    assert found == [True]
