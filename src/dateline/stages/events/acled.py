"""ACLED's type of an event, by ACLED's own rules, or the reason why ACLED would not record it.

Source: ACLED codebook (2024); the numbers in the reasons are those of docs/codebook.md.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dateline.lexicon.event_words import EventWords
from dateline.model.closed import Mode
from dateline.model.entities import Actor
from dateline.stages.events.found import Found

_STATE_ARMED = frozenset({"MIL", "COP", "SPY"})
_REBEL_ARMED = frozenset({"REB", "UAF", "PRM", "CRM", "SEP", "INS"})
_REMOTE: Mapping[Mode, str] = {
    "drone": "Air/drone strike",
    "aerial": "Air/drone strike",
    "suicide-attack": "Suicide bomb",
    "explosives": "Remote explosive/landmine/IED",
    "heavy-weapons": "Shelling/artillery/missile attack",
    "unconventional": "Chemical weapon",
    "sexual": "Sexual violence",
    "abduct": "Abduction/forced disappearance",
    "destroy": "Looting/property destruction",
}
_ONLY_WORDS = frozenset(
    {
        "AGREE",
        "CONSULT",
        "REQUEST",
        "ACCUSE",
        "REJECT",
        "THREATEN",
        "AID",
        "COOPERATE",
        "SANCTION",
        "CONCEDE",
        "SUPPORT",
    }
)
_CROWD = ("protest", "demonstrat", "rioter", "marcher", "crowd")
_GONE = frozenset({"planned", "hypothetical", "negated", "denied", "attempted"})


Verdict = tuple[str | None, str]
"""ACLED's sub-event type, or None, and the rule or the reason."""


@dataclass(frozen=True, slots=True)
class Parties:
    """Who stands on the two sides, in ACLED's terms."""

    actors: frozenset[str]
    recipients: frozenset[str]

    @property
    def armed(self) -> bool:
        """Tell whether both sides bear arms."""
        return self._armed(self.actors) and self._armed(self.recipients)

    @staticmethod
    def _armed(sectors: frozenset[str]) -> bool:
        return bool(sectors & (_STATE_ARMED | _REBEL_ARMED))


def _parties(found: Found, actors: Mapping[str, Actor], setting: "Setting") -> Parties:
    acting, hit = (sectors(ids, actors, setting.crowd) for ids in (found.actors, found.recipients))
    if setting.aimed_at & setting.lexicon.army:
        hit |= {"MIL"}
    state = bool(acting & (_STATE_ARMED | {"GOV"})) and not acting & _REBEL_ARMED
    if state and setting.words & setting.lexicon.demonstrations and not hit & (_STATE_ARMED | _REBEL_ARMED):
        hit |= {"PROTESTERS"}
    return Parties(acting, hit)


def sectors(ids: tuple[str, ...], actors: Mapping[str, Actor], crowd: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return the sectors of some actors; a state that uses force is its military, a crowd of protesters is marked."""
    out: set[str] = set()
    for i in ids:
        actor = actors[i]
        out.update(actor.sectors)
        if actor.kind in ("country", "government"):
            out.add("MIL")
        if actor.kind == "armed-group":
            out.add("REB")
        if i in crowd or any(w in actor.name.lower() for w in _CROWD):
            out.add("PROTESTERS")
    return frozenset(out)


@dataclass(frozen=True, slots=True)
class Setting:
    """What is told around an event: lemmas of its sentence, who demonstrates in the report, and what it is aimed at.

    ``aimed_at`` has lemmas, for victims that are no actors ("an army column"); ``crime`` tells an ordinary crime,
    ``country_only`` that the sentence names no place below a country.
    """

    words: frozenset[str]
    crowd: frozenset[str]
    aimed_at: frozenset[str]
    crime: bool
    country_only: bool
    lexicon: EventWords


def acled_type(found: Found, actors: Mapping[str, Actor], setting: Setting) -> Verdict:
    """Return ACLED's sub-event type, or None, and the rule or the reason."""
    words = setting.words
    parties = _parties(found, actors, setting)
    hint = found.match.frame.acled
    if found.status == "prevented":
        return _prevented(found)
    if found.status in _GONE:
        return None, f"rule 4: only what took place is recorded; this is {found.status}"
    if setting.country_only and found.type in ("ASSAULT", "PROTEST"):
        return None, "rule 5: no place below the country is named"
    if setting.crime and found.type in ("ASSAULT", "COERCE"):
        return None, "ordinary crime, with no sign of the conflict"
    if hint is not None:
        return _hinted(hint, found, parties)
    rules: Mapping[str | None, Callable[[Found, Parties, Setting], Verdict]] = {
        "ASSAULT": _assault, "PROTEST": _protest, "COERCE": _coerce, "RETREAT": _retreat, "MOBILIZE": _mobilize,
    }  # fmt: skip
    rule = rules.get(found.type)
    if rule is not None:
        return rule(found, parties, setting)
    if (
        found.type in ("AGREE", "SUPPORT", "CONCEDE", "CONSULT")
        and words & setting.lexicon.peace
        and words & setting.lexicon.deal
    ):
        return "Agreement", "an agreement that bears on the conflict"
    return None, "talks, demands, aid and sanctions are not recorded"


def _prevented(found: Found) -> Verdict:
    if found.type == "ASSAULT" and set(found.modes) & {
        "drone",
        "heavy-weapons",
        "explosives",
        "aerial",
        "suicide-attack",
    }:
        return "Disrupted weapons use", "rule 11: all were intercepted"
    return None, "rule 4: only what took place is recorded; this was prevented"


def _hinted(hint: str, found: Found, parties: Parties) -> Verdict:
    if hint == "territory":
        state = bool(parties.actors & _STATE_ARMED) and not parties.actors & _REBEL_ARMED
        return (
            "Government regains territory" if state else "Non-state actor overtakes territory"
        ), "territory taken by force"
    if hint == "none":
        return None, "not a kind of event that is recorded"
    if hint == "Armed clash" and "PROTESTERS" in parties.actors | parties.recipients:
        return "Violent demonstration", "a clash of which one side are demonstrators"
    return hint, f"by the frame {found.match.frame.id}"


def _assault(found: Found, parties: Parties, setting: Setting) -> Verdict:
    words = setting.words
    mode = found.modes[0] if found.modes else None
    if "PROTESTERS" in parties.recipients and (parties.actors & (_STATE_ARMED | {"GOV"}) or not parties.actors):
        hurt = any(q.kind in ("killed", "injured") for q in found.quantities) or mode in (
            "firearms",
            "beat",
            "targeted",
        )
        hurt = hurt or bool(words & setting.lexicon.brutal)
        return (
            "Excessive force against protesters" if hurt else "Protest with intervention"
        ), "force used on demonstrators"
    if "grenade" in words and mode in ("explosives", None):
        return "Grenade", "a grenade was used"
    if found.match.frame.reciprocal and len(found.actors) > 1 and parties.actors & (_STATE_ARMED | _REBEL_ARMED):
        return "Armed clash", "rule 10: both sides fire"
    if mode is not None and mode in _REMOTE:
        return _REMOTE[mode], f"mode {mode}"
    if mode == "crowd-control":
        return "Protest with intervention", "crowd control"
    if "PROTESTERS" in parties.actors or words & {"riot", "rioter", "mob", "lynch"}:
        return (
            "Mob violence" if words & {"mob", "lynch", "vigilante", "beat"} else "Violent demonstration"
        ), "violence by a crowd"
    if parties.armed or (not found.actors and parties.recipients & _STATE_ARMED):
        return "Armed clash", "rule 2: both sides are armed"
    return "Attack", "violence against those who bear no arms"


def _protest(found: Found, parties: Parties, setting: Setting) -> Verdict:
    words = setting.words
    if set(found.modes) & {"riot", "vandalize"} or words & {
        "riot",
        "rioter",
        "loot",
        "torch",
        "molotov",
        "vandalise",
        "vandalize",
        "hurl",
    }:
        return "Violent demonstration", "rule 6: a demonstration that turned violent"
    if words & {"disperse", "arrest", "detain", "teargas", "baton"}:
        return "Protest with intervention", "the police stepped in"
    if set(found.modes) & {"demo", "obstruct", "hunger", "strike", "boycott"} or not found.modes:
        return "Peaceful protest", "rule 6: a demonstration"
    return None, "not a demonstration in person"


_POLITICAL = frozenset({"REB", "MIL", "UAF", "OPP", "LEG", "PTY", "SOC", "JRN", "SPY", "PRM", "JUD", "REL", "GOV"})


def _coerce(found: Found, parties: Parties, setting: Setting) -> Verdict:
    words = setting.words
    if "PROTESTERS" in parties.recipients or (
        words & setting.lexicon.demonstrations and set(found.modes) & {"arrest", "restrict"}
    ):
        brutal = words & setting.lexicon.brutal
        return (
            "Excessive force against protesters" if brutal else "Protest with intervention"
        ), "the police stepped in"
    if "arrest" in found.modes:
        political = parties.recipients & _POLITICAL or words & setting.lexicon.unrest
        return ("Arrests", "arrests that bear on the conflict") if political else (None, "an ordinary arrest")
    if "seize" in found.modes and words & {"weapon", "arm", "explosive", "bomb", "cache", "ammunition", "ied"}:
        return "Disrupted weapons use", "weapons found or seized"
    if "seize" in found.modes:
        return "Looting/property destruction", "property seized"
    return (
        ("Other", "a measure that bears on the conflict")
        if set(found.modes) & {"martial-law", "curfew"}
        else (None, "not recorded")
    )


def _retreat(found: Found, parties: Parties, setting: Setting) -> Verdict:
    words = setting.words
    if words & {"surrender", "defect"}:
        return "Agreement", "fighters give themselves up"
    if "withdraw" in found.modes:
        return "Non-violent transfer of territory", "forces left"
    if "ceasefire" in found.modes:
        return "Agreement", "a ceasefire"
    return ("Other", "a strategic development") if set(found.modes) & {"disarm", "release"} else (None, "not recorded")


def _mobilize(found: Found, parties: Parties, setting: Setting) -> Verdict:
    words = setting.words
    if words & {"base", "headquarters", "outpost"}:
        return "Headquarters or base established", "a base was set up"
    return "Change to group/activity", "forces moved or raised"


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


_EFFECT = "Attack"


def rank_violence(codes: Sequence[Verdict], found: Sequence[Found], sentences: Sequence[int]) -> list[Verdict]:
    """Give deaths and wounds that name no one who did them the type of the violence that they are told with.

    Source: ACLED rule 2; deaths are what an event did, not an event beside it.
    """
    out = list(codes)
    for n, (code, _) in enumerate(codes):
        if code != _EFFECT or found[n].actors or found[n].status not in ("occurred", "ongoing"):
            continue
        near = [m for m, (c, _) in enumerate(codes) if _kin(found, sentences, n, m) and c not in (None, _EFFECT)]
        if near:
            best = min(near, key=lambda m: abs(sentences[m] - sentences[n]))
            out[n] = (codes[best][0], "rule 2: the violence that it was part of")
    return out


def _kin(found: Sequence[Found], sentences: Sequence[int], n: int, m: int) -> bool:
    """Tell whether two events are told together: one sentence apart at most, days and places not at odds."""
    a, b = found[n], found[m]
    days = a.when is None or b.when is None or a.when.start == b.when.start
    places = a.place is None or b.place is None or a.place.country == b.place.country
    return m != n and b.type == "ASSAULT" and abs(sentences[m] - sentences[n]) <= 1 and days and places
