"""From a web page to its report: body text, title, date."""

from dataclasses import replace

from dateline.reading.given import GivenReport

_INSTALL = "run: pip install 'dateline[html]'"


def read_html(given: GivenReport) -> GivenReport:
    """Fill a report's text, and what else the page tells and the user did not, from its HTML."""
    if not (given.html or "").strip():
        return replace(given, html=None)
    try:
        from trafilatura import bare_extraction  # noqa: PLC0415  an optional library, and slow to load
    except ImportError:
        return replace(given, html=None, error=f"reading HTML needs trafilatura, which is not installed; {_INSTALL}")
    page = bare_extraction(
        given.html,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
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
