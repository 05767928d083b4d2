"""Exports with marks of their own: Factiva's XML and Europresse's pages, beside its texts."""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from dateline.ingest.articles.article import Article, item_of_article, items_of
from dateline.ingest.formats.base import Format, Got
from dateline.ingest.formats.documents.text import read_text
from dateline.ingest.formats.page_lines import page_lines
from dateline.ingest.formats.vendors.exports import looks_like_page, reader, told_by_layout
from dateline.ingest.options import Options
from dateline.ingest.source import Refused, Source
from dateline.model.item import Item

_EUROPRESSE = {
    "title": ("titreArticle", "titreArticleVisu"), "source": ("DocPublicationName",), "published": ("DocHeader",),
    "author": ("docAuthors", "docAuteurs", "sm-margin-bottomNews"), "id": ("publiC-lblNodoc",),
}  # fmt: skip
_BODY = ("docOcurrContainer", "DocText")
_LAYOUT = "europresse"


def read_factiva(source: Source, options: Options) -> Iterator[Item]:
    """Yield the articles of Factiva's XML, one element after the other."""
    try:
        from lxml import etree  # noqa: PLC0415  an optional library
    except ImportError as error:
        raise Refused("needs-extra", f"{source.found}: needs lxml; run: pip install 'dateline[ingest]'") from error
    if b"<!ENTITY" in source.head:
        raise Refused("hostile", f"{source.found}: declares entities of its own; export it again")
    stream = io.BytesIO(source.whole(options.limits))
    elements = etree.iterparse(stream, tag=("{*}article", "{*}ppsArticle"), resolve_entities=False, no_network=True)
    number = 0
    for _, element in elements:
        if any(child.tag.rpartition("}")[2] == "headline" for child in element.iterchildren("{*}headline")):
            number += 1
            found = replace(source.found, number=number)
            original = etree.tostring(element, with_tail=False)
            yield item_of_article(_xml_article(element, original), found=found, media_type="application/xml")
            element.clear()


def _xml_article(element: Any, original: bytes) -> Article:
    def words(*names: str) -> str:
        found = (child for name in names for child in element.iterchildren(f"{{*}}{name}"))
        return "\n\n".join(filter(None, (part for child in found for part in _xml_paragraphs(child))))

    number = words("accessionNo", "reference").rpartition("/")[2]
    day, time = words("publicationDate"), words("publicationTime")
    return Article(
        text=words("leadParagraph", "tailParagraphs"), title=words("headline"), author=words("byline"),
        source=words("sourceName"), language=words("baseLanguage"), published=f"{day} {time}".strip(), id=number,
        origin="Factiva", original=original,
    )  # fmt: skip


def _xml_paragraphs(element: Any) -> list[str]:
    parts = list(element.iterdescendants("{*}paragraph")) or [element]
    return [" ".join("".join(part.itertext()).split()) for part in parts]


def read_europresse(source: Source, options: Options) -> Iterator[Got]:
    """Yield the articles of what Europresse exports."""
    yield from (_read_page if is_europresse_page(source) else reader(_LAYOUT))(source, options)


def _read_page(source: Source, options: Options) -> Iterator[Got]:
    try:
        from lxml import etree, html  # noqa: PLC0415  an optional library
    except ImportError as error:
        raise Refused("needs-extra", f"{source.found}: needs lxml; run: pip install 'dateline[ingest]'") from error
    text = read_text(source, options)[1]
    page = html.document_fromstring(text.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    nodes = page.xpath("//article") or page.xpath("//div[contains(@class, 'publiArticle')]")
    articles = (_europresse(node, etree.tostring(node, with_tail=False, encoding="utf-8")) for node in nodes)
    yield from items_of(articles, found=source.found, media_type="text/html")


def _europresse(node: Any, original: bytes) -> Article:
    found = {
        field: next(filter(None, (_class(node, name) for name in names)), "") for field, names in _EUROPRESSE.items()
    }
    text = next(filter(None, (_class(node, name) for name in _BODY)), "")  # the second holds the first
    source = found.pop("source").partition("\n")[0]
    return Article(text=text, source=source, origin="Europresse", original=original, **found)  # type: ignore[arg-type]


def _class(node: Any, name: str) -> str:
    """Return the words of the elements of a class, block by block."""
    from lxml import etree  # noqa: PLC0415  an optional library

    path = f".//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]"
    parts = [page_lines(etree.tostring(part, with_tail=False, encoding="unicode")) for part in node.xpath(path)]
    return "\n\n".join(parts)


def is_factiva_xml(source: Source) -> bool:
    """Tell by the names of elements."""
    head = source.text[:20_000]
    return (
        head.lstrip().startswith("<") and "leadParagraph" in head and "headline" in head and not looks_like_page(source)
    )


def is_europresse(source: Source) -> bool:
    """Tell a page by the names of classes, a text by its layout."""
    return is_europresse_page(source) or told_by_layout(_LAYOUT)(source)


def is_europresse_page(source: Source) -> bool:
    """Tell by the names of classes."""
    return looks_like_page(source) and any(mark in source.text for mark in ("DocPublicationName", "publiC-lblNodoc"))


FACTIVA_XML = Format(
    name="factiva-xml", what="Factiva's XML", told_by="elements `headline` and `leadParagraph`",
    gives="title, author, source, day and time, language, Factiva's number as id", extra="ingest",
    recognises=is_factiva_xml, read=read_factiva, many=True, guarded=True,
)  # fmt: skip
EUROPRESSE = Format(
    name=_LAYOUT, what="Europresse and Eureka exports: HTML, TXT, and as RTF, DOCX or PDF",
    told_by="a page with the class `DocPublicationName`; lines such as `news·20240502·HG·7` and `• 212 words`",
    gives="title, author, source, day, Europresse's number as id", guarded=True, extra="ingest",
    recognises=is_europresse, read=read_europresse, many=True,
)  # fmt: skip
