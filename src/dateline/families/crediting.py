"""Whom a report credits: whose text it is, who helped, whom it cites."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from dateline.lexicon.world.outlets import CreditWords, load_credits, load_outlets

_HEAD, _TAIL = 260, 220  # characters at the head and at the end where a name in brackets is a credit
_LINE_WORDS = 14
_END_LINES = 3
_CONTEXT = 48
_LEAD = 700  # characters in which a report says whom it has it from


@dataclass(frozen=True, slots=True)
class Credits:
    """Outlets by their ids: whose text it is, who helped, and whom the lead cites."""

    whole: tuple[str, ...] = ()
    part: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Patterns:
    names: re.Pattern[str]
    ids: Mapping[str, str]
    whole: tuple[tuple[str, str], ...]
    part: tuple[tuple[str, str], ...]
    cites: tuple[tuple[str, str], ...]


def find_credits(text: str) -> Credits:
    """Return whom a text credits, each outlet once, in the strongest of its parts."""
    patterns = _patterns()
    whole, part, cites = [], [], []
    lines = _edge_lines(text)
    for match in patterns.names.finditer(text):
        outlet = patterns.ids[match[0]]
        edge = match.start() < _HEAD or match.end() > len(text) - _TAIL
        line = next((s for s in lines if s[0] <= match.start() < s[1]), None)
        around = (text[: match.start()], text[match.end() :])
        # "GUBIO (Agency) -" says whose text it is; the same name further down is only spoken of.
        if (edge and _bracketed(around)) or (line and _fills(text, line, match, patterns.whole)):
            whole.append(outlet)
        elif line and _fits(around, patterns.part):
            part.append(outlet)
        elif match.start() < _LEAD and _fits(around, patterns.cites):
            cites.append(outlet)
    return Credits(_once(whole), _once(part, whole), _once(cites, [*whole, *part]))


def _edge_lines(text: str) -> list[tuple[int, int]]:
    """Return the short lines at the head and at the end, where credits stand."""
    found = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text) if m[0].strip()]
    edges = {*found[:_END_LINES], *found[-_END_LINES:]}
    return sorted(s for s in edges if len(text[s[0] : s[1]].split()) <= _LINE_WORDS)


def _fills(text: str, line: tuple[int, int], match: re.Match[str], forms: Iterable[tuple[str, str]]) -> bool:
    """Tell whether a line is nothing but a credit: "By Reuters", "- AP"; a byline's name may stand before a comma."""
    before, after = text[line[0] : match.start()].strip().casefold(), text[match.end() : line[1]].strip(" .").casefold()
    # "By Agency staff in Gubio told …": after the name of a credit nothing goes on.
    if after and not after.startswith((".", ",")):
        return False
    # A byline has a name or two before the outlet, a sentence has more.
    return any(before.endswith(b) and len(before.split()) <= len(b.split()) + 4 for b, _ in forms if b) or (
        before.startswith("by ") and before.endswith(",")
    )


def _fits(around: tuple[str, str], forms: Iterable[tuple[str, str]]) -> bool:
    """Tell whether a name stands in one of these forms."""
    before = " ".join(around[0][-_CONTEXT:].casefold().split())
    after = " ".join(around[1][:_CONTEXT].casefold().split())
    return any(before.endswith(b) and after.startswith(a) for b, a in forms)


def _bracketed(around: tuple[str, str]) -> bool:
    """Tell whether a name stands in brackets or slashes of its own: "Ann Lee/AFP/Getty" is a picture's."""
    before, after = around[0][-2:], around[1][:1]
    return any(before.endswith(b) and after == a and not before[:-1].strip() for b, a in _BRACKETS_AROUND)


def _once(found: Iterable[str], before: Iterable[str] = ()) -> tuple[str, ...]:
    return tuple(dict.fromkeys(o for o in found if o not in set(before)))


@cache
def _patterns() -> _Patterns:
    words: CreditWords = load_credits()
    ids = {name: outlet.id for outlet in load_outlets() for name in outlet.names}
    longest = sorted(ids, key=len, reverse=True)
    names = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
    return _Patterns(names, ids, _split(words.whole), _split(words.part), _split(words.cites))


def _split(forms: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return each form as what stands before the name and after it."""
    return tuple(_halves(form) for form in forms)


def _halves(form: str) -> tuple[str, str]:
    before, _, after = form.partition("{}")
    return before.strip(), after.strip()


_BRACKETS_AROUND = (("(", ")"), ("/", "/"), ("[", "]"))
