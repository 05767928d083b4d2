"""What a report only recalls: told as over before its news, or long past by its dates."""

from datetime import date, timedelta

from dateline.draft import Clause
from dateline.grammar.coordination import first_of
from dateline.grammar.tense import perfect_of
from dateline.parse.tree import Sentence, Token
from dateline.stages.events.scene.found import Found
from dateline.stages.events.scene.lookups import Scene

_DAY = len("2024-05-02")  # a time of day may follow
_OLD = timedelta(days=10)  # before the report: what is older is recalled
_RECENT = timedelta(days=2)  # before the report: what is as young is news, even as the cause of something else
_CAUSES = frozenset({"over", "for", "against"})
_HARM = frozenset({"ASSAULT", "COERCE", "SANCTION"})


def is_background(scene: Scene, found: Found) -> bool:
    """Tell history that the report recalls: long before its day, or told as done before what it tells."""
    old = _long_ago(scene, found)
    if old is not None:
        # "Sanctions over Sunday's arrest": a cause is history, unless its own day says that it is news.
        return old or (_as_cause(scene, found) and not _is_fresh(scene, found))
    doc, verb = scene.doc, scene.verb(found.clause)
    perfect = perfect_of(doc, verb)
    if perfect == "past" and not _is_reported(scene, found.clause):
        return True
    if any(c.dep == "advmod" and c.lower in scene.words.told.recall for c in doc.children(verb)):
        return True
    # "Has fought the army for years" is history; in the lead "has signed" is the news itself.
    if perfect == "present" and not _is_lead(scene, verb) and _lasts(scene, verb):
        return True
    return _of_earlier(scene, found.clause) or _as_attribute(scene, found, verb) or _as_cause(scene, found)


def _long_ago(scene: Scene, found: Found) -> bool | None:
    """Judge by the day, where it is known; what the first sentence tells is the news, however late it comes."""
    published = _published(scene)
    if published is None or found.when is None or found.when.end is None:
        return None
    if date.fromisoformat(found.when.end) >= published - _OLD:
        return False
    # "In 2019" is history even in the first sentence; "on 3 May" there is news that comes late.
    return found.when.time.granularity == "year" or not _is_news(scene, found.clause)


def _published(scene: Scene) -> date | None:
    """Return the day of the report."""
    published = scene.draft.report.published
    return date.fromisoformat(published[:_DAY]) if published else None


def _is_fresh(scene: Scene, found: Found) -> bool:
    """Tell whether a deed has a day of its own, and a recent one."""
    published = _published(scene)
    if published is None or found.when is None or found.when.end is None:
        return False
    token = scene.doc.head_of(found.when.time.span)
    owned = token is not None and any(t.i == found.clause.token for t in scene.doc.ancestors(token))
    return owned and date.fromisoformat(found.when.end) >= published - _RECENT


def _is_news(scene: Scene, clause: Clause) -> bool:
    """Tell the main clause of a report's first sentence, or what it reports."""
    up = scene.clause(clause.governor)
    if not _is_first(scene, clause) or (up is not None and up.lemma not in scene.words.shared.reporting):
        return False
    return clause.pos == "verb" or clause.support is not None


def _is_first(scene: Scene, clause: Clause) -> bool:
    told = (s.index for s in scene.doc.sentences if s.part in ("headline", "lead", "body"))
    return scene.sentence(clause) == next(told, None)


def _is_lead(scene: Scene, token: Token) -> bool:
    sentence: Sentence = scene.doc.sentence_of(token)
    return sentence.part in ("headline", "lead") or sentence.index == 0


def _is_reported(scene: Scene, clause: Clause) -> bool:
    """Tell "said that it had fired", "the allegation that it had fired", whose past is that of the telling."""
    marks = scene.doc.children(scene.doc.tokens[clause.token])
    return clause.relation == "complement" or any(c.dep == "mark" and c.lower == "that" for c in marks)


def _lasts(scene: Scene, verb: Token) -> bool:
    """Tell "has fought the army for two years", "which has asked to join": true before the news and after it."""
    # "Has been building a base": whatever is still being done is no history.
    if verb.tag == "VBG":
        return False
    if verb.dep == "relcl":
        return True
    published = _published(scene)
    for i, time in scene.index.time_at.items():
        if not _hangs_on(scene, i, verb):
            continue
        begun = date.fromisoformat(time.start) if time.start else None
        if time.type == "DURATION" or (begun and published and begun < published - _OLD):
            return True
    return False


def _hangs_on(scene: Scene, i: int, verb: Token) -> bool:
    token = scene.doc.tokens[i]
    # "For two years": the preposition hangs on the verb, the noun on it, the number on the noun.
    while token.dep in ("compound", "nummod", "amod", "pcomp") and token.head != token.i:
        token = scene.doc.head(token)
    above = scene.doc.head(token)
    return above.i == verb.i or (above.dep == "prep" and above.head == verb.i)


def _of_earlier(scene: Scene, clause: Clause) -> bool:
    """Tell what stands below "an earlier attempt"."""
    up = scene.clause(clause.governor)
    if up is None or up.pos != "noun":
        return False
    return any(c.lower in scene.words.told.earlier for c in scene.doc.children(scene.doc.tokens[up.token]))


def _as_attribute(scene: Scene, found: Found, verb: Token) -> bool:
    """Tell "freed the activists jailed for insults", where the deed only says whom another act is about."""
    # "The activists jailed on Monday": with a day of its own it is news.
    if verb.dep != "acl" or verb.tag != "VBN" or found.type not in _HARM or found.when is not None:
        return False
    # "The activists jailed by the junta": with a doer it tells an act.
    return not any(c.dep == "agent" for c in scene.doc.children(verb))


def _as_cause(scene: Scene, found: Found) -> bool:
    """Tell "sanctions over the arrest of a writer", "indicted for the massacre": what another act answers."""
    clause = found.clause
    if clause.pos != "noun" or clause.support is not None:
        return False
    noun = scene.doc.tokens[clause.token]
    # "Sanctions over the arrest and killing of a writer": the second stands where the first does.
    noun = first_of(scene.doc, noun)
    definite = any(c.lower == "the" for c in scene.doc.children(scene.doc.tokens[clause.token]))
    up = scene.clause(clause.governor)
    return definite and noun.dep == "pobj" and scene.doc.head(noun).lower in _CAUSES and up is not None
