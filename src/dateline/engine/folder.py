"""The folder of a run: a Parquet file a block, whole or not there, and a manifest that names them in order."""

import json
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any
from uuid import uuid4

from dateline.engine.tables import CODED, Table, library
from dateline.errors import EngineError
from dateline.model.report import CoderInfo

MANIFEST = "manifest.json"
SCHEMA = "dateline-codings/1"
_LEAST_FREE = 256 * 2**20


@dataclass(frozen=True, slots=True)
class Kept:
    """One block in the folder."""

    digest: str
    reports: int
    failed: int


class Folder:
    """Where codings are kept. Files are written aside and renamed: what has its name is whole."""

    def __init__(self, path: Path) -> None:
        """Hold the path, and make the folder if it is not there.

        Raises:
            EngineError: There is a file of that name.
        """
        if path.exists() and not path.is_dir():
            raise EngineError(f"{path}: is a file; a run on a cluster writes a folder, name another with --output")
        path.mkdir(parents=True, exist_ok=True)
        self.path = path

    def claim(self, info: CoderInfo) -> None:
        """Say whose codings these are.

        Raises:
            EngineError: The folder holds those of another version, model or lexicon, or of other options.
        """
        before = self._manifest().get("coder")
        if before is not None and before != asdict(info):
            other = [name for name, value in asdict(info).items() if before.get(name) != value]
            raise EngineError(
                f"{self.path}: holds codings with another {', '.join(other)}; name another folder, or remove this one"
            )
        if before is None:
            self._write_manifest(info, blocks=(), complete=False)

    def find(self, digest: str, *, reports: int) -> Kept | None:
        """Return a block that is there, None where it is not, or not as it must be."""
        file = self.file(digest)
        if not file.is_file():
            return None
        try:
            errors = library("pyarrow.parquet").read_table(file, columns=["error"]).column("error")
        except (OSError, ValueError, KeyError):  # pyarrow's own errors are these
            return None
        return Kept(digest, reports, reports - errors.null_count) if len(errors) == reports else None

    def keep(self, digest: str, table: Table) -> Kept:
        """Keep a block's codings.

        Raises:
            EngineError: The disk is almost full.
        """
        self._check_room()
        parquet = library("pyarrow.parquet")
        self._write(self.file(digest), lambda out: parquet.write_table(table, out, compression="zstd"))
        self._drop_parts(f"{digest}.parquet")
        errors = table.column("error")
        return Kept(digest, len(table), len(table) - errors.null_count)

    def finish(self, info: CoderInfo, blocks: Sequence[Kept]) -> None:
        """Write the manifest of a whole run."""
        self._write_manifest(info, blocks=blocks, complete=True)

    def strays(self, blocks: Sequence[Kept]) -> list[Path]:
        """List the codings that are no block of a run: of other reports, or of the same cut before they changed."""
        own = {kept.digest for kept in blocks}
        return [path for path in sorted(self.path.glob("*.parquet")) if path.stem not in own]

    def file(self, digest: str) -> Path:
        """Return the path of a block."""
        return self.path / f"{digest}.parquet"

    def _check_room(self) -> None:
        free = shutil.disk_usage(self.path).free
        if free < _LEAST_FREE:
            raise EngineError(f"{self.path}: {free // 2**20} MB are free on its disk; make room, and run this again")

    def _manifest(self) -> Mapping[str, Any]:
        try:
            read = json.loads((self.path / MANIFEST).read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except ValueError as error:
            raise EngineError(f"{self.path / MANIFEST}: is damaged ({error}); name another folder") from error
        return read if isinstance(read, dict) else {}

    def _write_manifest(self, info: CoderInfo, *, blocks: Sequence[Kept], complete: bool) -> None:
        reports, failed = sum(b.reports for b in blocks), sum(b.failed for b in blocks)
        head = {"schema": SCHEMA, "columns": CODED, "coder": asdict(info), "complete": complete}
        whole = {**head, "reports": reports, "failed": failed, "blocks": [asdict(block) for block in blocks]}
        text = json.dumps(whole, indent=1, ensure_ascii=False)
        self._write(self.path / MANIFEST, lambda out: out.write(text.encode("utf-8")))

    def _write(self, path: Path, write: Callable[[IO[bytes]], object]) -> None:
        """Write a file aside, and give it its name when it lies on the disk whole."""
        aside = path.with_name(f"{path.name}.{uuid4().hex}.part")
        with aside.open("wb") as out:
            write(out)
            out.flush()
            os.fsync(out.fileno())
        try:
            aside.replace(path)
        except FileNotFoundError:  # another run of the same reports was first, and cleared up
            if not path.exists():
                raise

    def _drop_parts(self, name: str) -> None:
        """Remove what a run that was killed had begun to write of a block."""
        for left in self.path.glob(f"{name}.*.part"):
            with suppress(FileNotFoundError):
                left.unlink()
