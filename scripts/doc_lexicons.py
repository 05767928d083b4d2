"""The fields of every lexicon file, read from the records that read them, and the check of the files' form.

A TOML file belongs to the record that takes it: every record refuses fields that it does not know, so that one fits.
"""

import ast
import csv
import inspect
import pkgutil
import re
import textwrap
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec

import dateline.lexicon
from dateline.lexicon.files import DATA, files_in

Record = type[msgspec.Struct]


def lexicon_fields() -> str:
    """Return a section for each format of lexicon files: TOML by its record, CSV by its columns."""
    return "\n\n".join([*map(toml_section, sorted(toml_formats().items(), key=lambda f: f[1])), *csv_sections()])


@cache
def records() -> tuple[Record, ...]:
    """Return every record of the lexicon readers."""
    found: list[Record] = []
    for info in pkgutil.walk_packages(dateline.lexicon.__path__, "dateline.lexicon."):
        module = import_module(info.name)
        found += [
            v
            for v in vars(module).values()
            if inspect.isclass(v) and issubclass(v, msgspec.Struct) and v.__module__ == module.__name__
        ]
    return tuple(r for r in found if msgspec.structs.fields(r))


def readers_of(path: Path) -> list[Record]:
    """Return the records that a TOML file fits."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return [r for r in records() if _fits(data, r)]


def _fits(data: dict[str, Any], record: Record) -> bool:
    try:
        msgspec.convert(data, record)
    except msgspec.ValidationError:
        return False
    return True


def toml_formats() -> dict[Record, list[str]]:
    """Return the files that each record reads, by their names below the data folder."""
    out: dict[Record, list[str]] = defaultdict(list)
    for path in files_in(DATA):
        if path.name != "SOURCES.toml":
            for record in readers_of(path):
                out[record].append(path.relative_to(DATA).as_posix())
    return dict(out)


def toml_section(found: tuple[Record, list[str]]) -> str:
    """Return the section on one format, with what the files' own comments say."""
    record, files = found
    head, told = comments((DATA / files[0]).read_text(encoding="utf-8"))
    names = ", ".join(f"`{f}`" for f in files)
    about = [head] if len(files) == 1 and head else []
    return "\n\n".join([f"### {names}", *about, *(record_table(r, told.get(table, {})) for table, r in nested(record))])


def comments(toml: str) -> tuple[str, dict[str, dict[str, str]]]:
    """Return the comment at the head of a file, and by table and key the comments that stand right above the keys."""
    head: list[str] = []
    told: dict[str, dict[str, str]] = defaultdict(dict)
    above: list[str] = []
    table, begun = "", False
    for line in toml.splitlines():
        key = re.match(r"([\w-]+)\s*=", line)
        name = re.match(r"\[{1,2}([\w.-]+)\]", line)
        if line.startswith("#"):
            above.append(line.removeprefix("#").removeprefix(" ").rstrip())
            continue
        if not begun:
            head, above, begun = above, [], True
        if name:
            table = name[1].rpartition(".")[2]
            told[""].setdefault(table, " ".join(" ".join(above).split()))
        elif key:
            told[table].setdefault(key[1], " ".join(" ".join(above).split()))
        above = []
    text = " ".join(head)
    return ("```text\n" + "\n".join(head) + "\n```" if "  " in text else text), told


def nested(record: Record) -> list[tuple[str, Record]]:
    """Return a record and the records in its fields, each once, with the name of the field."""
    out = [("", record)]
    for _, kind in out:
        for name, hint in get_type_hints(kind).items():
            known = {r for _, r in out}
            out += [(name, r) for r in _structs(hint) if r not in known]
    return out


def _structs(hint: object) -> Iterator[Record]:
    if inspect.isclass(hint) and issubclass(hint, msgspec.Struct):
        yield hint
    for part in get_args(hint):
        yield from _structs(part)


def record_table(record: Record, told: Mapping[str, str]) -> str:
    """Return what a record is, and its fields; ``told`` is what a file says of them."""
    about = " ".join((record.__doc__ or "").split()) if "__doc__" in vars(record) else ""
    source = _fields_of(record)
    lines = [
        f"`{record.__name__.lstrip('_')}`. {about}".rstrip(),
        "",
        "| field | type | default | meaning |",
        "|---|---|---|---|",
    ]
    for field in msgspec.structs.fields(record):
        kind, meaning = source.get(field.name, ("", ""))
        meaning = (meaning or told.get(field.encode_name, "")).replace("|", "\\|")
        default = "required" if field.required else f"`{_default(field)}`".replace("|", "\\|")
        lines.append(f"| `{field.encode_name}` | `{kind.replace('|', 'or')}` | {default} | {meaning} |")
    return "\n".join(lines)


def _default(field: msgspec.structs.FieldInfo) -> str:
    value = field.default if field.default is not msgspec.NODEFAULT else field.default_factory()
    if isinstance(value, frozenset) and value:
        return "{" + ", ".join(repr(v) for v in sorted(value)) + "}"  # a set has no order of its own
    return type(value).__name__ if isinstance(value, msgspec.Struct) else str(value).replace("frozenset()", "()")


def _fields_of(record: Record) -> dict[str, tuple[str, str]]:
    """Return the type and the docstring of each field, as the source has them, bases included."""
    out: dict[str, tuple[str, str]] = {}
    for kind in reversed(record.__mro__):
        if kind.__module__.startswith("dateline."):
            body = ast.parse(textwrap.dedent(inspect.getsource(kind))).body[0]
            out |= dict(_annotated(body.body)) if isinstance(body, ast.ClassDef) else {}
    return out


def _annotated(body: list[ast.stmt]) -> Iterator[tuple[str, tuple[str, str]]]:
    for node, after in zip(body, [*body[1:], None], strict=True):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            told = after.value if isinstance(after, ast.Expr) else None
            words = told.value if isinstance(told, ast.Constant) and isinstance(told.value, str) else ""
            yield node.target.id, (ast.unparse(node.annotation), " ".join(words.split()))


def csv_sections() -> Iterator[str]:
    """Yield one section for each set of columns that CSV files have."""
    formats: dict[tuple[str, ...], list[str]] = defaultdict(list)
    rows: dict[str, int] = {}
    for path in files_in(DATA, ".csv"):
        with path.open(encoding="utf-8", newline="") as file:
            head, *body = csv.reader(file)
        name = path.relative_to(DATA).as_posix()
        formats[tuple(head)].append(name)
        rows[name] = len(body)
    for columns, files in sorted(formats.items(), key=lambda f: f[1]):
        names = ", ".join(f"`{f}` ({rows[f]:,} rows)" for f in files)
        yield f"### {names}\n\nColumns: {', '.join(f'`{c}`' for c in columns)}."
