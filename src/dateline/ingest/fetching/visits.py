"""What was fetched before, so that it is asked for again only where it has changed."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What a server said of a page: its tag and its day, "" where it said none."""

    etag: str = ""
    modified: str = ""


class Visits:
    """Visits by address. One whose reports were not all taken is not noted: it is made again.

    Args:
        known: Visits of earlier runs, as a ledger keeps them.
    """

    def __init__(self, known: Mapping[str, Visit] | None = None) -> None:
        """Begin with what is known."""
        self._known = dict(known or {})
        self._new: dict[str, Visit] = {}

    def __contains__(self, url: object) -> bool:
        """Tell whether an address was visited."""
        return url in self._known

    def headers(self, url: str) -> dict[str, str]:
        """Return the headers that ask for a page only where it has changed."""
        visit = self._known.get(url, Visit())
        said = {"If-None-Match": visit.etag, "If-Modified-Since": visit.modified}
        return {name: value for name, value in said.items() if value}

    def note(self, url: str, headers: Mapping[str, str]) -> None:
        """Note a visit whose reports were all taken."""
        visit = Visit(etag=headers.get("etag", ""), modified=headers.get("last-modified", ""))
        self._known[url] = self._new[url] = visit

    def known(self) -> dict[str, Visit]:
        """Return all visits."""
        return dict(self._known)

    def hand_over(self, visits: Mapping[str, Visit]) -> None:
        """Note visits that were taken from elsewhere."""
        self._known |= visits
        self._new |= visits

    def take(self) -> dict[str, Visit]:
        """Return the visits noted since this was last asked: their reports and they are kept together."""
        new, self._new = self._new, {}
        return new
