"""How sure a statement is, by the construction that found it."""

from collections.abc import Mapping

from dateline.stages.statements.attribution import Attribution

_ALONE = frozenset({"quote", "tag", "floating", "source", "colon", "adverb"})


def find_confidence(a: Attribution, share: Mapping[str, float]) -> float:
    """Return the share of attributions of this kind that are right."""
    if a.nested:
        return share["nested"]
    if a.by in _ALONE:
        return share[a.by]
    # From the closest description to the widest, for rare ones were seldom counted.
    keys = (f"{a.by}/{a.pattern}", a.by, f"{a.entry.form}/{a.pattern}", a.pattern)
    found = next((share[key] for key in keys if key in share), None)
    if found is None:
        found = share["object-x" if a.pattern.startswith("object-") else "preposition"]
    return found
