"""The form of a ledger file as a JSON Schema, for editors that know nothing of us.

It says what may stand where, and less than the checker does: what is said twice, contradicts or is read nowhere, no
schema tells.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from kb.core.model import Ledger, Property
from kb.core.model.events import MODALITIES, NOT
from kb.core.model.order import SIDES, UNITS
from kb.core.numbers import BOUNDS

Schema = dict[str, object]
ID = "^[a-z0-9]+(-[a-z0-9]+)*$"
PLACE = "^[a-z0-9]+(-[a-z0-9]+)*(#[a-z0-9]+(-[a-z0-9]+)*)?$"
KEY = "^[A-Za-z][A-Za-z0-9]*$"
_DATE = r"(?:(?:early|mid|late)-)?(?:\d{4}|\d{3}X)(?:-\d\d(?:-\d\d)?)?~?"
DATE = f"^{_DATE}(?:/{_DATE})?$"
_TIMES = ("on", "from", "until", "through", "as-of")


def ledger_schema(ledger: Ledger, stances: Iterable[str], seen: Iterable[str]) -> str:
    """The schema as JSON, of the kinds, properties and events that are declared."""
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An entity of the ledger",
        "description": "Made by `kb schema` from docs/facts/schema; do not edit it by hand.",
        **_fields(_entity(ledger), required=("id", "kind", "names")),
        "$defs": _defs(ledger, tuple(stances), tuple(seen)),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _fields(properties: Mapping[str, object], required: Iterable[str] = (), **more: object) -> Schema:
    """A mapping that has no other fields than these."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(required),
        "additionalProperties": False,
        **more,
    }


def _ref(name: str, told: str = "") -> Schema:
    return {"$ref": f"#/$defs/{name}", **({"description": told} if told else {})}


def _entity(ledger: Ledger) -> Schema:
    names = {language: _ref("texts") for language in ledger.naming.languages}
    return {
        "id": _ref("id", "the name of the file"),
        "kind": {"enum": [*ledger.kinds], "description": "one of facts/schema/kinds.yaml"},
        "names": _fields(names, required=("en",)),
        "short": _ref("text", "how tables call it"),
        "also": _ref("texts", "further English forms that prose uses"),
        "part-of": _ref("ids"),
        "stands-for": _ref("id"),
        "ids": _fields({name: _ref("text") for name in ledger.naming.identifiers}),
        "statements": _each("statement"),
        "claims": _each("claim"),
        "judgements": {"type": "array", "items": _ref("judgement")},
    }


def _each(name: str) -> Schema:
    return {"type": "object", "propertyNames": {"pattern": ID}, "additionalProperties": _ref(name)}


def _defs(ledger: Ledger, stances: tuple[str, ...], seen: tuple[str, ...]) -> Schema:
    values = {name: _value(law, ledger) for name, law in ledger.properties.items()}
    common = _common()
    claim = {
        "says": _ref("text", "what the author says, in our words"),
        "stance": {"enum": list(stances)},
        "hedge": _ref("texts"),
        "author": _ref("texts"),
        "terms": _ref("texts"),
    }
    judgement = {"question": _ref("text"), "follow": _ref("place"), "because": _ref("text")}
    return {
        "text": {"type": ["string", "number", "boolean"]},
        "texts": _some(_ref("text")),
        "flag": {"enum": [True, False, "true", "false"]},
        "whole": {"type": ["integer", "string"], "minimum": 0, "pattern": "^[0-9]{1,9}$"},
        "number": {"type": ["number", "string"], "pattern": r"^-?[0-9]{1,15}(\.[0-9]{1,15})?$"},
        "id": {"type": ["string", "integer"], "pattern": ID},
        "ids": _some(_ref("id")),
        "place": {"type": ["string", "integer"], "pattern": PLACE},
        "places": _some(_ref("place")),
        "date": {"type": ["string", "integer"], "pattern": DATE, "minimum": 1000, "maximum": 9000},
        "dates": _some(_ref("date")),
        "count": _count(),
        "length": _fields(
            {**_measure(), "than": _ref("place"), "after": _ref("place"), "before": _ref("place"), **_side()},
            required=("n", "of"),
        ),
        "pointer": {"anyOf": [_ref("place"), _fields({"than": _ref("place"), **_side()}, required=("than",))]},
        "event": _fields(_event(ledger), required=("event",)),
        "evidence": _evidence(seen),
        "statement": _statement(ledger, {**values, **common}),
        "claim": _fields({**common, **claim}, required=("says", "stance")),
        "judgement": {
            **_fields({**judgement, "over": _ref("places"), "open": _ref("places")}, required=("question",)),
            "oneOf": [{"required": ["follow", "over"]}, {"required": ["open"]}],
        },
    }


def _some(one: Schema) -> Schema:
    """One of it, or a list."""
    return {"anyOf": [one, {"type": "array", "items": one}]}


def _value(law: Property, ledger: Ledger) -> Schema:
    """What a property takes, by its range."""
    ways: list[Schema] = []
    if "date" in law.range:
        ways.append(_ref("date"))
    if "count" in law.range:
        ways.append(_ref("count"))
    if "text" in law.range:
        ways.append(_ref("text"))
    if set(law.range) & set(ledger.kinds):
        ways.append(_ref("ids"))
    return {"description": law.label, "anyOf": ways}


def _common() -> Schema:
    """The fields beside the property."""
    pointing = {name: _some(_ref("pointer")) for name in ("after", "before", "during")}
    apart = {name: _some(_ref("length")) for name in ("later", "earlier", "within", "lasts")}
    until = {"anyOf": [_ref("date"), {"enum": ["ongoing", "unknown"]}], "description": "the first day no longer"}
    told = {name: _ref("texts") for name in ("agent", "theme", "to")}
    return {
        "on": _ref("date", "the one day, month or year it speaks of"),
        "from": _ref("date", "the first day"),
        "until": until,
        "through": _ref("date", "the last day"),
        "as-of": _ref("date", "the day a number or a set was true"),
        "checked": _ref("date", "the day it was still so"),
        "as": _ref("text", "in which capacity"),
        "who": _ref("ids"),
        "complete": _ref("flag", "`who` leaves nobody out"),
        "where": _ref("ids"),
        "with": _ref("ids"),
        "dates": _ref("dates"),
        "counts": _some(_ref("count")),
        "articles": _some(_ref("whole")),
        "ordinal": _ref("whole"),
        "number": _ref("text", "of a document"),
        "inferred": _ref("text", "how a value that no quote shows was read all the same"),
        "superseded-by": _ref("place"),
        "planned": _ref("flag", "every source came before the day it tells of"),
        "withdrawn": _fields({"reason": _ref("text"), "day": _ref("date")}, required=("reason", "day")),
        "event": _ref("text"),
        "polarity": {"enum": [NOT]},
        "modality": {"enum": list(MODALITIES)},
        **told,
        "further": _some(_ref("event")),
        "free": _ref("text", "why no event fits"),
        **pointing,
        **apart,
        "evidence": _some(_ref("evidence")),
    }


def _event(ledger: Ledger) -> Schema:
    return {
        "event": {"enum": [*ledger.events]},
        **{name: _ref("texts") for name in ("agent", "theme", "to")},
        "polarity": {"enum": [NOT]},
        "modality": {"enum": list(MODALITIES)},
    }


def _measure() -> Schema:
    return {
        "n": _ref("number"),
        "of": {"enum": list(UNITS)},
        "bound": {"enum": list(BOUNDS)},
        "to": _ref("number"),
    }


def _side() -> Schema:
    return {"side": {"enum": list(SIDES)}}


def _count() -> Schema:
    return _fields({**_measure(), "of": _ref("texts", "the nouns that prose may use")}, required=("n", "of"))


def _evidence(seen: tuple[str, ...]) -> Schema:
    fields = {
        "by": {"type": "string", "pattern": KEY, "description": "the key of an entry in refs.bib"},
        "at": _ref("text", "the place: ¶ 3, Art. 4(2), p. 12, heading …"),
        "quote": _ref("text", "at most twelve words, verbatim"),
        "seen": {"enum": list(seen), "description": "how much of the source was seen"},
    }
    return _fields(fields, required=("by", "seen"))


def _statement(ledger: Ledger, fields: Mapping[str, object]) -> Schema:
    """Exactly one property, and what that asks for."""
    one = [{"required": [name]} for name in ledger.properties]
    laws = [law for name in ledger.properties for law in _laws(ledger.properties[name])]
    told = {**fields, "event": {"enum": [*ledger.events]}}
    return {**_fields(told), "oneOf": one, "allOf": laws}


def _laws(law: Property) -> Iterable[Schema]:
    """What must stand beside a property, and in which words."""
    needed = [name for name in law.required if name != "time"]
    words = {field: {"enum": list(known)} for field, known in law.enum.items()}
    then: Schema = ({"required": needed} if needed else {}) | ({"properties": words} if words else {})
    if "time" in law.required:
        then["anyOf"] = [{"required": [name]} for name in _TIMES]
    if then:
        yield {"if": {"required": [law.name]}, "then": then}
