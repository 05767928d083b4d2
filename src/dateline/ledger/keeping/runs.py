"""What a ledger is told of the code that made its codings."""

import hashlib
from functools import cache

from dateline.gazetteer.reader import DEFAULT_FILE
from dateline.model.report import CoderInfo
from dateline.store.keeping.codings import RunInfo


def run_info(info: CoderInfo) -> RunInfo:
    """Return what this dateline's coder writes into the ledger of itself."""
    return run_of(info, gazetteer=gazetteer_digest())


def run_of(info: CoderInfo, *, gazetteer: str = "") -> RunInfo:
    """Return the run of what a coding says of its coder; that does not say which gazetteer it had."""
    return RunInfo(
        version=info.version, model=info.model, model_digest=info.model_digest, lexicon_digest=info.lexicon_digest,
        gazetteer_digest=gazetteer, options=info.options,
    )  # fmt: skip


@cache
def gazetteer_digest() -> str:
    """Return the SHA-256 of the gazetteer."""
    with DEFAULT_FILE.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
