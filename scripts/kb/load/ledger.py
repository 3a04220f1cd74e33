"""Reads an entity file of the ledger: one entity with its statements, claims and judgements."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import PurePosixPath

from kb.finding import Finding, impossible
from kb.load.bibtex import PLAIN_KEY
from kb.load.fields import Fields, closest, is_name
from kb.load.ordering import ORDER, orders
from kb.load.schema import Schema
from kb.load.yaml_marks import Located, read
from kb.mark import Mark
from kb.model import Entity, Evidence, Judgement, Name, Statement, Value
from kb.places import may_be_called

OPEN_ENDS = ("ongoing", "unknown")
SEEN = ("full", "excerpt")
TAKEN = re.compile(r"kb-|judgement-\d|id\d")
"""A statement's name is a place on the page of its entity, which has places of its own."""


@lru_cache(maxsize=4096)
def entity(path: str, data: bytes, schema: Schema) -> tuple[Entity | None, tuple[Finding, ...]]:
    """Read one entity file; faults of form come back as findings and never stop the reading."""
    root, faults = read(path, data)
    found = list(faults)
    if root is None:
        return None, tuple(found) or (_nothing(path),)
    fields = Fields(root, found, "the entity")
    name = fields.text("id", required=True) or PurePosixPath(path).stem
    if name != PurePosixPath(path).stem and "id" in fields.marks:
        fields.fault(fields.marks["id"], f"the id {name!r} is not the name of the file", "let both be the same")
    kind = fields.text("kind", required=True) or ""
    statements = [
        *_statements(fields.raw("statements"), name, schema, found),
        *_claims(fields.raw("claims"), name, schema, found),
    ]
    made = Entity(
        id=name,
        kind=kind,
        names=_names(fields.raw("names"), fields),
        also=fields.texts("also"),
        part_of=fields.texts("part-of"),
        ids=_ids(fields.raw("ids"), fields),
        statements=tuple(statements),
        judgements=_judgements(fields.raw("judgements"), name, found),
        stands_for=fields.text("stands-for"),
        short=fields.text("short"),
        mark=root.mark,
        marks=fields.marks,
    )
    if kind and kind not in schema.kinds:
        fields.fault(fields.marks["kind"], f"there is no kind {kind!r}", _one_of(kind, schema.kinds))
    fields.close()
    return made, tuple(found)


def _nothing(path: str) -> Finding:
    return impossible(Mark(path), "the file holds no entity", "write the entity, or remove the file", rule="unreadable")


def _one_of(name: str, known: Mapping[str, object]) -> str:
    return closest(name, known) or f"write one of {', '.join(known)}"


def _names(located: Located | None, fields: Fields) -> tuple[Name, ...]:
    if located is None or "en" not in located.items:
        place = located.mark if located else fields.located.mark
        fields.fault(place, "the entity has no English name", "add `names: {en: …}`")
    inner = Fields(located, fields.faults, "names") if located else None
    languages = located.items if located else {}
    return tuple(Name(text, language) for language in languages for text in (inner.texts(language) if inner else ()))


def _ids(located: Located | None, fields: Fields) -> dict[str, str]:
    if located is None:
        return {}
    inner = Fields(located, fields.faults, "ids")
    return {name: text for name in located.items if (text := inner.text(name)) is not None}


def _statements(located: Located | None, entity: str, schema: Schema, faults: list[Finding]) -> list[Statement]:
    made = []
    for slug, body in (Fields(located, faults, "statements").located.items if located else {}).items():
        fields = Fields(body, faults, f"the statement {slug!r}")
        properties = [name for name in body.items if name in schema.properties]
        if len(properties) != 1:
            known = [name for name in body.items if name not in COMMON]
            hint = closest(known[0], schema.properties) if known else ""
            text = f"the statement {slug!r} has {len(properties) or 'no'} properties, against exactly one"
            fields.fault(body.key, text, hint or "a property is one of facts/schema/properties.yaml")
            continue
        statement = _statement(fields, f"{entity}#{slug}", properties[0], schema, body)
        if statement is not None:
            made.append(statement)
    return made


def _claims(located: Located | None, entity: str, schema: Schema, faults: list[Finding]) -> list[Statement]:
    made = []
    for slug, body in (Fields(located, faults, "claims").located.items if located else {}).items():
        fields = Fields(body, faults, f"the claim {slug!r}")
        says, stance = fields.text("says", required=True), fields.text("stance", required=True)
        if stance and stance not in schema.stances:
            fields.fault(fields.marks["stance"], f"there is no stance {stance!r}", _one_of(stance, schema.stances))
        if says and stance:
            made.append(_statement(fields, f"{entity}#{slug}", "says", schema, body, says, stance))
    return [claim for claim in made if claim is not None]


COMMON = (
    frozenset(
        "on from until through as-of checked as who complete where with dates counts articles ordinal number"
        " inferred superseded-by planned evidence".split()
    )
    | ORDER
)
CLAIM = frozenset("says stance hedge author terms".split())


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
            evidence=_evidence(fields.raw("evidence"), fields),
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
            counts=fields.counts("counts"),
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
        count = fields.as_count(found, property)
        fields.marks["value.n"] = fields.marks.get(f"{property}.n", found.mark)
        return count
    if "text" in declared.range:
        return fields.as_text(found, property)
    return fields.texts_of(found, property) or None


def _evidence(located: Located | None, fields: Fields) -> tuple[Evidence, ...]:
    made = []
    for item in located.list if located else []:
        inner = Fields(item, fields.faults, "the evidence")
        by, at, quote = inner.text("by", required=True), inner.text("at"), inner.text("quote")
        seen = inner.text("seen", required=True)
        if at and not may_be_called(at):
            text = f"'at' is {at[:60]!r}, against a place such as ¶ 3, Art. 4, p. 12, heading or list of members"
            inner.fault(inner.marks["at"], text, "say in a few words where it stands, and nothing of what it says")
        if seen and seen not in SEEN:
            inner.fault(inner.marks["seen"], f"'seen' is {seen!r}", f"write one of {', '.join(SEEN)}")
        inner.close()
        if by and not PLAIN_KEY.fullmatch(by):
            text = f"'by' is {by[:80]!r}, which cannot be the key of an entry"
            inner.fault(inner.marks["by"], text, "write the key of an entry in refs.bib, such as Indeo2016strategy")
        elif by:
            made.append(Evidence(by, at or "", quote or "", seen or "excerpt", item.mark, inner.marks))
    return tuple(made)


def _judgements(located: Located | None, entity: str, faults: list[Finding]) -> tuple[Judgement, ...]:
    made = []
    for item in located.list if located else []:
        fields = Fields(item, faults, "the judgement")
        question, because = fields.text("question", required=True), fields.text("because") or ""
        follow, over, left_open = fields.text("follow"), fields.texts("over"), fields.texts("open")
        fields.close()
        undecided = _undecided(follow, over, left_open)
        if undecided:
            place = fields.marks.get("follow") or fields.marks.get("open") or item.mark
            fields.fault(place, undecided, _JUDGEMENT)
        if left_open:
            fields.marks |= {f"over.{n}": fields.marks[f"open.{n}"] for n in range(len(left_open))}
        full = tuple(_full(entity, slug) for slug in over or left_open)
        made.append(
            Judgement(
                question=question or "",
                follow=_full(entity, follow) if follow else None,
                over=full,
                because=because,
                entity=entity,
                mark=item.mark,
                marks=fields.marks,
            )
        )
    return tuple(made)


def _undecided(follow: str | None, over: tuple[str, ...], left_open: tuple[str, ...]) -> str:
    """What keeps a judgement from being one: it follows a statement over others, or leaves several open."""
    if follow and left_open:
        return "the judgement follows a statement and leaves others open, against one of the two"
    if not follow and not left_open:
        return "the judgement neither follows a statement nor leaves any open"
    if follow:
        return "" if over else f"the judgement follows {follow!r} over nothing, against one statement or more"
    if over:
        return "the judgement leaves open, and has 'over' beside it"
    return "" if len(left_open) > 1 else f"the judgement leaves {left_open[0]!r} open, against two statements or more"


_JUDGEMENT = "write `follow: …` with `over: [ … ]`, or `open: [ …, … ]`"


def _full(entity: str, slug: str) -> str:
    return slug if "#" in slug else f"{entity}#{slug}"
