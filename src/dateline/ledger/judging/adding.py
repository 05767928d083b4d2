"""Add an event that the coder missed, on words of a report."""

from collections.abc import Mapping

from dateline.errors import UsageError
from dateline.ledger.judging.judgements import coded_report
from dateline.ledger.judging.reviewing import CODED, LEAST_WAIT, Done
from dateline.model.base import Span
from dateline.store.address import Address
from dateline.store.asking.layers import LAYERS
from dateline.store.batch import Batch, Writer
from dateline.store.judging.additions import FIELDS
from dateline.store.judging.judgements import Anchor, NewJudgement, add_judgement, read_value, read_where
from dateline.store.judging.reviews import NewAct, add_act
from dateline.store.keeping.rejudging import rejudge

Said = Mapping[str, str | Mapping[str, str] | None]


def add_event(path: Address, by: str, *, report: str, span: Span, said: Said, why: str) -> Done:
    """Keep an event that a person read in a report; who adds one has accepted it.

    Args:
        path: The ledger.
        by: Who adds it.
        report: The report's id.
        span: The words that tell the act.
        said: Its fields: the type must be there; ``where`` its place lies, if that was chosen from the gazetteer.
        why: The reason.

    Raises:
        UsageError: There is no such coded report, no such words, or a field cannot have its value.
    """
    values = _values(said)
    with Writer(path, wait=LEAST_WAIT) as writer, writer.batch() as batch:
        anchor = Anchor(layer="events", digest=_digest(batch, report, span), span=span)
        number = add_judgement(batch, NewJudgement(kind="value", anchor=anchor, why=why, by=by, value=values))
        details = {"added": True, "fields": {name: values.get(name) for name in CODED}}
        act = add_act(batch, NewAct(kind="accept", by=by, anchors=(anchor,), note=why, details=details), [number])
        rejudge(batch, anchor.digest)
        return Done(act=act, kind="accept", judgements=(number,), records=(anchor,))


def _values(said: Said) -> dict[str, object]:
    where = said.get("where")
    placed = {"where": read_where(LAYERS["events"], where)} if isinstance(where, Mapping) else {}
    given = {name: value for name, value in said.items() if isinstance(value, str) and value}
    unknown = sorted(set(given) - set(FIELDS))
    if unknown:
        raise UsageError(f"there is no field {', '.join(unknown)} of an event; there are {', '.join(FIELDS)}")
    if "type" not in given:
        raise UsageError("say what it is: give its type")
    return {name: read_value(LAYERS["events"], name, value) for name, value in given.items()} | placed


def _digest(batch: Batch, report: str, span: Span) -> str:
    found = coded_report(batch, report)
    if not 0 <= span[0] < span[1] <= len(found.text):
        raise UsageError(f"the words {span[0]}–{span[1]} do not lie within the text of {len(found.text):,} characters")
    return found.digest
