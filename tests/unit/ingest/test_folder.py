"""A folder of five hundred files: every good article is found apart, every bad file listed, nothing written."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from made_folder import BROKEN, GOOD, HOSTILE, Folder, make_folder
from made_sources import KINDS

from dateline.ingest import find_items
from dateline.model.item import Item

for _library in ("trafilatura", "feedparser", "striprtf", "fastwarc", "pypdfium2", "pyarrow"):
    pytest.importorskip(_library)

Found = Mapping[str, Sequence[Item]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    return make_folder(tmp_path_factory.mktemp("made") / "in")


@pytest.fixture(scope="module")
def found(folder: Folder) -> Found:
    items: dict[str, list[Item]] = defaultdict(list)
    for item in find_items(folder.path):
        items[item.found.path].append(item)
    return items


def test_there_are_five_hundred_files(folder: Folder) -> None:
    assert (len(folder.good), len(folder.bad)) == (GOOD, BROKEN + HOSTILE)
    assert sum(not p.is_dir() for p in folder.path.rglob("*")) == 500


def test_every_good_article_is_found_apart_with_its_title_day_and_source(folder: Folder, found: Found) -> None:
    wrong: list[str] = []
    for path, (name, told) in folder.good.items():
        items = found.get(path, [])
        if len(items) != len(told):
            wrong.append(f"{path}: {len(items)} items, not {len(told)}: {[i.refused for i in items][:2]}")
            continue
        for item, story in zip(items, told, strict=True):
            day = item.published.moment[:10] if item.published and item.published.moment else None
            got = {"title": item.title, "day": day, "source": item.source, "author": (item.author or "").lower()}
            due = {"title": story.title, "day": f"{story.day}", "source": story.source, "author": story.author.lower()}
            faults = [f"{k} {got[k]!r}" for k in KINDS[name].says if got[k] != due[k]]
            if item.refused or story.mark not in item.text or faults:
                wrong.append(f"{path}: {item.refused} {faults}")
    assert wrong == []


def test_every_bad_file_is_listed_with_a_reason_and_what_to_do(folder: Folder, found: Found) -> None:
    wrong: list[str] = []
    for path, reasons in folder.bad.items():
        items = found.get(path, [])
        given = {i.refused.reason if i.refused else f"read as {i.text[:60]!r}" for i in items}
        if not given or not given <= reasons:
            wrong.append(f"{Path(path).name}: {sorted(given)}, not {sorted(reasons)}")
        wrong += [f"{path}: {i.refused.told}" for i in items if i.refused and not i.refused.told.startswith(path)]
    assert wrong == []


def test_nothing_is_written(folder: Folder, found: Found) -> None:
    assert found
    assert sum(not p.is_dir() for p in folder.path.rglob("*")) == 500
    assert [p.name for p in folder.path.parent.iterdir()] == ["in"]
    assert not list(Path("/").glob("climbed*"))
