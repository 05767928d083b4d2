"""Names that the actor tables have."""

from dateline.draft import MentionForm
from dateline.lexicon.tables import fold
from dateline.lexicon.world.actors import ActorEntry, Agent
from dateline.model.base import Evidence
from dateline.stages.actors.described.origins import Known, find_origins
from dateline.stages.actors.known.persons import alike, gender_of, name_parts
from dateline.stages.actors.known.scan import Hit
from dateline.stages.actors.known.sketch import FORMER, Origin, Sketch
from dateline.stages.actors.known.view import STATE_FORMS, ActorView
from dateline.stages.actors.phrases.noun_phrases import Phrase
from dateline.stages.actors.phrases.wording import is_former, office_of, titles_before

_SURE, _NAMESAKE = 0.95, 0.7


def entry_fits(view: ActorView, name: tuple[int, int], hit: Hit) -> bool:
    """Tell whether a surname in a table may be that of the person whose fuller name stands here."""
    if not hit.entries or _is_place(view, hit) or (hit.forms and hit.forms[0].kind in STATE_FORMS):
        return False
    if name[0] >= hit.first:
        # "Jan Berg" is no Berg of the tables with another first name.
        return name[1] <= hit.last
    given = fold(view.token(name[0]).text)
    return any(e.kind == "person" and alike(given, name_parts(e.name)[0]) for e in hit.entries)


def _is_place(view: ActorView, hit: Hit) -> bool:
    """Tell whether a lone surname is a place here: "in Katanga"."""
    token = view.token(hit.first)
    # Tables have surnames that are places; two words, or a body's name, are none.
    if hit.last - hit.first > 1 or any(e.kind != "person" for e in hit.entries) or token.ent == "PERSON":
        return False
    inside = token.dep == "pobj" and view.document.head(token).lower in view.patterns.metonyms.locatives
    return inside or token.start in view.places


def is_another(view: ActorView, phrase: Phrase, hit: Hit, known: Known) -> bool:
    """Tell whether a surname of the tables is here that of somebody else, whose title they never bore.

    "Defence Minister Blair" is not the prime minister of the tables, unless the report names him in full.
    """
    if hit.last - hit.first > 1 or not hit.entries or any(e.kind != "person" for e in hit.entries):
        return False
    offices = {h.agent.office for h in phrase.before if h.agent and h.agent.office in view.patterns.beside.national}
    if not offices or is_former(view, titles_before(view, phrase)):
        return False
    ids = {e.id for e in hit.entries}
    full = (h for h in view.hits if h is not None and h.last - h.first > 1 and h.entries)
    if any(known.entry(key) for key in ids) or any(e.id in ids for h in full for e in h.entries):
        return False
    held = {row.office for row in view.actors.find(view.words(hit.first, hit.last))}
    return not offices & held


def read_entry(view: ActorView, phrase: Phrase, hit: Hit, known: Known) -> Sketch:
    """Read a name that the actor tables have."""
    stated = find_origins(view, phrase._replace(name=None, links=()), known) if len(hit.entries) > 1 else ()
    titles = titles_before(view, phrase)
    entry, sure = _choose(view, hit, stated, known, titles=titles)
    sketch = of_entry(view, entry, form="name", confidence=_SURE if sure else _NAMESAKE, titles=titles)
    return _in_office(view, phrase, sketch, titles) if entry.kind == "person" else sketch


def of_entry(view: ActorView, entry: ActorEntry, *, form: MentionForm, confidence: float, titles: str = "") -> Sketch:
    """Return what a table row says."""
    rule = f"actors/{entry.id}"
    found = Evidence(rule=rule, note=_validity(entry))
    fields = {"country": entry.country, "sector": entry.sectors, "office": entry.office, "wikidata": entry.wikidata}
    names = name_parts(entry.name) if entry.kind == "person" else ()
    return Sketch(
        key=("entry", entry.id), name=entry.name, kind=entry.kind, form=form, rule=rule, confidence=confidence,
        country=entry.country, country_by="words" if entry.country else None, sectors=entry.sectors,
        office=entry.office, wikidata=entry.wikidata, names=names,
        gender=gender_of(view.patterns.gender, titles=titles, noun="", name=names),
        evidence={name: found for name, value in fields.items() if value},
    )  # fmt: skip


def _validity(entry: ActorEntry) -> str | None:
    if entry.start is None and entry.end is None:
        return None
    return f"holds from {entry.start or '…'} to {entry.end or '…'}"


def _choose(
    view: ActorView, hit: Hit, origins: tuple[Origin, ...], known: Known, *, titles: str
) -> tuple[ActorEntry, bool]:
    """Choose among namesakes: named in full, of the country stated, of the country of the report, else the first."""
    if len({e.id for e in hit.entries}) == 1:
        return _latest(hit.entries, titles), True
    # Whoever the report has named in full before is meant by the surname.
    before = next((e for e in hit.entries if known.entry(e.id) or e.id in view.named), None)
    if before is not None:
        return _latest(tuple(e for e in hit.entries if e.id == before.id), titles), True
    for codes in ({o.code for o in origins}, {view.setting}):
        fitting = [e for e in hit.entries if e.country in codes]
        if fitting:
            return fitting[0], len({e.id for e in fitting}) == 1
    return hit.entries[0], False


def _latest(entries: tuple[ActorEntry, ...], titles: str) -> ActorEntry:
    """Return the row of one actor whose office the title names, else the one that began last."""
    named = [e for e in entries if e.office and e.office in titles]
    return max(named or entries, key=lambda e: e.start.toordinal() if e.start else 0)


def _in_office(view: ActorView, phrase: Phrase, sketch: Sketch, titles: str) -> Sketch:
    """Fill an office that the table leaves open from the title before the name; mark former holders.

    Who bears a title in the report holds it then, though the table has it end sooner ("Foreign Secretary Jack Moore").
    """
    agents = [h.agent for h in phrase.before if h.agent]
    span = view.span(phrase.first, phrase.last)
    if is_former(view, titles) and not _holds_other(sketch, agents):
        evidence = {**sketch.evidence, "sector": Evidence(spans=(span,), rule="title/former")}
        # "Former minister Ada Thorn, now governor": she has left the one and holds the other.
        return sketch._replace(sectors=FORMER, office=None, evidence=evidence)
    if sketch.office or not agents:
        return sketch
    office, sectors = office_of(view, agents[-1], sketch.country)
    # A table without a sector, or of former holders, gives way to the title in the report.
    titled = bool(sectors) and sketch.sectors in ((), FORMER)
    found = Evidence(spans=(span,), rule=f"agents/{agents[-1].phrase}")
    new = {name: found for name, told in (("office", office), ("sector", titled)) if told}
    return sketch._replace(
        office=office, sectors=sectors if titled else sketch.sectors, evidence={**sketch.evidence, **new}
    )


def _holds_other(sketch: Sketch, agents: list[Agent]) -> bool:
    """Tell whether a "former minister" holds another office now."""
    return sketch.office is not None and all(a.office != sketch.office for a in agents)
