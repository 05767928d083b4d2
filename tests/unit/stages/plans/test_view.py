"""Whom a noun names by what modifies it."""

import pytest
from plans_draft import plan

from dateline.lexicon.words.plans import load_plans
from dateline.parse.parser import Parser
from dateline.stages.plans.view import PlanView


@pytest.mark.parametrize(
    ("text", "noun", "named"),
    [
        pytest.param("The government of Poland pledged tents.", "government", "a1", id="of"),
        pytest.param("An office in Poland pledged tents.", "office", None, id="another-preposition"),
        pytest.param("Poland's ministers pledged tents.", "ministers", "a1", id="owner"),
        pytest.param("The ministers pledged tents to Poland.", "ministers", None, id="nobody"),
    ],
)
def test_a_noun_names_whom_it_belongs_to(parser: Parser, text: str, noun: str, named: str | None) -> None:
    view = PlanView(plan(parser, text, {"Poland": "POL"}), load_plans())
    [token] = [t for t in view.doc.tokens if t.text == noun]
    assert view.actor_of(token) == named
