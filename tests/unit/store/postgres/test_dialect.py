"""The ledger's SQL in PostgreSQL's words, without a server."""

import sqlite3

import pytest

from dateline.errors import LedgerError
from dateline.store.address import Server, read_address
from dateline.store.postgres.columns import tables
from dateline.store.postgres.dialect import marked, translate
from dateline.store.postgres.queries import read_query

SAID = {
    "marks": ("SELECT a FROM t WHERE a = ? OR b = ?2", 'WHERE "a" = %(p1)s OR "b" = %(p2)s'),
    "a list": ("SELECT a FROM t WHERE a IN (?, ?, ?) AND b = ?", '"a" = ANY(%(l0)s) AND "b" = %(p4)s'),
    "a name that is a word of SQL": ("SELECT e.end FROM event e", '"e"."end"'),
    "a sign against an index": ("SELECT a FROM t WHERE +e.a = 1", 'WHERE "e"."a" = 1'),
    "an order of tables": ("SELECT a FROM t CROSS JOIN u USING (a)", 'FROM "t" JOIN "u" USING ("a")'),
    "an index by name": ("SELECT a FROM t INDEXED BY t_a", 'SELECT "a" FROM "t"'),
    "nothing comes first": ("SELECT a FROM t ORDER BY a DESC", "DESC NULLS LAST"),
    "equal to nothing": ("SELECT a FROM t WHERE a IS ?", "IS NOT DISTINCT FROM %(p1)s"),
    "without case": ("SELECT a FROM t WHERE a = ? COLLATE NOCASE", 'LOWER("a") = LOWER(%(p1)s)'),
    "alike": ("SELECT a FROM t WHERE a LIKE 'x@%'", "\"a\" ILIKE 'x@%%'"),
    "a number as truth": ("SELECT a FROM t WHERE NOT t.live AND b = 1", 'NOT "t"."live" <> 0 AND "b" = 1'),
    "truth as a number": ("SELECT sum(a IS NULL) FROM t", 'SUM(CAST(("a" IS NULL) AS INT))'),
    "no limit": ("SELECT a FROM t LIMIT ?", "LIMIT NULLIF(%(p1)s, -1)"),
    "a select without a name": ("SELECT count(*) FROM (SELECT 1 FROM t)", ') AS "q"'),
    "the first of a span": ("SELECT json_extract(e.spans, '$[0][1]') FROM e", "#>> '{0,1}') AS BIGINT)"),
    "once": ("INSERT OR IGNORE INTO band VALUES (?, ?)", "ON CONFLICT DO NOTHING"),
    "anew": ("INSERT OR REPLACE INTO pair VALUES (?, ?, ?)", '("a", "b") DO UPDATE SET "share" = "excluded"."share"'),
    "anew, with a new number": (
        "INSERT OR REPLACE INTO stale (report_key) SELECT 1",
        'ON CONFLICT("report_key") DO UPDATE SET "serial" = "excluded"."serial"',
    ),
    "the key of a new row": ("INSERT INTO name (folded) VALUES (?)", 'RETURNING "name_key"'),
    "words": ("SELECT rowid FROM reports_fts WHERE reports_fts MATCH ?", "\"words\" @@ TO_TSQUERY('dateline', %(p1)s)"),
    "how far": ("SELECT a FROM t WHERE distance_km(a, b, ?, ?) <= ?", "NEAR("),
}  # fmt: skip


@pytest.mark.parametrize(("sql", "said"), SAID.values(), ids=SAID)
def test_sqlite_words_are_said_in_postgresqls(sql: str, said: str) -> None:
    assert said in translate(marked(sql).sql).sql


def test_marks_stand_for_values_by_number_by_name_and_in_lists() -> None:
    form = marked("SELECT ':no ?' FROM t WHERE a = ? AND b IN (?, ?) AND c = ?1 AND d = :name AND e IN () AND f = ?")
    assert form.places == {"p1": 0, "l1": (1, 3), "name": "name", "l3": (3, 3), "p4": 3}
    assert "':no ?'" in form.sql


QUERIES = {
    "ceasefire talks": "'ceasefire' & 'talks'",
    '"ceasefire talks"': "('ceasefire' <-> 'talks')",
    "ceasef*": "'ceasef':*",
    "talks AND (truce OR peace)": "'talks' & (('truce' | 'peace'))",
    "talks NOT truce": "'talks' & !('truce')",
    "title: talks": "'talks':A",
    '"o\'clock"': "('o' <-> 'clock')",
    "one + two": "('one' <-> 'two')",
}


@pytest.mark.parametrize(("query", "said"), QUERIES.items())
def test_queries_are_said_in_postgresqls_words(query: str, said: str) -> None:
    assert read_query(query) == said


@pytest.mark.parametrize("query", ["", "AND", "talks AND", '"', "(talks", "talks)", "a-b", "NEAR(a b)", '"!"'])
def test_what_is_no_query_is_refused(query: str) -> None:
    with pytest.raises(sqlite3.OperationalError):
        read_query(query)


def test_an_address_names_a_schema_and_shows_no_password() -> None:
    server = read_address("postgres://ana:secret@db.example:5433/news?sslmode=require&schema=desk")
    assert server == Server("postgresql://ana:secret@db.example:5433/news?sslmode=require", "desk")
    assert str(server) == "postgresql://ana:…@db.example:5433/news?sslmode=require&schema=desk"
    assert read_address("postgresql:///news") == Server("postgresql:///news")
    assert "secret" not in str(read_address("postgresql:///news?password=secret"))
    with pytest.raises(LedgerError, match="cannot be a schema"):
        read_address("postgresql:///news?schema=Robert'); --")


def test_rows_take_the_place_of_others_by_what_is_unique() -> None:
    found = tables()
    assert (found["stale"].conflicts, found["stale"].key) == (("report_key",), "serial")
    assert (found["event_count"].conflicts, found["event_count"].key) == (
        ("day", "type", "country", "source", "status"), None,
    )  # fmt: skip
