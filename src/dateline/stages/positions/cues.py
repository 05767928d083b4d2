"""The words that give a stance, and where their holder and their issue stand."""

from collections.abc import Iterator

from dateline.lexicon.positions import CuePos, StanceCue
from dateline.model.closed import Stance
from dateline.parse.tree import Token
from dateline.stages.positions.found import Found, Scope
from dateline.stages.positions.scope import find_scope
from dateline.stages.positions.view import View, is_infinitive, verb_lemma

_COPULAS = ("AUX", "VERB")
_OPPOSITE: dict[Stance, Stance] = {"for": "against", "against": "for"}
_MOST = 3


def find_cues(view: View) -> Iterator[Found]:
    """Yield every stance that a word of the lexicon gives, in order of the text."""
    cues = view.lexicon.cues
    for token in view.doc.tokens:
        pos = _POS.get(token.pos)
        if pos is None:
            continue
        lemma = verb_lemma(view.doc, token) if pos == "verb" else token.lemma.lower()
        entries = cues.get((pos, lemma), ())
        if pos != "noun":
            entries = (*entries, *cues.get(("adjective", token.lower), ()))
        for entry in entries:
            found = list(_find(token, entry, view))
            if found:
                yield from found
                break


_POS: dict[str, CuePos] = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}


def _find(cue: Token, entry: StanceCue, view: View) -> Iterator[Found]:
    verb = _verb_of(cue, entry, view)
    if verb is None:
        return
    targets = _targets(cue, verb, entry, view)
    if not targets:
        return
    holder = None if entry.voice == "statement" else _holder(cue, verb, entry, view)
    if entry.voice == "subject" and holder is None:
        return
    scope = find_scope(verb, cue, view)
    stance = _stance(entry, scope, cue, verb, view)
    if scope is None or stance is None:
        return
    for issue, agent in targets:
        yield Found(
            cue=cue, verb=verb, entry=entry, issue=issue, stance=stance, holder=holder,
            agent=agent or (holder if entry.own else None), negation=scope.turned, hedge=scope.hedge,
            softened=scope.turned is not None,
        )  # fmt: skip


def _stance(entry: StanceCue, scope: Scope | None, cue: Token, verb: Token, view: View) -> Stance | None:
    """Return the stance after negation, None where a negated word says nothing."""
    if scope is None:
        return None
    dropped = entry.pos == "noun" and verb.i != cue.i and verb.lemma.lower() in view.words.dropping
    if scope.neutral:
        return "neutral"
    if (scope.turned is not None) == dropped:
        return entry.stance if entry.negated != "neutral" or scope.turned is not None else None
    if entry.negated == "none":
        return None
    return _OPPOSITE.get(entry.stance, entry.stance) if entry.negated == "opposite" else entry.negated


def _verb_of(cue: Token, entry: StanceCue, view: View) -> Token | None:
    """Return the verb whose clause a cue stands in; the cue itself where it has none."""
    if entry.pos == "verb":
        return cue
    head = view.doc.head(cue)
    if entry.pos == "adjective":
        return head if head.pos in _COPULAS and cue.dep in ("acomp", "oprd", "attr", "conj", "ROOT") else cue
    if entry.after is not None:
        if head.lower != entry.after:
            return None
        above = view.doc.head(head)
        return above if above.pos in _COPULAS or above.dep in ("ROOT", "acomp") else None
    at = cue
    while at.dep == "conj":
        at = view.doc.head(at)
    head = view.doc.head(at)
    if at.dep in ("dobj", "attr", "nsubjpass", "nsubj") and head.pos in _COPULAS:
        return head
    return cue


def _holder(cue: Token, verb: Token, entry: StanceCue, view: View) -> Token | None:
    if entry.pos == "noun":
        return _owner(cue, verb, entry, view)
    if entry.pos == "verb" and view.is_passive(verb):
        if entry.takes[0] in ("to",):
            return view.subject(verb)
        return view.by(verb)
    return view.subject(verb)


def _owner(noun: Token, verb: Token, entry: StanceCue, view: View) -> Token | None:
    """Return who holds the stance of a noun: its owner, or the subject of the verb that expresses it."""
    for child in view.doc.children(noun):
        if child.dep in ("poss", "amod", "compound", "nmod") and child.i < noun.i and child.i in view.mention_at:
            return child
    by = next(view.after(noun, "by", "from"), None)
    if by is not None:
        return by
    if verb.i == noun.i:
        return None
    lemma, words = verb.lemma.lower(), view.words
    if entry.after is None and lemma not in words.expressing and lemma not in words.dropping:
        return None
    return view.by(verb) if view.is_passive(verb) else view.subject(verb)


def _targets(cue: Token, verb: Token, entry: StanceCue, view: View) -> list[tuple[Token, Token | None]]:
    """Return the words of the issues, each with whose act it is, by the first pattern of the entry that fits."""
    for form in entry.takes:
        found = _target(cue, verb, form, entry, view)
        if found is not None and found[0].lemma.lower() not in entry.unless:
            token, agent = found
            return [(t, agent) for t in view.doc.conjuncts(token)[:_MOST]] if form != "self" else [found]
    return []


def _target(
    cue: Token, verb: Token, form: str, entry: StanceCue, view: View
) -> tuple[Token, Token | None] | None:
    doc = view.doc
    if form == "object":
        token = _object(cue, view)
        return (token, None) if token is not None else None
    if form == "gerund":
        return next(((c, doc.child(c, "nsubj")) for c in doc.children(cue) if c.dep in ("xcomp", "ccomp", "dobj", "pcomp") and c.tag == "VBG"), None)
    if form == "infinitive":
        return next(((c, None) for c in doc.children(cue) if _is_plain_infinitive(c, view)), None)
    if form == "clause":
        return next(((c, None) for c in doc.children(cue) if c.dep == "ccomp" and doc.child(c, "nsubj", "nsubjpass", "expl")), None)
    if form in ("subject", "self", "place"):
        return _whole(cue, verb, form, view)
    if form == "whether":
        return _whether(cue, view)
    if form.startswith("person") or form.endswith("-person"):
        return _person(cue, form, view)
    return _after(cue, form, view)


def _object(verb: Token, view: View) -> Token | None:
    if view.is_passive(verb):
        return view.doc.child(verb, "nsubjpass") or view.participle_of(verb) or view.subject(verb)
    found = view.doc.child(verb, "dobj")
    if found is not None and found.tag in ("WDT", "WP"):
        return view.doc.head(verb) if verb.dep == "relcl" else None
    return found if found is not None or verb.dep != "relcl" else _gap(verb, view)


def _gap(verb: Token, view: View) -> Token | None:
    """Return what a relative clause without an object is about ("a plan that Chad opposes")."""
    subject = view.doc.child(verb, "nsubj")
    if subject is None or subject.tag in ("WDT", "WP") or subject.lower == "that":
        return None
    return view.doc.head(verb)


def _is_plain_infinitive(verb: Token, view: View) -> bool:
    if verb.dep not in ("xcomp", "ccomp", "advcl", "acl", "relcl"):
        return False
    return is_infinitive(view.doc, verb) and view.doc.child(verb, "nsubj", "nsubjpass", "mark") is None


def _whole(cue: Token, verb: Token, form: str, view: View) -> tuple[Token, Token | None] | None:
    """Return the issue that the sentence itself is: what is a mistake, what belongs where."""
    if form == "self":
        return (cue, view.subject(cue)) if view.doc.child(cue, "prep") is not None else None
    if form == "place":
        inside = next(view.after(verb, "in", "within", "inside", "with"), None)
        owner = view.doc.child(cue, "poss")
        return (inside, owner) if inside is not None and owner is not None and cue.dep == "nsubj" else None
    subject = view.doc.child(verb, "nsubj", "csubj", "nsubjpass")
    if subject is None:
        return None
    if subject.lower != "it":
        return (subject, None)
    late = next((c for c in view.doc.children(verb) if c.dep in ("xcomp", "ccomp", "advcl") and is_infinitive(view.doc, c)), None)
    late = late or next((c for c in view.doc.children(cue) if c.dep in ("xcomp", "ccomp", "acl") and is_infinitive(view.doc, c)), None)
    return (late, None) if late is not None else None


def _whether(cue: Token, view: View) -> tuple[Token, Token | None] | None:
    """Return the issue of "declined to say whether he favoured it": that of the stance left open."""
    for said in view.doc.children(cue):
        if said.dep != "xcomp":
            continue
        for clause in view.doc.children(said):
            mark = view.doc.child(clause, "mark")
            if clause.dep == "ccomp" and mark is not None and mark.lower in ("whether", "if"):
                return _open(clause, view)
    return None


def _open(clause: Token, view: View) -> tuple[Token, Token | None]:
    """Return what a clause's own stance is about, or the clause where it has none."""
    for entry in view.lexicon.cues.get(("verb", verb_lemma(view.doc, clause)), ()):
        targets = _targets(clause, clause, entry, view)
        if targets:
            return targets[0]
    return clause, view.subject(clause)


def _person(cue: Token, form: str, view: View) -> tuple[Token, Token | None] | None:
    """Return what somebody is asked to do, and who is asked."""
    doc = view.doc
    prep = form.removesuffix("-person") if form.endswith("-person") else None
    asked = next(view.after(cue, prep), None) if prep else (doc.child(cue, "dobj") or doc.child(cue, "nsubjpass"))
    for child in doc.children(cue):
        if child.i > cue.i and child.dep in ("xcomp", "ccomp", "advcl") and is_infinitive(doc, child):
            own = doc.child(child, "nsubj", "nsubjpass")
            if (asked is None and own is None) or (prep and asked is None):
                continue
            if form == "person-not" and doc.child(child, "neg") is None:
                continue
            return (child, own or asked)
    if asked is not None and prep is not None:
        inner = next((c for c in doc.children(asked) if c.dep in ("acl", "relcl", "xcomp") and is_infinitive(doc, c)), None)
        return (inner, asked) if inner is not None else None
    return None


def _after(cue: Token, prep: str, view: View) -> tuple[Token, Token | None] | None:
    """Return what follows with a preposition; "for X to do" is what X would do."""
    doc = view.doc
    for child in doc.children(cue):
        if child.dep in ("advcl", "xcomp", "ccomp", "acl", "relcl") and is_infinitive(doc, child):
            mark = doc.child(child, "mark")
            if mark is not None and mark.lower == prep:
                return (child, doc.child(child, "nsubj"))
    found = next(view.after(cue, prep), None)
    if found is None:
        found = next((t for t in view.after_phrase(cue, prep)), None)
    if found is None:
        return None
    late = next(
        (c for c in (*doc.children(found), *doc.children(cue)) if prep == "for" and c.i > found.i
         and c.dep in ("acl", "relcl", "xcomp", "advcl") and is_infinitive(doc, c) and view.actor(found) is not None), None,
    )  # fmt: skip
    return (late, found) if late is not None else (found, None)
