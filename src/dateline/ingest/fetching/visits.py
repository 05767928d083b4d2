"""What was fetched before, so that it is asked for again only where it has changed."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What a server said of a page: its tag and its day, "" where it said none."""

    etag: str = ""
    modified: str = ""


class Visits:
    """Visits by address. One whose reports were not all taken is not kept: it is made again.

    Args:
        path: A file to remember them in; None to forget them at the end.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Read what was kept; a file that cannot be read counts as none."""
        self._path = path
        self._known = _read(path) if path else {}
        self._kept = len(self._known)

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
        self._known[url] = Visit(etag=headers.get("etag", ""), modified=headers.get("last-modified", ""))

    def save(self) -> None:
        """Write the visits to the file, whole or not at all."""
        if self._path is None or not self._known:
            return
        fresh = self._path.with_name(f"{self._path.name}.new")
        fresh.write_text(json.dumps({url: asdict(visit) for url, visit in self._known.items()}), encoding="utf-8")
        fresh.replace(self._path)


def visits_of(ledger: Path) -> Path:
    """Return the file beside a ledger that remembers what was fetched for it."""
    return ledger.with_name(f"{ledger.name}-fetched.json")


def _read(path: Path) -> dict[str, Visit]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return {str(url): Visit(**visit) for url, visit in found.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
