"""The ledger for programs keeps to its schema, and no field of the model can be forgotten on the way out."""

from __future__ import annotations

import json
import re
import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from jsonschema import Draft202012Validator

from kb.core.dates import Date, parse
from kb.core.mark import Mark
from kb.core.model import (
    Corpus,
    Count,
    Entity,
    Event,
    Evidence,
    Judgement,
    Length,
    Maker,
    Name,
    Order,
    People,
    Source,
    Statement,
    Withdrawal,
)
from kb.export.tables import VERSION, document
from kb.load.corpus import assemble, load, read

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs" / "contributing" / "facts.md"
SCHEMA = json.loads((ROOT / "docs" / "contributing" / "facts.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
OWNERS: dict[type, tuple[type, str]] = {
    Name: (Entity, "names"), Statement: (Entity, "statements"), Judgement: (Entity, "judgements"),
    Evidence: (Statement, "evidence"), Count: (Statement, "counts"), Order: (Statement, "orders"),
    Event: (Statement, "events"), Length: (Order, "length"), People: (Source, "people"), Maker: (People, "names"),
    Withdrawal: (Statement, "withdrawn"),
}  # fmt: skip
"""In which field of what else a thing stands; entities and sources stand by themselves."""
NOT_SAID = {(Order, "field"), (Source, "authors")}
"""Where an order word was written, and the family names of those who are told whole."""
CLOSED = {
    (Count, "bound"): ("over", "under"), (Length, "bound"): ("over", "under"), (Evidence, "seen"): ("full", "excerpt"),
    (Order, "relation"): ("after", "before"), (Order, "side"): ("begin", "end"), (Source, "rank"): ("primary", ""),
    (Statement, "open_end"): ("ongoing", "unknown"), (Statement, "id"): ("a#one", "a#two"),
    (Judgement, "follow"): ("a#one", "a#two"), (Judgement, "over"): (("a#three",), ("a#four",)),
    (Event, "modality"): ("planned", "asked"), (Statement, "value"): (("corvia",), "some words"),
}  # fmt: skip
"""Two values of each field that cannot hold any words."""
MARKS = Mark("docs/facts/a.yaml", 1), Mark("docs/facts/a.yaml", 2)


@cache
def small() -> Corpus:
    """The small corpus."""
    schema = {path: data for path, data in read(ROOT).items() if path.startswith("docs/facts/schema/")}
    return assemble({**read(ROOT / "tests" / "corpus"), **schema}, date(2020, 1, 1))


def sample(hint: Any, which: int) -> Any:
    """One of two values of a type that differ in everything."""
    inner = [each for each in get_args(hint) if each not in (type(None), ...)]
    if get_origin(hint) in (Union, types.UnionType):
        return sample(inner[0], which)
    if get_origin(hint) is tuple:
        return (sample(inner[0], which),)
    if get_origin(hint) is Mapping:
        return {f"name-{which}": sample(inner[1], which)}
    if hint is bool:
        return not which
    if hint is Mark:
        return MARKS[which]
    plain = {str: f"word-{which}", int: which + 1, float: which + 1.0, Date: parse(f"199{which}-05-15")}
    return plain[hint] if hint in plain else made(hint, which)


def value(kind: type, field: Field[Any], which: int) -> Any:
    """One of two values of a field."""
    if field.name == "mark":
        return MARKS[which]
    if (kind, field.name) in CLOSED:
        return CLOSED[kind, field.name][which]
    return sample(get_type_hints(kind)[field.name], which)


def made(kind: type, which: int = 0, only_needed: bool = False) -> Any:
    """A thing with all fields filled, or only those that must be."""
    return kind(**{f.name: value(kind, f, which) for f in fields(kind) if not only_needed or is_needed(f)})


def is_needed(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def told(thing: Any) -> str:
    """The export of a corpus that holds the thing, and around it nothing but what must be there."""
    while type(thing) in OWNERS:
        owner, name = OWNERS[type(thing)]
        origin = get_origin(get_type_hints(owner)[name])
        holding = {tuple: (thing,), Mapping: {"author": thing}}.get(origin, thing)
        thing = replace(made(owner, only_needed=True), **{name: holding})
    entities = {thing.id: thing} if isinstance(thing, Entity) else {}
    sources = {thing.key: thing} if isinstance(thing, Source) else {}
    return document(replace(small(), entities=entities, sources=sources))


def faults(text: str) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(json.loads(text))]


EVERY = [
    pytest.param(kind, field, id=f"{kind.__name__}.{field.name}")
    for kind in (*OWNERS, Entity, Source)
    for field in fields(kind)
    if field.name not in ("mark", "marks") and (kind, field.name) not in NOT_SAID
]


@pytest.mark.parametrize(("kind", "field"), EVERY)
def test_whatever_field_is_filled_is_told(kind: type, field: Field[Any]) -> None:
    """A field that is added to the model is filled here by its type: it is told, or this test names it."""
    bare = made(kind, only_needed=True)
    filled = replace(bare, **{field.name: value(kind, field, int(is_needed(field)))})

    assert told(bare) != told(filled)
    assert [] == faults(told(filled))


def test_everything_of_the_model_is_walked_through() -> None:
    def held(kind: type) -> set[type]:
        """The kinds of thing that a kind has in its fields."""
        hints = [get_type_hints(kind)[f.name] for f in fields(kind) if f.name not in ("mark", "marks")]
        for _ in range(3):
            hints = list(chain.from_iterable(get_args(hint) or (hint,) for hint in hints))
        return {hint for hint in hints if is_dataclass(hint) and hint is not Date}

    assert set(OWNERS) == set().union(*map(held, (*OWNERS, Entity, Source)))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_its_version_is_that_of_the_export_and_of_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")

    assert VERSION == SCHEMA["properties"]["version"]["const"]
    assert [str(number) for number in range(VERSION, 0, -1)] == re.findall(r"^### (\d+)$", page, re.M)


@pytest.mark.parametrize("given", [small, lambda: load(ROOT, date(2026, 11, 22))], ids=["small", "real"])
def test_a_ledger_keeps_to_the_schema(given: Any) -> None:
    assert [] == faults(document(given()))


def test_a_thing_with_every_field_keeps_to_the_schema() -> None:
    assert [] == faults(told(made(Entity))) + faults(told(made(Source)))


def test_every_field_of_the_schema_is_told_of_something() -> None:
    """What the schema allows and nothing ever tells would be a promise that nobody keeps."""
    entity = made(Entity)
    more = replace(made(Statement), id="a#three", value=made(Count), open_end=None)
    both = replace(entity, statements=(*entity.statements, more))
    source = made(Source)
    given = json.loads(document(replace(small(), entities={"a": both}, sources={source.key: source})))

    assert set(SCHEMA["properties"]) - {"print"} == set(given)  # which only PDFs have: tests/sphinx_kb/test_attached.py
    for name, of in {"entity": "entities", "statement": "statements", "judgement": "judgements"}.items():
        assert set(SCHEMA["$defs"][name]["properties"]) == set(chain.from_iterable(given[of])), name
    assert set(SCHEMA["$defs"]["source"]["properties"]) == set(given["sources"][0])


def test_the_page_tells_of_every_field() -> None:
    page = PAGE.read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z-]+)`", page))
    defined = [SCHEMA, *SCHEMA["$defs"].values()]

    assert set(chain.from_iterable(each.get("properties", ()) for each in defined)) - named == set()


def test_the_example_of_the_page_keeps_to_the_schema() -> None:
    shown = re.search(r"```json\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)

    assert shown
    assert [] == faults(shown[1])
