"""The makers of the parts of the docs that describe the desk's pages."""

from collections.abc import Callable, Iterator, Mapping

from dateline.desk.asked import FILTERS
from dateline.desk.page import COMMON, Page
from dateline.desk.pages import PAGES
from dateline.store.filters import APPLICABLE


def common_keys() -> str:
    """List the keys that every twin has."""
    return "\n".join(_keys(COMMON))


def page_list() -> str:
    """Describe each page: its address, its twin, its parameters and keys."""
    return "\n\n".join("\n".join(_page(page)) for page in PAGES)


def _page(page: Page) -> Iterator[str]:
    yield f"### {page.name}\n\n`GET {page.path}`, twin `GET {page.twin}`. {page.told}\n"
    given = dict(page.parameters)
    if given:
        yield "Parameters:\n"
        yield from _keys(given)
        yield ""
    if page.filters:
        names = ", ".join(f"`{name}`" for name, python in FILTERS.items() if python in APPLICABLE[page.filters])
        yield f"Filters: {names}.\n"
    yield "Keys:\n"
    yield from _keys(page.keys)


def _keys(keys: Mapping[str, str]) -> Iterator[str]:
    yield from (f"- `{name}`: {told}" for name, told in keys.items())


PARTS: Mapping[str, Callable[[], str]] = {"desk-common": common_keys, "desk-pages": page_list}
