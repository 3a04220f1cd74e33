"""Reads the statements and claims of an entity, each with what it rests on."""

from __future__ import annotations

import re
from dataclasses import replace

from kb.core.finding import Finding
from kb.core.model import Statement, Value
from kb.core.nearest import did_you_mean
from kb.load.counts import count, counts
from kb.load.events import TYPED, events
from kb.load.evidence import evidence
from kb.load.fields import Fields, is_name, one_of
from kb.load.ordering import ORDER, orders
from kb.load.schema import Schema
from kb.load.withdrawals import withdrawal
from kb.load.yaml_marks import Located

OPEN_ENDS = ("ongoing", "unknown")
TAKEN = re.compile(r"kb-|judgement-\d|id\d")
"""A statement's name is a place on the page of its entity, which has places of its own."""
COMMON = (
    frozenset(
        "on from until through as-of checked as who complete where with dates counts articles ordinal number"
        " inferred superseded-by planned withdrawn evidence".split()
    )
    | ORDER
    | TYPED
)
CLAIM = frozenset("says stance hedge author terms".split())


def statements(located: Located | None, entity: str, schema: Schema, faults: list[Finding]) -> list[Statement]:
    """The statements of an entity, each with exactly one property."""
    made = []
    for slug, body in (Fields(located, faults, "statements").located.items if located else {}).items():
        before, fields = len(faults), Fields(body, faults, f"the statement {slug!r}")
        properties = [name for name in body.items if name in schema.properties]
        if len(properties) != 1:
            known = [name for name in body.items if name not in COMMON]
            hint = did_you_mean(known[0], schema.properties) if known else ""
            text = f"the statement {slug!r} has {len(properties) or 'no'} properties, against exactly one"
            fields.fault(body.key, text, hint or "a property is one of facts/schema/properties.yaml")
        statement = (
            _statement(fields, f"{entity}#{slug}", properties[0], schema, body) if len(properties) == 1 else None
        )
        if statement is not None:
            made.append(statement)
        else:
            faults[before:] = [replace(fault, leaves_out=True) for fault in faults[before:]]
    return made


def claims(located: Located | None, entity: str, schema: Schema, faults: list[Finding]) -> list[Statement]:
    """The claims of an entity: what somebody says, and in which stance."""
    made = []
    for slug, body in (Fields(located, faults, "claims").located.items if located else {}).items():
        fields = Fields(body, faults, f"the claim {slug!r}")
        says, stance = fields.text("says", required=True), fields.text("stance", required=True)
        if stance and stance not in schema.stances:
            fields.fault(fields.marks["stance"], f"there is no stance {stance!r}", one_of(stance, schema.stances))
        if says and stance:
            made.append(_statement(fields, f"{entity}#{slug}", "says", schema, body, says, stance))
    return [claim for claim in made if claim is not None]


def _statement(
    fields: Fields,
    id: str,
    property: str,
    schema: Schema,
    body: Located,
    says: str | None = None,
    stance: str | None = None,
) -> Statement | None:
    subject, _, slug = id.partition("#")
    if not is_name(slug) or TAKEN.match(slug) or slug == subject:
        help = "use a to z, digits and single hyphens; the id of the entity, `kb-…`, `judgement-1` and `id1` are taken"
        fields.fault(body.key, f"the name {slug!r} cannot be a place on the page of the entity", help)
    value: Value | None = says if says is not None else _value(fields, property, schema)
    if says is not None:
        fields.marks["value"] = fields.marks["says"]
    until = fields.raw("until")
    open_end = until.text if until is not None and until.text in OPEN_ENDS else None
    made = (
        None
        if value is None
        else Statement(
            id=id,
            subject=id.partition("#")[0],
            property=property,
            value=value,
            evidence=evidence(fields.raw("evidence"), fields),
            mark=body.key,
            marks=fields.marks,
            on=fields.date("on"),
            from_=fields.date("from"),
            until=None if open_end else fields.date("until"),
            through=fields.date("through"),
            as_of=fields.date("as-of"),
            open_end=open_end,
            checked=fields.date("checked"),
            as_=fields.text("as"),
            who=fields.texts("who"),
            complete=fields.flag("complete"),
            where=fields.texts("where"),
            with_=fields.texts("with"),
            dates=fields.dates("dates"),
            counts=counts(fields, "counts"),
            orders=orders(fields),
            articles=fields.numbers("articles"),
            ordinal=fields.number("ordinal"),
            number=fields.text("number"),
            inferred=fields.text("inferred"),
            superseded_by=fields.text("superseded-by"),
            planned=fields.flag("planned"),
            stance=stance,
            hedge=fields.texts("hedge") if stance else (),
            author=fields.texts("author") if stance else (),
            terms=fields.texts("terms") if stance else (),
            events=events(fields, schema.events),
            free=fields.text("free"),
            withdrawn=withdrawal(fields),
        )
    )
    fields.close(COMMON | CLAIM if stance else COMMON)
    if open_end == "ongoing" and "checked" not in fields.marks:
        fields.fault(fields.marks["until"], "`until: ongoing` has no check date", "add `checked:`, the day it was so")
    if until is not None and "through" in fields.marks:
        fields.fault(fields.marks["through"], "both `until` and `through` are given", "keep what the source says")
    return made


def _value(fields: Fields, property: str, schema: Schema) -> Value | None:
    declared = schema.properties[property]
    found = fields.raw(property, "value")
    if found is None:
        return None
    if "date" in declared.range:
        return fields.as_date(found, property)
    if isinstance(found.value, dict):
        if "count" not in declared.range:
            fields.fault(found.mark, f"{property!r} takes no count", f"it takes {', '.join(declared.range)}")
            return None
        made = count(fields, found, property)
        fields.marks["value.n"] = fields.marks.get(f"{property}.n", found.mark)
        return made
    if "text" in declared.range:
        return fields.as_text(found, property)
    return fields.texts_of(found, property) or None
