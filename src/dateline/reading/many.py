"""Texts that hold many reports: the marks by which exports of news archives, feeds and mail boxes are known."""

import re

NEXIS_NUMBER = re.compile(r"^[ \t]*(?:Document )?\d+ of \d+(?: DOCUMENTS?)?[ \t\r]*$", re.MULTILINE)
"""The line before each document of a Nexis export, in the old layout ("3 of 12 DOCUMENTS")."""
NEXIS_END = re.compile(r"^[ \t]*End of Document[ \t\r]*$", re.MULTILINE)
"""The line after each, in the new one."""
_NEXIS_FIELD = re.compile(r"^[ \t]*(?:LENGTH|Length):\s+[\d,]+ words|^[ \t]*(?:LOAD-DATE|Load-Date):", re.MULTILINE)
_FACTIVA = re.compile(r"^[ \t]*Document [A-Z0-9]{6,12}(?:19|20)\d{6}[a-z0-9]{6,12}[ \t\r]*$", re.MULTILINE)
_PROQUEST_LINE = re.compile(r"^_{20,}[ \t\r]*$", re.MULTILINE)
_PROQUEST_FIELD = re.compile(r"^(?:Full text|ProQuest document ID|Publication title|Document URL):", re.MULTILINE)
EUROPRESSE_NUMBER = re.compile(
    r"^[ \t]*(?:[•·][ \t]*)?[a-z]{2,10}[·•](?:19|20)\d{6}[·•][A-Z][A-Z0-9_]{0,11}[·•]\S{1,60}[ \t\r]*$", re.MULTILINE
)
"""The number of a document of Europresse, on a line of its own."""
EUROPRESSE_WORDS = re.compile(
    r"^[ \t]*(?:[^\n]{5,50}(?:19|20)\d\d[ \t]*[-–•·,]?[ \t]*|[•·][ \t]*)?\d[\d,. \xa0]{0,9}[ \t](?:words|mots)"
    r"(?:[ \t]*,[ \t]*pp?\.[^\n\r]{1,30})?[ \t\r]*$",
    re.MULTILINE,
)
"""The line that ends the head of each: the number of its words, after a bullet, a day, or nothing."""
_MBOX = re.compile(r"From \S{1,200}+ [^\n]{0,100}?\d{4}[ \t\r]*+\n[A-Za-z-]{1,60}+:[ \t]")
_WARC = re.compile(r"WARC/\d\.\d\r?\n")
_FEED = re.compile(r"\s*+(?:<[?!][^>]{0,2000}+>\s*+)*+<(?:rss|feed|rdf:RDF)\b")


def layout_of(text: str) -> str | None:
    """Return the layout of an export of a news archive, None where a text has none."""
    if _FACTIVA.search(text):
        return "factiva"
    if (NEXIS_NUMBER.search(text) or NEXIS_END.search(text)) and _NEXIS_FIELD.search(text):
        return "nexis"
    if _PROQUEST_LINE.search(text) and _PROQUEST_FIELD.search(text):
        return "proquest"
    if EUROPRESSE_NUMBER.search(text) and EUROPRESSE_WORDS.search(text):
        return "europresse"
    return None


def kind_of_many(text: str) -> str | None:
    """Return the format of a text that holds many reports, None where it is none that is known."""
    if _FEED.match(text):
        return "feed"
    if _WARC.match(text):
        return "warc"
    return "mbox" if _MBOX.match(text) else layout_of(text)
