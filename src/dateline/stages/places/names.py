"""Find runs of words that the gazetteer knows as a name, before it is decided whether a place is meant."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.gazetteer.keys import fold
from dateline.gazetteer.reader import Entry, Gazetteer
from dateline.lexicon.world.places import PlaceWords, name_words
from dateline.model.base import Span
from dateline.parse.tree import Document, Token

MOST_WORDS = 9
LARGE_CITY = 100_000
JOINERS = frozenset({"-", "‐", "‑", "–", "'", "’"})
GENITIVE = frozenset({"'s", "’s"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """Words that the gazetteer knows: the tokens ``first`` to ``last`` (excluded) and what they can mean.

    ``kinds`` are the kinds of place that a class word beside the name allows, empty without one; ``widened`` tells
    that the class word after the name belongs to the mention.
    """

    first: int
    last: int
    key: str
    entries: tuple[Entry, ...]
    kinds: frozenset[str] = frozenset()
    widened: bool = False

    def span(self, tokens: Sequence[Token]) -> Span:
        """Return the words of the mention, a class word after it included."""
        last = self.last + 1 if self.widened else self.last
        return (tokens[self.first].start, tokens[last - 1].end)


def find_names(document: Document, parts: Sequence[str], gazetteer: Gazetteer, words: PlaceWords) -> list[Name]:
    """Return the longest known names, from left to right, none overlapping; ``parts`` are the folded tokens."""
    tokens = document.tokens
    out: list[Name] = []
    i = 0
    while i < len(tokens):
        # "The al-Gubio mosque": some names open with a small article.
        if not tokens[i].text[0].isupper() and parts[i] not in name_words().articles:
            i += 1
            continue
        skip = not_a_place(i, parts, words)
        if skip:
            i += skip
            continue
        if _two_word_people(i, tokens, parts, gazetteer, words):
            i += 2
            continue
        found = _found_at(i, tokens, parts, gazetteer, words) if _may_start(i, tokens) else None
        if found is None:
            i += 1
            continue
        name = _with_class(found, tokens, parts, words)
        out.append(name)
        i = name.last + int(name.widened)
    return _share_plural(out, parts, tokens, words)


def not_a_place(i: int, parts: Sequence[str], words: PlaceWords) -> int:
    """Return how many tokens the name of something else takes up here ("West Nile", "Bank of England"), 0 if none."""
    for phrase in words.not_places.get(parts[i], ()):
        built, j = "", i
        while j < len(parts) and len(built) < len(phrase):
            built += parts[j]
            j += 1
        if built == phrase:
            return j - i
    return 0


def _two_word_people(
    i: int, tokens: Sequence[Token], parts: Sequence[str], gazetteer: Gazetteer, words: PlaceWords
) -> bool:
    """Tell whether "Sri Lankan" or "South Ossetian" begins here; "Hong Kong" is both, and then a place."""
    if parts[i] not in words.demonym_pairs or i + 1 >= len(tokens):
        return False
    both = parts[i] + parts[i + 1]
    return both in words.demonyms and not gazetteer.look_up_key(both)


def _may_start(i: int, tokens: Sequence[Token]) -> bool:
    token = tokens[i]
    text = token.text
    if text[0].isupper():
        # "A" is a town somewhere.
        return text != "A"
    if i + 1 >= len(tokens):
        return False
    follows = tokens[i + 1]
    if (
        token.lower != "the"
        and token.lower in name_words().articles
        and (follows.text in JOINERS or follows.text[0].isupper())
    ):
        return follows.start - token.end <= 1
    return token.lower == "the" and follows.text[0].isupper()


def _reach(i: int, tokens: Sequence[Token], parts: Sequence[str], limit: int) -> Iterator[tuple[int, str]]:
    """Yield (end, key) for each longer run of words from token i, up to that many words."""
    built, count, j = parts[i], 1, i + 1
    if built:
        yield j, built
    while j < len(tokens) and count < limit and _goes_on(j, tokens, parts):
        if parts[j]:
            text = tokens[j].text
            built += parts[j]
            # "Al-Gubio" in one token counts as the two words that the file has.
            count += 1 + text.count("-")
            # A name does not end on "of" or "the", nor on a hyphen that binds what follows.
            if (
                tokens[j].lower not in name_words().small
                and text[0] != "-"
                and not _binds(j, tokens)
                and text not in GENITIVE
            ):
                yield j + 1, built
        j += 1


def _binds(j: int, tokens: Sequence[Token]) -> bool:
    return tokens[j].lower in name_words().binders and tokens[j].text[0].islower() and tokens[j - 1].text in JOINERS


def _goes_on(j: int, tokens: Sequence[Token], parts: Sequence[str]) -> bool:
    """Tell whether a token may stand inside a name, by its form and the space before it."""
    token, gap = tokens[j], tokens[j].start - tokens[j - 1].end
    text = token.text
    if text in JOINERS:
        return gap == 0
    if text in GENITIVE:
        return _inner_genitive(tokens, j)
    # "Umm al-Gubio": small letters bound by a hyphen go on.
    if gap == 0 and tokens[j - 1].text in JOINERS and token.lower in name_words().binders:
        return True
    if gap > 1 or not parts[j]:  # tokens carry no white space, so a wide gap stands for a line break
        return False
    if assimilated(j, tokens):
        return True
    return (
        text[0].isupper()
        # "Camp 7", "al-Qaim", "d'Ivoire": digits and inner capitals belong to names.
        or text[0].isdigit()
        or token.lower in name_words().small
        or any(c.isupper() for c in text[1:3])
    )


def assimilated(j: int, tokens: Sequence[Token]) -> bool:
    """Tell an Arabic article that has taken on the sound of the word after it ("Maarrat an Numan")."""
    word = tokens[j].lower
    return word in name_words().assimilated and j + 1 < len(tokens) and tokens[j + 1].lower.startswith(word[1:])


def _inner_genitive(tokens: Sequence[Token], j: int) -> bool:
    """Tell whether a genitive may stand inside a name: a capital follows ("People's Republic", "Martha's Vineyard")."""
    return j + 1 < len(tokens) and tokens[j + 1].text[0].isupper()


def _found_at(
    i: int, tokens: Sequence[Token], parts: Sequence[str], gazetteer: Gazetteer, words: PlaceWords
) -> Name | None:
    """Return the longest name from token i, without an article unless it is no name without ("The Hague")."""
    found = _longest_at(i, tokens, parts, gazetteer)
    # Some towns are called "In …"; but before a name that stands by itself, "In" is a preposition.
    if found and parts[i] in words.opener and i + 1 < len(tokens) and _longest_at(i + 1, tokens, parts, gazetteer):
        return None
    if found is None or parts[i] != "the":
        return _without_class(found, tokens, parts, gazetteer) if found else None
    bare = _longest_at(i + 1, tokens, parts, gazetteer)
    if bare is None:
        return found
    if bare.last > found.last:
        return _without_class(bare, tokens, parts, gazetteer)
    # "The Gambia" begins at "Gambia", as other names without their article do.
    return replace(found, first=i + 1) if not bare.last < found.last else None


def _without_class(name: Name, tokens: Sequence[Token], parts: Sequence[str], gazetteer: Gazetteer) -> Name:
    """Leave "City" to what follows: the "Oxford City Council" sits in Oxford. Large cities keep it."""
    if parts[name.last - 1] != "city" or name.last - name.first < 2 or name.last >= len(tokens):
        return name
    if parts[name.last] not in name_words().city_bodies or any(
        e.form == 0 and e.population > LARGE_CITY for e in name.entries
    ):
        return name
    shorter = _longest_at(name.first, tokens[: name.last - 1], parts[: name.last - 1], gazetteer)
    return shorter or name


def _longest_at(i: int, tokens: Sequence[Token], parts: Sequence[str], gazetteer: Gazetteer) -> Name | None:
    limit = min(_longest_from(i, tokens, parts, gazetteer), MOST_WORDS)
    if not limit:
        return None
    for end, built in reversed(list(_reach(i, tokens, parts, limit))):
        if len(built) < 2:
            continue
        entries = gazetteer.look_up_key(built)
        # "reading" is no Reading, while "the Hague" is the Hague.
        if entries and not _lower(tokens[i], end - i):
            return Name(first=i, last=end, key=built, entries=entries)
    return None


def _longest_from(i: int, tokens: Sequence[Token], parts: Sequence[str], gazetteer: Gazetteer) -> int:
    part = fold(tokens[i].text.split("-")[0]) if "-" in tokens[i].text else parts[i]
    longest = gazetteer.longest(part) if part else 0
    if i + 1 < len(tokens) and tokens[i + 1].text in GENITIVE:
        return max(longest, gazetteer.longest(part + "s") + 1)  # "Martha's" is one word in the file, two here
    return longest


def _lower(token: Token, length: int) -> bool:
    return length == 1 and token.text[0].islower()


def _with_class(name: Name, tokens: Sequence[Token], parts: Sequence[str], words: PlaceWords) -> Name:
    """Read the class word beside a name: "Donetsk region", "the city of Aleppo", "Lake Chad"."""
    if _class_follows(name, tokens, parts, words):
        kinds = words.classes[parts[name.last]]
        # "Gubio district" may be listed as the town alone.
        allowed = tuple(e for e in name.entries if e.kind in kinds or e.kind == "town")
        if allowed:
            return replace(name, entries=allowed, kinds=kinds, widened=True)
    if name.last < len(tokens) and parts[name.last] == "state" and any(e.kind == "province" for e in name.entries):
        return replace(name, kinds=words.classes["state"])  # "Washington state", but also "Ohio state officials"
    if _named_a_town(name, tokens, parts, words):
        return replace(name, kinds=words.classes[parts[name.last]])  # "Gubio town"
    before = name.first - 1
    # "The city of the Malian Gubio": peoples between are passed.
    while before >= 1 and (parts[before] == "the" or parts[before] in words.demonyms):
        before -= 1
    if before >= 1 and parts[before] == "of" and parts[before - 1] in words.before_of:
        return replace(name, kinds=words.classes.get(parts[before - 1], frozenset()))
    # "Lake Gubio", "Port Gubio": the class word is part of the name.
    if parts[name.last - 1] in words.classes and name.last - name.first > 1:
        return replace(name, kinds=words.classes[parts[name.last - 1]])
    return name


def _named_a_town(name: Name, tokens: Sequence[Token], parts: Sequence[str], words: PlaceWords) -> bool:
    if name.last >= len(tokens) or not tokens[name.last].text[0].islower() or parts[name.last] not in words.settled:
        return False
    return any(e.kind == "town" for e in name.entries)


def _class_follows(name: Name, tokens: Sequence[Token], parts: Sequence[str], words: PlaceWords) -> bool:
    if name.last >= len(tokens) or parts[name.last] not in words.widen:
        return False
    if tokens[name.last].text in ("Department", "Division"):
        return False  # "Dallas Police Department", not the French kind
    if any(e.kind == "country" and e.form == 0 for e in name.entries):
        return False  # "U.S. county", "Lebanon district court"
    # "Gubio district": a line break between them makes two things of it.
    return tokens[name.last].start - tokens[name.last - 1].end == 1


def _share_plural(names: list[Name], parts: Sequence[str], tokens: Sequence[Token], words: PlaceWords) -> list[Name]:
    """Give a class word in the plural to all names before it: "the Donetsk, Luhansk and Kherson regions"."""
    out = list(names)
    for i, name in enumerate(names):
        if name.last >= len(tokens) or parts[name.last] not in words.plurals:
            continue
        kinds = words.classes[words.plurals[parts[name.last]]]
        j = i
        while j >= 0 and (j == i or _listed(names[j], names[j + 1], parts, tokens)):
            if any(e.kind in kinds for e in out[j].entries):
                out[j] = replace(out[j], kinds=kinds)
            j -= 1
    return out


def _listed(a: Name, b: Name, parts: Sequence[str], tokens: Sequence[Token]) -> bool:
    between = [parts[k] or tokens[k].text for k in range(a.last, b.first)]
    return bool(between) and all(p in (",", "and", "or", "the") for p in between)
