"""Bytes as they lie in the ledger: originals and codings, packed."""

import hashlib
import zlib
from dataclasses import fields, replace
from functools import cache

import msgspec

from dateline.model.coding import Coding

_LEVEL = 6


def digest_of(text: str) -> str:
    """Return the SHA-256 of a text, by which the same text is known again."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def digest_of_bytes(raw: bytes) -> str:
    """Return the SHA-256 of bytes."""
    return hashlib.sha256(raw).hexdigest()


def pack(raw: bytes) -> bytes:
    """Return bytes packed."""
    return zlib.compress(raw, _LEVEL)


def unpack(packed: bytes) -> bytes:
    """Return packed bytes as they were."""
    return zlib.decompress(packed)


def pack_coding(coding: Coding) -> bytes:
    """Return a coding packed, without its text, which lies beside it."""
    bare = replace(coding.report, text="")
    layers = {f.name: getattr(coding, f.name) for f in fields(coding) if f.name != "report"}
    filled = {name: value for name, value in layers.items() if value is not None}
    return pack(msgspec.json.encode({"report": bare, **filled}))


def unpack_coding(packed: bytes, *, text: str) -> Coding:
    """Return a packed coding, with the text that its spans refer to."""
    coding = _decoder().decode(unpack(packed))
    return replace(coding, report=replace(coding.report, text=text))


@cache
def _decoder() -> "msgspec.json.Decoder[Coding]":
    return msgspec.json.Decoder(Coding)
