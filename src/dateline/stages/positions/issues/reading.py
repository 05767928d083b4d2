"""From the words of an issue to a proposition: over steps, endings and negations to the word that names it."""

from collections.abc import Sequence

from dateline.grammar.forms import is_infinitive, is_verb, verb_lemma
from dateline.grammar.negation import is_negated
from dateline.grammar.phrases import after
from dateline.grammar.voice import agent_of, is_passive
from dateline.lexicon.reading.grammar import grammar_words
from dateline.lexicon.words.positions import Family
from dateline.parse.tree import Token
from dateline.stages.positions.issues.filling import all_of, fill_noun, fill_verb
from dateline.stages.positions.issues.issue import Issue, gerund, is_somebody, noun_lemma, preps
from dateline.stages.positions.issues.parties import Term, find_party, key_of, phrase, words_of
from dateline.stages.positions.view import PositionView

_DEEPEST = 7
_BEFORE = frozenset({"compound", "nmod", "amod"})
_ANYBODY = frozenset({"one", "you"})


def read_issue(
    token: Token,
    view: PositionView,
    agent: Term | None = None,
    *,
    loose: Sequence[tuple[Token, Token]] = (),
    own: bool = False,
) -> Issue | None:
    """Read the proposition that a noun, a gerund or a clause stands for, or return None where it is none.

    Args:
        token: The head of the words: noun, pronoun or verb.
        view: The report.
        agent: Whose act it is, where the words round it say so ("urged Chad to …").
        loose: Prepositions right after the words that the parser tied to the verb above.
        own: Whether the agent holds for a noun too ("seeks membership").
    """
    # "Urged Chad to act" gives the act its agent; "urged Chad's withdrawal" names its own.
    issue = Issue(head=token, agent=agent if own or is_verb(token) else None, owner=agent, loose=list(loose))
    return issue if _read(token, issue, view) else None


def _read(token: Token, issue: Issue, view: PositionView) -> bool:
    if len(issue.path) > _DEEPEST:
        return False
    issue.path.append(token)
    issue.head = token
    if is_verb(token):
        return _read_verb(token, issue, view)
    if token.lower in view.words.things:
        issue.anaphor = True
        return True
    # "Backs it", "backs three": no word of them names an issue.
    if token.pos in ("PRON", "DET", "NUM", "ADV") or token.ent in ("DATE", "TIME"):
        return False
    return _read_noun(token, issue, view)


def _read_noun(token: Token, issue: Issue, view: PositionView) -> bool:
    lemma, words = noun_lemma(token, view), view.words
    inner = _compound_lead(token, view) or lead(token, view) or _loose_lead(issue, view)
    if lemma in words.ending_nouns and inner is not None:
        # "End of the blockade", "end to the lifting of the ban": two ends cancel each other.
        issue.ended = not issue.ended
        return _onward(token, inner, issue, view)
    if lemma in words.turning_nouns and inner is not None:
        issue.turned = not issue.turned
        return _onward(token, inner, issue, view)
    family = view.lexicon.nouns.get(token.lower) or view.lexicon.nouns.get(lemma)
    # "A plan to leave" is about leaving; "a plan for Chad" is about a plan.
    if lemma in words.steps and inner is not None and _leads_on(inner, family, view):
        if lemma in words.hedges.steps:
            issue.hedges.append((token.start, token.end))
        return _onward(token, inner, issue, view)
    # "A peacekeeping mission" may be the act of sending or the body sent.
    taken = family is not None and not (lemma in family.bodies and is_somebody(token, view))
    if family is not None and taken and fill_noun(token, family, issue, view):
        return True
    return _read_other(token, lemma, issue, view)


def _leads_on(inner: Token, family: Family | None, view: PositionView) -> bool:
    """Tell whether what follows a noun such as "plan" is the proposition itself, and not whom or what it is for."""
    return is_verb(inner) or _carries(inner, view) or (family is None and not is_somebody(inner, view))


def lead(token: Token, view: PositionView) -> Token | None:
    """Return what a noun leads to: an infinitive, a clause, or the noun after its preposition, "to" before "for"."""
    # "A path for Chad to join": the infinitive goes before any preposition.
    for child in view.doc.children(token):
        if child.dep in ("acl", "relcl", "ccomp", "advcl", "xcomp") and is_infinitive(view.doc, child):
            return child
    found = [(p.lower, inner) for p, inner in preps(token, view) if p.lower in view.words.leads]
    things = [(p, t) for p, t in found if view.actor(t) is None or t.pos == "NOUN"] or found
    return min(things, key=lambda f: view.words.leads.index(f[0]))[1] if things else None


def _compound_lead(token: Token, view: PositionView) -> Token | None:
    """Return what a noun before another is about ("membership path")."""
    if token.lemma.lower() not in view.words.hedges.steps:
        return None
    before = (c for c in view.doc.children(token) if c.dep in _BEFORE and c.pos == "NOUN")
    return next((c for c in before if c.lemma.lower() in view.lexicon.nouns), None)


def _loose_lead(issue: Issue, view: PositionView) -> Token | None:
    """Return what a noun leads to by a preposition that the parser tied to the verb above."""
    return next((t for p, t in issue.loose if p.lower in view.words.leads), None)


def _onward(token: Token, inner: Token, issue: Issue, view: PositionView) -> bool:
    """Go on from a word that leads to the issue; "for X" and "by X" beside it give the agent."""
    for prep, noun in preps(token, view):
        # "A path for Chad to membership": beside what it leads to, "for" names whose it is.
        if noun.i != inner.i and prep.lower in ("for", "by") and issue.agent is None:
            issue.agent = find_party(noun, view) if view.actor(noun) is not None else None
    issue.loose += [(p, t) for p, t in preps(token, view) if t.i != inner.i]
    if inner.dep in _BEFORE:  # "NATO membership path": the names before it are the membership's
        issue.names += [c for c in view.doc.children(token) if c.dep in _BEFORE and view.actor(c) is not None]
    own = next((c for c in view.doc.children(token) if c.dep in ("poss", "compound", "amod") and view.actor(c)), None)
    # "Chad's call for a truce": whoever calls is not whoever would cease fire.
    asks = token.lemma.lower() in view.words.asking
    if own is not None and issue.agent is None and not asks and (is_verb(inner) or _carries(inner, view)):
        issue.agent = find_party(own, view)
    return _read(inner, issue, view)


def _read_other(token: Token, lemma: str, issue: Issue, view: PositionView) -> bool:
    """Read a noun of no family: its words are the issue; an actor is none, "the move" stands for another."""
    if is_somebody(token, view) or lemma in view.words.people:
        return False
    # "The move" alone stands for what was named before; "the move to ban" names it.
    bare = not any(True for _ in preps(token, view)) and view.doc.child(token, "compound", "acl", "relcl") is None
    issue.anaphor = bare and (lemma in view.words.vague or lemma in view.words.steps)
    if lemma in view.words.steps and not issue.anaphor:
        return False
    words = [t for t in phrase(token, view) if t.tag != "PRP$"]
    issue.label, issue.key = words_of(words, view), key_of(words, view)
    return bool(issue.key)


def _read_verb(verb: Token, issue: Issue, view: PositionView) -> bool:
    lemma, words = verb_lemma(view.doc, verb), view.words
    if is_negated(view.doc, verb):
        issue.turned = not issue.turned
    target = _target(verb, view)
    issue.loose += [(p, t) for p, t in preps(verb, view) if target is None or (t.i != target.i and t.i > target.i)]
    # "Urged Chad to let Mali leave": the verb's own subject replaces whoever was asked.
    _take_subject(verb, issue, view)
    if lemma in words.ending_verbs and target is not None:
        issue.ended = not issue.ended
        return _below(target, issue, view, doing=False)
    if lemma in words.turning_verbs and target is not None:
        issue.turned = not issue.turned
        return _below(target, issue, view, doing=False)
    # "Hold talks", "give guarantees": the noun is the issue, the verb only carries it.
    if lemma in words.carriers and target is not None and _carries(target, view):
        if lemma in view.words.giving:
            _give(verb, target, issue, view)
        return _below(target, issue, view, doing=lemma in words.doing)
    if lemma == "be" or view.doc.child(verb, "acomp") is not None:
        return _read_state(verb, issue, view)
    family = view.lexicon.verbs.get(lemma) or view.lexicon.verbs.get(verb.lemma.lower())
    if family is not None and _means(verb, target, family, view) and fill_verb(verb, family, issue, view):
        return True
    return _read_deed(verb, lemma, issue, view)


def _means(verb: Token, target: Token | None, family: Family, view: PositionView) -> bool:
    """Tell whether a verb is meant in its family's sense: no "strike a balance", no "forces be left in the town"."""
    if target is not None and target.lemma.lower() in family.unless:
        return False
    return not (verb.lemma.lower() in family.theme_verbs and is_passive(view.doc, verb))


def _take_subject(verb: Token, issue: Issue, view: PositionView) -> None:
    """Take the verb's own subject, or in the passive who does it, as the agent."""
    if is_passive(view.doc, verb):
        by = agent_of(view.doc, verb)
        issue.agent = find_party(by, view) if by is not None else None
    else:
        own = view.doc.child(verb, "nsubj")
        # "I will", "you must": a speaker's pronoun is left to who speaks.
        named = own is not None and own.lower not in grammar_words().first_person | _ANYBODY
        found = all_of(own, view) or find_party(own, view) if own is not None and named else None
        issue.agent = found or issue.agent
    issue.owner = issue.agent or issue.owner


def _target(verb: Token, view: PositionView) -> Token | None:
    """Return what a verb is done to: its object, its passive subject, its gerund or infinitive, its predicate noun."""
    if is_passive(view.doc, verb):
        if verb.lemma in view.words.giving and (got := view.doc.child(verb, "dobj")) is not None:
            return got
        # "Be provided with arms": what is given stands behind "with".
        given = next(after(view.doc, verb, "with"), None) if verb.lemma in view.words.giving else None
        return given or view.doc.child(verb, "nsubjpass") or (view.doc.head(verb) if verb.dep == "acl" else None)
    found = view.doc.child(verb, "dobj", "xcomp", "attr", "ccomp", "oprd")
    return found or next(after(view.doc, verb, "from", "to", "with", "in", "on", "for"), None)


def _carries(target: Token, view: PositionView) -> bool:
    """Tell whether a verb's object is what the issue is about."""
    if is_verb(target):
        return True
    lemma = noun_lemma(target, view)
    return lemma in view.lexicon.nouns or lemma in view.words.steps or lemma in view.words.ending_nouns


def _give(verb: Token, target: Token, issue: Issue, view: PositionView) -> None:
    """Take the one who is given something as the theme ("give Ukraine guarantees")."""
    taker = view.doc.child(verb, "dative") or (view.doc.child(verb, "nsubjpass") if target.dep != "nsubjpass" else None)
    if taker is None and target.dep == "pobj":
        taker = view.doc.child(verb, "dobj")
    if taker is not None and taker.pos != "ADP":
        issue.taker = find_party(taker, view)


def _below(target: Token, issue: Issue, view: PositionView, *, doing: bool) -> bool:
    """Go on to a verb's object; its agent stays only where the subject does what the object says."""
    # "Prevent an attack": whoever prevents does not attack, unless the verb says that he does ("carry out").
    if not is_verb(target) and not doing:
        issue.agent = None
    return _read(target, issue, view)


def _read_state(verb: Token, issue: Issue, view: PositionView) -> bool:
    """Read "X be Y": a noun of a family is the issue, anything else its words."""
    noun = view.doc.child(verb, "attr")
    if noun is not None and _carries(noun, view):
        return _read(noun, issue, view)
    what = view.doc.child(verb, "attr", "acomp", "prep")
    if what is None:
        return False
    words = phrase(what, view)
    return _say(issue, f"being {words_of(words, view)}", f"be-{key_of(words, view)}")


def _read_deed(verb: Token, lemma: str, issue: Issue, view: PositionView) -> bool:
    """Read a verb of no family: who would do what."""
    target = view.doc.child(verb, "dobj") or (view.doc.child(verb, "nsubjpass") if is_passive(view.doc, verb) else None)
    kept = [t for t in (target, *(p for p, _ in preps(verb, view))) if t is not None and t.lower != "by"]
    # "Leave in May": a phrase of time is no part of what is to be done.
    kept = [t for t in kept if not any(d.ent in ("DATE", "TIME") for d in view.doc.children(t))]
    inner = view.doc.child(verb, "xcomp")
    if inner is not None and target is None:
        return _read(inner, issue, view)
    parts = [phrase(t, view) for t in kept[:2]]
    words = " ".join(filter(None, (words_of(p, view) for p in parts)))
    if target is not None and target.lower in view.words.things:
        issue.anaphor = True
    key = "-".join(filter(None, (lemma, *(key_of(p, view) for p in parts))))
    return _say(issue, f"{gerund(lemma, view.words.doubling)} {words}".strip(), key)


def _say(issue: Issue, label: str, key: str) -> bool:
    issue.label, issue.key = label, key
    return True
