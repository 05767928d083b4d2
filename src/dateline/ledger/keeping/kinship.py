"""Put each new report into its family, in the transaction that keeps it."""

from collections.abc import Sequence
from datetime import UTC, datetime

from dateline.families.crediting import find_credits
from dateline.families.sketch import SCHEME, band_keys
from dateline.families.tree import LARGE, Kin, Shares, build, is_citing, is_same, join, original_of, part
from dateline.families.words import compare, runs_of
from dateline.lexicon.tables import fold
from dateline.lexicon.world.outlets import find_outlet
from dateline.model.item import Item
from dateline.store.batch import Batch
from dateline.store.keeping.families import (
    candidates,
    connected,
    family_of,
    forget,
    forget_words,
    large_family,
    neighbours,
    read_kin,
    setting,
    texts,
    write_families,
    write_keys,
    write_kin,
    write_member,
    write_pair,
    write_setting,
)  # fmt: skip
from dateline.store.keeping.reports import Kept
from dateline.store.packing import digest_of

_SCHEME = "family keys"
_REVISION_SHARE = 0.5


class Kinship:
    """Finds the reports that share a new one's words."""

    def alike(self, one: str, other: str) -> bool:
        """Tell whether a text is a revision of another: at least half of the shorter one stands in it."""
        return compare(runs_of(one), runs_of(other)).share >= _REVISION_SHARE

    def place(self, batch: Batch, kept: Kept, item: Item) -> bool:
        """Put a new report into its family; tell whether it is another's text."""
        if kept.outcome == "revised":
            for key in _before(batch, kept):
                leave(batch, key)
        _check_scheme(batch)
        new = _kin(kept, item)
        write_kin(batch, new)
        _enter(batch, new, item.text)
        role = batch.one(
            "SELECT role, size FROM member JOIN family USING (family_key) WHERE report_key = ?", kept.report_key
        )
        return role is not None and role[1] > 1 and role[0] != "cites"


def _enter(batch: Batch, new: Kin, text: str) -> None:
    """Look for the reports that share a report's words, and put it into the family that follows."""
    keys = band_keys(text)
    _pair(batch, new, text, keys)
    write_keys(batch, new.key, keys)
    if not _joined(batch, new, text):
        settle(batch, new.key)


def _pair(batch: Batch, new: Kin, text: str, keys: Sequence[int]) -> None:
    """Keep which reports share a report's words.

    All that share a key are looked at, so that the order in which they came is of no account. Of a large family that it
    hangs together with already only the original is: more pairs would change nothing.
    """
    own, joined = runs_of(text), set[int | None]()
    for near in candidates(batch, new.key, keys):
        if near.family in joined and not near.is_original:
            continue
        shared = compare(own, runs_of(near.text))
        if is_same(shared) or is_citing(shared, new, read_kin(batch, [near.key])[0]):
            write_pair(batch, new.key, near.key, shared.share)
            if near.size > LARGE:
                joined.add(near.family)


def _joined(batch: Batch, new: Kin, text: str) -> bool:
    """Put a report into the one large family that it belongs to without making that anew, where it changes nothing."""
    family = large_family(batch, new.key, LARGE)
    if family is None:
        return False
    (first,) = read_kin(batch, [family.original])
    share = compare(runs_of(text), runs_of(family.text)).share
    member = join(new, first, family.credited, share)
    if member is not None:
        write_member(batch, family.key, member)
    return member is not None


def settle(batch: Batch, report_key: int) -> None:
    """Make the family of a report anew from the pairs, and those that hang together with it."""
    keys, shares = connected(batch, report_key)
    kin = read_kin(batch, keys)
    groups = [[k for k in kin if k.key in group] for group in part(kin, shares)]
    write_families(batch, [build(own, _shares(batch, own, shares)) for own in groups])


def _shares(batch: Batch, kin: Sequence[Kin], shares: Shares) -> Shares:
    """Return the shares of a family's pairs; in a large one each member is compared with the original itself."""
    if len(kin) <= LARGE:
        return shares
    first = original_of(kin)[0].key
    found = dict(texts(batch, [k.key for k in kin]))
    own = runs_of(found[first])
    return {(min(key, first), max(key, first)): compare(own, runs_of(t)).share for key, t in found.items()}


def leave(batch: Batch, report_key: int) -> None:
    """Take a report that ended out of its family, and settle the others."""
    family, todo = family_of(batch, report_key), set(neighbours(batch, report_key))
    others = [key for key in family if key != report_key]
    forget(batch, report_key)
    if len(family) > LARGE:
        _enter_again(batch, others)
        return
    for key in others:  # all before any is settled: what falls apart must not keep the name of what goes
        forget(batch, key)
    todo |= {*others}
    while todo:
        key = todo.pop()
        settle(batch, key)
        todo -= connected(batch, key)[0]


def _enter_again(batch: Batch, keys: Sequence[int]) -> None:
    """Make a large family anew, member by member: not all of its pairs were looked for, and it may fall apart."""
    found = list(texts(batch, keys))
    for key, text in found:
        forget(batch, key)
        forget_words(batch, key, band_keys(text))
    for kin, (_, text) in zip(read_kin(batch, keys), sorted(found), strict=True):
        _enter(batch, kin, text)


def note_told(batch: Batch, report_key: int, told: str) -> None:
    """Take notice of when a report was published, read while it was coded."""
    batch.connection.execute("UPDATE kin SET told = ? WHERE report_key = ? AND told = ''", (told, report_key))
    size = batch.one("SELECT size FROM member JOIN family USING (family_key) WHERE report_key = ?", report_key)
    if size and size[0] > 1:
        settle(batch, report_key)


def _before(batch: Batch, kept: Kept) -> list[int]:
    return [row[0] for row in batch.all("SELECT report_key FROM report WHERE id = ? AND until IS NOT NULL", kept.id)]


def _kin(kept: Kept, item: Item) -> Kin:
    said_of = find_credits(item.text)
    outlet = find_outlet(item.source)
    publisher = outlet.id if outlet else f"source/{fold(item.source)}" if item.source else f"report/{kept.id}"
    said = item.published
    return Kin(
        key=kept.report_key, digest=digest_of(item.text), told=_moment(said.moment if said else None),
        words=runs_of(item.text).words, publisher=publisher, whole=tuple(c for c in said_of.whole if c != publisher),
        part=tuple(c for c in said_of.part if c != publisher), cites=tuple(c for c in said_of.cites if c != publisher),
    )  # fmt: skip


def _moment(told: str | None) -> str:
    """Return a moment in UTC, a day as it is, "" where there is none."""
    if not told:
        return ""
    try:
        moment = datetime.fromisoformat(told)
    except ValueError:
        return told
    return moment.astimezone(UTC).isoformat() if moment.tzinfo else told


def _check_scheme(batch: Batch) -> None:
    """Make all keys anew where the ledger's are of another scheme."""
    known = setting(batch, _SCHEME)
    if known == SCHEME:
        return
    if known is not None:
        batch.connection.execute("DELETE FROM band")
        for key, text in batch.all("SELECT report_key, text FROM report WHERE until IS NULL"):
            write_keys(batch, key, band_keys(text))
    write_setting(batch, _SCHEME, SCHEME)
