"""The makers of the parts of the docs that code can say. Each returns Markdown and takes nothing."""

import csv
import inspect
import io
import re
import sqlite3
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing, redirect_stdout
from dataclasses import fields
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

import click

import dateline
import doc_cost
import doc_desk
import doc_exports
import doc_ledger
import doc_timelines
from coverage_curve import measure, table
from dateline import errors
from dateline.cli.app import COMMANDS, app
from dateline.coder import Coder
from dateline.evaluation import load_gold
from dateline.export.rows.terminal import write_table
from dateline.export.words.explain import explain, render
from dateline.gazetteer.reader import DEFAULT_FILE
from dateline.ingest.known import FORMATS
from dateline.ingest.options import Limits
from dateline.lexicon.events.frames import load_frames
from dateline.lexicon.files import DATA
from dateline.lexicon.words.speech import load_speech
from dateline.lexicon.world.actors import entry_files, read_entries
from dateline.model import closed
from dateline.model.coding import DEFAULT_LAYERS, EXTRA_LAYERS
from dateline.stages.build import default_stages
from doc_lexicons import lexicon_fields
from office_coverage import country_shares, settings, summary

PACKAGES = {
    "dateline.cli": "The command, in rooms of commands, one module for each.",
    "dateline.comparing": "A copy of ACLED or UCDP beside the incidents.",
    "dateline.datasets": "Exports of a ledger in the formats of the field; their columns are in datasets/data.",
    "dateline.desk": "The ledger's pages in the browser, each with its twin in JSON.",
    "dateline.export": "Functions from codings to text: JSON Lines, CSV, table, page, explanation, schema.",
    "dateline.families": "Which reports are one text, who was first, how many sources speak.",
    "dateline.ingest": "From files, folders, archives and standard input to items, one an article.",
    "dateline.ledger": "What joins sources, coder and store: ingest, judging, comparing runs, the ledger in Python.",
    "dateline.lexicon": "Readers from data files to typed entries; the files are in lexicon/data.",
    "dateline.model": "Frozen records, and the closed sets of their values.",
    "dateline.series": "Counts over time under several rules, beside the reports seen.",
    "dateline.reading": "From files, pages and lines of JSON to reports.",
    "dateline.store": "The ledger's file: schema steps, the writer, and views that only read.",
    "dateline.stages": "The stages, strangers to each other, and the list of the default ones.",
}
ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "night_of_drones.txt"
WIDTH = 100


def markdown(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def code(text: str, language: str = "text") -> str:
    """Return text as a block of code."""
    return f"```{language}\n{text.strip()}\n```"


def ticked(words: Iterable[str]) -> str:
    """Return words, each in ticks."""
    return ", ".join(f"`{w}`" for w in words)


def example_table() -> str:
    """Return the table of the example report, as the command prints it."""
    coding = Coder().code(EXAMPLE.read_text(encoding="utf-8"), id=EXAMPLE.name)
    out = io.StringIO()
    with redirect_stdout(out):
        text = "".join(write_table([coding]))
    return code("\n".join(line.rstrip() for line in (text or out.getvalue()).splitlines()))


def example_text() -> str:
    """Return the example report."""
    return code(EXAMPLE.read_text(encoding="utf-8"))


def example_explained() -> str:
    """Return why the example's first event is as it is."""
    coding = Coder().code(EXAMPLE.read_text(encoding="utf-8"), id=EXAMPLE.name)
    return code(render(explain(coding, "e1"), width=WIDTH))


def command_help() -> str:
    """Return the help of the command and of each of its parts."""
    with click.Context(app, info_name="dateline", max_content_width=WIDTH, terminal_width=WIDTH) as context:
        pieces = [app.get_help(context)]
    return code("\n\n".join(pieces))


def commands() -> str:
    """Return the commands, one a row."""
    return markdown(("command", "what it does"), [(f"`dateline {name}`", told) for name, (_, told) in COMMANDS.items()])


def stage_table() -> str:
    """Return the stages in their order, with what each needs and fills."""
    rows = []
    for stage in default_stages():
        module = ".".join(type(stage).__module__.split(".")[:3])
        rows.append((stage.name, ticked(sorted(stage.needs)), ticked(sorted(stage.fills)), first_line(module)))
    return markdown(("stage", "needs", "fills", "what it does"), rows)


def first_line(module: str) -> str:
    """Return the first line of a module's docstring, or what is said here of a package that has none."""
    return PACKAGES.get(module) or (inspect.getdoc(import_module(module)) or "").splitlines()[0]


def layer_rows() -> str:
    """Return the layers of imports, the highest first."""
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = config["tool"]["importlinter"]["contracts"][0]["layers"]
    rows = [
        (n, f"`{module}`", first_line(module))
        for n, layer in enumerate(layers, start=1)
        for module in layer.split(" | ")
    ]
    return markdown(("", "module", "what it is"), rows)


def output_layers() -> str:
    """Return the layers of a coding and which of them are filled unless told otherwise."""
    return f"Filled by default: {ticked(DEFAULT_LAYERS)}. On demand: {ticked(EXTRA_LAYERS)}."


def frame_counts() -> str:
    """Return how many frames, and how many words, each event type and mode has."""
    frames = load_frames().entries
    rows: list[tuple[object, ...]] = []
    for kind in (*get_args(closed.EventType), None):
        own = [f for f in frames if f.type == kind]
        if not own:
            continue
        rows.append((f"**{kind or 'none (ACLED only)'}**", "", len(own), *_words(own)))
        modes = Counter(f.mode for f in own if f.mode)
        rows.extend(("", mode, n, *_words([f for f in own if f.mode == mode])) for mode, n in sorted(modes.items()))
    rows.append(("**all**", "", len(frames), *_words(frames)))
    return markdown(("type", "mode", "frames", "verbs", "nouns", "adjectives"), rows)


def _words(frames: Iterable[Any]) -> tuple[int, int, int]:
    found = list(frames)
    verbs, nouns, adjectives = (
        len({w for f in found for w in getattr(f, field)}) for field in ("verb", "noun", "adjective")
    )
    return verbs, nouns, adjectives


def closed_sets() -> str:
    """Return every closed set with its values."""
    rows = [
        (f"`{name}`", ticked(map(str, get_args(value))))
        for name, value in vars(closed).items()
        if not name.startswith("_") and name != "Literal" and get_args(value)
    ]
    return markdown(("set", "values"), rows)


def error_tree() -> str:
    """Return the errors, each with what it means."""
    rows = [
        (f"`{name}`", inspect.getdoc(value))
        for name, value in vars(errors).items()
        if inspect.isclass(value) and issubclass(value, errors.DatelineError)
    ]
    return markdown(("error", "meaning"), rows)


def read_csv(name: str) -> list[dict[str, str]]:
    """Return the rows of a table of the ontology."""
    with (DATA / "ontology" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def plover_table() -> str:
    """Return types and modes with quad, score and the CAMEO code, with Goldstein's value."""
    cameo = {row["code"]: row for row in read_csv("cameo.csv")}
    codes = {(r["type"], r["mode"], r["content"]): r["code"] for r in read_csv("cameo_of.csv")}
    rows = []
    for row in read_csv("plover.csv"):
        key = (row["type"], row["mode"], "")
        own = codes.get(key, codes[row["type"], "", ""])
        value = f"{float(cameo[own]['goldstein']):g}"
        rows.append((row["type"], row["mode"], row["quad"], row["score"], own, cameo[own]["label"].lower(), value))
    return markdown(("type", "mode", "quad", "PLOVER score", "CAMEO", "CAMEO label", "Goldstein"), rows)


def content_table() -> str:
    """Return the CAMEO codes that depend on the content of a speech act."""
    cameo = {row["code"]: row for row in read_csv("cameo.csv")}
    rows = [
        (r["type"], r["mode"], r["content"], r["code"], cameo[r["code"]]["label"].lower())
        for r in read_csv("cameo_of.csv")
        if r["content"]
    ]
    return markdown(("type", "mode", "content", "CAMEO", "CAMEO label"), rows)


def acled_table() -> str:
    """Return ACLED's types."""
    return markdown(
        ("disorder type", "event type", "sub-event type"), [tuple(r.values()) for r in read_csv("acled.csv")]
    )


def context_table() -> str:
    """Return the contexts and the words that show each."""
    data = tomllib.loads((DATA / "ontology" / "contexts.toml").read_text(encoding="utf-8"))
    found: Mapping[str, list[str]] = data["contexts"]
    rows = [(f"`{name}`", ", ".join(found.get(name, [])) or "none: never given") for name in get_args(closed.Context)]
    return markdown(("context", "words that show it"), rows)


def sources() -> str:
    """Return where the entries of the lexicons come from."""
    found = tomllib.loads((DATA / "SOURCES.toml").read_text(encoding="utf-8"))["source"]
    rows = [(f"`{s['key']}`", s["title"], s["licence"], s["how"]) for s in found]
    return markdown(("key", "what", "licence", "how it is used"), rows)


def public_names() -> str:
    """Return the names that ``import dateline`` offers."""
    return ticked(dateline.__all__)


def coverage_table() -> str:
    """Return the curve of coverage against the number of frames, as a table."""
    return table(measure())


def frame_total() -> str:
    """Return one line on the size of the frames lexicon."""
    frames = load_frames()
    return (
        f"The lexicon has {len(frames.entries)} frames for {len(frames.verbs)} verbs, {len(frames.nouns)} nouns and "
        f"{len(frames.adjectives)} adjectives (words that differ in spelling counted apart)."
    )


SHORT = (
    "events.found", "events.type", "events.mode", "events.status", "events.actors", "events.recipients", "events.place",
    "events.start", "events.background", "events.links", "statements.found", "statements.speaker", "commitments.found",
    "scheduled.found", "positions.found",
)  # fmt: skip


def gold_figures() -> str:
    """Return all floors of the gold set, by layer."""
    rows = []
    for key, value in floors().items():
        layer, field, measure_ = (*key.split("."), "")[:3] if key.count(".") > 1 else (*key.split("."), "")
        rows.append((layer, field, measure_, f"{value:.2f}"))
    return markdown(("layer", "field", "measure", "floor"), rows)


def formats_table() -> str:
    """Return the formats that are read, in the order in which they are asked."""
    rows = [
        (f"`{f.name}`", f.what, "yes" if f.many else "", f.told_by, f.gives, f"`{f.extra}`" if f.extra else "")
        for f in FORMATS
    ]
    return markdown(("`--as`", "what it is", "many reports", "how it is told", "what is read of each", "extra"), rows)


def reading_limits() -> str:
    """Return what one source may cost."""
    told = dict(re.findall(r"^ +(\w+): (.+?)(?=\n +\w+: |\Z)", inspect.getdoc(Limits) or "", re.DOTALL | re.MULTILINE))
    limits = Limits()
    rows = [(f"`{f.name}`", f"{getattr(limits, f.name):,}", " ".join(told[f.name].split())) for f in fields(Limits)]
    return markdown(("limit", "size", "of what"), rows)


def floors() -> Mapping[str, float]:
    """Return the pinned figures of the gold set."""
    found: Mapping[str, float] = tomllib.loads((ROOT / "gold" / "floors.toml").read_text(encoding="utf-8"))["figures"]
    return found


def sizes() -> str:
    """Return how much the lexicons, the gazetteer and the gold set hold."""
    actors = [row for path in entry_files() for row in read_entries(path)]
    people = {a.id for a in actors if a.kind == "person"}
    frames, speech, gold = load_frames(), load_speech(), load_gold([ROOT / "gold"])
    with closing(sqlite3.connect(f"file:{DEFAULT_FILE}?mode=ro", uri=True)) as connection:
        places, names = (connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("place", "name"))
    rows: list[tuple[str, int]] = [
        ("places in the gazetteer", places),
        ("names of places", names),
        ("named people", len(people)),
        ("other named actors: organs, parties, groups, companies, media", len({a.id for a in actors} - people)),
        ("frames of events", len(frames.entries)),
        ("cues of statements", len(list(speech.cues()))),
        ("gold cases", len(gold.cases)),
        ("of which whole reports", sum(c.id.startswith("report-") for c in gold.cases)),
        ("events coded by hand in the gold set", sum(len(c.events) for c in gold.cases)),
    ]
    return markdown(("what", "how many"), [(what, f"{n:,}") for what, n in rows])


def office_coverage() -> str:
    """Return how many of the months since 1990 have a known office-holder, by office and for the states named most."""
    given = settings()
    groups = markdown(("office", "states", "how many", "months with a holder", "(nearly) all months"), summary())
    shares = country_shares()
    rows = [
        (code, *(f"{100 * shares[code][office]:.0f}" if office in shares[code] else "" for office in given.offices))
        for code in given.groups["named most"]
    ]
    return f"{groups}\n\n{markdown(('in percents', *given.offices), rows)}"


PARTS: Mapping[str, Callable[[], str]] = {
    "acled-types": acled_table,
    "closed-sets": closed_sets,
    "command-help": command_help,
    "commands": commands,
    "content-codes": content_table,
    "contexts": context_table,
    "coverage": coverage_table,
    "errors": error_tree,
    "example-explained": example_explained,
    "example-table": example_table,
    "example-text": example_text,
    "formats": formats_table,
    "frame-counts": frame_counts,
    "frame-total": frame_total,
    "gold-figures": gold_figures,
    "import-layers": layer_rows,
    "lexicon-fields": lexicon_fields,
    "office-coverage": office_coverage,
    "output-layers": output_layers,
    "plover": plover_table,
    "public-names": public_names,
    "reading-limits": reading_limits,
    "sizes": sizes,
    "sources": sources,
    "stages": stage_table,
    **doc_cost.PARTS,
    **doc_desk.PARTS,
    **doc_exports.PARTS,
    **doc_ledger.PARTS,
    **doc_timelines.PARTS,
}
