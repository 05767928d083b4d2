"""ACLED's type of an event, by ACLED's own rules, or the reason why ACLED would not record it.

Source: ACLED codebook (2024); the numbers in the reasons are those of docs/codebook.md.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dateline.lexicon.events.words import CodesWords, SharedWords
from dateline.model.closed import EventType, Mode
from dateline.model.entities import Actor
from dateline.model.groups import REBEL_ARMED, STATE, STATE_ARMED
from dateline.stages.events.scene.found import Found

Verdict = tuple[str | None, str]
"""ACLED's sub-event type, or None, and the rule or the reason."""

# "Police arrested a journalist": the arrest of one of these bears on the conflict, that of a pickpocket does not.
_POLITICAL = frozenset({"REB", "MIL", "UAF", "OPP", "LEG", "PTY", "SOC", "JRN", "SPY", "PRM", "JUD", "REL", "GOV"})
_CROWD = "PROTESTERS"  # beside the sectors: those who demonstrate in this report
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
_CARRIERS = frozenset({"heavy-weapons", "aerial", "explosives", "unconventional", None})  # what poison comes with
# "Gunmen tried to storm the post": what failed did not take place either.
_GONE = frozenset({"planned", "hypothetical", "negated", "denied", "attempted"})
_INTERCEPTED = frozenset({"drone", "heavy-weapons", "explosives", "aerial", "suicide-attack"})


@dataclass(frozen=True, slots=True)
class Setting:
    """What is told around an event.

    ``words`` are the lemmas of its sentence, ``crowd`` the ids of those who demonstrate in the report, ``aimed_at`` the
    lemmas of what the act is aimed at, for victims that are no actors ("an army column"). ``crime`` tells an ordinary
    crime, ``country_only`` that the report names no place below a country.
    """

    words: frozenset[str]
    crowd: frozenset[str]
    aimed_at: frozenset[str]
    crime: bool
    country_only: bool
    lexicon: CodesWords
    shared: SharedWords


@dataclass(frozen=True, slots=True)
class Case:
    """An event with the sectors of its two sides, as ACLED's rules ask for them."""

    found: Found
    setting: Setting
    acting: frozenset[str]
    hit: frozenset[str]

    @property
    def words(self) -> frozenset[str]:
        """Return the lemmas of the event's sentence."""
        return self.setting.words

    @property
    def modes(self) -> frozenset[Mode]:
        """Return the event's modes."""
        return frozenset(self.found.modes)

    @property
    def armed(self) -> bool:
        """Tell whether both sides bear arms; of unknown hands, whether the victims are a state's forces."""
        bearing = STATE_ARMED | REBEL_ARMED
        if not self.found.actors:
            # "Two soldiers were killed in the hills": nobody is named, yet who kills soldiers bears arms.
            return bool(self.hit & STATE_ARMED)
        return bool(self.acting & bearing) and bool(self.hit & bearing)


def sectors(ids: tuple[str, ...], actors: Mapping[str, Actor], setting: Setting) -> frozenset[str]:
    """Return the sectors of some actors; a state that uses force is its military, a crowd of protesters is marked."""
    out: set[str] = set()
    for i in ids:
        actor = actors[i]
        out.update(actor.sectors)
        if actor.kind in ("country", "government"):
            out.add("MIL")
        if actor.kind == "armed-group":
            out.add("REB")
        if i in setting.crowd or any(w in actor.name.lower() for w in setting.lexicon.crowd_names):
            out.add(_CROWD)
    return frozenset(out)


def acled_type(found: Found, actors: Mapping[str, Actor], setting: Setting) -> Verdict:
    """Return ACLED's sub-event type, or None, and the rule or the reason."""
    if found.status == "prevented":
        return _prevented(found)
    if found.status in _GONE:
        return None, f"rule 4: only what took place is recorded; this is {found.status}"
    # An attack "in Mali" could be any of many; ACLED asks where it was.
    if setting.country_only and found.type in ("ASSAULT", "PROTEST"):
        return None, "rule 5: no place below the country is named"
    if setting.crime and found.type in ("ASSAULT", "COERCE"):
        return None, "ordinary crime, with no sign of the conflict"
    case = _case(found, actors, setting)
    if found.match.frame.acled is not None:
        return _hinted(case, found.match.frame.acled)
    rule = None if found.type is None else _RULES.get(found.type)
    return _spoken(case) if rule is None else rule(case)


def _case(found: Found, actors: Mapping[str, Actor], setting: Setting) -> Case:
    acting, hit = (sectors(ids, actors, setting) for ids in (found.actors, found.recipients))
    # "A bomb hit an army convoy": no actor is named, and yet soldiers were hit.
    if setting.aimed_at & setting.shared.army:
        hit |= {"MIL"}
    state = bool(acting & STATE) and not acting & REBEL_ARMED
    # "Police fired tear gas to end the rally" names nobody, and meets those who rally.
    if state and setting.words & setting.lexicon.demonstrations and not hit & (STATE_ARMED | REBEL_ARMED):
        hit |= {_CROWD}
    return Case(found, setting, acting, hit)


def _prevented(found: Found) -> Verdict:
    if found.type == "ASSAULT" and not _INTERCEPTED.isdisjoint(found.modes):
        return "Disrupted weapons use", "rule 11: all were intercepted"
    return None, "rule 4: only what took place is recorded; this was prevented"


def _hinted(case: Case, hint: str) -> Verdict:
    # "Troops stormed the town": who enters may be driven out again, so no ground is won yet.
    if hint == "territory" and case.found.clause.lemma in case.setting.lexicon.entering:
        return _assault(case)
    if hint == "territory":
        taken = "Government regains territory" if _for_the_state(case) else "Non-state actor overtakes territory"
        return taken, "territory taken by force"
    if hint == "none":
        return None, "not a kind of event that is recorded"
    # "Police detained forty marchers": at a demonstration an arrest is part of how it was met.
    if hint == "Arrests" and _CROWD in case.hit:
        return _coerce(case)
    if hint == "Looting/property destruction" and _CROWD in case.acting:
        return "Violent demonstration", "rule 6: demonstrators who destroy"
    if hint == "Protest with intervention" and _harmed(case):
        return "Excessive force against protesters", "force on demonstrators that does harm"
    if hint == "Remote explosive/landmine/IED" and case.words & case.setting.lexicon.suicide:
        return "Suicide bomb", "the attacker died of it"
    if hint == "Armed clash" and _CROWD in case.acting | case.hit:
        return "Violent demonstration", "a clash of which one side are demonstrators"
    return hint, f"by the frame {case.found.match.frame.id}"


def _for_the_state(case: Case) -> bool:
    """Tell territory taken by a state's side: its forces, allies with them or not, or from those who fight it."""
    if case.acting & STATE_ARMED:
        # "Soldiers and rebels retook the town" is no gain of the state, unless a word says so ("loyalist").
        return "REB" not in case.acting or bool(case.words & case.setting.lexicon.loyal)
    if case.words & case.setting.lexicon.loyal:
        return True
    return not case.acting and bool(case.hit & REBEL_ARMED) and not case.hit & STATE_ARMED


def _harmed(case: Case) -> bool:
    """Tell whether people were hurt or shot at, with rubber bullets left out."""
    lexicon = case.setting.lexicon
    hurt = any(q.kind in ("killed", "injured") and q.low != 0 for q in case.found.quantities)
    # "Fired rubber bullets": a bullet that is not meant to kill.
    brutal = case.words & lexicon.brutal - ({"bullet"} if "rubber" in case.words else frozenset())
    return hurt or bool(brutal)


def _spoken(case: Case) -> Verdict:
    lexicon = case.setting.lexicon
    agreed = case.found.type in ("AGREE", "SUPPORT", "CONCEDE", "CONSULT")
    if agreed and case.words & lexicon.peace and case.words & lexicon.deal:
        return "Agreement", "an agreement that bears on the conflict"
    if case.found.type == "CONSULT" and case.words & lexicon.peace and case.found.clause.lemma in lexicon.parley:
        return "Agreement", "talks between those who fight"
    return None, "talks, demands, aid and sanctions are not recorded"


def _assault(case: Case) -> Verdict:
    mode = case.found.modes[0] if case.found.modes else None
    # "Three marchers were shot dead": where nobody is named, force on those who march is the state's.
    if _CROWD in case.hit and (case.acting & STATE or not case.found.actors):
        return _against_crowd(case, mode)
    # Before the weapon: of "shells filled with chlorine" the gas decides.
    if case.words & case.setting.lexicon.poison and mode in _CARRIERS:
        return "Chemical weapon", "poison gas was used"
    if case.words & case.setting.lexicon.suicide and mode in ("explosives", None):
        return "Suicide bomb", "the attacker died of it"
    if "grenade" in case.words and mode in ("explosives", None):
        return "Grenade", "a grenade was used"
    # Before the weapon: where both sides fire rockets it is a battle.
    if _two_sided(case) and len(case.found.actors) > 1 and case.acting & (STATE_ARMED | REBEL_ARMED):
        return "Armed clash", "rule 10: both sides fire"
    if mode is not None and mode in _REMOTE:
        return _REMOTE[mode], f"mode {mode}"
    if mode == "crowd-control":
        return "Protest with intervention", "crowd control"
    if _CROWD in case.acting or case.words & case.setting.lexicon.mob:
        mob = bool(case.words & case.setting.lexicon.lynching)
        return ("Mob violence" if mob else "Violent demonstration"), "violence by a crowd"
    if case.armed:
        return "Armed clash", "rule 2: both sides are armed"
    return "Attack", "violence against those who bear no arms"


def _two_sided(case: Case) -> bool:
    fell = not case.found.recipients and bool(case.words & case.setting.shared.battles)
    return case.found.match.frame.reciprocal or fell


def _against_crowd(case: Case, mode: Mode | None) -> Verdict:
    hurt = mode in ("firearms", "beat", "targeted") or _harmed(case)
    return ("Excessive force against protesters" if hurt else "Protest with intervention"), "force on demonstrators"


def _protest(case: Case) -> Verdict:
    lexicon = case.setting.lexicon
    # "A mob looted shops during the march" is the march turned violent.
    if case.found.clause.lemma in lexicon.looting and not case.words & (lexicon.demonstrations | lexicon.mob):
        return "Looting/property destruction", "goods taken, with no sign of a demonstration"
    if case.modes & {"riot", "vandalize"} or case.words & lexicon.rioting:
        return "Violent demonstration", "rule 6: a demonstration that turned violent"
    if case.words & lexicon.intervention:
        return "Protest with intervention", "the police stepped in"
    if case.modes & {"demo", "obstruct", "hunger", "strike", "boycott"} or not case.modes:
        return "Peaceful protest", "rule 6: a demonstration"
    return None, "not a demonstration in person"


def _coerce(case: Case) -> Verdict:
    lexicon = case.setting.lexicon
    # "Police detained dozens at the rally": whoever they were, they came to rally.
    crowd = case.words & lexicon.demonstrations and case.modes & {"arrest", "restrict"}
    if _CROWD in case.hit or crowd:
        return (
            "Excessive force against protesters" if _harmed(case) else "Protest with intervention"
        ), "the police stepped in"
    if "arrest" in case.modes:
        # "Detained two men over a weapons cache": nobody of note, and yet no thieves.
        political = case.hit & _POLITICAL or case.words & lexicon.unrest
        return ("Arrests", "arrests that bear on the conflict") if political else (None, "an ordinary arrest")
    if "seize" in case.modes:
        weapons = bool(case.words & lexicon.arms)
        return (
            ("Disrupted weapons use", "arms seized") if weapons else ("Looting/property destruction", "property seized")
        )
    emergency = bool(case.modes & {"martial-law", "curfew"})
    return ("Other", "a measure that bears on the conflict") if emergency else (None, "not recorded")


def _retreat(case: Case) -> Verdict:
    # "Released ten soldiers in exchange for six rebels": who frees and is freed for it has agreed.
    if "release" in case.modes and case.words & case.setting.lexicon.swap:
        return "Agreement", "an exchange of prisoners"
    if case.words & case.setting.lexicon.surrender:
        return "Agreement", "fighters give themselves up"
    if "withdraw" in case.modes:
        return "Non-violent transfer of territory", "forces left"
    if "ceasefire" in case.modes:
        return "Agreement", "a ceasefire"
    return ("Other", "a strategic development") if case.modes & {"disarm", "release"} else (None, "not recorded")


def _mobilize(case: Case) -> Verdict:
    if case.words & case.setting.lexicon.bases and case.words & case.setting.lexicon.founding:
        return "Headquarters or base established", "a base was set up"
    return "Change to group/activity", "forces moved or raised"


_RULES: Mapping[EventType, Callable[[Case], Verdict]] = {
    "ASSAULT": _assault,
    "PROTEST": _protest,
    "COERCE": _coerce,
    "RETREAT": _retreat,
    "MOBILIZE": _mobilize,
}
