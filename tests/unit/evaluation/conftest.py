# ruff: noqa: E501
"""One small case, coded as gold wants it; the tests break it."""

import pytest

from dateline.evaluation.gold.cases import GoldSet, read_cases

CASE = """
about = "tests"
complete = ["events", "statements", "times", "places", "actors", "commitments", "scheduled"]

[[case]]
id = "depot"
why = "one of everything"
published = "2024-05-02"
text = "Rebels shelled Sarmin on Monday, killing three soldiers, the army said. It said Norway would give 2 million euros in June. Norway did not confirm this."
event = [
  { id = "a", trigger = "shelled", type = "ASSAULT", mode = "heavy-weapons", actors = ["Rebels = SYR REB"], recipients = ["three soldiers = SYR MIL"], place = "Sarmin = SYR", day = "2024-04-29", quantities = ["killed 3 soldiers"], attribution = ["the army = SYR MIL"], acled = "Armed clash", main = true },
  { trigger = "give", type = "AGREE", content = "AID", actors = ["Norway"], status = "planned", attribution = ["the army"], links = ["follows a"] },
]
statement = [{ speaker = "the army", cue = "army [said]", content = "Rebels shelled … three soldiers", kind = "indirect", who = "the army" }]
time = [{ words = "Monday", value = "2024-04-29" }, { words = "June", value = "2024-06" }]
place = [{ words = "Sarmin", country = "SYR", precision = "town" }]
actor = [
  { mentions = ["Rebels"], country = "SYR", sector = "REB" },
  { mentions = ["three soldiers"], country = "SYR", sector = "MIL" },
  { mentions = ["the army", "[It] said"], country = "SYR", sector = "MIL" },
  { mentions = ["said [Norway]", "[Norway] did"], country = "NOR" },
]
commitment = [{ words = "2 million euros", kind = "other", stage = "announced", donor = "Norway", amount = 2000000.0, currency = "EUR" }]
scheduled = [{ words = "give", kind = "delivery", start = "2024-06-01", end = "2024-06-30" }]
"""


@pytest.fixture(scope="session")
def small() -> GoldSet:
    return GoldSet(cases=read_cases(CASE, "small.toml"), digest="small")
