"""The word lists of the event stage."""

from pathlib import Path

import msgspec

from dateline.lexicon.files import DATA, read_toml


class EventWords(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """words.toml; what each list is for stands there."""

    accompanying: frozenset[str]
    adding: frozenset[str]
    aims: frozenset[str]
    all: frozenset[str]
    aloof: frozenset[str]
    announce: frozenset[str]
    answering: frozenset[str]
    answers: frozenset[str]
    arms: frozenset[str]
    army: frozenset[str]
    asking: frozenset[str]
    """Verbs by which others are asked to do what stands below them."""
    attempt: frozenset[str]
    bases: frozenset[str]
    battles: frozenset[str]
    beside: frozenset[str]
    bounds: frozenset[str]
    brutal: frozenset[str]
    buildings: frozenset[str]
    circumstantial: frozenset[str]
    crowd_names: frozenset[str]
    deadly: frozenset[str]
    deal: frozenset[str]
    definite: frozenset[str]
    demonstrations: frozenset[str]
    deny: frozenset[str]
    directions: frozenset[str]
    displaced: frozenset[str]
    documents: frozenset[str]
    due: frozenset[str]
    earlier: frozenset[str]
    entering: frozenset[str]
    favouring: frozenset[str]
    """Verbs whose passive subject gains by what is asked for."""
    fired: frozenset[str]
    follow: frozenset[str]
    forbearing: frozenset[str]
    founding: frozenset[str]
    gatherings: frozenset[str]
    go_on: frozenset[str]
    going: frozenset[str]
    granting: frozenset[str]
    happening: frozenset[str]
    harm: frozenset[str]
    holding: frozenset[str]
    inner: frozenset[str]
    intend: frozenset[str]
    intent: frozenset[str]
    intervention: frozenset[str]
    joint: frozenset[str]
    kill: frozenset[str]
    local_offices: frozenset[str]
    """Offices of a region or a town."""
    locative: frozenset[str]
    looting: frozenset[str]
    loyal: frozenset[str]
    lynching: frozenset[str]
    manner: frozenset[str]
    measures: frozenset[str]
    meeting_ties: frozenset[str]
    missing: frozenset[str]
    mob: frozenset[str]
    no_deaths: frozenset[str]
    no_wounds: frozenset[str]
    opposing: frozenset[str]
    own_act: frozenset[str]
    owner_ties: frozenset[str]
    parley: frozenset[str]
    parties: frozenset[str]
    peace: frozenset[str]
    permit: frozenset[str]
    place_nouns: frozenset[str]
    poison: frozenset[str]
    prevent: frozenset[str]
    prompting: frozenset[str]
    quantities: frozenset[str]
    recall: frozenset[str]
    reporting: frozenset[str]
    rioting: frozenset[str]
    sending: frozenset[str]
    steps: frozenset[str]
    stop: frozenset[str]
    striking: frozenset[str]
    suffered: frozenset[str]
    suicide: frozenset[str]
    surrender: frozenset[str]
    swap: frozenset[str]
    ties: frozenset[str]
    to_end: frozenset[str]
    tolls: frozenset[str]
    unrest: frozenset[str]
    waiting: frozenset[str]
    """Words that open what is waited for ("until they disarm")."""
    warning: frozenset[str]
    wholes: frozenset[str]


def load_event_words(folder: Path = DATA / "events") -> EventWords:
    """Read words.toml.

    Raises:
        LexiconError: The file breaks its format.
    """
    return read_toml(folder / "words.toml", EventWords)
