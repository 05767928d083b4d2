"""Reading a report from its first word to its last: each phrase is described, then given to the actor it means."""

from collections.abc import Callable, Iterable
from functools import partial

from dateline.lexicon.reading.grammar import grammar_words
from dateline.model.base import Span
from dateline.model.closed import Sector
from dateline.parse.tree import Sentence, Token
from dateline.stages.actors.described.context import placed
from dateline.stages.actors.described.describe import read_phrase
from dateline.stages.actors.described.entries import of_entry
from dateline.stages.actors.described.sweep import leftovers
from dateline.stages.actors.described.victims import find_victims, place_at, suffers
from dateline.stages.actors.known.persons import name_parts
from dateline.stages.actors.known.setting import is_prefix
from dateline.stages.actors.known.sketch import Origin, Sketch
from dateline.stages.actors.known.view import STATE_FORMS, ActorView
from dateline.stages.actors.phrases.noun_phrases import SKIPPED_PARTS, Chunker, Phrase
from dateline.stages.actors.same.apposition import apposed, both_sides, explained, predicated, the_two
from dateline.stages.actors.same.coreference import (
    resolve_definite,
    resolve_pronoun,
    resolve_relative,
    resolve_speaker,
)
from dateline.stages.actors.same.deeds import reveal, reveal_claimants
from dateline.stages.actors.same.registry import Cluster, Place, Registry, is_named
from dateline.stages.actors.same.the_rest import is_the_rest, resolve_rest

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PRONOUN_POS = frozenset({"PRON", "DET", "SCONJ"})
_OFFICE_HOLDER, _POSSESSOR = 0.85, 0.88
_AFTER_COMMA = 2
_TWO = frozenset({"both", "two"})
_Item = tuple[int, Callable[[], None]]
"""A word, and what reads the phrase or pronoun that it heads."""


class Reader:
    """Holds what is known while one report is read; made anew for each report."""

    def __init__(self, view: ActorView) -> None:
        """Begin a report."""
        self.view = view
        self.document = view.document
        self.registry = Registry()
        self.chunker = Chunker(view.document, view.hits, view.patterns)
        self.covered: set[int] = set()

    def read(self) -> list[Cluster]:
        """Return the actors of the report with their mentions."""
        for sentence in self.document.sentences:
            if sentence.part not in SKIPPED_PARTS:
                self._sentence(sentence)
        return self.registry.clusters

    def _sentence(self, sentence: Sentence) -> None:
        items: list[_Item] = [(p.head, partial(self._phrase, p, sentence)) for p in self.chunker.phrases(sentence)]
        first: list[Token] = []
        for token in self.document.tokens_of(sentence):
            if token.lower in _TWO and (both := the_two(self.view, self.registry, token, sentence.index)):
                items.append((token.i, partial(self._mention, both, token, sentence)))
            if is_the_rest(token):
                items.append((token.i, partial(self._rest, token, sentence)))
            if token.pos not in _PRONOUN_POS:
                continue
            if grammar_words().is_third_person(token.lower) or (
                token.lower in grammar_words().relatives and token.tag in ("WP", "WDT", "WP$")
            ):
                items.append((token.i, partial(self._pronoun, token, sentence)))
            elif token.lower in grammar_words().first_person:
                first.append(token)
        # In order of the text, so that each may refer to all before it.
        for _, read in sorted(items, key=lambda pair: pair[0]):
            read()
        # Last of a sentence, for they take what no phrase has used.
        self._sweep(sentence)
        self._victims(sentence)
        self._speakers(first)
        reveal_claimants(self.document, self.registry, sentence)

    # ------------------------------------------------------------------------------------------------ pronouns
    def _pronoun(self, token: Token, sentence: Sentence) -> None:
        if token.lower in grammar_words().relatives:
            for cluster in resolve_relative(self.document, self.registry, token):
                # "The rebels who fled": the pronoun is no mention of its own that others could refer to.
                cluster.quoted.append(((token.start, token.end), token.i, "pronoun"))
                self.registry.by_head.setdefault(token.i, []).append(cluster)
            return
        acted_on = self.view.patterns.metonyms.object_verbs
        found = resolve_pronoun(self.document, self.registry, token, acted_on=acted_on)
        self._mention(found, token, sentence)
        words = grammar_words()
        for cluster in found:
            # "He" settles that an unknown official is a man.
            if cluster.animate and cluster.gender is None and token.lower in words.masculine | words.feminine:
                cluster.gender = "f" if token.lower in words.feminine else "m"

    def _mention(self, clusters: Iterable[Cluster], token: Token, sentence: Sentence) -> None:
        """Let a word that stands for actors be a mention of each."""
        for cluster in clusters:
            self.registry.mention(cluster, self._place(token, (token.start, token.end), sentence), "pronoun")

    def _rest(self, token: Token, sentence: Sentence) -> None:
        """Give "three others" to those whom they are more of; beside somebody named they are people of their own."""
        first = self.chunker.edges[token.i]
        place = self._place(token, self.view.span(first, token.i + 1), sentence)
        found = resolve_rest(self.document, self.registry, token)
        if isinstance(found, Cluster):
            self.registry.mention(found, place, "pronoun")
        elif found is not None:
            self.registry.add(placed(self.view, found, token, acting=self.covered), place)

    def _speakers(self, tokens: list[Token]) -> None:
        """Give "I" and "we" to who speaks; done last, since the speaker often follows the quotation."""
        for token in tokens:
            for cluster in resolve_speaker(self.document, self.registry, token):
                cluster.quoted.append(((token.start, token.end), token.i, "pronoun"))

    # ------------------------------------------------------------------------------------------------ phrases
    def _phrase(self, phrase: Phrase, sentence: Sentence) -> None:
        place = self._place(self.view.token(phrase.head), self.view.span(phrase.first, phrase.stop), sentence)
        # "Both sides" before anything else: the tables know a "side", and it is nobody.
        pair = both_sides(self.view, self.registry, phrase, sentence.index)
        if pair:
            for cluster in pair:
                self.registry.mention(cluster, place, "description")
            self._cover(phrase, whole=True)
            return
        sketches = read_phrase(self.view, phrase, self)
        for sketch in sketches:
            self._settle(phrase, sketch, place)
            # "Its fighters": who has an armed group's fighters is one.
            if sketch.kind == "armed-group" and phrase.possessor is not None:
                for cluster in self.registry.by_head.get(phrase.possessor, ()):
                    reveal(cluster, place.span)
        if sketches:
            self._cover(phrase, whole=not sketches[0].partial)

    def _cover(self, phrase: Phrase, *, whole: bool) -> None:
        """Mark the tokens that the phrase has used up; who backs or opposes somebody is left to be an actor."""
        first, last = (
            (phrase.first, phrase.last) if whole or phrase.hit is None else (phrase.hit.first, phrase.hit.last)
        )
        spared = {i for h in phrase.before if is_prefix(self.document.tokens, h) for i in range(h.first, h.last)}
        self.covered.update(i for i in range(first, last) if i not in spared)

    def _settle(self, phrase: Phrase, sketch: Sketch, place: Place) -> None:
        """Give a described phrase to the actor that it means: as predicate, in apposition, pointing back, or new."""
        # "Union for Udava Peace (UUP)": the acronym is the Union's from here on.
        whole = explained(self.view, self.registry, phrase)
        if whole is not None and sketch.key is not None:
            self.registry.rename(whole, sketch)
            self.registry.mention(whole, place, sketch.form)
            return
        predicate, cluster = predicated(self.view, self.registry, phrase, sketch)
        if cluster is None and not predicate:
            cluster = apposed(self.view, self.registry, phrase, sketch) or self._referent(phrase, sketch)
        if cluster is not None:
            # "The prime minister, Ada Obi": her own name replaces the holder whom the tables know.
            if sketch.names and cluster.sketch.names and not is_named(cluster.sketch, sketch.names):
                self.registry.replace(cluster, sketch)
            self.registry.join(cluster, sketch)
            self.registry.mention(cluster, place, sketch.form)
        elif not predicate and (sketch.bare != "country" or sketch.plural or sketch.country):
            found = placed(self.view, self._holder(phrase, sketch), self.view.token(phrase.head), acting=self.covered)
            self.registry.add(found, place)

    def _referent(self, phrase: Phrase, sketch: Sketch) -> Cluster | None:
        if sketch.key is not None and sketch.key in self.registry.by_key:
            return None
        if sketch.names:
            return self._by_surname(phrase, sketch)
        if not sketch.refers:
            return None
        words = self.view.patterns.reference
        return resolve_definite(self.document, self.registry, phrase, sketch, words)

    def _by_surname(self, phrase: Phrase, sketch: Sketch) -> Cluster | None:
        """Prefer somebody of this surname whom the report has named in full to a namesake in the tables."""
        # Only a lone surname: a full name is its own.
        if sketch.key is None or not phrase.name or phrase.name[1] - phrase.name[0] != 1:
            return None
        surname = name_parts(self.view.words(*phrase.name))
        return self.registry.person(sketch._replace(names=surname, key=None))

    def _holder(self, phrase: Phrase, sketch: Sketch) -> Sketch:
        """Name the person who holds an office on the day of the report, where the tables know and it does not say."""
        if not sketch.office or not sketch.country or not sketch.person or sketch.names:
            return sketch
        # "The president, Jan Berg": the report names the holder itself.
        name = self.document.child(self.view.token(phrase.head), "appos")
        if name is not None and name.pos == "PROPN" and self.view.hits[name.i] is None:
            return sketch
        entry = self.view.actors.offices(sketch.office, sketch.country, self.view.on)
        if entry is None:
            return sketch
        sure = min(_OFFICE_HOLDER, sketch.confidence)
        known = of_entry(self.view, entry, form=sketch.form, confidence=sure)
        by = sketch.country_by or known.country_by
        evidence = {**known.evidence, **sketch.evidence}
        return known._replace(lemma=sketch.lemma, refers=True, country_by=by, evidence=evidence)

    def _sweep(self, sentence: Sentence) -> None:
        for hit, sketch in leftovers(self.view, sentence, self.covered):
            token = self.view.token(hit.last - 1)
            self.registry.add(sketch, self._place(token, self.view.span(hit.first, hit.last), sentence))

    def _victims(self, sentence: Sentence) -> None:
        """Add the people of places that suffer an act; a new "village" is what "the village" means from then on."""
        for head, span, sketch in find_victims(self.view, sentence, self.registry.by_head, self.chunker.edges):
            found = placed(self.view, sketch, head, acting=self.covered)._replace(confidence=sketch.confidence)
            cluster = self.registry.add(found, self._place(head, span, sentence))
            if found.key is None:
                self.registry.rename(cluster, found._replace(key=("place", found.lemma)))

    def _place(self, token: Token, span: Span, sentence: Sentence) -> Place:
        head = token.i
        while token.dep == "appos":
            token = self.document.head(token)
        subject = token.dep in _SUBJECTS
        speaker = subject and self.document.head(token).lemma in grammar_words().saying
        hit = self.view.hits[head]
        named = hit is not None and bool(hit.forms) and hit.forms[0].kind in STATE_FORMS
        scene = named and token.dep == "pobj" and self.document.head(token).lower in self.view.patterns.beside.scenes
        # "An attack in Tavna" touches the people there, so it is more than the scene.
        scene = scene and not suffers(self.document, token, self.view.patterns.harm)
        scene = scene or (named and self._closes_place(head))
        return Place(span=span, head=head, sentence=sentence.index, subject=subject, speaker=speaker, scene=scene)

    def _closes_place(self, i: int) -> bool:
        """Tell whether a country only says where a place is: "Tavna, Mali"."""
        tokens = self.document.tokens
        if i < _AFTER_COMMA or tokens[i - 1].text != "," or tokens[i].dep not in ("appos", "npadvmod", "nmod"):
            return False
        return place_at(self.view, tokens[i - 2]) is not None

    # ------------------------------------------------------------------------------------------------ what is known
    def person(self, names: tuple[str, ...]) -> bool:
        """Tell whether a person of this name was named before."""
        return any(c.animate and c.sketch.names and is_named(c.sketch, names) for c in self.registry.named_like(names))

    def entry(self, key: str) -> bool:
        """Tell whether this row of the actor tables was named before."""
        return ("entry", key) in self.registry.by_key

    def country_named(self, name: str) -> str | None:
        """Return the country of an organisation that goes by this name or acronym in the report."""
        cluster = self.registry.by_key.get(("org", name))
        return cluster.sketch.country if cluster else None

    def office_at(self, head: int) -> tuple[str | None, tuple[Sector, ...]] | None:
        """Return office and sectors of the person whose mention has this token as its head."""
        clusters = (c.sketch for c in self.registry.by_head.get(head, ()) if c.animate)
        return next(((s.office, s.sectors) for s in clusters), None)

    def country_at(self, head: int) -> Origin | None:
        """Return the country of the actor whose mention has this token as its head."""
        for cluster in self.registry.by_head.get(head, ()):
            code = cluster.sketch.country
            span = next((s for s, h, _ in reversed(cluster.mentions) if h == head), None)
            if code and span:
                name = cluster.sketch.name
                return Origin(code=code, spans=(span,), rule="possessor", confidence=_POSSESSOR, label=name)
        return None
