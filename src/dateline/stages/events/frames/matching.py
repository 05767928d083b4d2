"""Which frames fit a clause, best first."""

from collections.abc import Iterable, Iterator, Mapping

from dateline.draft import Argument, Clause
from dateline.grammar.forms import is_verb
from dateline.lexicon.events.frames import Frame, Frames, Needs, Words
from dateline.model.closed import EventType
from dateline.model.groups import STATE
from dateline.parse.tree import Token
from dateline.stages.events.frames.features import Features
from dateline.stages.events.scene.found import Match
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.scene.teller import is_one_party, teller

# Speech acts that look ahead: what their content tells as past is no promise, threat or demand.
_FORWARD = frozenset({"AGREE", "CONCEDE", "REJECT", "REQUEST", "THREATEN"})
# Types whose act a refusal turns round: who insists that he will not allow it asks for nothing.
_BINDING = frozenset({"AGREE", "REQUEST"})
# What is refused where its doer says that it will not be done.
_GRANTED = frozenset({"AID", "CONCEDE", "CONSULT", "COOPERATE", "RETREAT", "SUPPORT"})
_ADVERBS = frozenset({"acomp", "advmod", "ccomp", "oprd", "prep", "prt"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MAX_DEPTH = 4  # complements of complements whose type a condition may ask for


class Matcher:
    """Matches frames against the clauses of one report; results are kept, since contents are asked for again."""

    def __init__(self, scene: Scene, frames: Frames, features: Features) -> None:
        """Join the report's scene with the lexicon."""
        self.scene = scene
        self.frames = frames
        self.features = features
        self._memo: dict[int, tuple[Match, ...]] = {}
        self._in_role: dict[tuple[int, bool], dict[str, list[Argument]]] = {}

    def matches(self, clause: Clause, *, depth: int = 0) -> tuple[Match, ...]:
        """Return the frames that fit, best first: most conditions met, longest trigger, weight; then by id."""
        if clause.index not in self._memo:
            found = list(self._all(clause, depth))
            self._memo[clause.index] = tuple(sorted(found, key=lambda m: (-m.score, m.frame.id)))
        return self._memo[clause.index]

    def held(self, clause: Clause) -> dict[EventType, Match]:
        """Return for each type the plainest frame that holds the clause's word, whether its conditions hold or not.

        What a frame excepts by name it does not hold: "the storm struck the coast".
        """
        out: dict[EventType, tuple[Frame, str]] = {}
        for index, trigger, _ in self._triggers(clause):
            for frame in index.get(trigger, ()):
                if frame.type is None or self._excepted(clause, frame, 0):
                    continue
                known = out.get(frame.type)
                if known is None or _plainness(frame) > _plainness(known[0]):
                    out[frame.type] = frame, trigger
        return {kind: Match(frame=frame, trigger=trigger, score=0.0) for kind, (frame, trigger) in out.items()}

    def best(self, clause: Clause | None, *, depth: int = 0) -> Match | None:
        """Return the best frame for a clause, or None."""
        if clause is None:
            return None
        found = self.matches(clause, depth=depth)
        return found[0] if found else None

    def _all(self, clause: Clause, depth: int) -> Iterator[Match]:
        seen = set()
        for index, trigger, bonus in self._triggers(clause):
            for frame in index.get(trigger, ()):
                if frame.id in seen:
                    continue
                met = self._met(clause, frame, depth)
                if met is not None:
                    seen.add(frame.id)
                    yield Match(frame=frame, trigger=trigger, score=met + bonus + frame.weight)

    def _triggers(self, clause: Clause) -> Iterator[tuple[Mapping[str, tuple[Frame, ...]], str, float]]:
        """Yield the forms under which a clause is looked up, and where; longer ones have a bonus."""
        own = {"verb": self.frames.verbs, "noun": self.frames.nouns, "adjective": self.frames.adjectives}[clause.pos]
        doc = self.scene.doc
        token = doc.tokens[clause.token]
        # "A counter-attack", "a ceasefire deal": a form of two words is listed for its own sake, and goes first.
        first = doc.hyphened(token)
        if first is not None:
            yield own, f"{first}-{clause.lemma}", 1.5
        if clause.pos == "noun":
            # "Took hostages" is listed as a verb with its object, though the clause is the noun's.
            if clause.support is not None:
                yield self.frames.verbs, f"{doc.tokens[clause.support].lemma.lower()} {clause.lemma}", 1.5
            if token.i > 0:
                before = doc.tokens[token.i - 1]
                yield own, f"{before.lower} {clause.lemma}", 1.5
                yield own, f"{before.lemma.lower()} {clause.lemma}", 1.5
        else:
            yield from ((own, *t) for t in self._phrases(clause, token))
        yield own, clause.lemma, 0.0

    def _phrases(self, clause: Clause, token: Token) -> Iterator[tuple[str, float]]:
        """Yield a verb with its preposition, its object, or the adverb right after it ("walk out", "set free")."""
        doc = self.scene.doc
        for a in clause.arguments:
            # "Met on Monday" is no "meet on".
            if a.prep is not None and a.head not in self.scene.index.time_at:
                yield f"{clause.lemma} {a.prep}", 0.8
                yield (
                    f"{clause.lemma} {a.prep} {self.scene.token(a).lemma.lower()}",
                    -0.5,
                )  # "set on fire", where nothing fits better
            elif a.role == "theme":
                yield f"{clause.lemma} {self.scene.token(a).lemma.lower()}", 1.5
        for c in doc.children(token):
            if c.dep in ("advmod", "prt") and c.lower in self.scene.words.frames.particles and c.i > token.i + 1:
                yield f"{clause.lemma} {c.lower}", 0.8  # "drove the rebels back"
        after = doc.tokens[token.i + 1 : token.i + 3]
        if after and after[0].head == token.i and after[0].dep in _ADVERBS:
            yield f"{clause.lemma} {after[0].lower}", 0.8
            if len(after) > 1 and after[1].pos == "ADP":
                yield f"{clause.lemma} {after[0].lower} {after[1].lower}", 1.2

    def _met(self, clause: Clause, frame: Frame, depth: int) -> float | None:
        """Return the number of conditions met, or None where one fails or an exception holds."""
        met = 0.0
        if frame.type in _BINDING and self._refuses(clause, depth):
            return None
        # Frames without conditions are most of what is asked: they need no look at the clause.
        if frame.id not in self.frames.plain:
            for holds in self._conditions(clause, frame, frame.needs, depth):
                if not holds:
                    return None
                met += 1.0
        return None if self._excepted(clause, frame, depth) else met

    def _excepted(self, clause: Clause, frame: Frame, depth: int) -> bool:
        return frame.id not in self.frames.sure and any(self._conditions(clause, frame, frame.unless, depth))

    def _conditions(self, clause: Clause, frame: Frame, needs: Needs, depth: int) -> Iterator[bool]:
        """Yield for each condition given whether it holds."""
        if needs.subject:
            yield self._role(clause, "agent", needs.subject)
        if needs.object:
            # "Sent the rebels arms": whom a frame means by its object may stand as the one who receives.
            yield self._role(clause, "theme", needs.object) or self._role(clause, "recipient", needs.object)
        # "On Monday" is no "on" of the act: no exception rests on it.
        untimed = needs is frame.unless
        for names, words in needs.prep.items():
            yield any(self._role(clause, name, words, untimed=untimed) for name in names.split("|"))
        if needs.modifier:
            yield self._modifier(clause, needs.modifier)
        if needs.voice:
            yield clause.voice in needs.voice
        if needs.near:
            yield not self.features.clause(clause).isdisjoint(needs.near)
        yield from self._of_others(clause, frame, needs, depth)

    def _of_others(self, clause: Clause, frame: Frame, needs: Needs, depth: int) -> Iterator[bool]:
        """Yield for each condition on the clauses below and above whether it holds."""
        if needs.complement:
            yield self._complement(clause, frame, needs.complement, depth)
        if needs.complement_object:
            inner = self.complement(clause)
            yield inner is not None and self._role(inner, "theme", needs.complement_object)
        if needs.complement_subject:
            yield self._others(clause, needs.complement_subject)
        if needs.purpose:
            yield self._purpose(clause, needs.purpose, depth)
        if needs.said:
            yield teller(self.scene, clause) is not None
        if needs.own_act:
            yield _own_act(self.scene, clause, self.complement(clause))

    def _arguments(self, clause: Clause, *, untimed: bool) -> dict[str, list[Argument]]:
        """Return a clause's arguments by role and by preposition, those that name times left out where told so."""
        known = self._in_role.get((clause.index, untimed))
        if known is None:
            known = self._in_role[clause.index, untimed] = {}
            for a in clause.arguments:
                if not (untimed and a.prep and a.head in self.scene.index.time_at):
                    for name in {a.role, a.prep or a.role}:
                        known.setdefault(name, []).append(a)
        return known

    def _role(self, clause: Clause, role: str, words: Words, *, untimed: bool = False) -> bool:
        found = self._arguments(clause, untimed=untimed).get(role, [])
        if role == "of" and not found:
            found = self._of_theme(clause)
        if "*" in words:
            return bool(found)
        # Asked for every frame of every clause, of which most name nobody in the role.
        return bool(found) and any(not self.features.of(a).isdisjoint(words) for a in found)

    def _of_theme(self, clause: Clause) -> list[Argument]:
        """Return the "of" phrase of the theme ("took control of the town"), which is the verb's by sense."""
        theme = clause.get("theme")
        if theme is None or clause.pos != "verb":
            return []
        doc = self.scene.doc
        preps = [c for c in doc.children(doc.tokens[theme.head]) if c.dep == "prep" and c.lower == "of"]
        return [
            Argument(role="of", head=k.i, span=(k.start, k.end), prep="of")
            for p in preps
            for k in doc.children(p)
            if k.dep == "pobj"
        ]

    def _modifier(self, clause: Clause, words: Words) -> bool:
        doc = self.scene.doc
        below = doc.children(doc.tokens[clause.token])
        kids = [c for c in below if c.i < clause.token and c.dep not in _SUBJECTS]  # "the army chief condemned"
        found: set[str] = set()
        for c in kids:
            found |= self.features.of(Argument(role="modifier", head=c.i, span=(c.start, c.end)))
        return bool(found) if "*" in words else not found.isdisjoint(words)

    def _complement(self, clause: Clause, frame: Frame, words: Words, depth: int) -> bool:
        inner = self.complement(clause)
        if inner is None or (frame.type in _FORWARD and inner.tense == "past"):
            return False
        if clause.lemma in self.scene.words.frames.wishing and not self._others(clause, ("*",)):
            return False  # who wants to do something himself asks it of nobody
        if "*" in words or inner.lemma in words or ("@must" in words and _demanded(self.scene, clause, inner)):
            return True
        if depth >= _MAX_DEPTH:
            return False
        best = self.best(inner, depth=depth + 1)
        return best is not None and best.frame.type in words

    def _purpose(self, clause: Clause, words: Words, depth: int) -> bool:
        """Tell whether an infinitive below says what an act is for, in one of these words or types."""
        for inner in self.scene.index.below.get(clause.index, ()):
            if inner.pos == "verb" and inner.relation in ("purpose", "complement") and inner.tense == "none":
                best = self.best(inner, depth=depth + 1) if depth < _MAX_DEPTH else None
                if inner.lemma in words or (best is not None and best.frame.type in words):
                    return True
        return False

    def _refuses(self, clause: Clause, depth: int) -> bool:
        """Tell "insisted that it will not allow", which asks for nothing and promises nothing: the refusal is told."""
        inner = self.complement(clause)
        if inner is None or inner.polarity != "negative" or inner.tense != "future":
            return False
        speaker, doer = clause.get("agent"), inner.get("agent")
        if speaker is None or doer is None:
            return False
        # "Rebels said they would not talk": a pronoun is the speaker's own, resolved or not.
        own = self.scene.token(doer).lower in self.scene.words.frames.own or is_one_party(self.scene, speaker, doer)
        best = self.best(inner, depth=depth + 1) if depth < _MAX_DEPTH else None
        return own and best is not None and best.frame.type in _GRANTED

    def _others(self, clause: Clause, words: Words) -> bool:
        """Tell whether what is governed is to be done by another who is one of these."""
        inner, own = self.complement(clause), clause.get("agent")
        doer = (
            # "Demanded that the men be freed": who is to do it is left out, and is in any case another.
            None if inner is None else inner.get("agent") or (inner.get("theme") if inner.voice == "passive" else None)
        )
        if doer is None or (own is not None and doer.head == own.head):
            return False
        return "*" in words or not self.features.of(doer).isdisjoint(words)

    def complement(self, clause: Clause) -> Clause | None:
        """Return the clause that a clause governs: to-infinitive, that-clause or gerund, passing light verbs."""
        found = self._inner(clause, (a for a in clause.arguments if a.role == "content" or _clausal(self.scene, a)))
        return next(found, None) or next(self._next_infinitive(clause), None)

    def _next_infinitive(self, clause: Clause) -> Iterator[Clause]:
        """Yield the infinitive right after a verb, taken for its purpose by the parser ("have sworn to fight")."""
        if clause.pos != "verb" or clause.get("theme") is not None:
            # "Sent troops to guard the border": beside an object an infinitive does tell what for.
            return
        for inner in self.scene.index.below.get(clause.index, ()):
            if inner.relation == "purpose" and inner.token == clause.token + 2 and inner.pos == "verb":
                yield inner

    def _inner(self, clause: Clause, arguments: Iterable[Argument]) -> Iterator[Clause]:
        for a in arguments:
            inner = self.scene.index.act_at.get(a.head)
            if inner is not None and inner.index != clause.index:
                yield inner


def _clausal(scene: Scene, argument: Argument) -> bool:
    """Tell a gerund after a preposition ("accused of attacking") from a noun phrase."""
    return argument.prep is not None and is_verb(scene.token(argument))


def _demanded(scene: Scene, clause: Clause, inner: Clause) -> bool:
    """Tell "said that Y must …" of another from what the speaker himself, or "we", must do."""
    speaker, subject = clause.get("agent"), inner.get("agent") or inner.get("theme")
    if inner.modality != "necessary" or speaker is None or subject is None:
        return False
    if scene.token(subject).lower in scene.words.frames.nobody_else or subject.head == speaker.head:
        return False
    if inner.voice == "passive" and inner.get("agent") is None and subject.head in scene.index.act_at:
        return True  # "said that the bombing must be stopped", whoever is to stop it
    said, meant = ({m.actor for m in scene.index.mentions_at.get(a.head, ())} for a in (speaker, subject))
    return bool(meant) and said.isdisjoint(meant)


def _own_act(scene: Scene, clause: Clause, inner: Clause | None) -> bool:
    """Tell "said it would close the office" and "told him that he would be shot" from what others may do or suffer."""
    speaker = clause.get("agent")
    if speaker is None or inner is None:
        return False
    # "Said it would not sign" tells no act to come; "warned that it would not tolerate raids" threatens.
    if inner.polarity == "negative" and inner.lemma not in scene.words.frames.forbearing:
        return False
    doer = inner.get("agent")
    if doer is None:
        # What will be done by nobody named is the speaker's where somebody is told of it, or a condition is set.
        told = _addressed(clause) or _conditional(scene, clause)
        return inner.voice == "passive" and inner.tense == "future" and told
    # "Warned that it could close the strait": of a warning, what may be done is as good as announced.
    if inner.tense != "future" and not (inner.modality == "possible" and clause.lemma in scene.words.frames.warning):
        return False
    said, meant = ({m.actor for m in scene.index.mentions_at.get(a.head, ())} for a in (speaker, doer))
    if meant:
        return not said.isdisjoint(meant) or _one_country(scene, said, meant)
    return scene.token(doer).lower in scene.words.frames.own


def _addressed(clause: Clause) -> bool:
    return any(a.role in ("theme", "recipient") for a in clause.arguments)


def _conditional(scene: Scene, clause: Clause) -> bool:
    doc = scene.doc
    sentence = doc.sentence_of(doc.tokens[clause.token])
    return any(t.lower in scene.words.frames.conditions for t in doc.tokens_of(sentence))


def _one_country(scene: Scene, said: set[str], meant: set[str]) -> bool:
    """Tell whether two parties are of one state: "the security chief warned that police would …"."""
    countries = {scene.index.actors[a].country for a in said} - {None}
    if not countries.isdisjoint(scene.index.actors[a].country for a in meant):
        return True
    # "The ministry warned that the police would shoot": organs of no named state are of one state.
    organs = all(scene.index.actors[a].country is None and scene.index.actors[a].sector in STATE for a in meant)
    return organs and any(scene.index.actors[a].sector in STATE for a in said)


def _plainness(frame: Frame) -> tuple[bool, bool, int]:
    """Return what makes a frame likelier where only its word is met: no mode or status of its own, its weight."""
    return frame.mode is None or frame.by_means, frame.status is None, frame.weight
