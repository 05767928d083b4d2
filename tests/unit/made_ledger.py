"""A ledger that holds dossiers made by hand: their reports, codings, incidents under each rule, and claims."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from made_codings import run_info

from dateline.datasets.facts.dossier import Dossier, Member
from dateline.incidents.rules import NAMES, load_rule
from dateline.ledger.joining.likening import digest
from dateline.model.item import Found, Item
from dateline.store.batch import Batch, Writer
from dateline.store.joining.incidents import Made, write_incident
from dateline.store.joining.likeness import last_serial, write_joined
from dateline.store.keeping.codings import add_coding, find_run
from dateline.store.keeping.reports import add_report


def keep(path: Path, *dossiers: Dossier, rules: Iterable[str] = NAMES) -> Path:
    """Write dossiers to a ledger; each member is a report of its own, and must have its own text."""
    with Writer(path) as writer, writer.batch() as batch:
        kept = {m.report["id"]: _keep(batch, m) for d in dossiers for m in d.members}
        for dossier in dossiers:
            members = tuple(kept[m.report["id"]] for m in dossier.members)
            for rule in rules:
                incident = replace(dossier.incident, rule=load_rule(rule).name)
                write_incident(batch, Made(incident=incident, members=members, claims=dossier.claims))
        for rule in rules:  # as if they had been joined: nothing is made anew
            found = load_rule(rule)
            write_joined(batch, found.name, f"{found.digest}:{digest()}", last_serial(batch))
    return path


def _keep(batch: Batch, member: Member) -> tuple[int, int]:
    report = member.coding.report
    item = Item(
        id=report.id, text=report.text, title=report.title, source=report.source, url=report.url,
        found=Found(path="made.txt"), original=report.text.encode(),
    )  # fmt: skip
    kept = add_report(batch, item, published=report.published, language="en", alike=lambda *_: False)
    add_coding(batch, kept.report_key, find_run(batch, run_info()), member.coding)
    sql = "SELECT max(event_key) FROM event WHERE report_key = ?"
    return int(batch.connection.execute(sql, (kept.report_key,)).fetchone()[0]), kept.report_key
