"""All formats, in the order in which they are asked whether a source is theirs; and which one a source is of."""

from dateline.errors import UsageError
from dateline.ingest.formats.base import Format
from dateline.ingest.formats.documents import docx, markdown, pdf, rtf, text
from dateline.ingest.formats.holders import mail, packed, tarred, warc, zipped
from dateline.ingest.formats.tables import coded, codings, json_array, json_lines, parquet, table
from dateline.ingest.formats.vendors import exports, marked, reliefweb
from dateline.ingest.formats.web import addresses, feed, page
from dateline.ingest.options import Options
from dateline.ingest.source import Refused, Source
from dateline.reading.decode import decode

FORMATS: tuple[Format, ...] = (
    packed.FORMAT, zipped.FORMAT, tarred.FORMAT, docx.FORMAT, rtf.FORMAT, pdf.FORMAT,
    parquet.FORMAT, warc.FORMAT, feed.FORMAT, marked.FACTIVA_XML,
    mail.MHTML, mail.MBOX, mail.MESSAGE,
    marked.EUROPRESSE, exports.NEXIS, exports.FACTIVA, exports.PROQUEST,
    reliefweb.FORMAT, codings.FORMAT, json_lines.FORMAT, json_array.FORMAT,
    page.FORMAT, coded.GDELT, coded.ACLED, addresses.FORMAT, table.CSV,
    markdown.FORMAT, text.FORMAT,
)  # fmt: skip


def format_of(source: Source, options: Options) -> Format:
    """Return the format of a source: what wraps others by its bytes, else what the user says, else what it looks like.

    Raises:
        UsageError: The user names a format that there is not.
        Refused: It is of none that is known.
    """
    said = named(options.kind) if options.kind else None
    for form in FORMATS:
        if (said is None or form.wraps) and form.recognises(source):
            return form
    if said is not None:
        return said
    raise _unknown(source)


def named(kind: str) -> Format:
    """Return the format of a name.

    Raises:
        UsageError: There is none.
    """
    found = next((form for form in FORMATS if form.name == kind), None)
    if found is None:
        names = ", ".join(sorted(form.name for form in FORMATS if not form.wraps))
        raise UsageError(f"unknown format {kind!r}; --as takes {names}")
    return found


def _unknown(source: Source) -> Refused:
    binary = decode(source.head).error
    told = f"{binary or 'its format is not known'}; name it with --as KIND, or give its text (docs/sources.md)"
    return Refused("binary" if binary else "unknown-format", f"{source.found}: {told}")
