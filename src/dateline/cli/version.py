"""What a coding hangs on: the versions and digests of the program, the model, the lexicon and the gazetteer."""

from importlib.metadata import version

from dateline.ledger.keeping.runs import gazetteer_digest
from dateline.lexicon.files import lexicon_digest
from dateline.parse.parser import Parser


def versions() -> str:
    """Return them, one a line; two codings with the same lines were made by the same rules."""
    parser = Parser()
    return "\n".join((
        f"dateline {version('dateline')}",
        f"model {parser.version} sha256:{parser.digest}",
        f"lexicon sha256:{lexicon_digest()}",
        f"gazetteer sha256:{gazetteer_digest()}",
    ))  # fmt: skip
