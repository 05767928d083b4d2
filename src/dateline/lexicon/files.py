"""Strict reading of lexicon files: an unknown or misspelt field names its file, its place and the next step."""

import hashlib
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from dateline.errors import LexiconError

DATA = Path(__file__).parent / "data"
T = TypeVar("T")
_OWN = ("actors", "countries")
_OWN_TABLES = "give a folder that holds actors/*.csv or countries/*.csv, as docs/lexicons.md says"


def read_toml(path: Path, kind: type[T]) -> T:
    """Read one TOML file into ``kind``.

    Raises:
        LexiconError: The file is missing, is no TOML, or has a field or a value that ``kind`` does not know.
    """
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), kind)
    except OSError as error:
        raise LexiconError(f"{path.name}: cannot be read ({error.strerror}); check the path {path}") from error
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path.name}: not valid TOML ({error}); mend the line it names") from error
    except msgspec.ValidationError as error:
        raise LexiconError(f"{path.name}: {error}; the fields are listed in docs/lexicons.md") from error


def files_in(folder: Path, suffix: str = ".toml") -> Iterator[Path]:
    """Yield the files of a folder with this ending, sorted by name."""
    yield from sorted(p for p in folder.rglob(f"*{suffix}") if p.is_file())


def own_folder(given: str | Path | None) -> Path | None:
    """Return the folder of a user's own tables, or None where none is given.

    Raises:
        LexiconError: There is no such folder, it holds no table, or it holds one that nothing would read.
    """
    if given is None:
        return None
    folder = Path(given)
    if not folder.is_dir():
        raise LexiconError(f"{folder}: no such folder; {_OWN_TABLES}")
    tables = [path.relative_to(folder) for path in _tables(folder)]
    if not tables:
        raise LexiconError(f"{folder}: no table lies there; {_OWN_TABLES}")
    unread = [path for path in tables if path.suffix != ".csv" or path.parts[0] not in _OWN]
    if unread:
        raise LexiconError(f"{folder / unread[0]}: is not read; {_OWN_TABLES}")
    return folder


def _tables(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.suffix in {".toml", ".csv"})


def lexicon_digest(*folders: Path) -> str:
    """Return the SHA-256 of all lexicon files, so that a coding can be traced to them."""
    digest = hashlib.sha256()
    for folder in folders or (DATA,):
        for path in _tables(folder):
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()
