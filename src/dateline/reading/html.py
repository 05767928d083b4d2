"""From a web page to its report: body text, title, date."""

import re
from dataclasses import replace

from dateline.reading.given import GivenReport

MOST_HTML = 20_000_000
"""Characters of a page: as many as of a text."""
_TAG = re.compile(
    r"""(?is)<(?P<script>script|style)\b.*?(?:</(?P=script)|\Z)|"""
    r"""<(?P<name>[a-z][^\s>/]{0,40})(?:[^>=]++|=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))?+)*+(?:>|\Z)"""
)
"""A script with what is in it, or a tag with its attributes; each ends with the page at the latest, so that a search
takes no longer for a page that ends none."""
_LONG_TAG = 20_000
_INSTALL = "run: pip install 'dateline[html]'"


def read_html(given: GivenReport) -> GivenReport:
    """Fill a report's text, and what else the page tells and the user did not, from its HTML."""
    if not (given.html or "").strip():
        return replace(given, html=None)
    try:
        from trafilatura import bare_extraction  # noqa: PLC0415  an optional library, and slow to load
    except ImportError:
        return replace(given, html=None, error=f"reading HTML needs trafilatura, which is not installed; {_INSTALL}")
    if len(given.html or "") > MOST_HTML:
        said = f"the page has {len(given.html or ''):,} characters, more than {MOST_HTML:,}; give the report's text"
        return replace(given, html=None, error=said)
    try:
        page = bare_extraction(
            _TAG.sub(_shortened, given.html or ""),
            with_metadata=True,
            include_comments=False,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception as error:  # noqa: BLE001  what a library makes of a broken page is the page's fault
        return replace(given, html=None, error=f"the page could not be read ({error!r}); give the report's text")
    if page is None or isinstance(page, dict) or not page.text:
        return replace(given, html=None, error="no report was found in the HTML; give its text")
    own_date = given.published is None and page.date is not None
    return replace(
        given,
        html=None,
        text=page.text,
        title=given.title or page.title,
        source=given.source or page.sitename,
        url=given.url or page.url,
        published=page.date if own_date else given.published,
        published_origin="document" if own_date else given.published_origin,
    )


def _shortened(tag: re.Match[str]) -> str:
    """Return a tag; one of thousands of attributes, for which a parser takes minutes, without them."""
    return f"<{tag['name']}>" if tag["name"] and len(tag[0]) > _LONG_TAG else tag[0]
