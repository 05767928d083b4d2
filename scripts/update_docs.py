#!/usr/bin/env python3
"""Write into the docs what code can say better than hands: tables, command help, figures, real output.

    python scripts/update_docs.py            rewrite what is out of date
    python scripts/update_docs.py --check    change nothing; exit with 1 and say what is out of date

A part stands between two comments and is named in doc_parts.PARTS:

    <!-- part: stages -->
    …
    <!-- end: stages -->
"""

import argparse
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

from coverage_curve import draw, measure
from doc_parts import PARTS

Part = Callable[[], str]
ROOT = Path(__file__).parents[1]
CURVE = ROOT / "docs" / "coverage.svg"
_PART = re.compile(r"(<!-- part: ([\w-]+) -->\n).*?(<!-- end: \2 -->)", re.DOTALL)


def main() -> None:
    """Rewrite or check all pages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing, fail where something is out of date")
    check = parser.parse_args().check
    stale = {path: text for path, text in wanted() if not path.exists() or path.read_text(encoding="utf-8") != text}
    for path, text in stale.items():
        print(f"{path.relative_to(ROOT)}: {'out of date' if check else 'rewritten'}", file=sys.stderr)
        if not check:
            path.write_text(text, encoding="utf-8")
    if check and stale:
        sys.exit("run `python scripts/update_docs.py` and look at the difference")


def pages() -> list[Path]:
    """List the pages that may have parts."""
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def wanted() -> Iterator[tuple[Path, str]]:
    """Yield each page, and each drawing, as it should be."""
    makers = {name: cache(part) for name, part in PARTS.items()}
    for path in pages():
        text = path.read_text(encoding="utf-8")
        yield path, fill(text, makers, page=path.name)
    yield CURVE, draw(measure())


def fill(text: str, parts: Mapping[str, Part], *, page: str) -> str:
    """Return a page with its parts made anew.

    Raises:
        SystemExit: The page has a part that nothing makes.
    """

    def make(match: re.Match[str]) -> str:
        if match[2] not in parts:
            sys.exit(f"{page}: nothing makes the part {match[2]!r}; the parts are {', '.join(sorted(parts))}")
        return f"{match[1]}{parts[match[2]]().strip()}\n{match[3]}"

    return _PART.sub(make, text)


if __name__ == "__main__":
    main()
