"""Choose the value of an incident's field: a judgement on its earliest event's words, so that it outlives every run."""

from datetime import date
from typing import get_args

from dateline.errors import UsageError
from dateline.incidents.claimed.claims import COUNTED
from dateline.incidents.model import Incident, Value
from dateline.ledger.judging.judgements import find_record
from dateline.ledger.judging.reviewing import LEAST_WAIT, Done, check_seen
from dateline.model.closed import Status
from dateline.store.address import Address
from dateline.store.batch import Batch, Writer
from dateline.store.joining.incidents import live_incident
from dateline.store.judging.judgements import INCIDENTS, Anchor, NewJudgement, add_judgement, let_join
from dateline.store.judging.reviews import NewAct, add_act, records_of, undo_act

CHOOSABLE = (*COUNTED, "place", "start", "actors", "recipients", "status")
"""The fields of an incident for which a value can be chosen."""


def choose_value(
    path: Address, by: str, choice: tuple[str, str, str], *, rule: str, seen: str | None, why: str
) -> Done:
    """Keep which value holds for a field of an incident.

    Args:
        path: The ledger.
        by: Who chose.
        choice: The incident's id, the field, and the value.
        rule: The rule by which it is an incident.
        seen: The value that the person saw, if it must not have changed meanwhile.
        why: The reason.

    Raises:
        UsageError: There is no such incident or field, or the field cannot have the value.
        ConflictError: The value is no longer the one that the person saw.
    """
    name, field, value = choice
    with Writer(path, wait=LEAST_WAIT) as writer, writer.batch() as batch:
        one = _incident(batch, rule, name)
        now = one.fields.get(field)
        check_seen(field, now and now.value, seen)
        report, event, _ = one.events[0]
        anchor = find_record(batch, f"{report}/{event}").anchor
        said = NewJudgement(
            kind="value", anchor=Anchor(layer=INCIDENTS, digest=anchor.digest, span=anchor.span), why=why, by=by,
            field=field, value=read_choice(field, value), was=now.value if now else None,
        )  # fmt: skip
        number = add_judgement(batch, said)
        details = {"incident": one.id, "field": field, "value": said.value}
        act = NewAct(kind="settle", by=by, anchors=(said.anchor,), note=why, details=details)
        done = Done(act=add_act(batch, act, [number]), kind="settle", judgements=(number,), records=(said.anchor,))
        let_join(batch, anchor.digest)
        return done


def let_rule_choose(path: Address, by: str, *, incident: str, field: str, rule: str) -> Done:
    """Take back what a person chose for a field of an incident; Done.act is None where there is nothing of theirs.

    Raises:
        UsageError: There is no such incident.
    """
    with Writer(path, wait=LEAST_WAIT) as writer, writer.batch() as batch:
        one = _incident(batch, rule, incident)
        reports = dict.fromkeys(report for report, _, _ in one.events)
        mine = list(dict.fromkeys(act for report in reports for act in _acts_on(batch, by, report, field)))
        for act in mine:
            for digest in undo_act(batch, act):
                let_join(batch, digest)
        records = tuple(records_of(batch, mine[-1])) if mine else ()
        return Done(act=mine[-1] if mine else None, kind="settle", records=records)


def _acts_on(batch: Batch, by: str, report: str, field: str) -> list[int]:
    """Return the acts of a person that chose a value of a field for an incident of a report's text."""
    sql = (
        "SELECT a.act FROM act a JOIN act_judgement USING (act) JOIN judgement j USING (number) "
        "WHERE a.live AND a.by = ? AND j.layer = ? AND j.field = ? AND j.until IS NULL "
        "AND j.digest = (SELECT digest FROM report WHERE id = ? AND until IS NULL) ORDER BY a.act"
    )
    return [act for (act,) in batch.all(sql, by, INCIDENTS, field, report)]


def read_choice(field: str, value: str) -> Value:
    """Return the value that was given for a field of an incident.

    Raises:
        UsageError: The field is none, or cannot have the value.
    """
    if field not in CHOOSABLE:
        raise UsageError(f"incidents have no field {field!r} to choose for; there are {', '.join(CHOOSABLE)}")
    if field == "status" and value not in get_args(Status):
        raise UsageError(f"status cannot be {value!r}; it is one of {', '.join(get_args(Status))}")
    try:
        if field in COUNTED:
            return float(value)
        return date.fromisoformat(value).isoformat() if field == "start" else value
    except ValueError as error:
        wanted = "a number" if field in COUNTED else "a day as YYYY-MM-DD"
        raise UsageError(f"{field} cannot be {value!r}; give {wanted}") from error


def _incident(batch: Batch, rule: str, name: str) -> Incident:
    found = live_incident(batch, rule, name)
    if found is None:
        raise UsageError(f"{name!r} is no incident by {rule}; `dateline incidents` lists them")
    return found
