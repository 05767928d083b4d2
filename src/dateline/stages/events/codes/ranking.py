"""ACLED's types of a report's events: each by itself, then by rule 2, by which several at one place and day are one."""

from collections.abc import Sequence

from dateline.stages.events.codes.acled import Setting, Verdict, acled_type
from dateline.stages.events.codes.crime import Crimes
from dateline.stages.events.scene.found import REAL, Found
from dateline.stages.events.scene.lookups import Scene

_SNIPPET = 3  # sentences below which a text is no whole report


def acled_types(
    scene: Scene, merged: Sequence[Found], words: Sequence[frozenset[str]], crimes: Crimes
) -> list[Verdict]:
    """Return ACLED's verdict on each event; ``words`` has the lemmas of each one's sentences."""
    # "The government protested to its neighbour": a state protests and does not march.
    crowd = frozenset(a for f in merged if f.type == "PROTEST" for a in f.actors if _can_march(scene, a))
    codes = []
    for f, lemmas in zip(merged, words, strict=True):
        crime, country_only = crimes.hold(f), _country_only(scene, f)
        setting = Setting(
            lemmas, crowd, _aimed_at(scene, f), crime, country_only, scene.words.codes, scene.words.shared
        )
        codes.append(acled_type(f, scene.index.actors, setting))
    sentences = [scene.sentence(f.clause) for f in merged]
    codes = rank_violence(codes, merged, sentences)
    return rank_protests(codes, frozenset(n for n, f in enumerate(merged) if f.type == "PROTEST"))


def _can_march(scene: Scene, actor: str) -> bool:
    return scene.index.actors[actor].kind in ("population", "organisation")


def _aimed_at(scene: Scene, f: Found) -> frozenset[str]:
    """Return the lemmas of what an act is aimed at, its modifiers with it."""
    doc = scene.doc
    heads = [doc.tokens[a.head] for a in f.clause.arguments if a.role in ("theme", "on", "against", "at")]
    # "An army column": the word before says what the noun does not.
    return frozenset(t.lemma.lower() for h in heads for t in (h, *doc.children(h)))


def _country_only(scene: Scene, f: Found) -> bool:
    """Tell whether a report names no place below a country; of a snippet, whose places may stand elsewhere, no."""
    if f.place is None or f.place.precision != "country" or len(scene.doc.sentences) < _SNIPPET:
        return False
    return all(p.precision in ("country", "region", "water") for p in scene.draft.places)


_RANK = ("Peaceful protest", "Protest with intervention", "Violent demonstration", "Excessive force against protesters")


def rank_protests(codes: Sequence[Verdict], protests: frozenset[int]) -> list[Verdict]:
    """Give the demonstrations of a report the highest of the types that its acts around them have.

    Source: ACLED rule 2, several types at one place and day are one event, by rank.
    """
    found = {c for c, _ in codes if c in _RANK}
    if not found:
        return list(codes)
    top = max(found, key=_RANK.index)
    return [
        (top, "rule 2: the highest of what happened at the demonstration")
        if n in protests and code in _RANK and code != top
        else (code, why)
        for n, (code, why) in enumerate(codes)
    ]


_EFFECT = frozenset({"Attack", "Armed clash"})
_BESIDE = (-1, 0, 1)
"""Sentences in which violence is told together with an event, counted from its own."""
_AIR, _SHELLS = "Air/drone strike", "Shelling/artillery/missile attack"


def rank_violence(codes: Sequence[Verdict], found: Sequence[Found], sentences: Sequence[int]) -> list[Verdict]:
    """Give deaths and wounds that name no one who did them the type of the violence that they are told with.

    Source: ACLED rule 2; deaths are what an event did, not an event beside it.
    """
    out = list(codes)
    told_in: dict[int, list[int]] = {}
    for n, sentence in enumerate(sentences):
        if found[n].type == "ASSAULT":
            told_in.setdefault(sentence, []).append(n)
    for n, (code, _) in enumerate(codes):
        if found[n].status not in REAL:
            continue
        beside = sorted(m for step in _BESIDE for m in told_in.get(sentences[n] + step, ()) if m != n)
        together = [m for m in beside if _agree(found[n], found[m])]
        kin = {codes[m][0] for m in together}
        # "Jets bombed the town and guns shelled it": of two remote kinds together ACLED takes the one from the air.
        if code == _SHELLS and _AIR in kin:
            out[n] = (_AIR, "rule 2: shelling together with air strikes is an air strike")
        # "Shells hit the camp. Gunmen killed two guards.": deaths with a doer of their own are another act.
        if code not in _EFFECT or found[n].actors or (code == "Armed clash" and found[n].match.frame.acled is not None):
            continue
        near = [m for m in together if codes[m][0] is not None and codes[m][0] not in _EFFECT]
        if near:
            best = min(near, key=lambda m: abs(sentences[m] - sentences[n]))
            out[n] = (codes[best][0], "rule 2: the violence that it was part of")
    return out


def _agree(a: Found, b: Found) -> bool:
    """Tell whether the days and places of two events are not at odds."""
    # "Two were killed" after "On Friday shells hit Tavna": what has no day or place is of the day and place before it.
    days = a.when is None or b.when is None or a.when.start == b.when.start
    return days and (a.place is None or b.place is None or a.place.country == b.place.country)
