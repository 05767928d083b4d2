"""Headlines in Title Case, given small letters so that their verbs are read as verbs ("Rebels Attack Army Base").

Length never changes, so that spans hold; what the stages see of a token's text stays as printed.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from spacy.language import Language
from spacy.lookups import Lookups
from spacy.pipeline import Lemmatizer

from dateline.lexicon.world.countries import load_countries

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_INNER = re.compile(r"(?<=[\w,;] )" + _WORD.pattern)
_MIN_WORDS = 4
_LONG = 4  # letters; shorter words are often small in Title Case too
_SHARE = 0.75  # of the longer words with a capital, for a headline in Title Case


def is_title_case(line: str) -> bool:
    """Tell a line without a full stop that gives nearly each of its longer words a capital."""
    # Headlines have no full stop; a line of names with one is a sentence.
    if line.endswith("."):
        return False
    words = _WORD.findall(line)
    long = [w for w in words if len(w) >= _LONG]
    return len(words) >= _MIN_WORDS and len(long) > 1 and sum(w[0].isupper() for w in long) >= _SHARE * len(long)


def lower_headline(headline: str, body: str, is_common: Callable[[str], bool]) -> str:
    """Return a headline of the same length with small letters for all that is no name.

    Args:
        headline: A headline in Title Case.
        body: The rest of the report: what has a capital there in mid-sentence is a name.
        is_common: Tells whether a word, given in small letters, is one of the language's common words.
    """
    seen = set(_WORD.findall(body))
    names = set(_INNER.findall(body))
    shouted = headline.isupper()

    def cased(match: re.Match[str]) -> str:
        word, low = match[0], match[0].lower()
        # "UN", "NATO": an acronym keeps its capitals, unless the whole headline is in capitals.
        if len(low) != len(word) or (word.isupper() and len(word) > 1 and not shouted):
            return word
        name = word.capitalize()
        # A word with a capital in mid-sentence further down is a name, and so is one that the tables do not know.
        if name in names or not (low in seen or is_common(low)):
            return name if shouted else word
        return low

    return _WORD.sub(cased, headline)


@dataclass(frozen=True, slots=True)
class CommonWords:
    """Tells common words from names, by the model's own tables of lemmas and the names of countries and capitals."""

    lemmas: frozenset[str]
    forms: frozenset[str]
    endings: tuple[tuple[str, str], ...]
    names: frozenset[str]

    def __call__(self, word: str) -> bool:
        """Tell whether a word in small letters is a form of a lemma that the tables list."""
        # "Turkey" and "chad" are in the tables of lemmas, and names all the same.
        if word in self.names:
            return False
        if word in self.lemmas or word in self.forms:
            return True
        return any(
            word.endswith(old) and word[: len(word) - len(old)] + new in self.lemmas for old, new in self.endings
        )


def read_common_words(nlp: Language) -> CommonWords:
    """Read a model's tables; a model without them knows its stop words alone."""
    has_one = "lemmatizer" in nlp.component_names  # among the active ones it need not be
    lemmatizer = nlp.get_pipe("lemmatizer") if has_one else None
    lookups = lemmatizer.lookups if isinstance(lemmatizer, Lemmatizer) else Lookups()
    index: Mapping[int, list[str]] = lookups.get_table("lemma_index", {})
    rules: Mapping[int, list[list[str]]] = lookups.get_table("lemma_rules", {})
    exceptions: Mapping[int, Mapping[str, list[str]]] = lookups.get_table("lemma_exc", {})
    return CommonWords(
        lemmas=frozenset(lemma for lemmas in index.values() for lemma in lemmas) | nlp.Defaults.stop_words,
        forms=frozenset(form for forms in exceptions.values() for form in forms),
        endings=tuple((old, new) for pairs in rules.values() for old, new in pairs),
        names=_country_words(),
    )


def _country_words() -> frozenset[str]:
    """Return the words of countries' usual names, and all their forms of one word, in small letters."""
    countries = load_countries()
    words = {word.lower() for name in countries.names.values() for word in name.split()}
    return frozenset(words | {form.lower() for form in countries.forms if " " not in form})
