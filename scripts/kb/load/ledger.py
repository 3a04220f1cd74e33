"""Reads an entity file of the ledger: one entity with its statements, claims and judgements."""

from __future__ import annotations

from functools import lru_cache
from pathlib import PurePosixPath

from kb.core.finding import Finding, impossible
from kb.core.mark import Mark
from kb.core.model import Entity, Name
from kb.load.fields import Fields, is_name, one_of
from kb.load.judgements import judgements
from kb.load.schema import Schema
from kb.load.statements import claims, statements
from kb.load.yaml_marks import Located, read


@lru_cache(maxsize=4096)
def entity(path: str, data: bytes, schema: Schema) -> tuple[Entity | None, tuple[Finding, ...]]:
    """Read one entity file; faults of form come back as findings and never stop the reading."""
    root, faults = read(path, data)
    found = list(faults)
    if root is None:
        return None, tuple(found) or (_nothing(path),)
    fields = Fields(root, found, "the entity")
    stem = PurePosixPath(path).stem
    name = fields.text("id", required=True) or stem
    if name != stem and "id" in fields.marks:
        fields.fault(fields.marks["id"], f"the id {name!r} is not the name of the file", "let both be the same")
    if not is_name(name):  # nothing could be told of it: statements are named by it
        name = stem
    kind = fields.text("kind", required=True) or ""
    stated = statements(fields.raw("statements"), name, schema, found)
    claimed = claims(fields.raw("claims"), name, schema, found)
    made = Entity(
        id=name,
        kind=kind,
        names=_names(fields.raw("names"), fields),
        also=fields.texts("also"),
        part_of=fields.texts("part-of"),
        ids=_ids(fields.raw("ids"), fields),
        statements=(*stated, *claimed),
        judgements=judgements(fields.raw("judgements"), name, found),
        stands_for=fields.text("stands-for"),
        short=fields.text("short"),
        acts_as=schema.kinds[kind].acts_as if kind in schema.kinds else "",
        mark=root.mark,
        marks=fields.marks,
    )
    if kind and kind not in schema.kinds:
        fields.fault(fields.marks["kind"], f"there is no kind {kind!r}", one_of(kind, schema.kinds))
    fields.close()
    return made, tuple(found)


def slugs(path: str, data: bytes) -> tuple[str, ...]:
    """The ids under which a file has statements and claims, whether or not these can be read."""
    root, _ = read(path, data)
    parts = [root.items[name] for name in ("statements", "claims") if root and name in root.items]
    return tuple(f"{PurePosixPath(path).stem}#{slug}" for part in parts for slug in part.items)


def _nothing(path: str) -> Finding:
    return impossible(Mark(path), "the file holds no entity", "write the entity, or remove the file", rule="unreadable")


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
