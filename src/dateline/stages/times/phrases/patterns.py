"""Phrase patterns over classes of pieces, compiled from the names of the classes."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from dateline.errors import LexiconError
from dateline.lexicon.words.times import Pattern, load_times
from dateline.stages.times.days.context import Context, Hit, Readings
from dateline.stages.times.pieces import OTHER, letters

Reader = Callable[[Hit, Context], Readings]
_NAME = re.compile(r"\(\?P<\w+>|[a-z]+")


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, and its expression compiled to the letters of a lexicon."""

    pattern: Pattern
    regex: re.Pattern[str]


@cache
def load_rules() -> tuple[Rule, ...]:
    """Compile the patterns that come with dateline."""
    lexicon = load_times()
    code = letters(lexicon.classes)
    return tuple(compile_rule(pattern, code) for pattern in lexicon.patterns)


def compile_rule(pattern: Pattern, code: Mapping[str, str]) -> Rule:
    """Compile one pattern.

    Raises:
        LexiconError: It names a class that the words lack, or is no regular expression.
    """
    try:
        text = _NAME.sub(
            lambda m: m[0] if m[0].startswith("(") else OTHER if m[0] == "x" else code[m[0]], pattern.pattern
        )
        return Rule(pattern, re.compile(text.replace(" ", "")))
    except KeyError as error:
        raise LexiconError(f"patterns.toml: {pattern.name!r} names the class {error}; add it to words.toml") from error
    except re.error as error:
        raise LexiconError(f"patterns.toml: {pattern.name!r} is no pattern ({error}); mend it") from error
