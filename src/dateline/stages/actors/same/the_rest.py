"""Who "three others" are: more of those just told of, or people beside somebody named."""

from dateline.grammar.coordination import first_of
from dateline.lexicon.reading.grammar import grammar_words
from dateline.model.base import Evidence
from dateline.parse.tree import Document, Token
from dateline.stages.actors.known.sketch import Sketch
from dateline.stages.actors.same.registry import Cluster, Registry

_ACTED_ON = frozenset({"dobj", "nsubjpass"})
_RULE = "coreference/the-rest"
_CONFIDENCE = 0.8


def is_the_rest(token: Token) -> bool:
    """Tell "three others were wounded", "wounding ten more" from "others say", "more than ten"."""
    return token.lower in grammar_words().rest and (token.dep in _ACTED_ON or token.dep == "conj")


def resolve_rest(document: Document, registry: Registry, token: Token) -> Cluster | Sketch | None:
    """Return those of whose kind "others" are more: "two soldiers were killed and three others wounded".

    Beside somebody named they are people of their own, who suffered along: "killed Obi and 14 others".
    """
    found = _counterparts(document, registry, token)
    kin = next((c for c in found if c.plural or (c.animate and not c.sketch.names)), None)
    if kin is not None or not any(c.sketch.person and c.sketch.form == "name" for c in found):
        return kin
    return Sketch(
        key=None, name=token.lower, kind="population", form="description", rule=_RULE, confidence=_CONFIDENCE,
        sectors=("CVL",), lemma=token.lower, plural=True, evidence={"sector": Evidence(rule=_RULE)},
    )  # fmt: skip


def _counterparts(document: Document, registry: Registry, token: Token) -> list[Cluster]:
    """Return those that "others" is joined to, else those of the nearest noun before it that something is done to."""
    if token.dep == "conj":
        first = first_of(document, token)
        # "Killed Obi and 14 others": the parser hangs them on the verb.
        at = document.child(first, *_ACTED_ON) if first.pos == "VERB" else first
        return registry.by_head.get(at.i, []) if at is not None else []
    before = document.tokens[document.sentence_of(token).first : token.i]
    near = (t for t in reversed(before) if t.dep in _ACTED_ON and t.head != token.head)
    return next((registry.by_head[t.i] for t in near if t.i in registry.by_head), [])
