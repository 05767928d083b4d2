"""The JSON Schema, the codings and the published example agree."""

import json

import pytest
from jsonschema import Draft202012Validator

from dateline.coder import Coder
from dateline.export.rows.lines import as_dict, encode
from dateline.export.schema import coding_schema
from dateline.model.coding import LAYERS
from dateline.model.event import Event
from dateline.parse.parser import Parser

TEXTS = [
    "France pledged 300 million euros of military aid to Moldova on Monday, its defence minister said.",
    "The Sudanese army shelled a market in Omdurman on Friday, killing at least 12, after talks in Jeddah collapsed.",
    "Ministers will meet in Vienna in July. Turkey supports the plan but Hungary opposes Ukraine's membership in NATO.",
    "",
]
EVENT_FIELDS = (
    "id main type mode modes contexts content cameo quad goldstein acled trigger mentions sentence actors recipients "
    "means place place_span start end time status factuality background attribution quantities part_of links "
    "alternatives rule confidence evidence"
)


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = coding_schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize("text", TEXTS, ids=["pledge", "attack", "plans", "empty"])
def test_codings_keep_to_the_schema(validator: Draft202012Validator, parser: Parser, text: str) -> None:
    coding = Coder(parser=parser, layers="all").code(text, published="2024-05-02")
    assert [e.message for e in validator.iter_errors(json.loads(encode(coding)))] == []


def test_schema_refuses_a_value_outside_a_closed_set(validator: Draft202012Validator, parser: Parser) -> None:
    coding = json.loads(encode(Coder(parser=parser).code(TEXTS[1], published="2024-05-02")))
    coding["events"][0]["status"] = "happened"
    assert not validator.is_valid(coding)


def test_schema_has_the_fields_of_the_published_format() -> None:
    found = coding_schema()["$defs"]
    assert set(EVENT_FIELDS.split()) <= set(found["Event"]["properties"])
    assert set(LAYERS) | {"schema", "report"} == set(found["Coding"]["properties"])
    assert found["Event"]["properties"]["status"]["enum"] == sorted(
        ["occurred", "ongoing", "attempted", "prevented", "planned", "hypothetical", "negated", "denied"]
    )
    assert found["Event"]["description"] == Event.__doc__


def test_encode_leaves_out_layers_that_were_not_filled(parser: Parser) -> None:
    assert set(as_dict(Coder(parser=parser, layers="times").code(TEXTS[0]))) == {"schema", "report", "times"}
