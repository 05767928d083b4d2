"""Who is meant by a pronoun or a noun that points back: recency, role, number, sex, what the noun can stand for."""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from dateline.grammar.coordination import first_of
from dateline.grammar.subjects import antecedent, governing_verb, subject_of
from dateline.lexicon.reading.grammar import grammar_words
from dateline.lexicon.world.patterns import Reference, load_patterns
from dateline.parse.tree import Document, Token
from dateline.stages.actors.known.sketch import Sketch
from dateline.stages.actors.phrases.noun_phrases import Phrase
from dateline.stages.actors.same.registry import Cluster, Registry, last_word

QUOTES = "\"“”„«''"
REACH = 4
"""Sentences back to which a pronoun reaches."""
_SENTENCE_COST = 4.0  # a sentence back weighs more than any role
_GROUPS = frozenset({"organisation", "government", "armed-group", "country"})


def resolve_pronoun(
    document: Document, registry: Registry, token: Token, *, acted_on: frozenset[str]
) -> tuple[Cluster, ...]:
    """Return whom a pronoun means: nobody for "it is unclear that", several for "they" after "A and B officials"."""
    # "It is unclear that", "took it to Oslo": mostly nobody.
    if token.lower in grammar_words().neuter and (_expletive(document, token) or _thing(document, token, acted_on)):
        return ()
    sentence = document.sentence_of(token).index
    # "Mali thanked it": who does it is not whom it is done to.
    doer = _doer(document, token) if token.dep in ("dobj", "dative") and not _reflexive(token) else None
    doers = registry.by_head.get(doer, ()) if doer is not None else ()
    best, best_score = None, 0.0
    for cluster in registry.since(sentence - REACH):
        # A town that stands for its people is not "they".
        if cluster in doers or cluster.seen > token.i or cluster.sketch.stands_for == "place":
            continue
        if not _agrees(document, registry, cluster, token.lower):
            continue
        if _same_clause_object(document, cluster, token):
            continue
        score = _salience(document, cluster, token, sentence)
        if score > best_score:
            best, best_score = cluster, score
    if best is None:
        return ()
    # "They" after "Chad and Mali met" are both.
    return _together(document, registry, best) if token.lower in grammar_words().plural else (best,)


def _together(document: Document, registry: Registry, cluster: Cluster) -> tuple[Cluster, ...]:
    """Return a cluster and those named along with it, in one phrase or by "and" ("Peru, Chile and Brazil")."""
    found = registry.together(cluster)
    top = first_of(document, document.tokens[cluster.seen])
    chain = document.conjuncts(top) if len(found) == 1 and top.dep in ("nsubj", "nsubjpass") else []
    along = {c.number: c for t in chain for c in registry.by_head.get(t.i, ()) if c.seen == t.i}
    return tuple(along[n] for n in sorted(along)) if len(along) > 1 else found


def _agrees(document: Document, registry: Registry, cluster: Cluster, word: str) -> bool:
    kind = cluster.sketch.kind
    # An office that no name stands beside is held by one human being too ("the secretary-general repeated his appeal").
    human = cluster.animate or (bool(cluster.sketch.office) and kind == "organisation" and not cluster.plural)
    if word in grammar_words().masculine:
        return human and cluster.gender != "f"
    if word in grammar_words().feminine:
        return human and cluster.gender != "m"
    if word in grammar_words().neuter:
        # "It" is a body or a state, and never people.
        return kind in _GROUPS and not cluster.plural
    return (
        cluster.plural
        or kind in ("organisation", "government", "armed-group", "population")
        or len(_together(document, registry, cluster)) > 1
    )


def _salience(document: Document, cluster: Cluster, token: Token, sentence: int) -> float:
    """Score recency by sentences, then role, then distance; a pronoun that speaks looks for who spoke last."""
    score = 20.0 - _SENTENCE_COST * (sentence - cluster.sentence) - 0.02 * (token.i - cluster.seen)
    score += _role(document, cluster, token)
    # "Chad's minister said he": rather the minister than his owner.
    score -= 1.5 if document.tokens[cluster.seen].dep == "poss" else 0.0
    score += 3.0 if token.dep == "poss" and cluster.seen == _subject_above(document, token) else 0.0
    if cluster.gender and token.lower in grammar_words().masculine | grammar_words().feminine:
        score += 2.0
    # "He said" goes on from who spoke last.
    if document.head(token).lemma in grammar_words().saying and token.dep == "nsubj":
        score += 4.0 if cluster.speaker else 0.0
        score -= 10.0 if sentence == cluster.sentence and _below(document, cluster.seen, token.head) else 0.0
    if token.lower in grammar_words().plural:
        score += 2.0 if cluster.plural else 0.0
    # "The Chadian" rarely comes back as "it".
    if token.lower in grammar_words().neuter and cluster.mentions[-1][2] == "demonym":
        score -= 4.0
    return score


def _role(document: Document, cluster: Cluster, token: Token) -> float:
    """Score the part that somebody last played: a passive pronoun takes up whom something was done to."""
    if token.dep == "nsubjpass" and document.tokens[cluster.seen].dep in ("dobj", "nsubjpass"):
        return 4.0  # "police detained two students. They were released on Friday."
    return 3.0 if cluster.subject else 0.0


def _subject_above(document: Document, token: Token) -> int | None:
    """Return the subject of the clause that a possessive stands in: "the envoy repeated his appeal"."""
    verb = governing_verb(document, token)
    found = subject_of(document, verb) if verb is not None else None
    return None if found is None else found.i


def _same_clause_object(document: Document, cluster: Cluster, token: Token) -> bool:
    """Tell whether the cluster is an argument of the verb whose other argument the pronoun is ("Mali thanked it")."""
    if token.dep == "poss" or _reflexive(token):
        return False
    return any(
        document.tokens[h].head == token.head and document.tokens[h].dep != "poss" for _, h, _ in cluster.mentions[-1:]
    )


def _reflexive(token: Token) -> bool:
    return token.lower.endswith(("self", "selves"))


def _thing(document: Document, token: Token, acted_on: frozenset[str]) -> bool:
    """Tell whether an "it" in the object is more likely a thing than an actor, going by its verb."""
    # "Signed it" is of a paper, "attacked it" of a body.
    return token.dep in ("dobj", "pobj", "attr") and document.head(token).lemma not in acted_on


def _below(document: Document, i: int, top: int) -> bool:
    """Tell whether a token hangs below another, as what is said hangs below "said"."""
    return any(above.i == top for above in document.ancestors(document.tokens[i]))


def _expletive(document: Document, token: Token) -> bool:
    verb = document.head(token)
    if token.dep == "expl":
        return True
    if token.dep not in ("nsubj", "nsubjpass"):
        return False
    below = document.children(verb)
    clause = any(c.dep in ("ccomp", "csubj", "xcomp", "advcl") for c in below)
    # "It is likely that", "it was clear who": a copula with a clause below is nobody's.
    if verb.lemma in grammar_words().copulas:
        weather = any(c.dep in ("acomp", "attr") for c in below)
        return weather and (
            clause
            or any(
                g.dep in ("ccomp", "xcomp", "relcl", "advcl", "acl")
                for c in below
                if c.dep in ("acomp", "attr")
                for g in document.children(c)
            )
        )
    return token.dep == "nsubjpass" and clause


def resolve_definite(
    document: Document,
    registry: Registry,
    phrase: Phrase,
    sketch: Sketch,
    words: Reference,
) -> Cluster | None:
    """Return whom a definite description points back to, by what its noun can stand for; None where it is new."""
    lemma, sentence = sketch.lemma, document.sentence_of(document.tokens[phrase.head]).index
    near = _latest_first(registry.since(sentence - REACH), phrase)
    if lemma in words.country and not sketch.plural:
        if _names_other(phrase):
            return None
        # "The country" is the latest state, near by.
        states = [c for c in near if c.sketch.kind == "country" and not c.plural]
        return max(states, key=lambda c: c.seen, default=None)
    if lemma in words.alliance:
        named = _alliance(_latest_first(registry.clusters, phrase), words.alliance[lemma])
        if named is not None:
            return named
    doer = _doer(document, document.tokens[phrase.head])
    far = registry.clusters if sketch.office else registry.described_by(lemma)
    farther = (c for c in _latest_first(far, phrase) if sentence - c.sentence > REACH)
    others = (c for c in chain(near, farther) if doer is None or c not in registry.by_head.get(doer, ()))
    if sketch.plural and last_word(lemma) in words.armed and not _points_back(document, phrase):
        others = (c for c in others if _named_so(c, lemma) or document.sentences[c.sentence].part == "headline")
    return next((c for c in others if _fits(c, sketch, lemma, words, sentence=sentence)), None)


def _latest_first(clusters: Iterable[Cluster], phrase: Phrase) -> Iterator[Cluster]:
    """Yield those named before a phrase, the latest sentence first, subjects before others; sorted when first asked."""
    before = (c for c in clusters if c.seen < phrase.head)
    yield from sorted(before, key=lambda c: (-c.sentence, not c.subject, -c.seen))


def _alliance(recent: Iterable[Cluster], names: Collection[str]) -> Cluster | None:
    """Return whom "the alliance" means: the one of that name, else the last body of states."""
    before = [*recent]
    bodies = (c for c in before if c.sketch.country == "IGO" and c.sketch.form == "name")
    named = (c for c in before if c.sketch.name in names)
    return next(chain(named, (c for c in bodies if c.sketch.kind == "organisation")), None)


def _named_so(cluster: Cluster, lemma: str) -> bool:
    return any(word == lemma or word.endswith(" " + lemma) for word in cluster.lemmas)


def _points_back(document: Document, phrase: Phrase) -> bool:
    """Tell "the gunmen" from a bare "gunmen" in running text, who are not the rebels named before.

    The first sentence may name anew whom the headline told of.
    """
    return phrase.definite or document.sentence_of(document.tokens[phrase.head]).part == "headline"


def _names_other(phrase: Phrase) -> bool:
    """Tell "the island republic of Tavna": who has a name of its own is not the country named before."""
    return any(h.forms for h in phrase.before) or any(prep == "of" for prep, _ in phrase.links)


def _doer(document: Document, token: Token) -> int | None:
    """Return the subject of the verb that a noun is an object of: "the fighters shelled the rebels" tells of two."""
    if token.dep in ("poss", "nsubj", "nsubjpass", "conj", "appos"):
        return None
    verb = governing_verb(document, token)
    found = subject_of(document, verb) if verb is not None else None
    return None if found is None else found.i


def _fits(cluster: Cluster, sketch: Sketch, lemma: str, words: Reference, *, sentence: int) -> bool:
    known = cluster.sketch
    # A country that is stated must agree; one that was lent may be wrong.
    if sketch.country and known.country and sketch.country != known.country and sketch.states_country:
        return False
    if sketch.plural != known.plural and known.kind not in ("armed-group", "population", "government"):
        return False
    if sketch.office and known.office:
        return (
            sketch.person
            and cluster.animate
            # "The minister" may be "the foreign minister" from before.
            and (sketch.office == known.office or known.office.endswith(" " + sketch.office))
        )
    if sketch.plural == known.plural and _named_so(cluster, lemma):
        return True
    # Nouns go further back than four sentences only by the very same word.
    if sentence - cluster.sentence > REACH:
        return False
    if sketch.person:
        return (
            cluster.animate
            and lemma in words.person
            and bool(known.names or known.office)
            and not (cluster.gender and sketch.gender and cluster.gender != sketch.gender)
        )
    return _group_fits(known, sketch, lemma, words)


def _group_fits(known: Sketch, sketch: Sketch, lemma: str, words: Reference) -> bool:
    last = last_word(lemma)
    if sketch.plural and last in words.armed:
        return known.kind == "armed-group"
    if not sketch.plural and last in words.group and sketch.kind == "armed-group":
        return known.kind == "armed-group" and known.form == "name"
    if not sketch.plural and lemma in load_patterns().reference.generic and known.kind == "armed-group":
        return True
    if not sketch.plural and lemma in words.group:
        named = known.kind in ("organisation", "armed-group") and known.form == "name"
        return named and (lemma in load_patterns().reference.generic or bool(set(sketch.sectors) & set(known.sectors)))
    return False


def resolve_relative(document: Document, registry: Registry, token: Token) -> tuple[Cluster, ...]:
    """Return whom a relative pronoun takes up: "the rebels who seized the town"."""
    noun = antecedent(document, token)
    return () if noun is token else tuple(registry.by_head.get(noun.i, ()))


def resolve_speaker(document: Document, registry: Registry, token: Token) -> tuple[Cluster, ...]:
    """Return who says "I" or "we": the subject of the verb of saying above, else, in quotes, who spoke last."""
    for above in document.ancestors(token):
        if above.lemma in grammar_words().saying:
            subject = document.child(above, "nsubj")
            return tuple(registry.by_head.get(subject.i, ())) if subject is not None and subject is not token else ()
    sentence = document.sentence_of(token)
    opening = document.text[max(sentence.span[0] - 1, 0) : token.start]
    if not any(mark in opening for mark in QUOTES):
        return ()
    reach = (
        REACH if opening[:2].strip()[:1] in QUOTES else 1
    )  # a paragraph that opens with a mark goes on with the speech
    last = max((c for c in registry.since(sentence.index - reach) if c.speaker), key=lambda c: c.seen, default=None)
    return (last,) if last else ()
