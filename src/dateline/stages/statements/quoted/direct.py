"""Quotations that stand as sentences of their own, and the cue before, within or after them."""

from dateline.grammar.quotes import Quote
from dateline.lexicon.words.speech import Cue, SpeechLexicon
from dateline.parse.tree import Document, Token
from dateline.stages.statements.acts import inner_act
from dateline.stages.statements.attribution import Attribution
from dateline.stages.statements.quoted.loose import Loose
from dateline.stages.statements.quoted.tags import carried, cue_for, is_tail
from dateline.stages.statements.quoted.units import Unit, find_units, is_whole
from dateline.stages.statements.speakers import find_addressee, find_speaker

TAG = Cue(lemma="tag", takes=("quote",), example="")


def find_direct(
    document: Document, quotes: list[Quote], lexicon: SpeechLexicon
) -> tuple[list[Attribution], list[Loose]]:
    """Find every quotation that stands on its own; tie it to its cue and speaker, or return it as loose."""
    whole = [q for q in quotes if is_whole(document, q, lexicon)]
    out: list[Attribution] = []
    loose: list[Loose] = []
    before: Unit | None = None
    for unit in find_units(document, whole) if whole else ():
        if unit.quotes:
            made, left = _attribute(document, unit, lexicon, before)
            # Of each sentence the one before is kept, which may end in "She went on:".
            out.extend(made)
            loose.extend(left)
        before = unit
    return out, loose


def _attribute(
    document: Document, unit: Unit, lexicon: SpeechLexicon, before: Unit | None
) -> tuple[list[Attribution], list[Loose]]:
    """Tie the quotations of one unit to their cues; those without one follow the quotation before, or are loose."""
    made: dict[int, Attribution] = {}
    loose: list[Loose] = []
    alone = not any(document.tokens[i].pos != "PUNCT" for i in unit.outside())
    for n, quote in enumerate(unit.quotes):
        content = list(range(*quote.words()))
        # "“…,” according to the court": the source right after it goes before any verb.
        source = according(document, quote, content, lexicon)
        if source is not None:
            made[source.cue[0]] = source
            continue
        cue = cue_for(document, unit, n, lexicon)
        if cue is None and alone and n == 0 and before is not None:
            cue = carried(document, before, lexicon)
        if cue is not None and cue.i not in made and is_tail(document, cue, quote):
            continue
        if cue is not None and cue.i in made:
            made[cue.i].content.extend(content)
        elif cue is not None:
            made[cue.i] = attribution = _from_cue(document, cue, content, lexicon)
            _share_speaker(document, unit, attribution, list(made.values()))
        # "“We won,” she said. “We did.”": what follows in one sentence goes on with the last.
        elif made:
            next(reversed(made.values())).content.extend(content)
        else:
            loose.append(Loose(tuple(content), unit.first, unit.paragraph, alone))
    return list(made.values()), loose


def according(document: Document, quote: Quote, content: list[int], lexicon: SpeechLexicon) -> Attribution | None:
    """Tie a quotation to the source right after it: "“…,” according to the court"."""
    at = quote.last + 1
    uses = lexicon.prepositions.get("according")
    if uses is None or at + 2 >= len(document.tokens) or document.tokens[at].lower != "according":
        return None
    inner = document.child(document.tokens[at + 1], "pobj")
    if inner is None:
        return None
    return Attribution(
        cue=[at, at + 1], entry=uses.by_pattern["clause"], pattern="clause", content=content, speaker=inner.i,
        direct=True, by="source",
    )  # fmt: skip


def _share_speaker(document: Document, unit: Unit, new: Attribution, made: list[Attribution]) -> None:
    """Give a participle ("…, adding: …") the speaker of the cue before it, where the parse leads into a quotation."""
    at = new.speaker
    lost = at is None or any(q.first <= at <= q.last for q in unit.quotes)
    if lost and len(made) > 1 and document.tokens[new.cue[0]].tag == "VBG":
        new.speaker = made[-2].speaker


def _from_cue(document: Document, cue: Token, content: list[int], lexicon: SpeechLexicon) -> Attribution:
    uses = lexicon.verbs.get(cue.lemma.lower())
    entry = uses.by_pattern.get("quote", TAG) if uses is not None else TAG
    speaker = find_speaker(document, cue, lexicon)
    if speaker is None or speaker.i in set(content):
        speaker = _near_speaker(document, cue, set(content))
    inside = set(content)
    root = next((document.tokens[i] for i in content if _heads(document.tokens[i], inside)), None)
    # "“We will pay,” he said" promises, though "said" alone asserts.
    act = inner_act(document, root, speaker, lexicon) if root is not None and entry.act == "assert" else None
    return Attribution(
        act=act,
        cue=[cue.i], entry=entry, pattern="quote", content=content, speaker=speaker.i if speaker else None,
        addressee=find_addressee(document, cue, set(content)), direct=True, by="tag" if entry is TAG else "quote",
    )  # fmt: skip


def _heads(token: Token, inside: set[int]) -> bool:
    """Tell whether a token is the verb that heads the first sentence of a quotation."""
    return token.pos == "VERB" and (token.head == token.i or token.head not in inside)


def _near_speaker(document: Document, cue: Token, content: set[int]) -> Token | None:
    """Return the noun right before or after the cue, where the parse has lost the subject."""
    tokens = document.tokens
    # To the right first: "said Ada Thorn" after a quotation.
    for step in (1, -1):
        i = cue.i + step
        for _ in range(6):
            if not 0 <= i < len(tokens) or i in content or tokens[i].text in (".", '"', ","):
                break
            if tokens[i].pos in ("PROPN", "NOUN", "PRON"):
                token = tokens[i]
                # "Said army spokesman Thorn": on to the noun that the name belongs to.
                while step == 1 and token.dep == "compound" and token.head > token.i and token.head not in content:
                    token = tokens[token.head]
                return token
            i += step
    return None
