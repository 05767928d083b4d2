"""The makers of the parts of the docs that describe the desk's pages."""

from collections.abc import Callable, Iterator, Mapping

from dateline.desk.asked import FILTERS
from dateline.desk.page import COMMON, Act, Page
from dateline.desk.pages import ACTS, PAGES
from dateline.desk.review.acts import ANSWER
from dateline.store.asking.filters import APPLICABLE


def common_keys() -> str:
    """List the keys that every twin has."""
    return "\n".join(_keys(COMMON))


def page_list() -> str:
    """Describe each page: its address, its twin, its parameters and keys."""
    return "\n\n".join("\n".join(_page(page)) for page in PAGES)


def _page(page: Page) -> Iterator[str]:
    addresses = f"`GET {page.twin}`" if page.twin_only else f"`GET {page.path}`, twin `GET {page.twin}`"
    yield f"### {page.name}\n\n{addresses}. {page.told}\n"
    if page.posts:
        yield "The parameters may be posted too; nothing is changed by that.\n"
    given = page.asks
    if given:
        yield "Parameters:\n"
        yield from _keys(given)
        yield ""
    if page.filters:
        names = ", ".join(f"`{name}`" for name, python in FILTERS.items() if python in APPLICABLE[page.filters])
        yield f"Filters: {names}.\n"
    yield "Keys:\n"
    yield from _keys(page.keys)


def act_list() -> str:
    """Describe each act: its address, what is posted, what it answers."""
    return "\n\n".join("\n".join(_act(act)) for act in ACTS)


def _act(act: Act) -> Iterator[str]:
    yield f"### {act.path}\n\n`POST {act.path}`. {act.told}\n"
    if act.parameters:
        yield "Posted:\n"
        yield from _keys(act.parameters)
        yield ""
    if act.keys == ANSWER:
        yield "It answers as [/review/act](#reviewact) does." if act.path != "/review/act" else "Keys:\n"
    if act.keys != ANSWER or act.path == "/review/act":
        yield from _keys(act.keys)


def _keys(keys: Mapping[str, str]) -> Iterator[str]:
    yield from (f"- `{name}`: {told}" for name, told in keys.items())


PARTS: Mapping[str, Callable[[], str]] = {"desk-common": common_keys, "desk-pages": page_list, "desk-acts": act_list}
