"""Decide whether words that the gazetteer knows stand for a place here: a sum of small, named reasons."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.gazetteer.keys import fold
from dateline.gazetteer.reader import Entry
from dateline.lexicon.world.places import PlaceWords, name_words
from dateline.parse.tree import HYPHENS, Document, Token
from dateline.stages.places.names import Name

THRESHOLD = 0.0
PLACE_ENTS = frozenset({"GPE", "LOC"})
LARGE = frozenset({"country", "region", "water"})
MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for or against, with its weight."""

    rule: str
    weight: float


@dataclass(frozen=True)
class Setting:
    """What the whole report tells about its names: persons named in it, words it also writes in lower case."""

    document: Document
    words: PlaceWords

    @cached_property
    def parts(self) -> list[str]:
        """Return the folded tokens."""
        return [fold(t.text) for t in self.document.tokens]

    @cached_property
    def lower(self) -> frozenset[str]:
        """Return the words that the report writes in lower case."""
        return frozenset(t.text for t in self.document.tokens if t.text[:1].islower())

    @cached_property
    def surnames(self) -> Counter[str]:
        """Return the last words of the persons that the report names in full, with a given name or a title."""
        tokens, parts, words = self.document.tokens, self.parts, self.words
        out: Counter[str] = Counter()
        for i, token in enumerate(tokens[:-1]):
            if not token.text[0].isupper() or not (parts[i] in words.given or parts[i] in words.title):
                continue
            end = i + 1
            while end < len(tokens) and end - i < 4 and _named(tokens[end]):
                end += 1
            # "Ada Thorn" makes "Thorn" a surname; "Minister Thorn" does so only where the parser sees a person too.
            if end > i + 1 and (parts[i] in words.given or tokens[i + 1].ent == "PERSON"):
                out[parts[end - 1]] += 1
        return out

    @cached_property
    def heads(self) -> frozenset[int]:
        """Return the tokens that open a sentence or stand in a headline, where capitals say little."""
        # "Jam stops traffic": of a sentence's first word, as of a headline's words, a capital says little.
        out: set[int] = set()
        for s in self.document.sentences:
            out.add(s.first)
            tokens = self.document.tokens[s.first : s.last]
            capital = sum(t.text[0].isupper() for t in tokens if t.text[0].isalpha())
            letters = sum(t.text[0].isalpha() and len(t.text) > 3 for t in tokens)
            if capital >= 0.8 * letters and letters > 2:
                out.update(range(s.first, s.last))
        return frozenset(out)


def _named(token: Token) -> bool:
    return (token.text[0].isupper() and token.pos == "PROPN") or (len(token.text) == 2 and token.text[1] == ".")


def reasons(name: Name, setting: Setting) -> list[Reason]:
    """Return all reasons for and against a name being a place here."""
    out = [*_own(name, setting), *_before(name, setting), *_after(name, setting)]
    return [r for r in out if r.weight]


def believe(found: Sequence[Reason]) -> float:
    """Turn the reasons into a probability that a place is meant."""
    return 1.0 / (1.0 + math.exp(-sum(r.weight for r in found)))


def best_of(name: Name) -> Entry:
    """Return the most prominent thing that the name can mean."""
    # "Georgia" is the country first: a country outranks any town of its name.
    return max(name.entries, key=lambda e: (e.form < 2, e.kind == "country", e.kind in LARGE, e.population))


def _own(name: Name, setting: Setting) -> list[Reason]:
    """Judge the words themselves: prominence, length, what the parser makes of them, ordinary words."""
    tokens = setting.document.tokens[name.first : name.last]
    best = best_of(name)
    out = [_prominence(best, name), Reason("several words", 0.8 if len(tokens) > 1 else 0.0)]
    ents = {t.ent for t in tokens}
    if ents & PLACE_ENTS:
        out.append(Reason("parser: place", 2.0))
    elif "PERSON" in ents:
        out.append(Reason("parser: person", 0.0 if name.widened else -0.9))  # "Nabatieh Governorate"
    elif ents & {"ORG", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"}:
        out.append(Reason("parser: other name", -0.5))
    elif ents & {"DATE", "TIME", "ORDINAL", "CARDINAL", "MONEY", "LANGUAGE"}:
        out.append(Reason("parser: date or number", -3.0))
    elif "NORP" in ents:
        out.append(Reason("parser: people", -0.8))
    if not name.widened and all(t.pos not in ("PROPN", "X") and t.tag not in ("NNP", "NNPS") for t in tokens):
        out.append(Reason("parser: no name", -1.5))
    if len(tokens) == 2 and tokens[0].lower == "the" and name.key[3:] in setting.words.common:
        out.append(Reason("ordinary word", -3.5))
    if len(tokens) == 1:
        out.extend(_single(name, tokens[0], setting))
    return out


def _single(name: Name, token: Token, setting: Setting) -> list[Reason]:
    best = best_of(name)
    # "The East": a direction is a place only with a class word ("East province").
    if name.key in setting.words.directions and not name.widened:
        return [Reason("direction", -9.0)]
    # "PERU": a country is as well known in capitals, and no acronym.
    if token.text.isupper() and best.kind == "country" and best.form == 0:
        return []
    out = _word(name, token, setting)
    if name.first in setting.heads and not name.widened:
        out.append(Reason("capital says little", -0.6))
    if token.text.isupper() and len(token.text) == len(name.key) <= 5 and best.kind in ("town", "district"):
        out.append(Reason("short capitals", _capitals(name, setting)))
    return out


def _word(name: Name, token: Token, setting: Setting) -> list[Reason]:
    """Judge one word by the lists of ordinary words, peoples, surnames and given names."""
    words, out = setting.words, []
    before = setting.document.tokens[name.first - 1] if name.first else None
    # "In 44 BC" is no British Columbia.
    if before is not None and before.text[-1].isdigit() and token.text in ("B.C.", "BC"):
        out.append(Reason("before Christ", -6.0))
    # "French" is also the name of a town.
    if name.key in words.demonyms and best_of(name).kind != "country":
        out.append(Reason("people or adjective", -5.0))
    if name.key in words.common:
        is_city = token.ent in PLACE_ENTS and best_of(name).population >= MILLION  # "Rome"
        out.append(Reason("ordinary word", 0.0 if is_city else -2.5))
    # "Washington said": many a place bears a surname, and the word alone decides nothing.
    elif name.key in words.surname:
        out.append(Reason("common surname", -0.9))
    # "Reading" beside "reading".
    elif token.lower in setting.lower:
        out.append(Reason("written small elsewhere", -1.5))
    if name.key in setting.surnames:
        out.append(Reason("surname in the report", -3.0))
    if name.key in words.given:
        out.append(Reason("given name", -1.2))
    return out


def _capitals(name: Name, setting: Setting) -> float:
    """Tell how much short capitals speak for an acronym: not in a headline or a dateline ("ROME —")."""
    tokens = setting.document.tokens
    after = tokens[name.last].text if name.last < len(tokens) else ""
    if len(name.key) > 3 and (name.first in setting.heads or after in (",", "(", "—", "–", "--", "-", ":")):
        return 0.0
    return -3.0


def _prominence(best: Entry, name: Name) -> Reason:
    if best.kind in ("country", "region", "water", "site"):
        return Reason("well known", 2.2)
    if best.kind == "province" and best.form == 0:
        return Reason("province", 1.6)
    # "Gubio district": the class word says that a place is meant, however small.
    if name.widened or (name.kinds and best.kind in name.kinds):
        return Reason("class word", 2.0)
    # "Central" for "Central District": without its class word a unit is hardly meant.
    if best.form == 2:
        return Reason("unit without its class word", -1.5)
    return Reason("population", min(1.6, max(-1.2, 0.75 * (math.log10(best.population + 10) - 4.0))) - 0.4 * best.form)


def _before(name: Name, setting: Setting) -> list[Reason]:
    """Judge the words before the name: prepositions, titles, given names."""
    tokens, parts, words = setting.document.tokens, setting.parts, setting.words
    i = name.first - 1
    if i < 0:
        return []
    # "In southern Gubio", "in the Gubio area": what stands between is passed.
    while i > 0 and (parts[i] in words.directions or parts[i] in name_words().before_name):
        i -= 1
    before, near = parts[i], i == name.first - 1
    out = []
    if before in words.prep_in:
        out.append(Reason(f"after {before}", 1.7))
    elif before in words.prep_at:
        out.append(Reason(f"after {before}", 0.8))
    elif tokens[i].lemma in words.verb:
        out.append(Reason("attacked or taken", 1.0))
    # "The town of Gubio", "north of Gubio", but "the king of Gubio" may be of anything.
    elif before == "of":
        out.append(Reason("after of", 1.5 if i and parts[i - 1] in words.before_of | words.directions else 0.3))
    # "Abu-Gubio" is one name, "anti-Gubio" is not.
    if near and i and tokens[i].text in ("-", "‐", "‑") and tokens[i].end == tokens[name.first].start:
        out.append(
            Reason("hyphen before", -1.5 if tokens[i - 1].text.istitle() and len(tokens[i - 1].text) > 2 else 0.0)
        )
    opens = before in words.prep_in | words.prep_at  # "Near Palmyra", whatever the parser makes of the capital
    if near and not opens and tokens[i].text[0].isupper() and _joined(tokens[i], tokens[name.first]):
        out.append(_capital_before(name, i, setting))
    elif near and tokens[i].text == "." and i and parts[i - 1] in words.title and i - 1 in range(len(parts)):
        out.append(Reason("title before", -3.0))
    return out


def _joined(a: Token, b: Token) -> bool:
    return b.start - a.end <= 1


def _capital_before(name: Name, i: int, setting: Setting) -> Reason:
    tokens, parts, words = setting.document.tokens, setting.parts, setting.words
    # "Operation Gubio" is named after it and is not there.
    if parts[i] in name_words().undertakings:
        return Reason("name of an undertaking", -6.0)
    if parts[i] in words.given and not name.widened:
        return Reason("given name before", -4.0)
    # "Ministers meet": of a sentence's first word the capital does not make a title.
    if parts[i] in words.title and i not in setting.heads:
        return Reason("title before", -3.0)
    if len(tokens[i].text) == 2 and tokens[i].text[1] == ".":
        return Reason("initial before", -3.5)
    if tokens[i].ent == "PERSON" and tokens[name.first].ent == "PERSON":
        return Reason("inside a person's name", -2.0)
    if (
        tokens[i].pos == "PROPN"
        and tokens[i].ent
        and tokens[i].ent == tokens[name.first].ent
        and not tokens[name.first].ent_start
    ):
        # "Greater Gubio" may still be Gubio, "Radio Gubio" is not.
        return Reason("inside a longer name", -2.5 if tokens[i].ent not in PLACE_ENTS else -0.8)
    return Reason("", 0.0)


def _after(name: Name, setting: Setting) -> list[Reason]:
    """Judge the words after the name: streets, firms, local bodies, surnames."""
    tokens = setting.document.tokens
    i = name.last + int(name.widened)
    if i >= len(tokens) or not _joined(tokens[i - 1], tokens[i]):
        return []
    # "Gubio-based": the name is of a place, but the phrase of what is based there.
    if tokens[i].text in HYPHENS and i + 1 < len(tokens) and tokens[i].start == tokens[i - 1].end:
        return [Reason("hyphen after", -0.7)]
    if not tokens[i].text[0].isupper() or setting.parts[i] in setting.words.plurals:
        return []  # "Mykolaiv and Sumy Oblasts"
    return _bodies(name, setting.parts[i], setting.words) or _longer_name(name, tokens[i], setting)


def _bodies(name: Name, after: str, words: PlaceWords) -> list[Reason]:
    """Judge a capitalised word after the name by what it makes of it."""
    if after in words.street:
        return [Reason("street", -3.5)]
    if after in words.business:
        return [Reason("firm, paper or team", -3.0)]
    if after in words.group:
        # "Chad Liberation Front" is of Chad; of a town's name such a group may bear it alone.
        return [Reason("armed group or party", 0.0 if best_of(name).kind == "country" else -2.5)]
    # "Gubio Police": a body of a place says that it is one.
    if after in words.local:
        return [Reason("local body", 0.6)]
    return []


def _longer_name(name: Name, after: Token, setting: Setting) -> list[Reason]:
    """Tell whether the name goes on as that of a person or of something else."""
    first = setting.document.tokens[name.first]
    if name.key in setting.words.given and after.pos == "PROPN":
        return [Reason("given name before a name", -3.5)]
    if after.ent == "PERSON" and first.ent == "PERSON" and not after.ent_start:
        return [Reason("first part of a person's name", -2.5)]
    if after.pos == "PROPN" and after.ent and not after.ent_start and after.ent not in PLACE_ENTS:
        return [Reason("first part of a longer name", -0.8)]
    return []
