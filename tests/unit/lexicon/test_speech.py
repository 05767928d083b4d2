"""The cues of speech: every entry codes its own example, and a faulty file says where it is faulty."""

from pathlib import Path

import pytest

from dateline.draft import Draft
from dateline.errors import LexiconError
from dateline.lexicon.words.speech import CONFIDENCE, FOLDER, NAMES, Cue, Names, load_speech
from dateline.model.report import Report
from dateline.parse.parser import Parser
from dateline.stages.statements import StatementStage

NAMES_TEXT = "".join(f"{field} = []\n" for field in Names.__struct_fields__)


def rules_of(parser: Parser, cues: list[Cue]) -> list[set[str]]:
    stage = StatementStage()
    documents = parser.parse_many(c.example for c in cues)
    drafts = (stage(Draft(report=Report(id="x", text=d.text), document=d)) for d in documents)
    return [{s.rule for s in draft.statements} for draft in drafts]


def test_every_entry_codes_its_example(parser: Parser) -> None:
    cues = list(load_speech().cues())
    wrong = [
        f"{cue.lemma} {cue.takes}: {cue.example} gave {sorted(rules)}"
        for cue, rules in zip(cues, rules_of(parser, cues), strict=True)
        if not rules & {f"{cue.lemma}/{pattern}" for pattern in (*cue.takes, "adverb")}
    ]
    assert wrong == []


def test_entries_are_sorted() -> None:
    for path in FOLDER.glob("*.toml"):
        lemmas = [
            line.split('"')[1] for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("lemma")
        ]
        assert lemmas == sorted(lemmas), path.name


SAY = '[[cue]]\nlemma = "say"\nexample = "x"\n'


@pytest.mark.parametrize(
    ("entries", "part"),
    [
        pytest.param(SAY + 'takes = ["clause"]\nforn = "speech"\n', "forn", id="field"),
        pytest.param(SAY + 'takes = ["clauses"]\n', "clauses", id="pattern"),
        pytest.param(2 * (SAY + 'takes = ["clause"]\n'), "twice", id="twice"),
    ],
)
def test_a_faulty_file_is_named(tmp_path: Path, entries: str, part: str) -> None:
    (tmp_path / NAMES).write_text(NAMES_TEXT, encoding="utf-8")
    (tmp_path / CONFIDENCE).write_text("[share]", encoding="utf-8")
    (tmp_path / "verbs.toml").write_text('pos = "verb"\n' + entries, encoding="utf-8")
    with pytest.raises(LexiconError, match=rf"verbs\.toml.*{part}"):
        load_speech(tmp_path)
