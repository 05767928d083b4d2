"""A gift in the making."""

from dataclasses import dataclass, field

from dateline.model.closed import CommitmentKind
from dateline.model.plans import Item
from dateline.parse.tree import Token
from dateline.stages.plans.given.giving import Giving
from dateline.stages.plans.given.roles import Side
from dateline.stages.plans.given.sums import Sum


@dataclass(slots=True)
class OpenGift:
    """One gift: the sum or the thing at ``head``, what makes it one, who gives, who receives; repeats are joined.

    ``settled``: its own words tell where it goes, so that no other gift's recipient is meant.
    """

    head: Token
    giving: Giving
    total: Sum | None = None
    donor: Side | None = None
    recipient: Side | None = None
    items: list[Item] = field(default_factory=list)
    repeats: list[Sum] = field(default_factory=list)
    kind: CommitmentKind | None = None
    settled: bool = False
    part_of: "OpenGift | None" = None

    @property
    def start(self) -> int:
        """Return where the gift stands in the text."""
        return self.total.span[0] if self.total else self.items[0].span[0]
