"""RTF: one report, or an export of a news archive."""

from collections.abc import Iterator

from dateline.ingest.formats.base import Format, Got
from dateline.ingest.layouts.split import read_layout
from dateline.ingest.options import Options
from dateline.ingest.source import Refused, Source


def read(source: Source, options: Options) -> Iterator[Got]:
    """Yield the reports of an RTF file."""
    try:
        from striprtf.striprtf import rtf_to_text  # noqa: PLC0415  an optional library
    except ImportError as error:
        told = "reading RTF needs striprtf; run: pip install 'dateline[ingest]'"
        raise Refused("needs-extra", f"{source.found}: {told}") from error
    raw = source.whole(options.limits)
    text = str(rtf_to_text(raw.decode("latin-1"), errors="replace"))  # type: ignore[no-untyped-call]  # has no types
    yield from read_layout(text, source, options, media_type="application/rtf")


FORMAT = Format(
    name="rtf", what="RTF", told_by="it begins with `{\\rtf`", many=True, guarded=True, wraps=True, extra="ingest",
    gives="the text; exports of news archives are split",
    recognises=lambda source: source.head.lstrip().startswith(b"{\\rtf"), read=read,
)  # fmt: skip
