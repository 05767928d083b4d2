"""Countries: by name, by their people, by capital or seat of government."""

from dateline.draft import MentionForm
from dateline.lexicon.tables import fold
from dateline.model.base import Evidence
from dateline.model.closed import Sector
from dateline.stages.actors.known.metonyms import stands_for_government
from dateline.stages.actors.known.scan import Hit
from dateline.stages.actors.known.sketch import Sketch
from dateline.stages.actors.known.view import STATE_FORMS, ActorView
from dateline.stages.actors.phrases.noun_phrases import Phrase
from dateline.stages.actors.phrases.wording import bare_name

_CONFIDENCE = {"name": 0.97, "metonym": 0.85}
_OTHER_FORM, _SEVERAL_COUNTRIES, _ORGAN, _PEOPLE = 0.9, 0.8, 0.93, 0.85


def read_country(view: ActorView, phrase: Phrase, hit: Hit) -> tuple[Sketch, ...]:
    """Read a country's name, its people, its capital or its seat of government."""
    kind = hit.forms[0].kind
    if kind in STATE_FORMS:
        return (of_country(view, hit, form="name"),)
    if kind == "seat":
        return (of_seat(view, hit),)
    # "In Lome" is no actor.
    if kind == "capital":
        acts = stands_for_government(view.document, view.token(phrase.head), view.patterns.metonyms)
        return (of_country(view, hit, form="metonym"),) if acts else ()
    return (_people(view, phrase, hit),)


def of_country(view: ActorView, hit: Hit, *, form: MentionForm) -> Sketch:
    """Return the state that a form of its name stands for."""
    code = view.choose(hit)
    row = next(f for f in hit.forms if f.code == code)
    # "Gaza", "Scotland": a part with a name of its own is an actor of its own.
    own = row.sectors == ("PRE",) or (code in view.countries.names and fold(row.form) in view.patterns.states.parts)
    sectors: tuple[Sector, ...] = row.sectors if row.sectors == ("PRE",) else ("GOV",)
    sure = _SEVERAL_COUNTRIES if len({f.code for f in hit.forms}) > 1 else 1.0
    found = Evidence(spans=(view.span(hit.first, hit.last),), rule=f"countries/{row.kind}", note=row.note)
    return Sketch(
        key=("region", fold(row.form)) if own else ("country", code), kind="country", form=form, country=code,
        name=row.form if own else view.countries.names.get(code, row.form), rule=f"countries/{row.kind}",
        confidence=_CONFIDENCE.get(form, _OTHER_FORM) * sure, sectors=sectors, country_by="words", partial=True,
        evidence={"country": found, "sector": Evidence(rule="state")},
    )  # fmt: skip


def forces_of(view: ActorView, hit: Hit, state: Sketch) -> Sketch:
    """Return the forces of a state that the report has named by its nationality."""
    # "Palestinian forces" of a people without an army are nobody's.
    if state.key is None or state.key[0] != "country" or state.country in view.patterns.states.without_forces:
        return state
    return state._replace(
        key=("forces", state.key[1]), name=f"{view.words(hit.first, hit.last)} forces", kind="government",
        lemma="force", sectors=("MIL",), evidence={**state.evidence, "sector": Evidence(rule="forces")},
    )  # fmt: skip


def of_seat(view: ActorView, hit: Hit) -> Sketch:
    """Return the state that a palace stands for ("the Kremlin"), or the organ with a name of its own ("the Duma")."""
    row = hit.forms[0]
    words = fold(row.form).split()
    organ = (
        row.sectors not in ((), ("GOV",))
        or row.form.isupper()
        or any(w in view.patterns.nouns.organisations for w in words)
    )
    state = of_country(view, hit, form="metonym")
    if not organ:
        return state
    return state._replace(key=("seat", row.code, fold(row.form)), name=row.form, form="name", sectors=row.sectors,
        kind="government" if "GOV" in row.sectors else "organisation", confidence=_ORGAN,
    )  # fmt: skip


def _people(view: ActorView, phrase: Phrase, hit: Hit) -> Sketch:
    """Read "the Russians" as the state, "two Russians", "Syrians" as people."""
    token = view.token(phrase.core)
    kinds = {f.kind for f in hit.forms}
    # "The Chadians" are Chad, "two Chadians" are people.
    plural = "demonym-plural" in kinds or (phrase.determiner == "the" and "demonym" not in kinds)
    # A people within a state, or in several, is no state.
    within = fold(hit.forms[0].form) in view.patterns.states.peoples or " " in hit.forms[0].form
    whole = plural and phrase.determiner == "the" and not phrase.counted and not within
    # "Chadian" alone, as an adjective, speaks of the state.
    if whole or (token.pos == "ADJ" and not phrase.determiner):
        return of_country(view, hit, form="demonym")
    several = plural or token.tag in ("NNS", "NNPS")
    return Sketch(
        key=("people", hit.forms[0].code) if several and not phrase.counted else None, name=bare_name(view, phrase),
        kind="population" if several else "person", form="demonym", rule="countries/people", confidence=_PEOPLE,
        partial=True,
        sectors=("CVL",), lemma="people", plural=several, evidence={"sector": Evidence(rule="people")},
    ).at(view.origin_of(hit))  # fmt: skip
