"""Text that does nothing where it is shown: no control sequence in a terminal, no formula in a spreadsheet."""

import re

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters but for tab and line break, and those that turn the direction of what follows."""
_FORMULA = re.compile(r"(?:^|(?<=;))(?=[=+\-@＝＋－＠\t\r])(?![+-]?\d+(?:\.\d+)?(?:;|$))")


def shown(text: str) -> str:
    r"""Return a text for a terminal: control characters written as escapes (``\x9b``)."""
    return _CONTROL.sub(_escape, text)


def cell(text: str) -> str:
    """Return a text for a cell of a spreadsheet: an apostrophe stands before what would be read as a formula.

    Numbers stay as they are. What follows a semicolon is a cell of its own in many countries' spreadsheets.
    """
    return _FORMULA.sub("'", text)


def _escape(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode()
