"""Phrase patterns over classes of pieces, written with the names of the classes."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dateline.stages.times.context import Context, Hit, Readings

Reader = Callable[[Hit, Context], Readings]
_NAME = re.compile(r"\(\?P<\w+>|[a-z]+")


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and the function that reads what it finds.

    The pattern is a regular expression whose atoms are class names ("month dot? day"). ``weight`` decides between
    rules that find the same pieces: the greater wins.
    """

    name: str
    pattern: str
    read: Reader
    weight: int = 0


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule with its pattern compiled to the letters of a lexicon."""

    name: str
    regex: re.Pattern[str]
    read: Reader
    weight: int


def compile_rule(rule: Rule, letters: Mapping[str, str]) -> CompiledRule:
    """Compile a rule's pattern.

    Raises:
        KeyError: The pattern names a class that the lexicon lacks.
    """
    text = _NAME.sub(lambda m: m[0] if m[0].startswith("(") else letters[m[0]], rule.pattern)
    return CompiledRule(rule.name, re.compile(text.replace(" ", "").replace("\n", "")), rule.read, rule.weight)


EDGE = "(?P<edge>the? edge of|the? (?:early|late|mid) dash? (?:in|on)?|(?:earlier|later|sometime) (?:in|on)?|about)?"
COUNT = (
    "(?:the? couple (?:of)?|a (?:few|couple of?|amount of)|(?:few|couple of?)|a? (?:digits|day|year|number)"
    "(?:dash? (?:number|digits))* (?:and a? (?:half|number|digits))*|half a?)"
)
APPROX = "(?:(?:approx|about|over(?= (?:digits|day|number|year|a))|(?:no)? more than|at least|up to|close to|than)*)"
CLOCK = "(?:(?:clock ampm?|(?:day ampm)|(?:day|number) oclock|point) local? time? zone?)"
