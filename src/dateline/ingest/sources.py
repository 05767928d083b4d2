"""Open what a user names, and pass it to whatever reads it."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from dateline.errors import UsageError
from dateline.ingest.apart.exchange import Request
from dateline.ingest.apart.guard import Guard
from dateline.ingest.dispatch import is_full, not_kept, read_source, refused_item
from dateline.ingest.fetching.fetcher import Fetcher
from dateline.ingest.fetching.reading import follow, is_address, read_address
from dateline.ingest.known import format_of, named
from dateline.ingest.link import Link
from dateline.ingest.options import Options
from dateline.ingest.source import Refused, Source
from dateline.model.item import Found, Item, Published

STANDARD_INPUT = "-"
_DEFAULT = Options()


def find_items(
    source: str | Path, *, options: Options = _DEFAULT, stdin: BinaryIO | None = None, fetcher: Fetcher | None = None
) -> Iterator[Item]:  # fmt: skip
    """Yield the items of a source, as they are read: memory does not grow with their number.

    What cannot be read is an item too, with ``refused``; nothing that a file holds raises.

    Args:
        source: The path of a file or a folder, an address, or "-" for standard input.
        options: How to read, and what to fill in.
        stdin: Standard input as bytes, for "-".
        fetcher: Fetches addresses where ``options`` allow it; by default one that forgets what it fetched.

    Raises:
        UsageError: The source is not there, is "-" with no ``stdin``, or the format named in ``options`` is unknown.
    """
    if options.kind:
        named(options.kind)
    with Guard(options.limits) as guard, Guard(options.limits) as pages:  # a page is read while its feed still is
        web = _Web(fetcher or Fetcher(), guard, options) if options.fetch else None
        for got in _found(source, options, stdin, guard, web):
            if isinstance(got, Link) and web is not None:
                followed = follow(got, fetcher=web.fetcher, read=pages.read, options=options)
                yield from (_filled(item, options) for item in followed)
            else:
                yield _filled(got.known if isinstance(got, Link) else got, options)


def find_items_in(raw: bytes, *, found: Found, options: Options = _DEFAULT) -> Iterator[Item]:
    """Yield the items that bytes hold, however deep they lie; ``found`` is where they come from."""
    with Guard(options.limits) as guard:
        for got in _opened(Source(found, io.BytesIO(raw)), options, guard, raw=raw):
            yield _filled(got.known if isinstance(got, Link) else got, options)


def kind_of(path: str | Path) -> str | None:
    """Return the name of the format of a file, None where it cannot be told."""
    try:
        with Path(path).open("rb") as stream:
            source = Source(Found(path=str(path)), stream)
            return format_of(source, _DEFAULT).name if source.head.strip() else None
    except (OSError, Refused):
        return None


@dataclass(frozen=True, slots=True)
class _Web:
    """What addresses are read with."""

    fetcher: Fetcher
    guard: Guard
    options: Options

    def read(self, url: str) -> Iterator[Item | Link]:
        """Yield what lies at an address."""
        yield from read_address(url, fetcher=self.fetcher, read=self.guard.read, options=self.options)


def _found(
    source: str | Path, options: Options, stdin: BinaryIO | None, guard: Guard, web: _Web | None
) -> Iterator[Item | Link]:
    if is_address(str(source)):
        if web is None:
            raise UsageError(f"{source}: is an address; add --fetch to have it fetched")
        yield from web.read(str(source))
        return
    if str(source) == STANDARD_INPUT:
        if stdin is None:
            raise UsageError("standard input is not open; name a file")
        yield from _opened(Source(Found(path=STANDARD_INPUT), stdin), options, guard)
        return
    path = Path(source)
    if not path.exists():
        raise UsageError(f"{path}: no such file or folder; check the path")
    root = path.resolve()
    for file in _files(path):
        yield from _file(file, root, options, guard)


def _files(path: Path) -> Iterator[Path]:
    """Yield the files of a folder, sorted by path, hidden ones left out; a file is its own only one."""
    if not path.is_dir():
        yield path
        return
    for inner in sorted(path.rglob("*")):
        if not inner.is_dir() and not any(part.startswith(".") for part in inner.relative_to(path).parts):
            yield inner


def _file(file: Path, root: Path, options: Options, guard: Guard) -> Iterator[Item | Link]:
    found = Found(path=str(file))
    try:
        if file.is_symlink() and root.is_dir() and not file.resolve().is_relative_to(root):
            yield refused_item(found, "hostile", "is a link that leads out of the folder; name the file itself")
        elif not file.is_file():
            yield refused_item(found, "unreadable", "is no file, or a link that leads nowhere; name a file")
        else:
            with file.open("rb") as stream:
                for got in _opened(Source(found, stream), options, guard):
                    yield _with_bytes(got, file, options) if isinstance(got, Item) else got
    except OSError as error:
        if is_full(error):
            raise
        told = f"cannot be read ({error.strerror or error}); check its permissions"
        yield refused_item(found, "unreadable", told)


def _with_bytes(item: Item, file: Path, options: Options) -> Item:
    """Return an item; a file that is refused whole keeps its bytes, so that newer code can read it again."""
    if item.refused is None or item.original or item.found != Found(path=str(file)):
        return item
    if file.stat().st_size > options.limits.whole_bytes:
        told = not_kept(item.refused.told, options.limits.whole_bytes)
        return replace(item, refused=replace(item.refused, told=told))
    return replace(item, original=file.read_bytes())


def _opened(source: Source, options: Options, guard: Guard, *, raw: bytes | None = None) -> Iterator[Item | Link]:
    """Read text and lines here, all else in a process of its own."""
    try:
        guarded = bool(source.head.strip()) and format_of(source, options).guarded
        if guarded and raw is None and source.found.path == STANDARD_INPUT:
            raw = source.whole(options.limits)
    except Refused as refused:
        yield refused_item(source.found, refused.refusal.reason, refused.refusal.told)
        return
    if guarded:
        yield from guard.read(Request(found=source.found, options=options, raw=raw))
    else:
        yield from read_source(source, options)


def _filled(item: Item, options: Options) -> Item:
    """Fill in what a user says of an item that does not say it."""
    if item.source is None and options.source is not None:
        item = replace(item, source=options.source, origins={**item.origins, "source": "option"})
    if item.published is None and options.published is not None:
        given = Published(raw=options.published, moment=options.published, origin="option")
        item = replace(item, published=given)
    return item
