"""Kinds of prose that are no plain report: opinion pieces, obituaries, explainers, live blogs, transcripts."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline.lexicon.reading.sources import ProseWords, load_prose_words

ProseKind = Literal["opinion", "obituary", "explainer", "live", "transcript"]
_NAMES: dict[ProseKind, str] = {
    "opinion": "an opinion piece", "obituary": "an obituary", "explainer": "an explainer", "live": "a live blog",
    "transcript": "a transcript",
}  # fmt: skip
_EDGE = 2_000  # characters at the beginning and at the end in which the phrases stand
_TURN = re.compile(r"^[ \t]*(?:[A-Z][A-Z .'’-]{2,40}+|Question|Answer|Q|A):[ \t]", re.MULTILINE)
_SPEECH = re.compile(r"^[A-Z][^\n:]{5,90}:(?=[ \t][^\n]{80})", re.MULTILINE)
_OWN = re.compile(r"\b(?:I|we|We|my|our)\b")
_PERSON = re.compile(r"[A-Z][^\W\dA-Z_]+(?:['’-]\w+)*+")
_SHORT_WORD, _NEAR = 3, 400
_CLOCK = re.compile(r"^[ \t]*(?:[01]?\d|2[0-3])[:.][0-5]\d(?:[ \t]*(?:[ap]\.?m\.?|GMT|BST|UTC|ET))?\b", re.MULTILINE)
_AGED = re.compile(r"\b(?:dies|dead|has died|died) (?:at|aged) (?:the age of )?\d{2,3}\b", re.IGNORECASE)
_LEAST_TURNS, _LEAST_CLOCKS = 2, 4


@dataclass(frozen=True, slots=True)
class Prose:
    """A kind of prose, and the report's words that tell it."""

    kind: ProseKind
    by: str

    @property
    def name(self) -> str:
        """Return the kind as one says it."""
        return _NAMES[self.kind]


def find_prose(text: str, title: str | None) -> Prose | None:
    """Return what kind of prose a text is where its label, a set phrase or its layout says so; None for a report."""
    for find in (_labelled, _phrased, _laid_out):
        found = find(text, title or "")
        if found is not None:
            return found
    return None


def _labelled(text: str, title: str) -> Prose | None:
    for line in (title, text.lstrip().partition("\n")[0]):
        for kind, pattern in _labels():
            match = pattern.match(_plain(line.strip()))
            if match:
                return Prose(kind, line.strip()[: match.end()].strip(" :|–—-"))
    return None


def _phrased(text: str, _: str) -> Prose | None:
    edges = _plain(text if len(text) <= 2 * _EDGE else f"{text[:_EDGE]}\n{text[-_EDGE:]}")
    for kind, phrases in _phrases():
        said = next((phrase for phrase in phrases if phrase in edges), None)
        if said:
            return Prose(kind, said)
    return None


def _laid_out(text: str, title: str) -> Prose | None:
    aged = _AGED.search(title)
    if aged:
        return Prose("obituary", aged[0])
    checks: tuple[tuple[ProseKind, re.Pattern[str], int], ...] = (
        ("transcript", _TURN, _LEAST_TURNS), ("live", _CLOCK, _LEAST_CLOCKS),
    )  # fmt: skip
    for kind, pattern, least in checks:
        found = list(dict.fromkeys(m[0].strip() for m in pattern.finditer(text)))
        if len(found) >= least:
            return Prose(kind, " … ".join(found[:2]))
    speaker = next((m[0] for m in _SPEECH.finditer(text) if _is_speech(m[0], text[m.end() : m.end() + _NEAR])), None)
    return None if speaker is None else Prose("transcript", speaker)


def _is_speech(label: str, words: str) -> bool:
    """Tell somebody's name, or an office with a name, before words in the first person."""
    parts = label.rstrip(":").partition(" (")[0].split()
    named = len(parts) > 1 and all(map(_PERSON.fullmatch, parts[-2:]))
    led = all(p[0].isupper() or len(p) <= _SHORT_WORD for p in parts)  # "President of Mali"
    return named and led and _OWN.search(words.partition("\n")[0]) is not None


def _plain(words: str) -> str:
    return words.replace("’", "'").lower()


def _of_each(read: Callable[[ProseWords, ProseKind], tuple[str, ...]]) -> list[tuple[ProseKind, tuple[str, ...]]]:
    words = load_prose_words()
    return [(kind, read(words, kind)) for kind in _NAMES]


@cache
def _labels() -> list[tuple[ProseKind, "re.Pattern[str]"]]:
    """Return for each kind what matches a line that its label opens, and that goes on after a mark or ends."""
    labels = _of_each(lambda words, kind: tuple(getattr(words, f"{kind}_labels")))
    return [(k, re.compile(rf"^(?:{'|'.join(map(re.escape, w))}) ?(?:[:|–—]|- |$)")) for k, w in labels]


@cache
def _phrases() -> list[tuple[ProseKind, tuple[str, ...]]]:
    return _of_each(lambda words, kind: tuple(getattr(words, f"{kind}_phrases")))
