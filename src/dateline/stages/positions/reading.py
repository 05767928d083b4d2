"""From the words of an issue to a proposition: steps that lead to it, endings and negations, its family and its parties."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.lexicon.positions import Family
from dateline.model.base import Span
from dateline.parse.tree import Token
from dateline.stages.positions.parties import Party, find_party, key_of, phrase, words_of
from dateline.stages.positions.view import View, is_infinitive, is_verb, verb_lemma

_DEEPEST = 7
_LEADS = ("to", "towards", "toward", "for", "of", "on", "about", "against", "into", "at")
_PLACES = frozenset({"in", "inside", "at", "over", "near", "within", "across", "around", "along"})
_BLOCS = frozenset({"US", "U.S.", "UK", "U.K.", "EU", "UN", "U.N."})
_THINGS = frozenset({"it", "this", "that", "them", "these", "they", "one", "so", "which"})


@dataclass(slots=True)
class Issue:
    """A proposition in the making.

    ``head`` is its main word; ``path`` all words read on the way to it. ``turned``: the words deny it, so that the stance
    is the opposite. ``ended``: what is meant is its end. ``anaphor``: only a pronoun or "the move" stands for it.
    """

    head: Token
    agent: Party | None = None
    theme: Party | None = None
    what: Party | None = None
    rest: list[tuple[str, Party]] = field(default_factory=list)
    modifiers: list[Token] = field(default_factory=list)
    family: Family | None = None
    ended: bool = False
    turned: bool = False
    anaphor: bool = False
    hedges: list[Span] = field(default_factory=list)
    path: list[Token] = field(default_factory=list)
    owner: Party | None = None
    label: str = ""
    key: str = ""

    @property
    def known(self) -> bool:
        """Tell whether the issue is a known kind of act or measure, with something that tells it from others."""
        return self.family is not None


def read_issue(token: Token, view: View, agent: Party | None = None) -> Issue | None:
    """Read the proposition that a noun, a gerund or a clause stands for, or return None where it is none.

    Args:
        token: The head of the words: noun, pronoun or verb.
        view: The report.
        agent: Whose act it is, where the words round it say so ("urged Chad to …").
    """
    issue = Issue(head=token, agent=agent if is_verb(token) else None, owner=agent)
    return issue if _read(token, issue, view) else None


def _read(token: Token, issue: Issue, view: View) -> bool:
    if len(issue.path) > _DEEPEST:
        return False
    issue.path.append(token)
    issue.head = token
    if is_verb(token):
        return _read_verb(token, issue, view)
    if token.lower in _THINGS:
        issue.anaphor = True
        return True
    if token.pos in ("PRON", "DET", "NUM", "ADV"):
        return False
    return _read_noun(token, issue, view)


def _read_noun(token: Token, issue: Issue, view: View) -> bool:
    lemma, words = noun_lemma(token, view), view.words
    inner = lead(token, view)
    if lemma in words.ending_nouns and inner is not None:
        issue.ended = not issue.ended
        return _onward(token, inner, issue, view)
    if lemma in words.turning_nouns and inner is not None:
        issue.turned = not issue.turned
        return _onward(token, inner, issue, view)
    family = view.lexicon.nouns.get(lemma)
    if lemma in words.steps and inner is not None and (family is None or _leads_on(inner, view)):
        if lemma in words.hedges.steps:
            issue.hedges.append((token.start, token.end))
        return _onward(token, inner, issue, view)
    if family is not None:
        return _fill_noun(token, family, issue, view)
    return _read_other(token, lemma, issue, view)


def noun_lemma(token: Token, view: View) -> str:
    """Return the lemma of a noun; a gerund keeps its form, a hyphen joins ("cease-fire")."""
    lemma = token.lower if token.tag == "VBG" else token.lemma.lower()
    first = view.doc.hyphened(token)
    return f"{first}-{lemma}" if first is not None and f"{first}-{lemma}" in view.lexicon.nouns else lemma


def _leads_on(inner: Token, view: View) -> bool:
    """Tell whether what follows a noun such as "plan" is the proposition itself, and not whom it is for."""
    return is_verb(inner) or (view.actor(inner) is None and inner.pos == "NOUN")


def lead(token: Token, view: View) -> Token | None:
    """Return what a noun leads to: an infinitive, a clause, or the noun after its preposition, "to" before "for"."""
    for child in view.doc.children(token):
        if child.dep in ("acl", "relcl", "ccomp", "advcl", "xcomp") and is_infinitive(view.doc, child):
            return child
    found = [(p.lower, inner) for p, inner in _preps(token, view) if p.lower in _LEADS]
    things = [(p, t) for p, t in found if view.actor(t) is None or t.pos == "NOUN"] or found
    return min(things, key=lambda f: _LEADS.index(f[0]))[1] if things else None


def _preps(token: Token, view: View) -> Iterator[tuple[Token, Token]]:
    """Yield the prepositions after a word with their nouns or gerunds; "out of X" gives X."""
    for child in view.doc.children(token):
        if child.dep in ("prep", "agent", "dative") and child.i > token.i:
            inner = view.doc.child(child, "pobj", "pcomp")
            if inner is None:
                deeper = view.doc.child(child, "prep")
                inner = view.doc.child(deeper, "pobj", "pcomp") if deeper is not None else None
            if inner is not None:
                yield child, inner


def _onward(token: Token, inner: Token, issue: Issue, view: View) -> bool:
    """Go on from a word that leads to the issue; "for X" and "by X" beside it give the agent."""
    for prep, noun in _preps(token, view):
        if noun.i != inner.i and prep.lower in ("for", "by") and issue.agent is None:
            issue.agent = find_party(noun, view) if view.actor(noun) is not None else None
    own = next((c for c in view.doc.children(token) if c.dep in ("poss", "compound", "amod") and view.actor(c)), None)
    if own is not None and issue.agent is None and is_verb(inner):
        issue.agent = find_party(own, view)
    return _read(inner, issue, view)


def _read_other(token: Token, lemma: str, issue: Issue, view: View) -> bool:
    """Read a noun of no family: its words are the issue; an actor is none, "the move" stands for another."""
    if _is_actor(token, view):
        return False
    if lemma in view.words.vague and not any(True for _ in _preps(token, view)):
        issue.anaphor = not any(c.dep == "compound" for c in view.doc.children(token))
    words = [t for t in phrase(token, view) if t.tag != "PRP$"]
    issue.label, issue.key = words_of(words, view), key_of(words, view)
    return bool(issue.key)


def _is_actor(token: Token, view: View) -> bool:
    """Tell whether a noun is somebody, and not a body yet to be ("a peacekeeping force")."""
    actor = view.actor(token)
    if actor is None:
        return token.pos == "PROPN" and token.ent in ("PERSON", "ORG", "GPE", "NORP")
    mention = view.mention_at[token.i]
    article = view.doc.child(token, "det")
    return not (mention.form == "description" and article is not None and article.lower in ("a", "an", "any"))


def _fill_noun(token: Token, family: Family, issue: Issue, view: View) -> bool:
    issue.family = family
    for child in view.doc.children(token):
        if child.dep == "poss":
            _own(child, family, issue, view)
        elif child.dep in ("compound", "amod", "nmod") and child.i < token.i:
            _before(child, family, issue, view)
    for prep, inner in _preps(token, view):
        _after(prep, inner, family, issue, view)
    return True


def _own(child: Token, family: Family, issue: Issue, view: View) -> None:
    """Take whose it is; a pronoun under "urged X to end its …" is X's."""
    party = issue.owner if child.tag == "PRP$" and issue.owner is not None else find_party(child, view)
    if party is not None:
        _take("theme" if family.patient else "agent", party, issue)


def _before(child: Token, family: Family, issue: Issue, view: View) -> None:
    """Take a word before the noun: a name, a nationality, or a word that tells which ("nuclear test")."""
    party = find_party(child, view) if view.actor(child) is not None else None
    if party is None:
        if child.dep == "compound" and child.ent in ("GPE", "LOC"):
            issue.rest.append(("in", find_party(child, view) or Party(child.lower, child.text)))
        elif (family.keep or family.named) and child.lower not in view.words.plain and child.ent not in ("DATE", "TIME"):
            issue.modifiers.append(child)
        return
    bloc = child.text in _BLOCS and family.id != "membership"
    adjective = child.dep == "amod" or view.mention_at[child.i].form == "demonym"
    _take("agent" if bloc or adjective else family.compound, party, issue)


def _after(prep: Token, inner: Token, family: Family, issue: Issue, view: View) -> None:
    """Take what follows with a preposition: agent, theme, the thing sent, the sides, the place."""
    name = prep.lower
    party = find_party(inner, view)
    if party is None:
        return
    if name == "of" and family.object == "what":
        issue.what = issue.what or party
    elif name == "of" and "of" in family.agent and issue.agent is not None and issue.theme is None and family.theme:
        issue.theme = party
    elif name in family.theme and issue.theme is None:
        issue.theme = party
    elif name in family.agent and issue.agent is None and (name != "for" or party.actor is not None):
        issue.agent = party
    elif name == "between":
        issue.rest.append(("between", _all_of(inner, view) or party))
    elif name in _PLACES or family.named:
        issue.rest.append(("in" if name in _PLACES else name, party))


def _all_of(token: Token, view: View) -> Party | None:
    """Return all sides of "between A and B" as one party."""
    sides = [p for t in view.doc.conjuncts(token) if (p := find_party(t, view)) is not None]
    if len(sides) < 2:
        return None
    return Party("-".join(sorted(p.key for p in sides)), " and ".join(p.label for p in sides))


def _take(role: str, party: Party, issue: Issue) -> None:
    if role == "theme" and issue.theme is None:
        issue.theme = party
    elif issue.agent is None:
        issue.agent = party


def _read_verb(verb: Token, issue: Issue, view: View) -> bool:
    lemma, words = verb_lemma(view.doc, verb), view.words
    if view.doc.child(verb, "neg") is not None:
        issue.turned = not issue.turned
    target = _object(verb, view)
    _take_subject(verb, issue, view)
    if lemma in words.ending_verbs and target is not None:
        issue.ended = not issue.ended
        return _below(target, issue, view, doing=False)
    if lemma in words.turning_verbs and target is not None:
        issue.turned = not issue.turned
        return _below(target, issue, view, doing=False)
    if lemma in words.carriers and target is not None and _carries(target, view):
        if lemma in ("give", "grant", "provide", "offer", "guarantee"):
            _give(verb, target, issue, view)
        return _below(target, issue, view, doing=lemma in words.doing)
    if lemma == "be" or view.doc.child(verb, "acomp") is not None:
        return _read_state(verb, issue, view)
    family = view.lexicon.verbs.get(lemma) or view.lexicon.verbs.get(verb.lemma.lower())
    if family is not None:
        return _fill_verb(verb, family, issue, view)
    return _read_deed(verb, lemma, issue, view)


def _take_subject(verb: Token, issue: Issue, view: View) -> None:
    """Take the verb's own subject, or in the passive who does it, as the agent."""
    if view.is_passive(verb):
        by = view.by(verb)
        issue.agent = find_party(by, view) if by is not None else None
    else:
        own = view.doc.child(verb, "nsubj")
        found = find_party(own, view) if own is not None else None
        issue.agent = found or issue.agent
    issue.owner = issue.agent or issue.owner


def _object(verb: Token, view: View) -> Token | None:
    """Return what a verb is done to: its object, its passive subject, its gerund or infinitive, its predicate noun."""
    if view.is_passive(verb):
        given = next(view.after(verb, "with"), None) if verb.lemma in ("provide", "supply") else None
        return given or view.doc.child(verb, "nsubjpass") or (view.doc.head(verb) if verb.dep == "acl" else None)
    found = view.doc.child(verb, "dobj", "xcomp", "attr", "ccomp", "oprd")
    return found or next(view.after(verb, "from", "to", "with", "in", "on", "for"), None)


def _carries(target: Token, view: View) -> bool:
    """Tell whether a verb's object is what the issue is about."""
    if is_verb(target):
        return True
    lemma = noun_lemma(target, view)
    return lemma in view.lexicon.nouns or lemma in view.words.steps or lemma in view.words.ending_nouns


def _give(verb: Token, target: Token, issue: Issue, view: View) -> None:
    """Take the one who is given something as the theme ("give Ukraine guarantees")."""
    taker = view.doc.child(verb, "dative") or (view.doc.child(verb, "nsubjpass") if target.dep == "pobj" else None)
    if taker is not None and taker.pos != "ADP":
        issue.theme = find_party(taker, view)
    elif target.dep == "pobj" and (got := view.doc.child(verb, "dobj")) is not None:
        issue.theme = find_party(got, view)


def _below(target: Token, issue: Issue, view: View, *, doing: bool) -> bool:
    """Go on to a verb's object; its agent stays only where the subject does what the object says."""
    if not is_verb(target) and not doing:
        issue.agent = None
    return _read(target, issue, view)


def _fill_verb(verb: Token, family: Family, issue: Issue, view: View) -> bool:
    issue.family = family
    lemma = verb.lemma.lower()
    target = view.doc.child(verb, "dobj") or (view.doc.child(verb, "nsubjpass") if view.is_passive(verb) else None)
    party = find_party(target, view) if target is not None else None
    if target is not None and target.lower in _THINGS and view.actor(target) is None:
        issue.anaphor = True
    if party is not None:
        _take_object(party, lemma, family, issue)
    taker = view.doc.child(verb, "dative")
    if taker is not None and taker.pos != "ADP":
        issue.theme = find_party(taker, view)
    for prep, inner in _preps(verb, view):
        found = find_party(inner, view)
        if found is None:
            continue
        if prep.lower in family.theme and prep.lower != "of" and issue.theme is None:
            issue.theme = found
        elif prep.lower in _PLACES and (found.actor is not None or inner.ent in ("GPE", "LOC", "FAC")):
            issue.rest.append(("in", found))
    return True


def _take_object(party: Party, lemma: str, family: Family, issue: Issue) -> None:
    if lemma in family.object_verbs:
        issue.agent = party
    elif family.object == "what":
        issue.what = party
    elif family.object == "mover" and lemma not in family.theme_verbs:
        issue.agent = issue.agent or party
    else:
        issue.theme = party


def _read_state(verb: Token, issue: Issue, view: View) -> bool:
    """Read "X be Y": a noun of a family is the issue, anything else its words."""
    noun = view.doc.child(verb, "attr")
    if noun is not None and _carries(noun, view):
        return _read(noun, issue, view)
    what = view.doc.child(verb, "attr", "acomp", "prep")
    if what is None:
        return False
    words = phrase(what, view)
    return _say(issue, f"being {words_of(words, view)}", f"be-{key_of(words, view)}")


def _read_deed(verb: Token, lemma: str, issue: Issue, view: View) -> bool:
    """Read a verb of no family: who would do what."""
    target = view.doc.child(verb, "dobj") or (view.doc.child(verb, "nsubjpass") if view.is_passive(verb) else None)
    kept = [t for t in (target, *(p for p, _ in _preps(verb, view))) if t is not None and t.lower != "by"]
    kept = [t for t in kept if not any(d.ent in ("DATE", "TIME") for d in view.doc.children(t))]
    inner = view.doc.child(verb, "xcomp")
    if inner is not None and target is None:
        return _read(inner, issue, view)
    parts = [phrase(t, view) for t in kept[:2]]
    words = " ".join(filter(None, (words_of(p, view) for p in parts)))
    if target is not None and target.lower in _THINGS:
        issue.anaphor = True
    return _say(issue, f"{gerund(lemma)} {words}".strip(), "-".join(filter(None, (lemma, *(key_of(p, view) for p in parts)))))


def _say(issue: Issue, label: str, key: str) -> bool:
    issue.label, issue.key = label, key
    return True


def gerund(lemma: str) -> str:
    """Return the -ing form of a verb, its particle after it."""
    verb, _, particle = lemma.partition(" ")
    stem = verb
    if verb.endswith("ie"):
        stem = verb[:-2] + "y"
    elif verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        stem = verb[:-1]
    elif _doubles(verb):
        stem = verb + verb[-1]
    return f"{stem}ing {particle}".strip()


def _doubles(verb: str) -> bool:
    """Tell a short verb that doubles its last letter ("stop", "cut"), and the longer ones with the stress there."""
    vowels = "aeiou"
    ends = len(verb) > 2 and verb[-1] not in vowels + "wxy" and verb[-2] in vowels and verb[-3] not in vowels
    return ends and (len(verb) <= 4 or verb.endswith(("mit", "fer", "pel", "bel", "cur", "gin")))
