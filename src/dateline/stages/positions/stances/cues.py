"""The words that give a stance, and where their holder and their issue stand."""

from collections.abc import Iterator

from dateline.grammar.coordination import first_of
from dateline.grammar.forms import is_infinitive, is_verb, verb_lemma
from dateline.grammar.negation import is_negated
from dateline.grammar.objects import undergoer
from dateline.grammar.phrases import after
from dateline.grammar.voice import agent_of, is_passive
from dateline.lexicon.reading.grammar import grammar_words
from dateline.lexicon.words.positions import CuePos, StanceCue
from dateline.model.closed import Stance
from dateline.parse.tree import Token
from dateline.stages.positions.stances.held import HeldStance, Turn
from dateline.stages.positions.stances.scope import find_scope
from dateline.stages.positions.view import PositionView

_OPPOSITE: dict[Stance, Stance] = {"for": "against", "against": "for"}
_GERUNDS = frozenset({"xcomp", "ccomp", "dobj", "pcomp"})
_LATE = frozenset({"xcomp", "ccomp", "advcl", "acl", "relcl"})
_WISHES = frozenset({"want", "wish"})
_NAMES = frozenset({"PRON", "PROPN"})
_MOST = 3  # issues that one word may join
_PLAIN = frozenset({"object"})  # tried last: "urged Chad to sign" is no "urged Chad"


def find_cues(view: PositionView) -> Iterator[HeldStance]:
    """Yield every stance that a word of the lexicon gives, in order of the text."""
    cues, first = view.lexicon.cues, view.lexicon.first
    for token in view.doc.tokens:
        pos = _POS.get(token.pos)
        if pos is None or not (token.lemma.lower() in first or token.lower in first):
            continue
        lemma = verb_lemma(view.doc, token) if pos == "verb" else token.lemma.lower()
        after = view.doc.tokens[token.i + 1].lower if pos == "verb" and token.i + 1 < len(view.doc.tokens) else ""
        # "Come out against" before "come out".
        entries = cues.get((pos, f"{lemma} {after}"), ()) or cues.get((pos, lemma), ())
        if pos != "noun":
            entries = (*entries, *cues.get(("adjective", token.lower), ()))
        for entry in entries:
            found = list(_find(token, entry, view))
            if found:
                yield from found
                # The first entry that fits: those of the verb stand before those of the adjective.
                break


_POS: dict[str, CuePos] = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}


def _find(cue: Token, entry: StanceCue, view: PositionView) -> Iterator[HeldStance]:
    verb = _verb_of(cue, entry, view)
    if verb is None:
        return
    targets = _targets(cue, verb, entry, view)
    if not targets:
        return
    holder = None if entry.voice == "statement" else _holder(cue, verb, entry, view)
    # "Support is growing": nobody holds it.
    if entry.voice == "subject" and holder is None:
        return
    scope = find_scope(verb, cue, view)
    stance = _stance(entry, scope, cue, verb, view)
    if scope is None or stance is None:
        return
    for issue, agent in targets:
        yield HeldStance(
            cue=cue, verb=verb, entry=entry, issue=issue, stance=stance, holder=holder,
            agent=agent or (holder if entry.own or _is_own(issue, entry, view) else None),
            negation=scope.turned, hedge=scope.hedge, softened=scope.turned is not None,
        )  # fmt: skip


def _is_own(issue: Token, entry: StanceCue, view: PositionView) -> bool:
    """Tell whether the holder would do it himself ("wishes to join")."""
    return entry.pos == "verb" and "infinitive" in entry.takes and is_infinitive(view.doc, issue)


def _stance(entry: StanceCue, scope: Turn | None, cue: Token, verb: Token, view: PositionView) -> Stance | None:
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


def _verb_of(cue: Token, entry: StanceCue, view: PositionView) -> Token | None:
    """Return the verb whose clause a cue stands in; the cue itself where it has none."""
    if entry.pos == "verb":
        return cue
    head = view.doc.head(cue)
    if entry.pos == "adjective":
        # "Is ready and willing": the second adjective has the first one's verb.
        if cue.dep == "conj":
            head = view.doc.head(head)
        if cue.dep in ("acomp", "attr", "conj", "oprd") and head.lemma.lower() in grammar_words().copulas:
            return head
        # "Has been opposed to" is an adjective, "opposed by Chad" a verb.
        return cue if cue.tag == "VBN" and view.doc.child(cue, "auxpass") is not None else None
    if entry.after is not None:
        if head.lower != entry.after:
            return None
        above = view.doc.head(head)
        return above if is_verb(above) or above.dep in ("ROOT", "acomp") else None
    at = first_of(view.doc, cue)
    head = view.doc.head(at)
    if at.dep in ("dobj", "attr", "nsubjpass", "nsubj") and is_verb(head):
        return head
    return cue


def _holder(cue: Token, verb: Token, entry: StanceCue, view: PositionView) -> Token | None:
    if entry.pos == "noun":
        return _owner(cue, verb, entry, view)
    if entry.pos == "verb" and is_passive(view.doc, verb):
        if entry.takes[0] in ("to",):
            return view.doer(verb)
        return agent_of(view.doc, verb)
    return view.doer(verb)


def _owner(noun: Token, verb: Token, entry: StanceCue, view: PositionView) -> Token | None:
    """Return who holds the stance of a noun: its owner, or the subject of the verb that expresses it."""
    for child in view.doc.children(noun):
        if child.dep in ("poss", "amod", "compound", "nmod") and child.i < noun.i and child.i in view.index.mention_at:
            return child
    by = next(after(view.doc, noun, "by", "from"), None)
    if by is not None:
        return by
    if verb.i == noun.i:
        return None
    lemma, words = verb.lemma.lower(), view.words
    # "Support for the truce grew": only verbs that express or drop a stance have its holder as subject.
    if entry.after is None and lemma not in words.expressing and lemma not in words.dropping:
        return None
    return agent_of(view.doc, verb) if is_passive(view.doc, verb) else view.doer(verb)


def _targets(cue: Token, verb: Token, entry: StanceCue, view: PositionView) -> list[tuple[Token, Token | None]]:
    """Return the words of the issues, each with whose act it is, by the first pattern of the entry that fits."""
    for form in sorted(entry.takes, key=_PLAIN.__contains__):
        found = _target(cue, verb, form, entry, view)
        if found is not None and found[0].lemma.lower() not in entry.unless:
            token, agent = found
            return [(t, agent) for t in view.doc.conjuncts(token)[:_MOST] if _is_like(t, token, view)]
    return []


def _is_like(other: Token, token: Token, view: PositionView) -> bool:
    """Tell whether what is joined to an issue's word is one too: of the same form, and not ruled out ("but not …")."""
    if other.i == token.i:
        return True
    same = other.tag == token.tag or (other.pos == token.pos and token.pos != "VERB")
    # "Backs talks but not a truce".
    return same and not any(c.lower == "not" for c in view.doc.children(other))


def _target(
    cue: Token, verb: Token, form: str, entry: StanceCue, view: PositionView
) -> tuple[Token, Token | None] | None:
    doc = view.doc
    if form == "object":
        token = undergoer(doc, cue)
        return (token, None) if token is not None else None
    if form == "gerund":
        gerunds = (c for c in doc.children(cue) if c.dep in _GERUNDS and c.tag == "VBG")
        return next(((c, doc.child(c, "nsubj")) for c in gerunds), None)
    if form == "infinitive":
        owner = _possessor(cue, verb, view) if entry.pos == "noun" and entry.voice == "statement" else None
        return next(((c, owner) for c in doc.children(cue) if _is_plain_infinitive(c, view)), None)
    if form == "clause":
        return next(((c, None) for c in doc.children(cue) if c.dep == "ccomp" and _is_wanted(c, entry, view)), None)
    if form in ("subject", "self", "place"):
        return _whole(cue, verb, form, view)
    if form == "last":
        return (cue, None) if doc.child(cue, "prep", "dobj") is None else None
    if form == "whether":
        return _whether(cue, view)
    if form.startswith("person") or form.endswith("-person"):
        return _person(cue, form, view)
    return _after(cue, form, view) or _after_both(cue, verb, form, view)


def _possessor(noun: Token, verb: Token, view: PositionView) -> Token | None:
    """Return whose right it is: the owner, or the subject of "has the right to"."""
    own = view.doc.child(noun, "poss")
    return own if own is not None or verb.i == noun.i else view.doer(verb)


def _is_wanted(clause: Token, entry: StanceCue, view: PositionView) -> bool:
    """Tell a clause of what is to be ("that he leave", "should leave") from one of what is so ("insists he left")."""
    if view.doc.child(clause, "nsubj", "nsubjpass", "expl") is None or is_infinitive(view.doc, clause):
        return False
    aux = {c.lower for c in view.doc.children(clause) if c.dep in ("aux", "auxpass")}
    modals = view.words.modals
    # "Insists that he leave" wants it, "insists that he left" states it.
    if aux & (modals.strong | modals.weak) or "be" in aux or entry.lemma == "agree":
        return True
    return clause.tag == "VB" and not aux - {"not"}


def _is_plain_infinitive(verb: Token, view: PositionView) -> bool:
    if verb.dep not in ("xcomp", "ccomp", "advcl", "acl", "relcl"):
        return False
    # With a subject of its own the infinitive is somebody else's.
    return is_infinitive(view.doc, verb) and view.doc.child(verb, "nsubj", "nsubjpass", "mark") is None


def _whole(cue: Token, verb: Token, form: str, view: PositionView) -> tuple[Token, Token | None] | None:
    """Return the issue that the sentence itself is: what is a mistake, what belongs where."""
    if form == "self":
        return (cue, view.doer(cue)) if view.doc.child(cue, "prep") is not None else None
    if form == "place":
        inside = next(after(view.doc, verb, "in", "within", "inside", "with"), None)
        owner = view.doc.child(cue, "poss")
        return (inside, owner) if inside is not None and owner is not None and cue.dep == "nsubj" else None
    subject = view.doc.child(verb, "nsubj", "csubj", "nsubjpass")
    if subject is None:
        return None
    # "It is a mistake to leave": the infinitive is what is judged.
    if subject.lower != "it":
        return (subject, None)
    below = (*view.doc.children(verb), *view.doc.children(cue))
    late = next((c for c in below if c.dep in _LATE and is_infinitive(view.doc, c)), None)
    return (late, None) if late is not None else None


def _whether(cue: Token, view: PositionView) -> tuple[Token, Token | None] | None:
    """Return the issue of "declined to say whether he favoured it": that of the stance left open."""
    for said in view.doc.children(cue):
        if said.dep != "xcomp":
            continue
        for clause in view.doc.children(said):
            mark = view.doc.child(clause, "mark")
            if clause.dep == "ccomp" and mark is not None and mark.lower in ("whether", "if"):
                return _open(clause, view)
    return None


def _open(clause: Token, view: PositionView) -> tuple[Token, Token | None]:
    """Return what a clause's own stance is about, or the clause where it has none."""
    for entry in view.lexicon.cues.get(("verb", verb_lemma(view.doc, clause)), ()):
        targets = _targets(clause, clause, entry, view)
        if targets:
            return targets[0]
    return clause, view.doer(clause)


def _person(cue: Token, form: str, view: PositionView) -> tuple[Token, Token | None] | None:
    """Return what somebody is asked to do, and who is asked."""
    doc = view.doc
    prep = form.removesuffix("-person") if form.endswith("-person") else None
    asked = next(after(view.doc, cue, prep), None) if prep else (doc.child(cue, "dobj") or doc.child(cue, "nsubjpass"))
    # "Asked a question to …": a thing is asked for, a person or a body is asked.
    if asked is not None and view.actor(asked) is None and asked.pos not in _NAMES and cue.lemma.lower() not in _WISHES:
        return None
    for child in doc.children(cue):
        if child.i > cue.i and child.dep in _LATE and _is_to_be(child, cue, view):
            own = doc.child(child, "nsubj", "nsubjpass")
            if (asked is None and own is None) or (prep and asked is None):
                continue
            # "Asked Chad not to leave": some words are stances only so.
            if form == "person-not" and not is_negated(doc, child):
                continue
            return (child, own or asked)
    if asked is not None and prep is not None:
        inner = next((c for c in doc.children(asked) if c.dep in _LATE and is_infinitive(doc, c)), None)
        return (inner, asked) if inner is not None else None
    return None


def _is_to_be(verb: Token, cue: Token, view: PositionView) -> bool:
    """Tell what is asked for: an infinitive, or after "wants" a bare participle ("wants the strikes stopped")."""
    if is_infinitive(view.doc, verb):
        return True
    return verb.tag == "VBN" and cue.lemma.lower() in _WISHES and view.doc.child(verb, "nsubj", "nsubjpass") is not None


def _after_both(noun: Token, verb: Token, prep: str, view: PositionView) -> tuple[Token, Token | None] | None:
    """Return what follows a noun with a preposition that the parser tied to its verb ("takes no side in the war")."""
    if noun.i == verb.i or verb.pos != "VERB":
        return None
    after = (c for c in view.doc.children(verb) if c.i == noun.i + 1 and c.lower == prep)
    inner = next((t for c in after if (t := view.doc.child(c, "pobj", "pcomp")) is not None), None)
    return (inner, None) if inner is not None else None


def _after(cue: Token, prep: str, view: PositionView) -> tuple[Token, Token | None] | None:
    """Return what follows with a preposition; "for X to do" is what X would do."""
    doc = view.doc
    for child in doc.children(cue):
        # "Called for Chad to leave": the clause opens with its own "for".
        if child.dep in ("advcl", "xcomp", "ccomp", "acl", "relcl") and is_infinitive(doc, child):
            mark = doc.child(child, "mark")
            if mark is not None and mark.lower == prep:
                return (child, doc.child(child, "nsubj"))
    found = next(after(view.doc, cue, prep), None)
    if found is None:
        found = next((t for t in view.after_phrase(cue, prep)), None)
    if found is None:
        return None
    if prep != "for" or view.actor(found) is None:
        return (found, None)
    # "Support for Chad to join": the infinitive behind the name is what is supported.
    later = (c for c in (*doc.children(found), *doc.children(cue)) if c.i > found.i and c.dep in _LATE)
    late = next((c for c in later if is_infinitive(doc, c)), None)
    return (late, found) if late is not None else (found, None)
