"""The JSON Schema of a coding, generated from the records."""

import dataclasses
import inspect
from typing import Any

import msgspec

from dateline.model import base, coding, entities, event, plans, predicate, report, speech

_MODULES = (base, coding, entities, event, plans, predicate, report, speech)
_TITLE = "A report coded by dateline"


def coding_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) that every coding keeps to; closed sets are enums."""
    schema = msgspec.json.schema(coding.Coding)
    definitions = schema["$defs"]
    for name, kind in _records().items():
        if name in definitions:
            definitions[name]["description"] = inspect.cleandoc(kind.__doc__ or "")
            definitions[name]["additionalProperties"] = False
            _always_written(definitions[name], kind)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": _TITLE, **schema}


def _records() -> dict[str, type]:
    found = (kind for module in _MODULES for kind in vars(module).values())
    return {kind.__name__: kind for kind in found if isinstance(kind, type) and dataclasses.is_dataclass(kind)}


def _always_written(definition: dict[str, Any], kind: type) -> None:
    """Require every field of a record; of a coding's layers none, since those not asked for are left out."""
    if kind is coding.Coding:
        definition["required"] = ["schema", "report"]
        for name in coding.LAYERS:
            definition["properties"][name] = _not_null(definition["properties"][name])
    else:
        definition["required"] = list(definition["properties"])


def _not_null(layer: dict[str, Any]) -> dict[str, Any]:
    return next(option for option in layer["anyOf"] if option.get("type") != "null")
