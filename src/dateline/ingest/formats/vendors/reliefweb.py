"""ReliefWeb: what its API answers."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from dateline.ingest.articles.article import Article, items_of
from dateline.ingest.formats.base import Format
from dateline.ingest.formats.documents.markdown import parse_markdown
from dateline.ingest.formats.documents.text import read_text
from dateline.ingest.options import Options
from dateline.ingest.source import Refused, Source
from dateline.model.item import Item


def read(source: Source, options: Options) -> Iterator[Item]:
    """Yield the reports of an answer."""
    text = read_text(source, options)[1]
    try:
        rows = json.loads(text)["data"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Refused(
            "broken", f"{source.found}: not an answer of ReliefWeb's API ({error!r}); get it again"
        ) from error
    articles = (_article(row) for row in rows if isinstance(row, dict) and isinstance(row.get("fields"), dict))
    yield from items_of(articles, found=source.found, media_type="application/json")


def _article(row: Mapping[str, Any]) -> Article:
    fields = row["fields"]
    day = fields.get("date") or {}
    body = parse_markdown(fields.get("body") or "")
    return Article(
        text=f"{body.title}\n\n{body.text}" if body.title else body.text, title=fields.get("title"),
        source=", ".join(s.get("name", "") for s in fields.get("source") or () if isinstance(s, dict)),
        url=fields.get("url_alias") or fields.get("url"), id=f"reliefweb-{row.get('id')}",
        published=day.get("original") or day.get("created"), origin="ReliefWeb", language=_language(fields),
        original=json.dumps(row, ensure_ascii=False).encode("utf-8", "surrogatepass"),
        notes=() if fields.get("body") else ("the answer has no body; ask the API for the field body",),
    )  # fmt: skip


def _language(fields: Mapping[str, Any]) -> str | None:
    codes = [code["code"] for code in fields.get("language") or () if isinstance(code, dict) and code.get("code")]
    return str(codes[0]) if codes else None


def recognises(source: Source) -> bool:
    """Tell by the keys of an answer."""
    start = source.text.lstrip()
    return start.startswith("{") and '"fields"' in start and ("reliefweb.int" in start or '"body-html"' in start)


FORMAT = Format(
    name="reliefweb", what="answers of ReliefWeb's API", told_by="JSON with `fields` and an address at reliefweb.int",
    gives="title, sources, address, day, language, number; the body without its Markdown", guarded=True,
    recognises=recognises, read=read, many=True,
)  # fmt: skip
