"""What is mended in a parsed sentence, and the check that it is still a tree."""

from collections.abc import Sequence

from dateline.lexicon.reading.attachment import AttachmentWords
from dateline.lexicon.reading.headline import HeadlineVerbs
from dateline.parse.mends.attachment import mend_attachment
from dateline.parse.mends.headline import mend_headline
from dateline.parse.mends.missed import mend_missed_verb
from dateline.parse.mends.slips import mend_slips
from dateline.parse.tree import Token


def mend(tokens: list[Token], verbs: HeadlineVerbs, words: AttachmentWords) -> None:
    """Mend one sentence in place; a mend that would close a circle is undone, and the parser's tree stands."""
    parsed = [(t.head, t.dep) for t in tokens]
    # Headlines first: without a verb there is nothing to hang words on.
    mend_headline(tokens, verbs)
    mend_missed_verb(tokens, verbs)
    mend_attachment(tokens, words)
    mend_slips(tokens, words)
    # Only a sentence that was mended can have got a circle.
    if [(t.head, t.dep) for t in tokens] != parsed and not is_tree(tokens):
        for token, (head, dep) in zip(tokens, parsed, strict=True):
            token.head, token.dep = head, dep


def is_tree(tokens: Sequence[Token]) -> bool:
    """Tell whether every word of a sentence leads up to a root, and none back to itself."""
    first = tokens[0].i if tokens else 0
    sound: set[int] = set()
    for token in tokens:
        path: set[int] = set()
        i = token.i
        while i not in sound and tokens[i - first].head != i:
            if i in path:
                return False
            path.add(i)
            i = tokens[i - first].head
        sound |= path
    return True
