"""Which reports are one text, who was first, whom a report credits, and that order of arrival does not matter."""

import random
from itertools import permutations
from pathlib import Path

import pytest
from made_codings import item

from dateline.families.crediting import Credits, find_credits
from dateline.families.tree import Kin, build, is_same, part
from dateline.families.words import compare, runs_of
from dateline.ledger.keeping.kinship import Kinship
from dateline.ledger.keeping.taking import keep_items
from dateline.ledger.keeping.tally import Tally
from dateline.ledger.keeping.withdrawing import withdraw
from dateline.lexicon.world.outlets import find_outlet
from dateline.model.item import Published
from dateline.store.asking.view import View
from dateline.store.batch import Writer
from dateline.store.check import check
from dateline.store.keeping.reports import add_report

REUTERS, AP, AFP = "org/reuters", "org/associated-press", "org/agence-france-presse"
STORY = """Shells fall on Bardo market

Two shells fell on the market of Bardo on Monday morning, killing a baker and his son, residents of the quarter said.

The army said that it had fired at rebels who hid in a school near the river, and that it knew of no dead civilians.

Rebels of the Dune Front took the hills above Bardo in March after a week of fighting in which many houses burned.

The United Nations asked both sides to let lorries with flour through before the rains cut the road to the south."""
OTHER = """Ministers meet in Vaduz

Ministers of six countries met in Vaduz on Tuesday to talk of fishing rights in the northern sea, a host said.

Rebels of the Dune Front took the hills above Bardo in March after a week of fighting in which many houses burned.

They will meet again in May if the fleets keep to the lines that were drawn on the chart of the old commission."""
PARTS = STORY.split("\n\n")
COPIES = {
    "with another headline": "\n\n".join(["Bloody morning at market", *PARTS[1:]]),
    "shortened": "\n\n".join(PARTS[:3]),
    "the lead alone": PARTS[1],
    "rewritten": STORY.replace("said that", "stated that").replace("asked", "urged").replace("took", "seized"),
}  # fmt: skip
BRIEFS = [f"{n} unlike things were told that day of a far place by a man named {n}." for n in "ABCDEF"]
NOT_COPIES = {
    "shared background": OTHER,
    "a round-up": "\n\n".join([PARTS[1], *BRIEFS]),
    "another of one form": STORY.replace("Bardo", "Vallis").replace("Monday", "Friday").replace("March", "June"),
    "another": "Talks went on in Oslo on Monday, and nobody said when they might end or who would sign.",
}  # fmt: skip


@pytest.mark.parametrize("text", COPIES.values(), ids=COPIES)
def test_copies_are_one_text(text: str) -> None:
    assert is_same(compare(runs_of(STORY), runs_of(text)))


@pytest.mark.parametrize("text", NOT_COPIES.values(), ids=NOT_COPIES)
def test_what_shares_a_little_is_no_copy(text: str) -> None:
    assert not is_same(compare(runs_of(STORY), runs_of(text)))


CREDITS = {
    "dateline": ("KYIV (Reuters) - Shells fell on Monday.", Credits(whole=(REUTERS,))),
    "slashes": ("MOSCOW, March 3 /TASS/. Talks began.", Credits(whole=("org/tass",))),
    "byline": ("Shells fall\n\nBy Ann Lee, Associated Press\n\nShells fell on Monday.", Credits(whole=(AP,))),
    "last line": (f"{STORY}\n\n- AFP", Credits(whole=(AFP,))),
    "helped": (f"{STORY}\n\nReuters contributed to this report.", Credits(part=(REUTERS,))),
    "cited": ("Two died in Bardo, Reuters reported on Monday.", Credits(cites=(REUTERS,))),
    "cited first": ("Two died in Bardo on Monday, according to AFP.", Credits(cites=(AFP,))),
    "a picture's": ("Caption Ann Lee/AFP/Getty Images\n\nShells fell on Monday.", Credits()),
    "only named": ("Reuters moved its office to Bardo on Monday.", Credits()),
    "small letters": ("The ap was small (ap).", Credits()),
}


@pytest.mark.parametrize(("text", "found"), CREDITS.values(), ids=CREDITS)
def test_credits_are_read_by_where_they_stand(text: str, found: Credits) -> None:
    assert find_credits(text) == found


def kin(key: int, **given: object) -> Kin:
    made = {"digest": f"d{key}", "told": f"2024-03-0{key}", "words": 100, "publisher": f"source/{key}"}
    return Kin(key=key, **{**made, **given})  # type: ignore[arg-type]


def test_the_earliest_is_the_original_and_all_copies_have_its_root() -> None:
    family = build([kin(2), kin(1), kin(3, words=50)], {(1, 2): 1.0, (1, 3): 0.95})
    assert (family.original, family.roots) == (1, 1)
    assert [(m.key, m.role, m.root) for m in family.members] == [
        (1, "original", "source/1"), (2, "copy", "source/1"), (3, "shortened", "source/1"),
    ]  # fmt: skip


def test_the_agency_that_copies_credit_is_the_root_whoever_was_first_here() -> None:
    family = build([kin(1), kin(2, whole=(AP,))], {(1, 2): 0.6})
    assert ({m.root for m in family.members}, family.roots) == ({AP}, 1)
    own = build([kin(1, whole=(AP,)), kin(2, publisher=AP)], {(1, 2): 1.0})
    assert (own.original, own.roots) == (2, 1)


def test_an_outlet_that_helped_is_a_root_of_its_own() -> None:
    assert build([kin(1, part=(REUTERS,)), kin(2)], {(1, 2): 1.0}).roots == 2


def test_a_round_up_joins_no_two_stories() -> None:
    pairs = {(1, 2): 0.9, (3, 4): 0.9, (2, 5): 0.8, (3, 5): 0.7}
    assert sorted(map(sorted, part([kin(n) for n in range(1, 6)], pairs))) == [[1, 2, 5], [3, 4]]


def keep(path: Path, order: list[str]) -> None:
    with Writer(path) as writer, writer.batch() as batch:
        kinship = Kinship()
        for name in order:
            text = {"story": STORY, "other": OTHER, **COPIES}[name]
            day = Published(raw="x", moment=f"2024-03-0{1 + sorted([*COPIES, 'story', 'other']).index(name)}")
            made = item(text, id=name, source=name, published=day)
            kinship.place(batch, add_report(batch, made, published=None, language="en", alike=kinship.alike), made)


def families(path: Path) -> list[tuple[object, ...]]:
    with View(path) as view:
        sql = "SELECT id, original, report, role, share, root, roots FROM v_families ORDER BY report"
        return [tuple(row.values()) for row in view.rows(sql)]


def test_families_do_not_depend_on_the_order_of_arrival(tmp_path: Path) -> None:
    names = ["story", "other", *COPIES]
    orders = random.Random(3).sample(list(permutations(names)), 6)
    for n, order in enumerate(orders):
        keep(tmp_path / f"{n}.db", list(order))
    found = [families(tmp_path / f"{n}.db") for n in range(len(orders))]
    assert all(f == found[0] for f in found)
    assert len({row[0] for row in found[0]}) == 2


def test_a_family_goes_on_without_a_member_that_is_withdrawn(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    keep(path, ["story", *COPIES])
    (original,) = {row[1] for row in families(path)}
    withdraw(path, str(original), why="invented", erase=False)
    left = families(path)
    assert len(left) == len(COPIES)
    assert original not in {row[1] for row in left}
    assert check(path) == []


def crowd() -> dict[str, str]:
    """Return 130 copies of one text, among them shortened ones and halves of it, and 40 texts of one form."""
    rng = random.Random(5)
    made = {f"copy{n}": "\n\n".join(PARTS[: 3 + n % 3]) + f"\n\nDesk {n} of paper {n}." for n in range(130)}
    for n in range(40):
        town, day, *more = ("".join(rng.choices("aeioklmnrst", k=7)).title() for _ in range(5))
        made[f"form{n}"] = STORY.replace("Bardo", town).replace("Monday", day).replace("Dune", more[0]) + " ".join(more)
    return made | {"half": "\n\n".join(PARTS[1:3]), "rest": "\n\n".join(PARTS[3:])}


def keep_crowd(path: Path, order: list[str]) -> None:
    texts = crowd()
    days = {name: f"2024-03-{1 + n % 28:02}" for n, name in enumerate(sorted(texts))}
    with Writer(path) as writer, writer.batch() as batch:
        kinship = Kinship()
        for name in order:
            made = item(texts[name], id=name, source=name, published=Published(raw="x", moment=days[name]))
            kinship.place(batch, add_report(batch, made, published=None, language="en", alike=kinship.alike), made)


def test_a_text_that_hundreds_share_gives_one_family_whatever_the_order(tmp_path: Path) -> None:
    names = sorted(crowd())
    for n, order in enumerate((names, random.Random(4).sample(names, len(names)))):
        keep_crowd(tmp_path / f"{n}.db", order)
    found = [families(tmp_path / f"{n}.db") for n in range(2)]
    assert found[1] == found[0]
    assert len({row[0] for row in found[0] if str(row[2]).startswith("copy")}) == 1


def test_a_large_family_that_loses_members_is_as_if_they_had_never_come(tmp_path: Path) -> None:
    names = [f"copy{n}" for n in range(62)]
    keep_crowd(tmp_path / "a.db", names)
    keep_crowd(tmp_path / "b.db", names[2:])
    for name in names[:2]:
        withdraw(tmp_path / "a.db", name, why="invented", erase=False)
    assert families(tmp_path / "a.db") == families(tmp_path / "b.db")
    assert check(tmp_path / "a.db") == []


def test_outlets_are_found_by_each_of_their_names() -> None:
    found = find_outlet("AFP")
    assert found is not None
    assert (found.id, found.kind, found.country) == (AFP, "agency", "FRA")
    assert [o and o.id for o in map(find_outlet, ("CNN (Web News)", "The Guardian"))] == ["org/cnn", "org/guardian"]
    assert find_outlet("Valley Post") is None
    assert find_outlet("Dawn of Hope") is None
    assert find_outlet(None) is None


def test_what_falls_apart_when_its_hub_is_revised_has_names_of_its_own(tmp_path: Path) -> None:
    """The first report hangs together with the last through a third alone, and all three are one family."""
    said = [
        ("first", STORY, "2024-03-04"), ("last", OTHER, "2024-03-05"), ("hub", f"{STORY}\n\n{OTHER}", "2024-03-05"),
        ("hub", f"{STORY[:200]}\n\n{OTHER[:200]}", "2024-03-05"),
    ]  # fmt: skip
    with Writer(tmp_path / "f.db") as writer:
        for name, text, day in said:
            published = Published(raw=day, moment=day, origin="given")
            keep_items(
                writer, [item(text, id=name, published=published)], kin=Kinship(), tally=Tally(), tick=lambda _: None
            )
        families = writer.connection.execute("SELECT id, size FROM family").fetchall()
        members = writer.connection.execute("SELECT count(*) FROM member").fetchone()
    assert sum(size for _, size in families) == members[0] == 3


def told_on(key: int, day: int) -> Kin:
    """Return a report of a day, with nothing else known of it."""
    return Kin(key=key, digest=f"{key:02}", told=f"2024-05-{day:02}", words=100, publisher="")


@pytest.mark.parametrize(
    ("day", "groups"),
    [
        pytest.param(9, [{1, 2, 9}, {3, 4}], id="the youngest of all is a round-up, and stays where it has most"),
        pytest.param(1, [{1, 2, 3, 4, 9}], id="the oldest of all is what both took from"),
        pytest.param(5, [{1, 2, 3, 4, 9}], id="younger than one group alone"),
    ],
)
def test_groups_that_only_a_round_up_joins_are_parted(day: int, groups: list[set[int]]) -> None:
    told = [told_on(1, 2), told_on(2, 3), told_on(3, 6), told_on(4, 7), told_on(9, day)]
    shares = {(1, 2): 0.9, (3, 4): 0.9, (1, 9): 0.8, (2, 9): 0.8, (3, 9): 0.7, (4, 9): 0.7}
    assert sorted(part(told, shares), key=min) == groups
