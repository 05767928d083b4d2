"""The id and the label of an issue, from its family and its parties."""

from hashlib import sha256

from dateline.model.speech import Issue as IssueRecord
from dateline.stages.positions.issues.issue import Issue
from dateline.stages.positions.issues.parties import Term, slug

_LONGEST = 96
END = "end:"


def name_issue(issue: Issue) -> IssueRecord:
    """Return id and label: the same parts, in the id by what they stand for, in the label by their words."""
    parts, label = _parts(issue)
    key = ":".join(parts)
    if len(key) > _LONGEST:
        # Cut ids stay apart by the digest of the whole.
        key = f"{key[:_LONGEST]}~{sha256(key.encode()).hexdigest()[:8]}"
    return IssueRecord(id=f"{END}{key}", label=f"end of {label}") if issue.ended else IssueRecord(id=key, label=label)


def parts_of(issue: Issue) -> frozenset[str]:
    """Return the parts of an issue's id, to tell whether one issue is another told more fully."""
    return frozenset(_parts(issue)[0])


def _parts(issue: Issue) -> tuple[list[str], str]:
    family = issue.family
    if family is None:
        # "Chad's ban": the label may name the agent already.
        if issue.agent is None or issue.agent.label in issue.label:
            return [issue.key], issue.label
        return [issue.key, f"by-{issue.agent.key}"], f"{issue.agent.label} {issue.label}"
    noun = issue.head.lower if family.named else family.label
    label = " ".join([*issue.modifiers, noun])
    parts = [family.id, *sorted(slug(word) for word in issue.modifiers)]
    for name, party in _parties(issue):
        parts.append(f"{name}-{party.key}")
        label = f"{label} {name} {party.label}"
    return parts, label


def _parties(issue: Issue) -> list[tuple[str, Term]]:
    family = issue.family
    assert family is not None
    out: list[tuple[str, Term]] = [("of", issue.what)] if issue.what else []
    agent = issue.agent if "agent" in family.parties else None
    # "Delivery of tanks by Chad", but "withdrawal of Chad": "of" is taken where there is a thing.
    own = "by" if issue.what or (issue.theme and family.say == "of") else "of"
    if issue.theme and own == "by":
        out.append((family.say, issue.theme))
    if agent:
        out.append((own, agent))
    if issue.theme and own == "of":
        out.append((family.say, issue.theme))
    known = {p.key for _, p in out}
    return [*out, *((n, p) for n, p in issue.rest if p.key not in known)]
