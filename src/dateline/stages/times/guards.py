"""Where a word that can be a time is none: "may" the verb, "the fall of Kabul", "2000 people"."""

from collections.abc import Callable, Mapping

from dateline.parse.tree import Document, Token
from dateline.stages.times.context import Hit

_VERBAL = frozenset({"MD", "VB", "VBP", "VBD", "VBZ", "VBN", "VBG"})
_AMBIGUOUS_MONTHS = frozenset({"may", "march", "mar"})
_COUNTED = frozenset({"NNS", "NNPS"})
_YEAR_NOT_AFTER = frozenset({"money", "dash"})


def accept(hit: Hit, document: Document | None) -> bool:
    """Tell whether the words that were found are a time where they stand."""
    return _months_stand(hit, document) and all(
        guard(hit, document) for prefix, guard in _GUARDS.items() if hit.rule.startswith(prefix)
    )


def _token(document: Document, offset: int) -> Token | None:
    return next(iter(document.tokens_in((offset, offset + 1))), None)


def _months_stand(hit: Hit, document: Document | None) -> bool:
    for group in ("month", "weekday"):
        at, end = hit.span(group)
        if at < end and not _proper(hit, document, at):
            return False
    return True


def _proper(hit: Hit, document: Document | None, at: int) -> bool:
    start = hit.scan.starts[at]
    if document is None:
        return True
    if not hit.scan.text[start].isupper():
        return False
    word = hit.scan.words[at]
    if len(word) == 3 and word in {"sun", "sat", "mon", "wed", "jan"} and hit.last - hit.first == 1:
        return False
    if word not in _AMBIGUOUS_MONTHS or hit.last - at > 1:
        return True
    token = _token(document, start)
    return token is None or token.tag not in _VERBAL


def _year(hit: Hit, document: Document | None) -> bool:
    at, end = hit.span("year")
    scan = hit.scan
    if at >= end or document is None:
        return True
    before = scan.text[scan.starts[at] - 1 : scan.starts[at]]
    after = scan.text[scan.ends[end - 1] : scan.ends[end - 1] + 2]
    if before in {"$", "£", "€", "#", ".", "/"} or (after[:1] in {"%", "/"}) or after[:2] in {".0", ".5"}:
        return False
    number = scan.values[at]
    token = _token(document, scan.starts[at])
    if token is None or not isinstance(number, int):
        return True
    head = document.head(token)
    if head.i > token.i and head.tag in _COUNTED and token.dep == "nummod" and head.i - token.i <= 2:
        return False
    return number >= 1400 or (
        token.i > 0 and document.tokens[token.i - 1].lower in {"in", "since", "by", "of", "from", "until"}
    )


def _season(hit: Hit, document: Document | None) -> bool:
    """A season stands with an article, a step, a year or after "in"; "the fall of" a city is none."""
    if document is None or hit.has("year") or hit.has("step") or hit.has("yearstep"):
        return True
    at = hit.span("season")[0]
    scan = hit.scan
    token = _token(document, scan.starts[at])
    if token is None or token.tag not in {"NN", "NNP"}:
        return False
    following = scan.words[at + 1] if at + 1 < len(scan.words) else ""
    if following == "of":
        return False
    before = scan.words[hit.first - 1] if hit.first else ""
    return (
        scan.words[at] != "spring"
        or before in {"in", "during", "by", "since", "until", "of"}
        or hit.last - hit.first > 1
    )


def _age(hit: Hit, document: Document | None) -> bool:
    """Ages are left alone: "37 years old", "a 12-year-old"."""
    del document
    after = hit.scan.words[hit.last : hit.last + 3]
    return not (after[:1] == ("old",) or after[:2] == ("-", "old") or after[:2] == ("of", "age"))


def _slash(hit: Hit, document: Document | None) -> bool:
    del document
    return hit.first == 0 or hit.scan.words[hit.first - 1] not in {"/", "-"}


def _fixed_word(hit: Hit, document: Document | None) -> bool:
    """Future as an adjective or a name of a market is left to the parse; "once" and the like are not words here."""
    if hit.word("ref") != "future" or document is None:
        return True
    token = _token(document, hit.scan.starts[hit.first])
    return token is None or token.tag == "JJ"


def _spelled(hit: Hit, document: Document | None) -> bool:
    del document
    numbers = [v for v in hit.scan.values[slice(*hit.span("words"))] if isinstance(v, int)]
    if not numbers:
        return False
    after = hit.scan.words[hit.last : hit.last + 1]
    if numbers[:2] == [2, 1000]:
        return hit.scan.words[hit.first] in {"the", "year"} or hit.has("month")
    return numbers[0] in {14, 15, 16, 17, 18, 19} and numbers[1] in range(20, 100) and after != ("percent",)


def _clock(hit: Hit, document: Document | None) -> bool:
    """A bare "5:34" without a.m. is a time only after "at" and its like."""
    del document
    if hit.last - hit.first > 1:
        return True
    before = hit.scan.words[hit.first - 1] if hit.first else ""
    return before in {"at", "by", "around", "until", "before", "after", "from", "to", "about", "since"}


def _ordinal_day(hit: Hit, document: Document | None) -> bool:
    """ "The 5th" is a day only where no noun follows: "the 5th Army" is none."""
    if hit.has("monthstep") or document is None:
        return True
    token = _token(document, hit.scan.starts[hit.span("day")[0]])
    return token is not None and document.head(token).i < token.i


def _single_step(hit: Hit, document: Document | None) -> bool:
    del document
    return hit.symbol("unit") not in {"TM", "TH"}


_GUARDS: Mapping[str, Callable[[Hit, Document | None], bool]] = {
    "date/year": _year,
    "date/spelled-year": _spelled,
    "date/day-alone": _ordinal_day,
    "date/slash": _slash,
    "season": _season,
    "unit/duration": _age,
    "unit/vague": _age,
    "unit/step": _single_step,
    "unit/bare": _single_step,
    "reference/word": _fixed_word,
    "time/clock": _clock,
}
