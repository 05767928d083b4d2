"""Groups within closed sets, each once: sectors, codes that stand for a country where a body is of none, status."""

from dateline.model.closed import Sector, Status

FIGHTERS: frozenset[Sector] = frozenset({"COP", "MIL", "PRM", "REB", "UAF"})
"""Who bears arms in the open: whose fall tells of a battle, and not of a crime."""
ARMED: frozenset[Sector] = FIGHTERS | {"SPY"}
"""Who bears arms at all."""
STATE_ARMED: frozenset[Sector] = frozenset({"COP", "MIL", "SPY"})
"""The arms of a state."""
REBEL_ARMED: frozenset[Sector] = frozenset({"CRM", "PRM", "REB", "UAF"})
"""Arms that are no state's."""
STATE: frozenset[Sector] = STATE_ARMED | {"GOV"}
"""Who acts for a state."""
OFFICIAL: frozenset[Sector] = STATE | {"LEG", "REB", "REF"}
"""Who gives and takes in public life, and is no private person."""
CIVIL: frozenset[Sector] = frozenset({"AGR", "BUS", "CVL", "EDU", "JRN", "LAB", "MED", "REF", "REL"})
"""Who bears no arms."""
PRESS: frozenset[Sector] = frozenset({"JRN", "MED"})
"""Who only passes on what others say."""
NO_STATE = frozenset({"IGO", "NGO", "IMG", "ISM", "MNC"})
"""Codes in place of a country for bodies that are of none."""
TO_COME: frozenset[Status] = frozenset({"planned", "hypothetical"})
"""Of what has not taken place, and may."""
REFUTED: frozenset[Status] = frozenset({"negated", "denied"})
"""Of what did not take place, as somebody says."""
