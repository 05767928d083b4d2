"""Reports by numbers, packed as they are kept; the tellings lie in a part that is opened when they are asked for."""

import zlib

import msgspec
import numpy as np
from numpy.typing import NDArray

from dateline.incidents.alike.numbered import KEY, Numbered, Reading, Weighed
from dateline.incidents.alike.telling import Party, Read, Source, Telling, Where
from dateline.model.base import Span

_LEVEL = 1
"""Of packing: hashes and weights are hardly any smaller the harder they are packed."""
_INTEGERS, _REALS = "<i8", "<f8"


class _Told(msgspec.Struct, array_like=True, frozen=True, kw_only=True):
    """The fields of a telling, but for its report."""

    key: int
    id: str
    span: Span
    type: str
    mode: str | None
    status: str
    main: bool
    background: bool
    days: tuple[int, int] | None
    where: Where | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    numbers: dict[str, tuple[float, float]]
    mentions: tuple[Span, ...]
    triggers: frozenset[str]
    told: str
    stretch: tuple[int, int] | None


class _Kept(msgspec.Struct, array_like=True, frozen=True):
    """A report by numbers: the bytes of its columns, and what the numbers stand for."""

    key: int
    values: bytes
    shared: bytes
    words: bytes
    opening: bytes
    told: bytes
    sizes: bytes
    read: bytes


_told = msgspec.msgpack.Decoder(tuple[Source, tuple[_Told, ...]])
_kept = msgspec.msgpack.Decoder(_Kept)
_encoder = msgspec.msgpack.Encoder()


def pack(one: Numbered) -> bytes:
    """Return a report packed."""
    tellings = [{name: getattr(t, name) for name in _Told.__struct_fields__} for t in one.read.tellings]
    read = _encoder.encode((one.read.source, [_Told(**fields) for fields in tellings]))
    kept = _Kept(
        one.key, one.values.astype(_INTEGERS).tobytes(), one.shared.astype(_INTEGERS).tobytes(), _weighed(one.words),
        _weighed(one.opening), _weighed(one.told), one.sizes.astype(_INTEGERS).tobytes(), read,
    )  # fmt: skip
    return zlib.compress(_encoder.encode(kept), _LEVEL)


def unpack(packed: bytes) -> Numbered:
    """Return a packed report."""
    kept = _kept.decode(zlib.decompress(packed))
    return Numbered(
        kept.key, Reading(lambda: _read(kept.read)), _integers(kept.values).reshape(-1, KEY + 1),
        _integers(kept.shared).reshape(-1, len(("number", "telling", "where"))), _unweighed(kept.words),
        _unweighed(kept.opening), _unweighed(kept.told), _integers(kept.sizes),
    )  # fmt: skip


def _weighed(words: Weighed) -> bytes:
    return words.words.astype(_INTEGERS).tobytes() + words.weights.astype(_REALS).tobytes()


def _unweighed(raw: bytes) -> Weighed:
    size = len(raw) // 2
    return Weighed(_integers(raw[:size]), np.frombuffer(raw[size:], _REALS))


def _integers(raw: bytes) -> NDArray[np.int64]:
    return np.frombuffer(raw, _INTEGERS)


def _read(raw: bytes) -> Read:
    source, told = _told.decode(raw)
    return Read(
        source,
        tuple(Telling(source=source, **{name: getattr(t, name) for name in _Told.__struct_fields__}) for t in told),
    )
