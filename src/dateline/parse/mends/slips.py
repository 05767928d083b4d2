"""Slips of the parser that cost an act its subject, its agent or its object, in constructions that news is full of.

Each is a row of ``SLIPS``: at which word it is looked for, and what mends it. All work on the tokens, in place.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dateline.lexicon.reading.attachment import AttachmentWords
from dateline.lexicon.words.money import load_numbers
from dateline.lexicon.words.times import load_times
from dateline.lexicon.world.countries import load_countries
from dateline.parse.tree import HYPHENS, VERBS, Token

_TIMES = frozenset({"edge", "month", "part", "quarter", "season", "unit", "units", "weekday"})
_CALENDAR = frozenset({"month", "part", "weekday"})
_BEFORE_NOUN = frozenset({"ADJ", "NOUN", "NUM", "PROPN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ACTING = frozenset({"GPE", "NORP", "ORG", "PERSON"})
_OBJECTS = ("ccomp", "dative", "dobj", "prt", "xcomp")
_COUNTING = frozenset({"amod", "nummod"})
_MODIFYING = frozenset({"amod", "compound", "nmod", "npadvmod"})
_NAME = 2  # words that a person's name has at least
_SUM = re.compile(r"(?:[A-Z]{1,3}\$?|[$€£¥])\d")


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of one sentence, and the word lists."""

    tokens: list[Token]
    words: AttachmentWords

    def place(self, i: int) -> int:
        """Return where a token of the document stands in the sentence."""
        return i - self.tokens[0].i

    def head(self, token: Token) -> Token:
        """Return the word above."""
        return self.tokens[self.place(token.head)]

    def before(self, token: Token) -> Token | None:
        """Return the word right before."""
        at = self.place(token.i)
        return self.tokens[at - 1] if at else None

    def below(self, token: Token, *deps: str) -> Iterator[Token]:
        """Yield the words below one, those tied so."""
        return (t for t in self.tokens if t.head == token.i and t.i != token.i and (not deps or t.dep in deps))

    def joined(self, token: Token) -> Iterator[Token]:
        """Yield the words coordinated below one, and those below them: "seized, beat and killed"."""
        for word in self.below(token, "conj", "advcl"):
            # "Seized, beaten and killed": the parser hangs the second on the first.
            if word.dep == "conj" or (word.i == token.i + 2 and word.tag in ("VBD", "VBN")):
                yield word
                yield from self.joined(word)

    def has(self, token: Token, *deps: str) -> bool:
        """Tell whether a word below is tied so."""
        return next(self.below(token, *deps), None) is not None


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip: at which words it is looked for, what mends it, and what it costs."""

    at: Callable[[Token, AttachmentWords], bool]
    mend: Callable[[Line, Token], None]
    example: str


def mend_slips(tokens: list[Token], words: AttachmentWords) -> None:
    """Mend the slips of one sentence in place."""
    line = Line(tokens, words)
    for token in tokens:
        # One slip for one word: what mends it changes what the others would look at.
        slip = next((s for s in SLIPS if s.at(token, words)), None)
        if slip is not None:
            slip.mend(line, token)


def is_calendar(token: Token) -> bool:
    """Tell the name of a month, of a weekday, or of a part of the day."""
    return _class(token) in _CALENDAR


def _class(token: Token) -> str:
    return load_times().words.get(token.lower, ("", ""))[0]


def _hang(token: Token, dep: str, head: Token) -> None:
    token.dep, token.head = dep, head.i


def _make_root(token: Token) -> None:
    token.dep, token.head = "ROOT", token.i


def _part_day(line: Line, day: Token) -> None:
    """Part the day of "On 9 May rebels shelled Goma" from the rebels, who act: it is what the preposition ties."""
    noun, prep = line.head(day), _prep_before(line, day)
    between = line.tokens[line.place(day.i) + 1 : line.place(noun.i)]
    # "On 9 May morning": a noun of the calendar is part of the day.
    if prep is None or noun.tag not in ("NN", "NNS") or noun.i < day.i or is_calendar(noun):
        return
    if any(t.pos not in _BEFORE_NOUN for t in between) or noun.dep not in (*_SUBJECTS, "pobj"):
        return
    verb = line.head(noun if noun.dep in _SUBJECTS else prep)
    if verb.pos not in VERBS or verb.i < noun.i or prep.head != verb.i:
        return
    # The verb has another subject, or the noun is tied to another preposition.
    if any(t.i != noun.i for t in line.below(verb, *_SUBJECTS)) or (noun.dep == "pobj" and noun.head != prep.i):
        return
    _hang(noun, "nsubjpass" if line.has(verb, "auxpass") else "nsubj", verb)
    for t in line.tokens[line.place(prep.i) + 1 : line.place(day.i)]:
        t.head = day.i
    _hang(day, "pobj", prep)


def _prep_before(line: Line, day: Token) -> Token | None:
    """Return the preposition before a day, past its number."""
    at = line.place(day.i)
    return next((t for t in line.tokens[max(0, at - 2) : at] if t.pos == "ADP"), None)


def _hang_late_agent(line: Line, by: Token) -> None:
    """Hang the "by" of "captured at the start of this year by the army" on the passive verb, not on the time."""
    time = line.head(by)
    verb = line.head(line.head(time))
    if time.dep != "pobj" or verb.tag != "VBN" or _class(time) not in _TIMES:
        _hang_on_blow(line, by)
        return
    # Only of a passive, and of one that has no agent yet.
    if (verb.dep == "acl" or line.has(verb, "auxpass")) and not line.has(verb, "agent"):
        _hang(by, "agent", verb)


def _hang_on_blow(line: Line, by: Token) -> None:
    """Hang the "by" of "an attack on a bus in Gao by gunmen" on the attack, not on the town, the bus or a verb."""
    who, above = next(line.below(by, "pobj"), None), line.head(by)
    # "By gunmen", "by the army": what does it, and no "by Friday", "by bus".
    if who is None or not (who.ent in _ACTING or who.tag in ("NNS", "NNPS")) or line.has(above, "auxpass"):
        return
    before = line.tokens[: line.place(by.i)]
    deeds = (t for t in reversed(before) if t.pos == "NOUN" and t.dep != "compound")
    blow = next((t for t in deeds if t.lemma.lower() in line.words.attacks), None)
    between = before[line.place(blow.i) + 1 :] if blow is not None else []
    # Between the blow and its "by" stand only places and victims: a verb or an "and" begins something else.
    if blow is None or above.i == blow.i or any(t.pos in VERBS or t.pos in ("PUNCT", "CCONJ") for t in between):
        return
    if not any(t.lower == "by" for t in line.below(blow)):
        _hang(by, "prep", blow)


def _name_blow(line: Line, gerund: Token) -> None:
    """Read the "shelling" of "hit by shelling", "killed in shelling by rebels" as a noun: it has no object.

    Nobody before it does it.
    """
    told = line.head(gerund).lower == "by" or any(t.lower in ("by", "of", "on") for t in line.below(gerund, "prep"))
    if told and not line.has(gerund, "dobj", "nsubj"):
        gerund.tag, gerund.pos, gerund.dep, gerund.lemma = "NN", "NOUN", "pobj", gerund.lower


def _join_means(line: Line, blow: Token) -> None:
    """Read "a Chadian missile and drone attack" as one attack with two means, and not as a missile and an attack."""
    means = line.head(blow)
    between = line.tokens[line.place(means.i) + 1 : line.place(blow.i)]
    if means.tag != "NN" or means.lemma.lower() in line.words.attacks or not between or between[0].lower != "and":
        return
    # "A market and an attack": each with its article is a thing of its own.
    own, its = line.has(blow, "det", "poss"), next(line.below(means, "det"), None)
    if own or any(t.tag not in ("NN", "HYPH") for t in between[1:]) or _parts(its, blow):
        return
    for t in (*line.below(means),):
        if t.i < means.i or (t.i > blow.i and t.dep == "prep"):
            t.head = blow.i
    _hang(blow, means.dep, line.head(means)) if means.dep != "ROOT" else _make_root(blow)
    _hang(means, "nmod", blow)


def _parts(article: Token | None, blow: Token) -> bool:
    """Tell the article of one thing before several: "a market and drone attacks"."""
    return article is not None and article.lower in ("a", "an") and blow.tag == "NNS"


def _free_object(line: Line, noun: Token) -> None:
    """Hang the drone of "shoots down a drone" on the verb, and not on its particle."""
    particle = line.head(noun)
    if particle.dep == "prt":
        _hang(noun, "dobj", line.head(particle))


def _free_verb(line: Line, verb: Token) -> None:
    """Read "after Chad shells Bor district" as a clause, where the verb was taken for a part of a name."""
    noun, doer = line.head(verb), line.before(verb)
    if noun.i < verb.i or doer is None or doer.head != verb.i or doer.tag not in ("NNP", "NNPS", "NNS"):
        return
    tie = line.head(noun)
    if noun.dep == "ROOT":
        _make_root(verb)
    elif noun.dep == "pobj" and tie.lower in ("after", "as", "before", "since", "until"):
        _hang(verb, "advcl", line.head(tie))
        _hang(tie, "mark", verb)
    else:
        return
    _hang(doer, "nsubj", verb)
    _hang(noun, "dobj", verb)


def _name_blows(line: Line, verb: Token) -> None:
    """Read "Chadian jets' airstrikes on the camp kill 17" with the airstrikes as what kills."""
    act = next((t for t in line.below(verb, "ccomp") if t.tag in ("VBP", "VBD")), None)
    doer = next(line.below(verb, "nsubj"), None)
    if act is None or doer is None or doer.i != verb.i - 1 or line.has(act, "nsubj", "nsubjpass", "mark"):
        return
    if verb.lemma.lower() not in line.words.attacks:
        return
    verb.tag, verb.pos = "NNS", "NOUN"
    _hang(doer, "compound", verb)
    for t in (*line.below(verb),):
        if t.i > act.i:
            t.head = act.i
    _make_root(act)
    _hang(verb, "nsubj", act)


def _pair(line: Line, first: Token) -> None:
    """Read the "Chad-Mali" of "Chad-Mali talks" as two states, of which neither says what the other is."""
    after = line.tokens[line.place(first.i) + 1 : line.place(first.i) + 3]
    if len(after) < _NAME or after[0].text not in HYPHENS or first.head not in (after[1].i, after[1].head):
        return
    second, countries = after[1], load_countries()
    if not all(countries.find(t.text) for t in (first, second)):
        return
    first.head, first.dep = second.head, second.dep
    _hang(second, "conj", first)


def _count(_: Line, number: Token) -> None:
    """Read the "Eleven" of "Eleven people", at the head of a sentence, as the number that it is."""
    number.tag, number.pos, number.dep = "CD", "NUM", "nummod" if number.dep == "amod" else number.dep


def _free_sum(line: Line, number: Token) -> None:
    """Read the "RM10" of "give Sudan RM10 million" as a number, and Sudan as who receives."""
    receivers = [t for t in line.below(number) if t.i < number.i and t.tag == "NNP"]
    at = line.place(number.i) + 1
    # "RM10 million": the number word after it shows that it is a sum.
    if at >= len(line.tokens) or not receivers or line.tokens[at].pos != "NUM":
        return
    _hang(receivers[-1], "dative", line.head(number))
    for t in receivers[:-1]:
        t.head = receivers[-1].i
    number.tag, number.pos, number.ent = "CD", "NUM", "MONEY"
    _hang(number, "compound", line.tokens[at])


def _hang_on_decision(line: Line, verb: Token) -> None:
    """Read "for a court ruling to free them" as the ruling that frees, and not as what is to be so."""
    prep, noun = line.head(verb), next(line.below(verb, "nsubj"), None)
    if prep.lower == "for" and noun is not None and noun.lemma.lower() in line.words.decisions:
        _hang(noun, "pobj", prep)
        _hang(verb, "acl", noun)


def _clear(line: Line, word: Token) -> None:
    """Read "clear" in "fighting to clear al-Shabaab" as the verb that it is: a name is no clear or free one."""
    to, noun = line.before(word), line.head(word)
    # "To clear waters" has a common noun, and may mean clear ones.
    if to is None or to.lower != "to" or to.dep != "prep" or noun.head != to.i or noun.tag not in ("NNP", "NNPS"):
        return
    word.tag, word.pos, word.lemma = "VB", "VERB", word.lower
    _hang(word, "advcl", line.head(to))
    to.tag, to.pos = "TO", "PART"
    _hang(to, "aux", word)
    _hang(noun, "dobj", word)


def _count_more(line: Line, more: Token) -> None:
    """Read the "39 more" of "wounding 39 more" as those who are wounded."""
    verb = line.head(more)
    if verb.pos == "VERB" and line.has(more, "nummod") and not line.has(verb, "dobj", "nsubjpass"):
        more.tag, more.pos = "NNS", "NOUN"
        _hang(more, "dobj", verb)


def _let_undergo(line: Line, verb: Token) -> None:
    """Read "two civilians killed in a raid" as a passive that lost its "were": whoever kills, kills somebody."""
    subject = next(line.below(verb, "nsubj"), None)
    # "He killed", "who killed", "had killed", "killed five": these do it, and do not undergo it.
    if subject is None or subject.tag in ("PRP", "WDT", "WP") or line.has(verb, "aux", *_OBJECTS):
        return
    if any(line.has(t, *_OBJECTS) for t in line.joined(verb)):  # "killed and wounded five"
        return
    verb.tag, subject.dep = "VBN", "nsubjpass"


def _share_were(line: Line, noun: Token) -> None:
    """Read "Keita was killed and two others hurt" as two that undergo, where the noun was joined to the verb."""
    first, verb = line.head(noun), next(line.below(noun, "acl"), None)
    if verb is None or verb.tag != "VBN" or verb.i != noun.i + 1 or not line.has(first, "auxpass"):
        return
    _hang(verb, "conj", first)
    _hang(noun, "nsubjpass", verb)


def _find_root(line: Line, noun: Token) -> None:
    """Make "opened" the verb of "Talks to end the war opened in Tunis", where the noun was taken for all."""
    # A sentence that has a subject somewhere has its verb as well.
    if any(t.dep in ("nsubj", "ccomp") for t in line.tokens):
        return
    later = line.tokens[line.place(noun.i) + 1 :]
    verbs = [t for t in later if t.tag == "VBD" and t.dep in ("acl", "relcl")]
    # "Talks that opened in Tunis": with a pronoun it is a relative clause after all.
    if len(verbs) != 1 or any(t.tag in ("WDT", "WP") for t in line.below(verbs[0])):
        return
    verb = verbs[0]
    _make_root(verb)
    _hang(noun, "nsubj", verb)
    for t in line.below(noun):
        if t.i > verb.i:
            t.head = verb.i


def _find_subject(line: Line, prep: Token) -> None:
    """Make "police" the subject of "On 3 May, in Tavna, police arrested two men", where the day was taken for all."""
    acting = (t for t in line.tokens if t.dep == "acl" and t.tag in ("VBD", "VBN") and line.has(t, "dobj"))
    verb = next((t for t in acting if t.head == t.i - 1 and line.head(t).pos == "NOUN"), None)
    if verb is None:
        return
    noun = line.head(verb)
    verb.tag = "VBD"
    _make_root(verb)
    _hang(noun, "nsubj", verb)
    for t in line.below(prep):
        if t.dep not in ("pobj", "pcomp"):
            t.head = verb.i
    _hang(prep, "prep", verb)


def _part_holder(line: Line, of: Token) -> None:
    """Part "Amadou Keita" from the country in "President of Kenya Amadou Keita", where they were taken for one name."""
    office = _office_above(line, of)
    if office is None:  # asked first: what hangs on a word is looked for in the whole sentence
        return
    tied = list(line.below(of, "pobj"))
    if not tied or tied[-1].tag != "NNP":
        return
    name = tied[-1]
    words = [*(t for t in line.below(name, "compound") if t.i < name.i), name]
    country = [] if tied[1:] else _country_first(words)
    person = words[len(country) :]
    # One word is no person's name.
    if len(person) < _NAME or not (country or tied[1:]):
        return
    if country:
        _hang(country[-1], "pobj", of)
        _name(country, "GPE")
    _hang(name, "appos", office)
    _name(person, "PERSON")


def _name(words: list[Token], kind: str) -> None:
    """Make words one name of a kind, the last its head."""
    for t in words:
        t.ent, t.ent_start = kind, t is words[0]
    for t in words[:-1]:
        t.head = words[-1].i


def _office_above(line: Line, of: Token) -> Token | None:
    """Return the office that "of" hangs on, past "the Republic"."""
    noun = line.head(of)
    if noun.lower in line.words.polities and noun.dep == "pobj":
        noun = line.head(line.head(noun))
    return noun if noun.lemma.lower() in line.words.offices else None


def _country_first(words: list[Token]) -> list[Token]:
    """Return the longest beginning that names a country, if it leaves something over."""
    countries = load_countries()
    lengths = range(len(words) - 1, 0, -1)
    return next((words[:n] for n in lengths if countries.find(" ".join(t.text for t in words[:n]))), [])


SLIPS = (
    Slip(lambda t, _: t.lower == "of" and t.dep == "prep", _part_holder, "President of Kenya Amadou Keita"),
    Slip(
        lambda t, _: t.tag == "NNP" and t.dep in ("compound", "nmod") and is_calendar(t),
        _part_day,
        "On Thursday rebels shelled Goma.",
    ),
    Slip(
        lambda t, _: t.lower == "by" and t.dep == "prep",
        _hang_late_agent,
        "captured this year by the army; an attack in Gao by gunmen",
    ),
    Slip(
        lambda t, w: t.tag == "VBG" and t.dep == "pcomp" and t.lower in w.blows,
        _name_blow,
        "Clinics were hit by shelling.",
    ),
    Slip(
        lambda t, w: t.dep == "conj" and t.pos == "NOUN" and t.lemma.lower() in w.attacks,
        _join_means,
        "hurt in a Chadian missile and drone attack on Bor",
    ),
    Slip(lambda t, _: t.dep == "pobj" and t.pos == "NOUN", _free_object, "The army shoots down an alleged drone."),
    Slip(
        lambda t, _: t.tag in ("VBZ", "VBP") and t.dep == "compound",
        _free_verb,
        "Eight are hurt after Chad shells Bor district.",
    ),
    Slip(
        lambda t, _: t.tag == "VBZ" and t.dep == "ROOT",
        _name_blows,
        "The Chadian air force airstrikes on a camp kill 17.",
    ),
    Slip(
        lambda t, _: t.tag == "JJ" and t.dep in _COUNTING and t.lower in load_numbers().values,
        _count,
        "Eleven people are killed.",
    ),
    Slip(lambda t, _: t.dep in _MODIFYING and t.text[0].isupper(), _pair, "Chad-Mali talks began in Bor."),
    Slip(lambda t, _: t.dep == "dative" and _SUM.match(t.text) is not None, _free_sum, "will give Sudan RM10 million"),
    Slip(lambda t, _: t.dep == "pcomp" and t.tag == "VB", _hang_on_decision, "thanked for a court ruling to free them"),
    Slip(lambda t, w: t.pos == "ADJ" and t.lower in w.clearing, _clear, "fighting to clear al-Shabaab"),
    Slip(
        lambda t, w: t.tag in ("VBD", "VBN") and t.lemma.lower() in w.undergone,
        _let_undergo,
        "Two civilians killed in a raid, three wounded.",
    ),
    Slip(lambda t, _: t.lower == "more" and t.dep == "advmod", _count_more, "killing five people and wounding 39 more"),
    Slip(
        lambda t, _: t.dep == "conj" and t.pos in ("NOUN", "NUM"),
        _share_were,
        "Keita was killed and two others hurt by gunmen.",
    ),
    Slip(lambda t, _: t.dep == "ROOT" and t.tag in ("NN", "NNS"), _find_root, "Talks to end the war opened in Tunis."),
    Slip(lambda t, _: t.dep == "ROOT" and t.pos == "ADP", _find_subject, "On 3 May, police arrested two men."),
)
"""The first that is looked for at a word is tried there."""
