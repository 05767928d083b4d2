"""Choose which value holds for a field of an incident: a judgement in place of the rule's choice."""

from dateline.desk.desk import Desk
from dateline.desk.page import Act, Data
from dateline.desk.posting import Given
from dateline.desk.review.acts import ANSWER, editor, one, told
from dateline.desk.review.joining import needed, rule_given
from dateline.ledger.joining.grouping import bring_up
from dateline.ledger.judging.choosing import CHOOSABLE, choose_value, let_rule_choose


def choose(desk: Desk, given: Given) -> Data:
    """Keep which value holds, and make the incident anew."""
    rule = rule_given(given)
    choice = (needed(given, "incident"), needed(given, "field"), needed(given, "value"))
    seen = given["seen"][-1] if given.get("seen") else None
    done = choose_value(desk.ledger, editor(desk), choice, rule=rule.name, seen=seen, why=one(given, "note") or "")
    bring_up(desk.ledger, rule)
    return told(desk, done)


def unchoose(desk: Desk, given: Given) -> Data:
    """Take back what the person chose, so that the rule chooses again."""
    rule = rule_given(given)
    done = let_rule_choose(
        desk.ledger, editor(desk), incident=needed(given, "incident"), field=needed(given, "field"), rule=rule.name
    )
    bring_up(desk.ledger, rule)
    return told(desk, done)


CHOOSE = Act(
    path="/review/choose", told="Choose which value holds for a field of an incident.", made=choose, keys=ANSWER,
    parameters={
        "incident": "the incident's id", "field": ", ".join(CHOOSABLE), "value": "the value that holds",
        "seen": "the value that the person saw: where it changed meanwhile the answer is 409, and nothing is kept",
        "note": "why", "rule": "strict, standard (default) or loose",
    },
)  # fmt: skip
UNCHOOSE = Act(
    path="/review/unchoose",
    told="Take back what you chose for a field of an incident.",
    made=unchoose,
    keys=ANSWER,
    parameters={"incident": "the incident's id", "field": "the field", "rule": "strict, standard (default) or loose"},
)
ACTS = (CHOOSE, UNCHOOSE)
