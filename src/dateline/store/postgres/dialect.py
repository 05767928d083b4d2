"""From the ledger's SQL, written for SQLite, to PostgreSQL's: each statement is translated once and remembered."""

import re
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import sqlglot
from sqlglot import exp

from dateline.store.postgres.columns import Table, tables

_MOST_REMEMBERED = 4_096
_MARKS = re.compile(r"'(?:[^']|'')*'|\bIN \(((?:\?(?:, ?\?)*)?)\)|(\?)(\d*)|:([a-z_]\w*)", re.IGNORECASE)
_MARK = re.compile(r"%%\((\w+)\)s")
_TRUE_OR_FALSE = (
    exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.And, exp.Or, exp.Not, exp.Is, exp.In, exp.Like, exp.ILike,
    exp.Between, exp.Exists, exp.NullSafeEQ, exp.NullSafeNEQ,
)  # fmt: skip
_COMPARED = (exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.NullSafeEQ, exp.NullSafeNEQ)
_COUNTED = (exp.Add, exp.Sub, exp.Coalesce, exp.Max, exp.Min, exp.Sum, exp.Greatest, exp.Least)
_CONDITIONED = (exp.And, exp.Or, exp.Not, exp.Where, exp.Having, exp.If)
Node = Any
"""A node of sqlglot's trees, whose types differ from version to version."""
Place = int | tuple[int, int] | str
"""Where the value of a mark stands among those given: a number, a stretch for a list, or a name."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A statement with a name in place of each mark, one for a whole list, and where the value of each stands."""

    sql: str
    places: Mapping[str, Place]


@dataclass(frozen=True, slots=True)
class Translated:
    """A statement in PostgreSQL's words; ``queries`` are the marks that stand for full-text queries."""

    sql: str
    queries: frozenset[str]
    gives_key: bool


@lru_cache(_MOST_REMEMBERED)
def marked(sql: str) -> Marked:
    """Return a statement with named marks: ``?``, ``?2`` and ``:name`` may all stand in it."""
    places: dict[str, Place] = {}
    last = 0

    def named(found: re.Match[str]) -> str:
        nonlocal last
        listed, mark, number, name = found.groups()
        if listed is not None:
            start, last = last, last + listed.count("?")
            places[f"l{start}"] = (start, last)
            return f"IN (:l{start})"
        if mark:
            at = int(number) if number else last + 1
            last = max(last, at)
            places[f"p{at}"] = at - 1
            return f":p{at}"
        if name:
            places[name] = name
        return found.group()

    return Marked(_MARKS.sub(named, sql), places)


@lru_cache(_MOST_REMEMBERED)
def translate(sql: str) -> Translated:
    """Return a statement with named marks in PostgreSQL's words.

    Raises:
        sqlite3.OperationalError: It cannot be read.
    """
    try:
        tree: Node = sqlglot.parse_one(sql, read="sqlite")
    except sqlglot.errors.SqlglotError as error:
        raise sqlite3.OperationalError(f"is no SQL ({str(error).splitlines()[0]})") from error
    queries = frozenset(str(match.expression.name) for match in tree.find_all(exp.Match))
    gives_key = isinstance(tree, exp.Insert) and _insert(tree)
    for node in list(tree.walk()):
        for change in _CHANGES.get(type(node), ()):
            change(node)
    for node in list(tree.walk()):
        _tell_truth(node)
    said = _MARK.sub(r"%(\1)s", tree.sql("postgres", identify=True).replace("%", "%%"))
    return Translated(said, queries, gives_key)


def translate_view(sql: str) -> str:
    """Return the statement that makes a view in PostgreSQL's words."""
    return translate(sql).sql.replace("%%", "%")


def _insert(tree: Node) -> bool:
    """Write what follows from a row that is there already in PostgreSQL's way; tell whether the new key is returned."""
    table = tables().get(tree.find(exp.Table).name)
    alternative, conflict = tree.args.get("alternative"), tree.args.get("conflict")
    tree.set("alternative", None)
    if alternative == "IGNORE":
        tree.set("conflict", exp.OnConflict(action=exp.Var(this="DO NOTHING")))
    elif alternative == "REPLACE" and table:
        tree.set("conflict", _replaced(tree, table))
    elif conflict is not None and table:
        conflict.set("conflict_keys", [exp.to_identifier(name) for name in table.conflicts])
    if table is None or table.key is None or tree.args.get("conflict"):
        return False
    tree.set("returning", exp.Returning(expressions=[exp.column(table.key)]))
    return True


def _replaced(tree: Node, table: Table) -> Node:
    """Return what stands for OR REPLACE: the values of the new row, and a new number where rows are numbered."""
    given = {column.name for column in tree.this.expressions} if isinstance(tree.this, exp.Schema) else set()
    changed = [name for name in table.columns if name not in table.conflicts and (name in given or not given)]
    if table.key and table.key not in (*table.conflicts, *changed):
        changed.append(table.key)
    sets = [exp.EQ(this=exp.column(name), expression=exp.column(name, table="excluded")) for name in changed]
    return exp.OnConflict(
        action=exp.Var(this="DO UPDATE"), conflict_keys=[exp.to_identifier(name) for name in table.conflicts],
        expressions=sets,
    )  # fmt: skip


def _list(node: Node) -> None:
    """``x IN (list)``, where one mark stands for the list."""
    marks = node.expressions
    if len(marks) == 1 and isinstance(marks[0], exp.Placeholder) and str(marks[0].name).startswith("l"):
        node.replace(exp.EQ(this=node.this, expression=exp.Any(this=exp.Paren(this=marks[0]))))


def _without_case(node: Node) -> None:
    """``a = b COLLATE NOCASE`` compares both sides without case."""
    if isinstance(node.parent, _COMPARED):
        for side in ("this", "expression"):
            value = node.parent.args[side]
            bare = value.this if isinstance(value, exp.Collate) else value
            node.parent.set(side, exp.Lower(this=bare))
    elif node.parent is not None:
        node.replace(exp.Lower(this=node.this))


def _function(node: Node) -> None:
    """The few functions that PostgreSQL calls otherwise; the only ``date`` is the Monday of a day's week."""
    if node.name.upper() == "DATE":
        node.replace(exp.Anonymous(this="monday_of", expressions=node.expressions[:1]))
    elif node.name == "bm25":
        node.replace(exp.Neg(this=_called("ts_rank_cd", exp.column("words"), _query(node))))
    elif node.name == "snippet":
        node.replace(_headline(node))


def _headline(node: Node) -> Node:
    """Return PostgreSQL's snippet of a report's text; SQLite's names a table, a column, marks and a length."""
    _, _, begin, end, between, words = node.expressions
    text = sqlglot.parse_one("(SELECT text FROM report WHERE report_key = rowid)", read="postgres")
    options = exp.Literal.string(
        f'", MaxFragments=2, FragmentDelimiter="{between.name}", MaxWords={words.name}, MinWords=8'
    )
    pieces: Sequence[Node] = (
        exp.Literal.string('StartSel="'), begin, exp.Literal.string('", StopSel="'), end, options
    )  # fmt: skip
    told = pieces[0]
    for piece in pieces[1:]:
        told = exp.DPipe(this=told, expression=piece)
    return _called("ts_headline", exp.Literal.string("dateline"), text, _query(node), told)


def _match(node: Node) -> None:
    node.replace(exp.MatchAgainst(this=_asked(node.expression), expressions=[exp.column("words")]))


def _query(node: Node) -> Node:
    """Return the full-text query of the SELECT in which something stands."""
    found = node.find_ancestor(exp.Select)
    match = found.find(exp.MatchAgainst)
    return match.this.copy() if match else _asked(found.find(exp.Match).expression)


def _asked(mark: Node) -> Node:
    return _called("to_tsquery", exp.Literal.string("dateline"), mark.copy())


def _called(name: str, *values: Node) -> Node:
    return exp.Anonymous(this=name, expressions=list(values))


def _json(node: Node) -> None:
    """``json_extract(x, '$[0][0]')``: whole numbers alone are asked for."""
    path = ",".join(str(part.this) for part in node.expression.expressions[1:])
    value = exp.JSONBExtractScalar(
        this=exp.cast(node.this, "jsonb"), expression=exp.Literal.string(f"{{{path}}}")
    )  # fmt: skip
    node.replace(exp.cast(exp.Paren(this=value), "bigint"))


def _hex(node: Node) -> None:
    node.replace(exp.Upper(this=_called("encode", node.this, exp.Literal.string("hex"))))


def _joined(node: Node) -> None:
    """Values that are joined are text here, and the mark between them is never left out."""
    node.set("this", exp.cast(node.this, "text"))
    node.set("separator", node.args.get("separator") or exp.Literal.string(","))


def _table(node: Node) -> None:
    node.set("indexed", None)


def _join(node: Node) -> None:
    if node.args.get("kind") == "CROSS" and (node.args.get("on") or node.args.get("using")):
        node.set("kind", None)


def _subquery(node: Node) -> None:
    """A SELECT in FROM has a name here."""
    if isinstance(node.parent, (exp.From, exp.Join)) and not node.alias:
        node.set("alias", exp.TableAlias(this=exp.to_identifier("q" if isinstance(node.parent, exp.From) else "j")))


def _limit(node: Node) -> None:
    """A limit of -1 is none."""
    if isinstance(node.expression, exp.Placeholder):
        node.set("expression", exp.Nullif(this=node.expression.copy(), expression=exp.Literal.number(-1)))


def _like(node: Node) -> None:
    node.replace(exp.ILike(this=node.this, expression=node.expression))


def _near(node: Node) -> None:
    """``distance_km(…) <= km`` is asked in one, for which there may be an index."""
    if isinstance(node.this, exp.Anonymous) and node.this.name == "distance_km":
        node.replace(_called("near", *node.this.expressions, node.expression))


_CHANGES: Mapping[type, Sequence[Callable[[Node], None]]] = {
    exp.In: (_list,), exp.Collate: (_without_case,), exp.Anonymous: (_function,), exp.Match: (_match,),
    exp.JSONExtract: (_json,), exp.JSONExtractScalar: (_json,), exp.Hex: (_hex,), exp.GroupConcat: (_joined,),
    exp.Table: (_table,), exp.Join: (_join,), exp.Subquery: (_subquery,), exp.Limit: (_limit,), exp.Like: (_like,),
    exp.LTE: (_near,),
}  # fmt: skip


def _tell_truth(node: Node) -> None:
    """Part what is true or false from 1 and 0, which are one in SQLite."""
    if isinstance(node, _CONDITIONED):
        for name in ("this", "expression"):
            if not (isinstance(node, exp.If) and isinstance(node.parent, exp.Case) and node.parent.this):
                _as_truth(node, name)
    elif isinstance(node, exp.Join):
        _as_truth(node, "on")
    if isinstance(node, _TRUE_OR_FALSE) and _as_number(node):
        node.replace(exp.cast(exp.Paren(this=node.copy()), "int"))


def _as_truth(node: Node, name: str) -> None:
    value = node.args.get(name)
    if isinstance(value, exp.Paren):
        _as_truth(value, "this")
    elif isinstance(value, exp.Column) or (isinstance(value, exp.Literal) and not value.is_string):
        node.set(name, exp.NEQ(this=value.copy(), expression=exp.Literal.number(0)))


def _as_number(node: Node) -> bool:
    """Tell whether something true or false stands where a number is wanted."""
    around = node.parent
    while isinstance(around, exp.Paren):
        around = around.parent
    if isinstance(around, exp.If):
        return bool(node.arg_key == "true")
    return isinstance(around, (*_COMPARED, *_COUNTED))
