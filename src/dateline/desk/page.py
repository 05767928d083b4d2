"""What a page is: its address, its template, and the keys of its twin in JSON."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dateline.desk.asked import Asked
from dateline.desk.desk import Desk
from dateline.desk.posting import Given

Data = dict[str, Any]
COMMON: Mapping[str, str] = {
    "ok": "true",
    "page": "the page's name",
    "version": "the ledger's last batch: two answers of one version and one address are the same",
    "editor": "who may judge here, null where nothing can be changed",
    "sample": "whether this is the built-in sample",
    "query": "the filters as they were given",
    "shows": "the version that is shown: `v` where it was given and the page can show earlier ones, else `version`",
}
"""What every twin has beside its own keys."""
PAST = {"v": "an earlier `version`: the ledger as it was then"}
"""The parameter of pages that can show earlier versions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page.

    Args:
        name: Its name, also that of its template.
        path: Its address; that of the twin is the same with ".json" after it ("/" has "/home.json").
        told: What it shows, in a sentence.
        data: Makes what is shown, without the common keys.
        keys: The stable keys of the twin, each with what it holds.
        parameters: The parameters of the address, each with what it does, filters apart.
        filters: The layer whose filters it takes, if any.
        twin_only: Whether it has no page of its own, and is for scripts.
        posts: Whether its parameters may be posted too; nothing is changed by that.
        keeps: Whether it can show the ledger as it was at an earlier version (`v`).
    """

    name: str
    path: str
    told: str
    data: Callable[[Asked], Data]
    keys: Mapping[str, str]
    parameters: Mapping[str, str] = field(default_factory=dict)
    filters: str | None = None
    twin_only: bool = False
    posts: bool = False
    keeps: bool = False

    @property
    def asks(self) -> Mapping[str, str]:
        """Return all parameters but the filters."""
        return {**self.parameters, **(PAST if self.keeps else {})}

    @property
    def twin(self) -> str:
        """Return the address of the twin."""
        return "/home.json" if self.path == "/" else f"{self.path}.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something that is posted and changes the ledger; there only where judgements may be made.

    Args:
        path: Its address; it answers in JSON.
        told: What it does, in a sentence.
        made: Does it.
        keys: The stable keys of the answer.
        parameters: What is posted, each with what it does.
    """

    path: str
    told: str
    made: Callable[[Desk, Given], Data]
    keys: Mapping[str, str]
    parameters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """Something to be downloaded, one JSON object a line.

    Args:
        path: Its address; the file is called as its last part.
        told: What it holds, in a sentence.
        made: Makes the lines.
        parameters: The parameters of the address, each with what it does.
    """

    path: str
    told: str
    made: Callable[[Asked], bytes]
    parameters: Mapping[str, str] = field(default_factory=dict)
