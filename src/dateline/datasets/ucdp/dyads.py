"""Who fought whom by UCDP's sorts: state-based, non-state, one-sided (rules 1 to 3)."""

from dataclasses import dataclass

from dateline.datasets.facts.countries import codes_of, name_of
from dateline.datasets.facts.dossier import Dossier, Party, Side
from dateline.datasets.facts.kinds import is_organised, is_state

STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3
_CIVILIANS = "Civilians"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dyad:
    """The two sides by name, with the Gleditsch-Ward numbers of governments; ``turned`` where the target is side a."""

    violence: int
    side_a: str
    side_b: str
    gwno_a: int | None = None
    gwno_b: int | None = None
    turned: bool = False

    def side_of(self, told: Side) -> str:
        """Return the letter of the side that acts or is acted upon."""
        return "b" if (told == "actors") == self.turned else "a"


def dyad_of(dossier: Dossier) -> Dyad | tuple[int, str]:
    """Return the dyad of an incident, or the number of the rule that leaves it out and the reason."""
    acting = [p for p in dossier.parties("actors") if is_state(p) or is_organised(p)]
    hit = dossier.parties("recipients")
    armed = [p for p in hit if is_state(p) or is_organised(p)]
    if len(acting) > 1 and not hit:
        acting, armed = acting[:1], acting[1:]
    if not acting:
        return 1, "no organised actor is named"
    if armed:
        return _two_sided(acting[0], armed[0])
    if hit:
        return Dyad(violence=ONE_SIDED, side_a=_name(acting[0]), side_b=_CIVILIANS, gwno_a=_number(acting[0]))
    return 2, "the other side is not told"


def _two_sided(first: Party, second: Party) -> Dyad:
    state = is_state(first) or is_state(second)
    turned = state and not is_state(first)
    if turned:
        first, second = second, first
    return Dyad(
        violence=STATE_BASED if state else NON_STATE, side_a=_name(first), side_b=_name(second),
        gwno_a=_number(first), gwno_b=_number(second), turned=turned,
    )  # fmt: skip


def _name(party: Party) -> str:
    home = name_of(party.country)
    return f"Government of {home}" if is_state(party) and home else party.name


def _number(party: Party) -> int | None:
    return codes_of(party.country).gw if is_state(party) else None
