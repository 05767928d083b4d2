"""Commitments: gifts, each tied to the event that tells of it, with whose parties and status it agrees."""

from collections.abc import Iterator
from dataclasses import replace

from dateline.draft import Draft, Gift
from dateline.model.base import Evidence, Span
from dateline.model.closed import Stage, Status
from dateline.model.event import Event
from dateline.model.groups import REFUTED, TO_COME
from dateline.model.plans import Commitment

_NOT_DONE: frozenset[Status] = TO_COME | {"attempted"}
_UNGIVEN: frozenset[Stage] = frozenset({"refused", "withdrawn"})
_DEEDS = frozenset({"AID", "COOPERATE", "MOBILIZE"})
_GIVING = _DEEDS | {"AGREE", "CONCEDE", "REJECT", "RETREAT", "SUPPORT"}
_ENDING = frozenset({"SANCTION"})


def find_commitments(draft: Draft) -> tuple[Commitment, ...]:
    """Return the commitments of a report, in order of the text."""
    return tuple(_tied(draft, gift) for gift in draft.gifts)


def _tied(draft: Draft, gift: Gift) -> Commitment:
    """Return a gift's commitment, with its event where it has one: of its words the nearest that triggers one tells.

    The event of its own word is the same act, and has the last word on who gives and who receives. One that stands
    above ("declared", "said it would") is the same only where it has the same parties.
    """
    for n, (event, cue) in enumerate(_events(draft, gift)):
        # "Pledged" with its own sum is one act with its event; what is told above it may be somebody else's.
        own = n == 0 and gift.own and gift.words[0] in _tokens(draft, cue)
        if _is_of(gift.commitment, event) and (own or _same_parties(gift.commitment, event)):
            return agreed(gift.commitment, event, cue)
    return gift.commitment


def _events(draft: Draft, gift: Gift) -> Iterator[tuple[Event, Span]]:
    """Yield the events that the words of giving trigger, each with the words that do, the nearest word first."""
    for i in gift.words:
        start = draft.document.tokens[i].start
        for event in draft.events:
            for span in (event.trigger, *event.mentions):
                if span[0] <= start < span[1]:
                    yield event, span
                    break


def _tokens(draft: Draft, span: Span) -> frozenset[int]:
    return frozenset(t.i for t in draft.document.tokens_in(span))


def _is_of(gift: Commitment, event: Event) -> bool:
    """Tell whether an event can be the giving; what is refused or withdrawn is no deed that took place."""
    if gift.stage not in _UNGIVEN:
        return event.type in _GIVING
    took_place = event.type in _DEEDS and event.status in ("occurred", "ongoing")
    # "Froze $5 million in aid" is a sanction.
    return event.type in _GIVING | _ENDING and not took_place


def _same_parties(commitment: Commitment, event: Event) -> bool:
    sides = ((commitment.donor, event.actors), (commitment.recipient, event.recipients))
    return all(one is None or one in many for one, many in sides)


def agreed(commitment: Commitment, event: Event, cue: Span) -> Commitment:
    """Return a commitment that says of donor, recipient, kind and stage nothing that its event gainsays.

    Args:
        commitment: What the words of giving tell.
        event: The event that the same words tell.
        cue: Those words.
    """
    donor, recipient = _among(commitment.donor, event.actors), _among(commitment.recipient, event.recipients)
    stage = _stage(commitment.stage, event)
    evidence = {**commitment.evidence, "event": Evidence(spans=(cue,))}
    for name, old, new in (
        ("donor", commitment.donor, donor),
        ("recipient", commitment.recipient, recipient),
        ("stage", commitment.stage, stage),
    ):
        if new is None:
            evidence.pop(name, None)
        elif new != old:
            evidence[name] = Evidence(spans=(cue,), rule="giving/event")
    return replace(
        commitment,
        event=event.id,
        donor=donor,
        recipient=recipient,
        # "Sent troops" was read as given; as an event it is a show of force.
        kind="military" if event.type == "MOBILIZE" else commitment.kind,
        stage=stage,
        evidence=evidence,
    )


def _among(party: str | None, told: tuple[str, ...]) -> str | None:
    """Return a party if the event has it too, else the event's own first."""
    return party if party in told else next(iter(told), None)


def _stage(stage: Stage, event: Event) -> Stage:
    """Return the stage that an event leaves a gift at: what was denied is refused, what is to come only announced."""
    # "Denied having sent tanks": an event that is refuted was no gift.
    if event.status in REFUTED or event.type == "REJECT":
        return stage if stage in _UNGIVEN else "refused"
    # "Will send tanks" has become a promise in the event, and can be no delivery here.
    to_come = event.status in _NOT_DONE or event.type == "AGREE"
    return "announced" if stage == "delivered" and to_come else stage
