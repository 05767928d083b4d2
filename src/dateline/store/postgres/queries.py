"""From the language of full-text queries, which is FTS5's, to PostgreSQL's."""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

_TOKENS = re.compile(r'\s*(?:"((?:[^"]|"")*)"|([\w]+)|(.))', re.DOTALL)
_WORDS = re.compile(r"\w+")
_WEIGHTS = {"title": "A", "text": "B"}


@dataclass(frozen=True, slots=True)
class _Token:
    """A word, a phrase in quotes, or a sign."""

    text: str
    quoted: bool = False
    sign: bool = False

    def says(self, word: str) -> bool:
        return not self.quoted and self.text == word


_END = _Token("", sign=True)


def read_query(query: str) -> str:
    """Return a query for ``to_tsquery``.

    Raises:
        sqlite3.OperationalError: It is no query, or asks for what PostgreSQL does not know.
    """
    reader = _Reader(list(_tokens(query)))
    found = reader.either()
    if reader.next is not _END:
        raise _fault(reader.next.text)
    return found


def _tokens(query: str) -> Iterator[_Token]:
    for quoted, word, sign in _TOKENS.findall(query.rstrip()):
        if sign:
            yield _Token(sign, sign=True)
        elif word:
            yield _Token(word)
        else:
            yield _Token(quoted.replace('""', '"'), quoted=True)


def _fault(near: str) -> sqlite3.OperationalError:
    return sqlite3.OperationalError(f'fts5: syntax error near "{near}"')


class _Reader:
    """Reads tokens from left to right; each method returns what it read, in PostgreSQL's words."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = [*tokens, _END, _END]
        self._at = 0

    @property
    def next(self) -> _Token:
        return self._tokens[self._at]

    def _take(self, word: str) -> bool:
        taken = self.next.says(word)
        self._at += taken
        return taken

    def either(self) -> str:
        found = [self._both()]
        while self._take("OR"):
            found.append(self._both())
        return found[0] if len(found) == 1 else f"({' | '.join(found)})"

    def _both(self) -> str:
        found = [self._without()]
        while self._take("AND"):
            found.append(self._without())
        return " & ".join(found)

    def _without(self) -> str:
        found = self._beside()
        while self._take("NOT"):
            found = f"{found} & !({self._beside()})"
        return found

    def _beside(self) -> str:
        found = [self._one()]
        while self._begins():
            found.append(self._one())
        return " & ".join(found)

    def _begins(self) -> bool:
        word = self.next
        return word is not _END and (word.text == "(" or not word.sign) and not _operator(word)

    def _one(self) -> str:
        if self._take("("):
            found = self.either()
            if not self._take(")"):
                raise _fault(self.next.text)
            return f"({found})"
        word = self.next
        if word.says("NEAR"):
            raise sqlite3.OperationalError("NEAR is not known on PostgreSQL: name the words, or a phrase in quotes")
        column = _WEIGHTS.get(word.text) if not word.quoted and self._tokens[self._at + 1].says(":") else None
        if column:
            self._at += 2
        return self._phrase(column or "")

    def _phrase(self, weight: str) -> str:
        word = self.next
        if word.sign or _operator(word):
            raise _fault(word.text)
        self._at += 1
        words = _WORDS.findall(word.text)
        while self._take("+"):
            words += _WORDS.findall(self.next.text)
            self._at += self.next is not _END
        begun = "*" if self._take("*") else ""
        if not words:
            raise sqlite3.OperationalError("there is no word in it")
        marks = [weight] * (len(words) - 1) + [begun + weight]
        told = [f"'{w}'{':' + mark if mark else ''}" for w, mark in zip(words, marks, strict=True)]
        return told[0] if len(told) == 1 else f"({' <-> '.join(told)})"


def _operator(word: _Token) -> bool:
    return not word.quoted and word.text in ("AND", "OR", "NOT")
