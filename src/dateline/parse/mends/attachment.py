"""Phrases that the parser hangs on the wrong word, in constructions that news reports are full of.

Each is mended on the tokens themselves, so that all stages see the same tree.
"""

from dateline.lexicon.reading.attachment import AttachmentWords
from dateline.parse.tree import VERBS, Token

_NAMES = frozenset({"GPE", "NORP"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_LOOSE = frozenset({"nsubj", "nsubjpass", "npadvmod", "nmod", "dep", "dobj", "pobj", "ROOT"})


def mend_attachment(tokens: list[Token], words: AttachmentWords) -> None:
    """Hang participles on the act told, and names in a row on what they share; in place.

    Args:
        tokens: One sentence.
        words: The word list.
    """
    if not tokens:
        return
    first = tokens[0].i
    for n, token in enumerate(tokens):
        if token.dep == "advcl" and token.tag == "VBG":
            _mend_participle(tokens, n, first, words)
        elif token.dep == "conj" and token.tag == "NNP":
            _mend_second_owner(tokens, n, first)
        elif token.ent in _NAMES and token.dep in _LOOSE:
            _mend_first_nation(tokens, n, first)
    # Only of a line without a full stop: elsewhere a comma between two names is a row of three.
    if tokens[-1].text not in (".", "?", "!"):
        _mend_headline_pair(tokens, first)


def _mend_participle(tokens: list[Token], n: int, first: int, words: AttachmentWords) -> None:
    """Hang the participle of "Rockets hit a market, medics said, killing nine" on the act, not on its teller."""
    token = tokens[n]
    said = tokens[token.head - first]
    if token.lemma.lower() not in words.deeds or said.i > token.i or tokens[n - 1].text != ",":
        return
    # "…, said medics, killing nine": here the telling hangs on the act.
    if said.dep == "parataxis":
        act: Token | None = tokens[said.head - first]
    else:
        act = next((t for t in tokens[: said.i - first] if t.head == said.i and t.dep == "ccomp"), None)
    if act is not None and act.pos in VERBS:
        token.head = act.i


def _mend_second_owner(tokens: list[Token], n: int, first: int) -> None:
    """Hang the second name of "ministers of Japan and India" on the first, not on the ministers."""
    token = tokens[n]
    owned = tokens[token.head - first]
    if owned.tag != "NNS" or n < 4 or tokens[n - 1].lower != "and":
        return
    before = tokens[n - 2]
    # One of the two must be a place: "ministers of health and India" are not of two states.
    if before.i <= owned.i or before.tag != "NNP" or "GPE" not in (before.ent, token.ent):
        return
    prep = tokens[before.head - first]
    while before.dep == "conj" and prep.i > owned.i:
        prep = tokens[prep.head - first]
    if before.dep in ("pobj", "conj") and prep.lower in ("of", "from") and prep.head == owned.i:
        token.head = before.i


def _mend_first_nation(tokens: list[Token], n: int, first: int) -> None:
    """Join the "U.S." of "U.S., French and Dutch troops", taken for a noun of its own, to the adjectives after it."""
    if n + 4 >= len(tokens) or tokens[n + 1].text != ",":
        return
    second = tokens[n + 2]
    if second.dep != "amod" or second.ent not in _NAMES or second.head <= second.i:
        return
    noun = tokens[second.head - first]
    joined = any(t.head == second.i and t.dep == "conj" for t in tokens[n + 3 : noun.i - first])
    if not joined or noun.head == tokens[n].i:
        return
    for t in tokens:
        if t.head == tokens[n].i and t.dep == "punct":
            t.head = noun.i
    tokens[n].head, tokens[n].dep = noun.i, "amod"
    second.head, second.dep = tokens[n].i, "conj"


def _mend_headline_pair(tokens: list[Token], first: int) -> None:
    """Coordinate the two subjects of a headline, which puts a comma for "and" ("Japan, South Korea agree to talk")."""
    at = next((n for n, t in enumerate(tokens) if t.text == ","), len(tokens))
    if not 0 < at < len(tokens) - 2:
        return
    one = tokens[at - 1]
    two = next((t for t in tokens[at + 1 :] if t.dep in ("nsubj", "nsubjpass")), None)
    if (
        two is None
        or one.pos not in _NOUNS
        or any(t.pos not in _NOUNS | {"ADJ"} for t in tokens[at + 1 : two.i - first])
    ):
        return
    # "Japan, South Korea agree": the parser makes the one a part of the other's name, or a subject of its own.
    if one.dep == "compound" and one.head == two.i:
        one.head, one.dep = two.head, two.dep
    elif one.dep not in ("nsubj", "nsubjpass") or one.head != two.head:
        return
    for t in tokens[: at - 1]:
        if t.head == two.i:
            t.head = one.i
    two.head, two.dep = one.i, "conj"
