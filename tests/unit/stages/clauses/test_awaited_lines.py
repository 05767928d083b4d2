"""What is still to come is less sure than what is so."""

import pytest

AWAITED = [
    (
        "The nuns will stay until the monks leave Gao.",
        ["stay future +2 (agent nuns)", "leave present +2 (agent monks, theme Gao)"],
    ),
    (
        "The nuns stayed until the monks left Gao.",
        ["stay past +3 (agent nuns)", "leave past +3 (agent monks, theme Gao)"],
    ),
    (
        "The nuns will sing when the monks leave Gao.",
        ["sing future +2 (agent nuns)", "leave present +2 (agent monks, theme Gao)"],
    ),
    (
        "The nuns will sing once the monks leave Gao.",
        ["sing future +2 (agent nuns)", "leave present +2 (agent monks, theme Gao)"],
    ),
    (
        "The nuns will sing before the monks leave Gao.",
        ["sing future +2 (agent nuns)", "leave present +2 (agent monks, theme Gao)"],
    ),
    (
        "The nuns will sing after the monks leave Gao.",
        ["sing future +2 (agent nuns)", "leave present +2 (agent monks, theme Gao)"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), AWAITED)
def test_what_is_awaited(clauses_of, text: str, expected: list[str]) -> None:
    assert clauses_of(text) == expected
