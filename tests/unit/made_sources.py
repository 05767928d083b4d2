"""Invented reports, and the files in which they would be found: one writer a format."""

import csv
import io
import json
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from email.message import EmailMessage
from html import escape

TOWNS = ("Marovka", "Tel Harun", "Bir Saleh", "Dolyna", "Port Anselm", "Kessab", "Oronto Falls", "Nyala Hill")
PEOPLE = ("Oleh Kravets", "Amina Diallo", "Hassan Barzan", "Ruth Okello", "Pavel Dorin", "Leila Mansur")
PAPERS = ("The Harbour Gazette", "Valmoor Wire Service", "Kessab Herald", "The Lakeside Courier")
WRITERS = ("Mira Kostenko", "Paul Arend", "Jonas Vale", "Esther Noor")


@dataclass(frozen=True)
class Story:
    """One invented report."""

    number: int
    title: str
    body: tuple[str, ...]
    day: date
    source: str
    author: str

    @property
    def text(self) -> str:
        return "\n\n".join(self.body)

    @property
    def url(self) -> str:
        return f"https://news.example/{self.day:%Y/%m/%d}/story-{self.number}"

    @property
    def mark(self) -> str:
        """Return words that stand in this story alone."""
        return f"warehouse {self.number} "


def story(number: int) -> Story:
    """Make the story of a number: no two are alike."""
    person = PEOPLE[number % len(PEOPLE)]
    return Story(
        number=number,
        title=f"Drone strike on {_town(number)} kills {_killed(number)}, governor says in case {number}",
        body=(_struck(number), _said(person), _to_come(TOWNS[(number + 3) % len(TOWNS)])),
        day=date(2023, 1, 2) + timedelta(days=number),
        source=PAPERS[number % len(PAPERS)],
        author=WRITERS[number % len(WRITERS)],
    )


def _town(number: int) -> str:
    return TOWNS[number % len(TOWNS)]


def _killed(number: int) -> int:
    return 2 + number % 7


def _struck(number: int) -> str:
    return (
        f"At least {_killed(number)} people were killed when a drone hit warehouse {number} in the port of "
        f"{_town(number)} on Tuesday, the regional governor said."
    )


def _said(person: str) -> str:
    return (
        f"The governor, {person}, told reporters that rescuers were still searching the rubble and that the fire had "
        "been put out by noon. The army denied that its forces had fired at the port."
    )


def _to_come(town: str) -> str:
    return (
        f"The foreign minister will meet envoys from both countries in {town} next week for talks on a truce, "
        "a spokesman said."
    )


def stories(first: int, count: int) -> list[Story]:
    """Make several stories."""
    return [story(n) for n in range(first, first + count)]


def as_text(told: Sequence[Story]) -> bytes:
    return told[0].text.encode()


def as_markdown(told: Sequence[Story]) -> bytes:
    s = told[0]
    body = s.text.replace("the regional governor", "the *regional* [governor](https://gov.example/)")
    return f'---\ndate: {s.day}\nauthor: "{s.author}"\nsource: {s.source}\n---\n# {s.title}\n\n{body}\n'.encode()


def as_page(told: Sequence[Story]) -> bytes:
    s = told[0]
    paragraphs = "".join(f"<p>{escape(p)}</p>" for p in s.body)
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{escape(s.title)} | Site</title>"
        f'<meta property="og:title" content="{escape(s.title)}"><meta name="author" content="{s.author}">'
        f'<meta property="og:site_name" content="{s.source}">'
        f'<meta property="article:published_time" content="{s.day}T09:30:00+02:00">'
        f'<link rel="canonical" href="{s.url}"></head><body><nav><a href="/">Home</a> <a href="/w">World</a></nav>'
        f"<article><h1>{escape(s.title)}</h1>{paragraphs}</article><footer>All rights "
        f"reserved.</footer></body></html>"
    ).encode()


def as_json_ld_page(told: Sequence[Story]) -> bytes:
    s = told[0]
    said = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": s.title,
        "datePublished": f"{s.day}T07:00:00Z",
        "author": [{"@type": "Person", "name": s.author}], "publisher": {"@type": "Organization", "name": s.source},
    }  # fmt: skip
    paragraphs = "".join(f"<p>{escape(p)}</p>" for p in s.body)
    return (
        f"<html><head><title>x</title><script type='application/ld+json'>{json.dumps(said)}</script></head>"
        f"<body><main><article>{paragraphs}</article></main></body></html>"
    ).encode()


def as_mhtml(told: Sequence[Story]) -> bytes:
    page = as_page(told).decode()
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: " + told[0].url + "\r\nSubject: x\r\n"
        "Date: Mon, 1 Jan 2024 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="----B"\r\n\r\n'
        "------B\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n"
        f"Content-Location: {told[0].url}\r\n\r\n{page}\r\n------B\r\nContent-Type: image/png\r\n"
        "Content-Transfer-Encoding: base64\r\nContent-Location: "
        "https://news.example/a.png\r\n\r\niVBORw0KGgo=\r\n------B--\r\n"
    ).encode()


def _row(s: Story) -> dict[str, str]:
    return {
        "id": f"s{s.number}",
        "text": s.text,
        "title": s.title,
        "published": f"{s.day}",
        "source": s.source,
        "url": s.url,
    }


def as_json_lines(told: Sequence[Story]) -> bytes:
    return "".join(json.dumps(_row(s)) + "\n" for s in told).encode()


def as_other_json_lines(told: Sequence[Story]) -> bytes:
    names = {
        "text": "body",
        "title": "headline",
        "published": "pub_date",
        "source": "outlet",
        "url": "link",
        "id": "uid",
    }
    return "".join(json.dumps({names[k]: v for k, v in _row(s).items()}) + "\n" for s in told).encode()


def as_json_array(told: Sequence[Story]) -> bytes:
    return json.dumps([_row(s) for s in told], indent=1).encode()


def as_json_object(told: Sequence[Story]) -> bytes:
    return json.dumps({"status": "ok", "totalResults": len(told), "articles": [_row(s) for s in told]}).encode()


def as_csv(told: Sequence[Story], *, mark: str = ",") -> bytes:
    out = io.StringIO()
    rows = csv.writer(out, delimiter=mark)
    rows.writerow(["Headline", "Publication Date", "Outlet", "Body"])
    rows.writerows([s.title, f"{s.day:%B} {s.day.day}, {s.day.year}", s.source, s.text] for s in told)
    return out.getvalue().encode()


def as_tsv(told: Sequence[Story]) -> bytes:
    return as_csv(told, mark="\t")


def as_semicolons(told: Sequence[Story]) -> bytes:
    return ("\ufeff" + as_csv(told, mark=";").decode()).encode("utf-16")


def as_parquet(told: Sequence[Story]) -> bytes:
    import pyarrow as pa  # noqa: PLC0415  an optional library
    import pyarrow.parquet as pq  # noqa: PLC0415

    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([{**_row(s), "published": s.day} for s in told]), out)
    return out.getvalue()


def _wrapped(text: str, width: int = 72) -> str:
    out: list[str] = []
    for paragraph in text.split("\n\n"):
        line = "  "
        for word in paragraph.split():
            if len(line) + len(word) > width:
                out.append(line)
                line = ""
            line += f" {word}"
        out += [line, ""]
    return "\n".join(out)


def _long(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year} {day:%A}"


def as_nexis_text(told: Sequence[Story]) -> bytes:
    return "".join(
        f"\n\n                    {n} of {len(told)} DOCUMENTS\n\n\n                 {s.source}\n\n"
        f"                 {_long(s.day)}\n                 Late Edition - Final\n\n{s.title}\n\n"
        f"BYLINE: By {s.author.upper()}\n\nSECTION: Section A; Column 0; Foreign Desk; Pg. 1\n\nLENGTH: 212 words\n\n"
        f"DATELINE: HARBOUR CITY\n\n{_wrapped(s.text)}\nLOAD-DATE: {_long(s.day)}\n\nLANGUAGE: ENGLISH\n\n"
        f"PUBLICATION-TYPE: Newspaper\n\n\n              Copyright {s.day.year} {s.source}\n   "
        f"           All Rights Reserved\n"
        for n, s in enumerate(told, start=1)
    ).encode()


def nexis_paragraphs(told: Sequence[Story]) -> list[str]:
    """Return the paragraphs of an export of the newer layout, its cover first."""
    cover = [
        "User Name: = Invented", "Date and Time: = Monday, January 1, 2024 10:00 AM", "Job Number: = 123456",
        f"Documents ({len(told)})", *(f"{n}. {s.title}" for n, s in enumerate(told, start=1)),
        "Client/Matter: -None-",
        "Search Terms: drone", "| About LexisNexis | Privacy Policy | Copyright © 2024 LexisNexis",
    ]  # fmt: skip
    for s in told:
        cover += [
            s.title, s.source, _long(s.day), f"Copyright {s.day.year} {s.source} All Rights Reserved", "",
            "Section: NEWS; Pg. 4", "Length: 212 words", f"Byline: {s.author}", "Body", "", *s.body, "",
            f"Load-Date: {s.day:%B} {s.day.day}, {s.day.year}", "", "End of Document", "",
        ]  # fmt: skip
    return cover


def as_docx(paragraphs: Sequence[str]) -> bytes:
    """Write a Word document."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t xml:space='preserve'>{escape(p)}</w:t></w:r></w:p>" for p in paragraphs)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/document.xml",
            f"<?xml version='1.0'?><w:document xmlns:w='{space}'><w:body>{body}</w:body></w:document>",
        )
    return out.getvalue()


def as_rtf(paragraphs: Sequence[str]) -> bytes:
    """Write an RTF file."""
    body = "".join("".join(map(_rtf_of, p)) + "\\par\n" for p in paragraphs)
    return ("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\n" + body + "}").encode("latin-1")


def _rtf_of(character: str) -> str:
    return character if character.isascii() else f"\\'{character.encode('cp1252').hex()}"


def as_nexis_docx(told: Sequence[Story]) -> bytes:
    return as_docx(nexis_paragraphs(told))


def as_nexis_rtf(told: Sequence[Story]) -> bytes:
    return as_rtf(nexis_paragraphs(told))


def as_nexis_page(told: Sequence[Story]) -> bytes:
    docs = "".join(
        f'<A NAME="DOC_ID_0_{n}"></A><DOCFULL><DIV CLASS="c0"><P CLASS="c1"><SPAN CLASS="c2">'
        f"{n} of {len(told)} DOCUMENTS"
        f'</SPAN></P></DIV><BR><DIV CLASS="c3"><P CLASS="c1"><SPAN CLASS="c2">{s.source}</SPAN></P></DIV>'
        f'<DIV CLASS="c3"><P CLASS="c1"><SPAN CLASS="c4">{_long(s.day)}</SPAN></P></DIV>'
        f'<DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c7">{escape(s.title)}</SPAN></P></DIV>'
        f'<DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c8">BYLINE: </SPAN><SPAN CLASS="c2">{s.author}</SPAN></P></DIV>'
        '<DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c8">LENGTH: </SPAN><SPAN CLASS="c2">212 words</SPAN></P></DIV>'
        + "".join(f'<DIV CLASS="c5"><P CLASS="c9"><SPAN CLASS="c2">{escape(p)}</SPAN></P></DIV>' for p in s.body)
        + f'<DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c8">LOAD-DATE: </SPAN><SPAN CLASS="c2">'
        f"{_long(s.day)}</SPAN></P></DIV>"
        '<DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c8">LANGUAGE: </SPAN><SPAN CLASS="c2">'
        "ENGLISH</SPAN></P></DIV></DOCFULL>"
        for n, s in enumerate(told, start=1)
    )
    return f"<!DOCTYPE HTML><HTML><HEAD><STYLE>.c0 {{ x: y }}</STYLE></HEAD><BODY>{docs}</BODY></HTML>".encode()


def factiva_number(s: Story) -> str:
    return f"HARGAZ00{s.day:%Y%m%d}ek3e{s.number:05d}"


def as_factiva_text(told: Sequence[Story]) -> bytes:
    return "".join(
        f"HD  {s.title}\nBY  By {s.author}\nWC  212 words\nPD  {s.day.day} {s.day:%B %Y}\nET  10:15\nSN  {s.source}\n"
        f"SC  HARGAZ\nLA  English\nCY  Copyright {s.day.year}, {s.source}\n\nLP  \n{s.body[0]}\n\nTD  \n"
        + "\n\n".join(s.body[1:]) + f"\n\nNS  gcat : Political News\nAN  Document {factiva_number(s)}\n\n"
        f"Document {factiva_number(s)}\n\n"
        for s in told
    ).encode()  # fmt: skip


def factiva_lines(told: Sequence[Story]) -> list[str]:
    out: list[str] = []
    for s in told:
        out += [
            s.title, "", f"By {s.author}", "212 words", f"{s.day.day} {s.day:%B %Y}", "10:15", s.source, "HARGAZ",
            "English", f"(c) {s.day.year} {s.source}", "", s.body[0], "", s.body[1], "", s.body[2], "",
            f"Document {factiva_number(s)}", "",
        ]  # fmt: skip
    return out


def as_factiva_rtf(told: Sequence[Story]) -> bytes:
    return as_rtf(factiva_lines(told))


def as_factiva_page(told: Sequence[Story]) -> bytes:
    docs = "".join(
        f'<div class="article enArticle"><p></p><div id="hd"><span class="enHeadline">{escape(s.title)}</span></div>'
        f'<div class="author">By {s.author}</div><div>212 words</div><div>{s.day.day} '
        f"{s.day:%B %Y}</div><div>10:15</div>"
        f"<div>{s.source}</div><div>HARGAZ</div><div>English</div><div>(c) {s.day.year} {s.source}</div>"
        + "".join(f'<p class="articleParagraph enarticleParagraph">{escape(p)}</p>' for p in s.body)
        + f"<p>Document {factiva_number(s)}</p></div>"
        for s in told
    )
    return f"<html><head><title>Factiva</title></head><body>{docs}</body></html>".encode()


def as_factiva_xml(told: Sequence[Story]) -> bytes:
    docs = "".join(
        f"<ppsarticle><article><accessionNo>{factiva_number(s)}</accessionNo><baseLanguage>en</baseLanguage>"
        f"<byline>By {s.author}</byline><headline><paragraph>{escape(s.title)}</paragraph></headline>"
        f"<leadParagraph><paragraph>{escape(s.body[0])}</paragraph></leadParagraph>"
        f"<publicationDate><date>{s.day}</date>"
        f"</publicationDate><sourceName>{s.source}</sourceName><tailParagraphs>"
        + "".join(f"<paragraph>{escape(p)}</paragraph>" for p in s.body[1:])
        + "</tailParagraphs></article></ppsarticle>"
        for s in told
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><ppsarticleset>{docs}</ppsarticleset>'.encode()


def as_proquest(told: Sequence[Story]) -> bytes:
    line = "_" * 60
    return (
        f"{line}\n\nReport Information from ProQuest\nMarch 20 2024 10:00\n{line}\n\n"
        + "".join(
            f"\n\nDocument {n} of {len(told)}\n\n{s.title}\n\nAuthor: {s.author}\n\n"
            f"Publication info: {s.source}, Late Edition; Valmoor [Valmoor]{s.day:%d %b %Y}: A.1.\n\n"
            f"http://search.proquest.com/docview/{s.number}?accountid=1\n\nAbstract: A drone hit a "
            f"port.\n\nLinks: x\n\n"
            f"Full text: {s.text}\n\nSubject: Drones; Ports\n\nTitle: {s.title}\n\nPublication "
            f"title: {s.source}; Valmoor\n\n"
            f"Publication date: {s.day:%b} {s.day.day}, {s.day.year}\n\nProQuest document ID: "
            f"{99000000 + s.number}\n\n"
            f"Document URL: http://search.proquest.com/docview/{s.number}\n\nLanguage of publication: English\n\n"
            f"Copyright: Copyright {s.source}\n\nDatabase: ProQuest\n\n{line}\n"
            for n, s in enumerate(told, start=1)
        )
        + "Contact ProQuest\n\nCopyright 2024 ProQuest LLC. All rights reserved.\n"
    ).encode()


def as_europresse(told: Sequence[Story]) -> bytes:
    docs = "".join(
        f'<article><header><div class="rdp__DocPublicationName"><span '
        f'class="DocPublicationName">{s.source}</span></div>'
        f'<span class="DocHeader">{s.day:%A}, {s.day:%B} {s.day.day}, {s.day.year} - p. 3</span></header>'
        f'<div class="titreArticle"><p class="titreArticleVisu rdp__articletitle">{escape(s.title)}</p></div>'
        f'<div class="docAuthors">{s.author}</div><div class="DocText clearfix"><div class="docOcurrContainer">'
        + "".join(f"<p>{escape(p)}</p>" for p in s.body)
        + f'</div></div><div class="publiC-lblNodoc">news·{s.day:%Y%m%d}·HG·{s.number}</div></article>'
        for s in told
    )
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>{docs}</body></html>".encode()


def europresse_lines(told: Sequence[Story]) -> list[str]:
    """Return the lines of a PDF or RTF with the number of each document above its head, after a table of contents."""
    out = ["Saved documents by reader@example.org", f"{len(told)} documents", "Summary", *(s.title for s in told), ""]
    for s in told:
        out += [
            f"© {s.day.year} {s.source}. Tous droits réservés.", "The present document and its use are",
            "protected under", "copyright laws and conventions.", f"news·{s.day:%Y%m%d}·HG·{s.number}",
            "Source name", s.source, "Origin", "Valmoor", "", f"{s.day:%A}, {s.day:%B} {s.day.day}, {s.day.year}",
            s.source, "• p. 3", "• 212 words", "Page a3", s.title, "", s.author, "",
            s.body[0], "", s.body[1], "", s.body[2], "",
            "This document is destined for the exclusive use of the reader", "and may not be passed on.", "",
        ]  # fmt: skip
    return out


def as_europresse_text(told: Sequence[Story]) -> bytes:
    """Write documents with the day and the words on one line, and the number of each below its words."""
    return "\n".join(
        f"{s.source}\n{s.day:%A}, {s.day:%B} {s.day.day}, {s.day.year} - 1 212 mots, p. A3\n\n{s.title}\n\n"
        f"Par {s.author}\n\n{s.text}\n\nCet article est paru dans {s.source}.\n\nhttps://news.example/{s.number}\n\n"
        f"© {s.day.year} {s.source}. Tous droits réservés.\nnews·{s.day:%Y%m%d}·HG·{s.number}\n"
        "Certificat émis le 3 mai 2024 à Valmoor à des fins de visualisation personnelle et temporaire.\n"
        for s in told
    ).encode()


def as_europresse_rtf(told: Sequence[Story]) -> bytes:
    return as_rtf(europresse_lines(told))


def as_europresse_docx(told: Sequence[Story]) -> bytes:
    return as_docx(europresse_lines(told))


def as_rss(told: Sequence[Story]) -> bytes:
    entries = "".join(
        f"<item><title>{escape(s.title)}</title><link>{s.url}</link><guid>{s.url}</guid>"
        f"<pubDate>{s.day:%a, %d %b %Y} 09:30:00 +0300</pubDate><dc:creator>{s.author}</dc:creator>"
        "<content:encoded><![CDATA[" + "".join(f"<p>{p}</p>" for p in s.body) + "]]></content:encoded></item>"
        for s in told
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>{told[0].source}</title><language>en</language>'
        f"{entries}</channel></rss>"
    ).encode()


def as_atom(told: Sequence[Story]) -> bytes:
    entries = "".join(
        f"<entry><title>{escape(s.title)}</title><link href='{s.url}'/><id>{s.url}</id>"
        f"<published>{s.day}T09:30:00Z</published>"
        f"<author><name>{s.author}</name></author><content type='html'>"
        + escape("".join(f"<p>{p}</p>" for p in s.body)) + "</content></entry>"
        for s in told
    )  # fmt: skip
    return (
        f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>'
        f"{told[0].source}</title>{entries}</feed>"
    ).encode()


def _mail(s: Story) -> bytes:
    message = EmailMessage()
    message["From"] = f"{s.author} <desk@news.example>"
    message["To"] = "reader@example.org"
    message["Subject"] = s.title
    message["Date"] = f"{s.day:%a, %d %b %Y} 09:30:00 +0100"
    message["Message-ID"] = f"<{s.number}@news.example>"
    message["List-Id"] = f"{s.source} <list.news.example>"
    message.set_content(s.text)
    return message.as_bytes()


def as_mbox(told: Sequence[Story]) -> bytes:
    return b"".join(b"From desk@news.example Mon Jan  1 10:00:00 2024\n" + _mail(s) + b"\n" for s in told)


def as_mail(told: Sequence[Story]) -> bytes:
    return _mail(told[0])


def as_warc(told: Sequence[Story]) -> bytes:
    out = b""
    for s in told:
        page = as_page([s])
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {s.url}\r\nWARC-Date: 2024-05-01T10:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{s.number:012d}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        out += head.encode() + http + b"\r\n\r\n"
    return out


def as_reliefweb(told: Sequence[Story]) -> bytes:
    rows = [
        {
            "id": str(s.number), "score": 1,
            "fields": {
                "title": s.title, "body": s.text.replace("the army", "**the army**"), "language": [{"code": "en"}],
                "date": {"original": f"{s.day}T00:00:00+00:00", "created": "2024-06-01T00:00:00+00:00"},
                "source": [{"name": s.source, "shortname": "X"}], "url": f"https://reliefweb.int/node/{s.number}",
            },
        }
        for s in told
    ]  # fmt: skip
    return json.dumps({"href": "https://api.reliefweb.int/v1/reports", "count": len(rows), "data": rows}).encode()


def as_acled(told: Sequence[Story]) -> bytes:
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(
        ["event_id_cnty", "event_date", "year", "event_type", "actor1", "country", "source", "notes", "fatalities"]
    )
    rows.writerows(
        [
            f"XXX{s.number}",
            f"{s.day:%d %B %Y}",
            s.day.year,
            "Explosions",
            "Unknown",
            "Valmoor",
            s.source,
            " ".join(s.body),
            2,
        ]
        for s in told
    )
    return out.getvalue().encode()


def as_pdf(told: Sequence[Story]) -> bytes:
    """Write a PDF of one page with the text of a story, by hand."""
    lines = [line.strip() for line in _wrapped(told[0].text, 90).splitlines() if line.strip()]
    show = (
        "BT /F1 10 Tf 40 780 Td 14 TL "
        + " ".join(f"({line.replace('(', '').replace(')', '')}) Tj T*" for line in lines)
        + " ET"
    )
    font = "/Resources << /Font << /F1 5 0 R >> >>"
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 842] /Contents 4 0 R {font} >>",
        f"<< /Length {len(show)} >>\nstream\n{show}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]  # fmt: skip
    out, places = b"%PDF-1.4\n", []
    for n, part in enumerate(parts, start=1):
        places.append(len(out))
        out += f"{n} 0 obj\n{part}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    tail = f"xref\n0 6\n0000000000 65535 f \n{table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + tail.encode()


def as_word(told: Sequence[Story]) -> bytes:
    return as_docx(told[0].body)


def as_plain_rtf(told: Sequence[Story]) -> bytes:
    return as_rtf(told[0].body)


@dataclass(frozen=True)
class Kind:
    """A format in the tests: its writer, the ending of its files, whether many reports "
    "fit, and what it says of them."""

    write: Callable[[Sequence[Story]], bytes]
    ending: str
    many: bool = True
    says: tuple[str, ...] = ("title", "day", "source")


KINDS: dict[str, Kind] = {
    "text": Kind(as_text, ".txt", many=False, says=()),
    "markdown": Kind(as_markdown, ".md", many=False, says=("title", "day", "source", "author")),
    "page": Kind(as_page, ".html", many=False, says=("title", "day", "source", "author")),
    "page-json-ld": Kind(as_json_ld_page, ".htm", many=False, says=("title", "day", "source", "author")),
    "mhtml": Kind(as_mhtml, ".mhtml", many=False),
    "json-lines": Kind(as_json_lines, ".jsonl"),
    "other-json-lines": Kind(as_other_json_lines, ".ndjson"),
    "json-array": Kind(as_json_array, ".json"),
    "json-object": Kind(as_json_object, ".json"),
    "csv": Kind(as_csv, ".csv"),
    "tsv": Kind(as_tsv, ".tsv"),
    "semicolons": Kind(as_semicolons, ".csv"),
    "parquet": Kind(as_parquet, ".parquet"),
    "nexis-text": Kind(as_nexis_text, ".TXT", says=("title", "day", "source", "author")),
    "nexis-docx": Kind(as_nexis_docx, ".docx", says=("title", "day", "source", "author")),
    "nexis-rtf": Kind(as_nexis_rtf, ".rtf", says=("title", "day", "source", "author")),
    "nexis-page": Kind(as_nexis_page, ".html", says=("title", "day", "source", "author")),
    "factiva-text": Kind(as_factiva_text, ".txt", says=("title", "day", "source", "author")),
    "factiva-rtf": Kind(as_factiva_rtf, ".rtf", says=("title", "day", "source", "author")),
    "factiva-page": Kind(as_factiva_page, ".html", says=("title", "day", "source", "author")),
    "factiva-xml": Kind(as_factiva_xml, ".xml", says=("title", "day", "source", "author")),
    "proquest": Kind(as_proquest, ".txt", says=("title", "day", "source", "author")),
    "europresse": Kind(as_europresse, ".HTML", says=("title", "day", "source", "author")),
    "europresse-text": Kind(as_europresse_text, ".txt", says=("title", "day", "source", "author")),
    "europresse-rtf": Kind(as_europresse_rtf, ".rtf", says=("title", "day", "source", "author")),
    "europresse-docx": Kind(as_europresse_docx, ".docx", says=("title", "day", "source", "author")),
    "rss": Kind(as_rss, ".xml", says=("title", "day", "author")),
    "atom": Kind(as_atom, ".atom", says=("title", "day", "author")),
    "mbox": Kind(as_mbox, ".mbox", says=("title", "day", "source", "author")),
    "mail": Kind(as_mail, ".eml", many=False, says=("title", "day", "source", "author")),
    "warc": Kind(as_warc, ".warc"),
    "reliefweb": Kind(as_reliefweb, ".json"),
    "acled": Kind(as_acled, ".csv", says=("day", "source")),
    "pdf": Kind(as_pdf, ".pdf", many=False, says=()),
    "docx": Kind(as_word, ".docx", many=False, says=()),
    "rtf": Kind(as_plain_rtf, ".rtf", many=False, says=()),
}
