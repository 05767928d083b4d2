"""What archives and packed files have in common: nothing is written, and what they hold is counted as it is read."""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import BinaryIO

from dateline.ingest.options import Limits
from dateline.ingest.source import Budget, Refused, Source
from dateline.model.item import Found, Item, Refusal

_OUTSIDE = re.compile(r"(?:^|/)\.\.(?:/|$)|^/|^[A-Za-z]:")
_ERRORS = (OSError, EOFError, RuntimeError, ValueError, NotImplementedError, LookupError)


class Counted(io.RawIOBase):
    """What is unpacked, counted against the budget of the file that it lies in.

    Args:
        stream: The unpacked bytes.
        packed: Tells how many packed bytes were read so far.
        budget: What may still be unpacked.
        limits: The ratio that is allowed.
        found: Where it lies.
    """

    def __init__(
        self, stream: BinaryIO, *, packed: Callable[[], int], budget: Budget, limits: Limits, found: Found
    ) -> None:
        """Begin."""
        self._stream, self._packed, self._budget, self._limits, self._found = stream, packed, budget, limits, found
        self._count = 0

    def readable(self) -> bool:
        """Say yes."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # any buffer of bytes
        """Read, and count.

        Raises:
            Refused: It swells beyond what is allowed.
        """
        part = self._stream.read(len(buffer))
        buffer[: len(part)] = part
        self._count += len(part)
        self._budget.bytes -= len(part)
        if self._budget.bytes < 0:
            most = self._limits.unpacked_bytes // 2**20
            raise Refused("hostile", f"{self._found}: the archive unpacks to more than {most} MB; unpack it yourself")
        if self._count > self._limits.free_bytes and self._count > self._limits.ratio * max(1, self._packed()):
            told = f"swells to more than {self._limits.ratio} times its packed size"
            raise Refused("hostile", f"{self._found}: {told}; unpack it yourself if you trust it")
        return len(part)


def budget_of(source: Source, limits: Limits) -> Budget:
    """Return what a source may unpack to.

    Raises:
        Refused: It lies too deep.
    """
    if source.depth >= limits.depth:
        told = f"archives lie in archives more than {limits.depth} deep"
        raise Refused("hostile", f"{source.found}: {told}; unpack the outer ones yourself if you trust them")
    return source.budget or Budget(bytes=limits.unpacked_bytes, members=limits.members)


def open_member(
    source: Source, name: str, opener: Callable[[], BinaryIO], *, packed: Callable[[], int], limits: Limits
) -> Iterator[Source | Item]:
    """Yield the source of a member, or an item that says why it cannot be read.

    Raises:
        Refused: Nothing more may be unpacked.
    """
    budget = budget_of(source, limits)
    if budget.spent:
        raise Refused("hostile", f"{source.found}: holds more than may be unpacked; unpack it yourself")
    budget.members -= 1
    found = inside(source.found, name)
    if _OUTSIDE.search(name.replace("\\", "/")):
        yield refused_member(found, Refused("hostile", f"{found}: the name leads out of the archive; rename it"))
        return
    try:
        stream = opener()
        counted = Counted(stream, packed=packed, budget=budget, limits=limits, found=found)
        yield Source(found, io.BufferedReader(counted), depth=source.depth + 1, budget=budget, kept=limits.kept_bytes)
    except Refused as refused:
        yield refused_member(found, refused)
    except _ERRORS as error:
        told = (
            "is encrypted; unpack it with its password"
            if "encrypted" in str(error)
            else f"cannot be unpacked ({error})"
        )
        yield refused_member(found, Refused("unreadable", f"{found}: {told}"))


def inside(found: Found, name: str) -> Found:
    """Return the place of a member."""
    return replace(found, member=name if found.member is None else f"{found.member}!/{name}")


def refused_member(found: Found, refused: Refused) -> Item:
    """Return the item of a member that is refused."""
    return Item(found=found, refused=Refusal(reason=refused.refusal.reason, told=refused.refusal.told))


def is_hidden(name: str) -> bool:
    """Tell whether a member is one of those that systems put into archives for themselves."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return any(part.startswith(".") or part == "__MACOSX" for part in parts)
