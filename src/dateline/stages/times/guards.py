"""Where a word that can be a time is none: "may" the verb, "the fall of Kabul", "2000 people"."""

from collections.abc import Callable, Mapping

from dateline.lexicon.words.times import Contexts, load_times
from dateline.parse.tree import Document, Token
from dateline.stages.times.days.context import Hit
from dateline.stages.times.days.tense import tense_at
from dateline.stages.times.phrases.quantity import quantity_of

_VERBAL = frozenset({"MD", "VB", "VBP", "VBD", "VBZ", "VBN", "VBG"})
_AMBIGUOUS_MONTHS = frozenset({"may", "march", "mar"})
_NAME_PARTS = frozenset({"compound", "flat", "nmod"})
_HOURS = 12
_COUNTED = frozenset({"NNS", "NNPS"})


def accept(hit: Hit, document: Document | None) -> bool:
    """Tell whether the words that were found are a time where they stand."""
    return _months_stand(hit, document) and all(_GUARDS[name](hit, document) for name in hit.pattern.guards)


def _words() -> Contexts:
    return load_times().contexts


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
    # "may", "march": a month has a capital.
    if not hit.scan.text[start].isupper():
        return False
    word = hit.scan.words[at]
    # "Anna May said": where no day or year stands beside it, the name of a person is one.
    if hit.span("month")[0] == at and not hit.has("day") and not hit.has("year") and _is_somebody(hit, document, at):
        return False
    # "Jan", "Jun", "Mar" alone are names of people.
    if len(word) == 3 and word in _words().no_names and hit.last - hit.first == 1:
        return False
    if word not in _AMBIGUOUS_MONTHS or hit.has("day") or hit.has("year"):
        return True
    token = _token(document, start)
    # "March on Rome" is a month only after a preposition.
    if word == "march" and not hit.has("day"):
        return at == 0 or hit.scan.words[at - 1] in _words().before_march
    return token is None or token.tag not in _VERBAL


def _is_somebody(hit: Hit, document: Document, at: int) -> bool:
    """Tell the month of a person's name ("Anna May", "April Jones"), and the name alone once it was told whole."""
    token = _token(document, hit.scan.starts[at])
    if token is None or token.tag != "NNP":
        return False
    if _in_full_name(document, token):
        return True
    # "In May" is the month, whoever else is called May.
    if at and hit.scan.words[at - 1] in _words().before_month:
        return False
    return _first_in_full_name(hit, document, token.text) < token.i


def _first_in_full_name(hit: Hit, document: Document, word: str) -> int:
    """Return the first token of this spelling that stands in a full name, one past the text where none does."""
    known = hit.scan.persons
    if word not in known:
        told = (t.i for t in document.spelt(word) if _in_full_name(document, t))
        known[word] = next(told, len(document.tokens))
    return known[word]


def _in_full_name(document: Document, token: Token) -> bool:
    """Tell a word with another name right before or after it, and no article: "the May Revolution" names nobody."""
    head = document.head(token) if token.dep in _NAME_PARTS else token
    parts = [c for c in document.children(head) if c.dep in _NAME_PARTS]
    if head.tag != "NNP" or document.child(head, "det") is not None or head.i - token.i > 1:
        return False
    # "Bloody May": what is beside it must be a name, and no word of time.
    others = [t for t in (*parts, head) if t.i != token.i and abs(t.i - token.i) == 1]
    return any(t.tag == "NNP" and t.lower not in load_times().words for t in others)


def _year(hit: Hit, document: Document | None) -> bool:
    at, end = hit.span("year")
    scan = hit.scan
    if at >= end:
        return True
    before = scan.text[scan.starts[at] - 1 : scan.starts[at]]
    after = scan.text[scan.ends[end - 1] : scan.ends[end - 1] + 2]
    # "$1990", "1990%", "1990.5" are no years.
    if before in {"$", "£", "€", "#", ".", "/"} or (after[:1] in {"%", "/"}) or after[:2] in {".0", ".5"}:
        return False
    if document is None:
        return True
    number = scan.values[at]
    token = _token(document, scan.starts[at])
    if token is None or not isinstance(number, int):
        return True
    before = scan.words[at - 1] if at else ""
    # "Flight 1990", "1990 metres".
    if before in _words().numbered or not _words().countable.isdisjoint(scan.words[end : end + 1]):
        return False
    # "Late 1990" is a year by its "late", but "about 1990" may be a number.
    if hit.has("fiscal") or (hit.last - hit.first > 1 and hit.words("edge") != ("about",)):
        return True
    # "In 1066": years so old need a preposition.
    if not 1900 <= number <= 2100:
        return number >= 1000 and before in _words().before_old_year
    return not _counts(document, token, number)


def _counts(document: Document, token: Token, number: int) -> bool:
    """Tell whether the number counts what follows: "2000 people", but not "1990 results"."""
    head = document.head(token)
    if not (head.i > token.i and head.tag in _COUNTED and token.dep == "nummod" and head.i - token.i <= 2):
        return False
    # "2000 people" is round; "1990 results" are those of 1990.
    return number % 50 == 0 and head.tag == "NNS"


def _season(hit: Hit, document: Document | None) -> bool:
    """No seasons are "Kabul's fall to the rebels", "the fall of Kabul", "the Prague Spring"."""
    # "Last spring", "spring 1955": with a year or a step it is a season.
    if document is None or hit.has("year") or hit.has("step") or hit.has("yearstep"):
        return True
    at, scan = hit.span("season")[0], hit.scan
    token = _token(document, scan.starts[at])
    if token is None or token.tag not in {"NN", "NNP"}:
        return False
    before = scan.words[at - 1] if at else ""
    after = scan.words[at + 1] if at + 1 < len(scan.words) else ""
    # "Fall" and "spring" are verbs and things: only "in the fall", and not "in the fall of Kabul".
    if scan.words[at] in {"fall", "spring"}:
        return before in _words().before_season and after not in _words().after_fall
    return True


def _age(hit: Hit, document: Document | None) -> bool:
    """Ages are left alone: "37 years old", "a 12-year-old"."""
    del document
    after = hit.scan.words[hit.last : hit.last + 3]
    if hit.scan.words[hit.last - 1] == "old" and hit.symbol("unit") == "Y":
        return False
    return not (after[:1] == ("old",) or after[:2] == ("-", "old") or after[:2] == ("of", "age"))


def _soon(hit: Hit, document: Document | None) -> bool:
    """Only of the future is "soon" a time: "soon after", "they soon fled" are none."""
    if hit.word("ref") != "soon":
        return True
    after = hit.scan.words[hit.last : hit.last + 1]
    # "Soon after" is counted from something else.
    if after and after[0] in _words().after_soon:
        return False
    return document is None or tense_at(document, hit.scan.starts[hit.first]) == "future"


def _rate(hit: Hit, document: Document | None) -> bool:
    """A rate has a number or a plural noun before it: "30 a day", "flights a week", "$1.76 a year"."""
    if document is None or not hit.first:
        return False
    token = _token(document, hit.scan.starts[hit.first - 1])
    # "30 a day", "flights a week"; after a subject the words begin something else.
    return token is not None and token.tag in {"CD", "NNS", "$"} and token.dep != "nsubj"


def _ascends(hit: Hit, document: Document | None) -> bool:
    """Tell a range from one number: "two to three weeks", not "twenty-four hours"."""
    del document
    low, high = quantity_of(hit, "count").number, quantity_of(hit, "other").number
    return low is not None and high is not None and low < high


def _long_unit(hit: Hit, document: Document | None) -> bool:
    """The past decade is a length; the past week a date."""
    del document
    return hit.symbol("count") in {"E", "C", "L"}


def _century(hit: Hit, document: Document | None) -> bool:
    del document
    return hit.symbol("unit") == "C"


def _quarter(hit: Hit, document: Document | None) -> bool:
    """A quarter of the year, not of a town or of a sum."""
    del document
    after = hit.scan.words[hit.last : hit.last + 1]
    return after != ("of",)


def _one(hit: Hit, document: Document | None) -> bool:
    """After a preposition "a day" is a length; after a number or a noun it is a rate."""
    if not _age(hit, document):
        return False
    # "A day" is one day, or a rate.
    if hit.word("count") not in {"a", "an"} or document is None or hit.span("count")[0] > hit.first:
        return True
    before = hit.scan.words[hit.first - 1] if hit.first else ""
    after = hit.scan.words[hit.last : hit.last + 1]
    return (
        before in _words().before_length
        or hit.scan.words[hit.last - 1] == "half"
        or bool(after and after[0] in _words().after_length)
    )


def _spelled(hit: Hit, document: Document | None) -> bool:
    del document
    numbers = [v for v in hit.scan.values[slice(*hit.span("words"))] if isinstance(v, int)]
    if not numbers:
        return False
    after = hit.scan.words[hit.last : hit.last + 1]
    # "Two thousand five" is a number unless something says that it is a year.
    if numbers[:2] == [2, 1000]:
        return hit.scan.words[hit.first] in {"the", "year"} or hit.has("month")
    # "Nineteen ninety" is a year, "nineteen ninety percent" is not.
    return numbers[0] in {14, 15, 16, 17, 18, 19} and numbers[1] in range(20, 100) and after != ("percent",)


def _clock(hit: Hit, document: Document | None) -> bool:
    """A bare "5:34" without a.m. is a time only after "at" and its like."""
    del document
    first, last = hit.span("clock")
    hours = [v for v in hit.scan.values[first:last] if isinstance(v, int)]
    # "At 30": a bare number above twelve is no hour.
    if any(hour > _HOURS for hour in hours):
        return False
    if hit.last - hit.first > 1 or hit.scan.words[hit.first] in {"noon", "midday", "midnight"}:
        return True
    before = hit.scan.words[hit.first - 1] if hit.first else ""
    return before in _words().before_clock


def _ordinal_day(hit: Hit, document: Document | None) -> bool:
    """Only where no noun follows is "the 5th" a day: "the 5th Army" is none."""
    if hit.has("monthstep") or document is None:
        return True
    token = _token(document, hit.scan.starts[hit.span("day")[0]])
    # "On the 5th", but "the 5th Army".
    return token is not None and document.head(token).i < token.i


def _own_name(hit: Hit, document: Document | None) -> bool:
    """No time is the "Today" of a name: "USA Today", "Russia Today"."""
    at, text = hit.span("fixed")[0], hit.scan.text
    if document is None or not at or not text[hit.scan.starts[at]].isupper():
        return True
    before = text[hit.scan.starts[at - 1] : hit.scan.ends[at - 1]]
    return not (before[:1].isupper() and hit.scan.ends[at - 1] + 1 == hit.scan.starts[at])


def _own_step(hit: Hit, document: Document | None) -> bool:
    """No time is the name of a programme: "This Week"; the rest of a clock is no date."""
    start, last = hit.scan.starts[hit.first], hit.scan.starts[hit.last - 1]
    if document is not None and hit.last - hit.first > 1 and hit.scan.text[start].isupper():
        return not hit.scan.text[last].isupper() and _single_step(hit, document)
    return _single_step(hit, document)


def _single_step(hit: Hit, document: Document | None) -> bool:
    del document
    return hit.symbol("unit") not in {"TM", "TH"}


_GUARDS: Mapping[str, Callable[[Hit, Document | None], bool]] = {
    "age": _age,
    "ascends": _ascends,
    "century": _century,
    "clock": _clock,
    "long-unit": _long_unit,
    "one": _one,
    "ordinal-day": _ordinal_day,
    "own-name": _own_name,
    "own-step": _own_step,
    "quarter": _quarter,
    "rate": _rate,
    "season": _season,
    "single-step": _single_step,
    "soon": _soon,
    "spelled": _spelled,
    "year": _year,
}
