"""What may still be unpacked of one file."""

import pytest

from dateline.ingest.source import Budget


@pytest.mark.parametrize(
    ("room", "members", "spent"),
    [
        pytest.param(1, 1, False, id="the-last-byte-of-the-last-member"),
        pytest.param(0, 1, True, id="no-byte-left"),
        pytest.param(1, 0, True, id="no-member-left"),
        pytest.param(-5, 3, True, id="overdrawn"),
    ],
)
def test_nothing_more_is_unpacked_when_either_is_used_up(room: int, members: int, *, spent: bool) -> None:
    assert Budget(room, members).spent is spent
