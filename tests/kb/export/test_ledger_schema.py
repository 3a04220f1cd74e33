"""The JSON Schema of the ledger is made from its schema, takes every real file, and refuses slips of form."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml
from jsonschema import Draft202012Validator

from kb.export.ledger_schema import ledger_schema
from kb.load.corpus import load
from kb.load.evidence import SEEN
from kb.load.schema import STANCES
from kb.load.statements import CLAIM, COMMON

ROOT = Path(__file__).parents[3]
FILE = ROOT / "docs" / "contributing" / "ledger.schema.json"
SCHEMA = json.loads(FILE.read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
FACTS = (ROOT / "docs" / "facts", ROOT / "tests" / "corpus" / "docs" / "facts")
ENTITIES = [path for folder in FACTS for path in sorted(folder.glob("*.yaml")) if path.name != "waivers.yaml"]
GOOD = """\
id: league
kind: organisation
names: {en: League}
statements:
  corvia:
    member: corvia
    as: acceded
    from: 1994-02-01
    until: 1999
    evidence:
      - by: Gazette1994corvia
        at: ¶ 1
        quote: Corvia joined on 1 February 1994
        seen: full
judgements:
  - question: When did it join?
    follow: corvia
    over: [other]
    because: it says so
"""


class Core(yaml.SafeLoader):
    """Reads scalars as the core schema of YAML 1.2 does, and so as editors do."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+$"), list("-+0123456789"))
Core.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"[-+]?[0-9]+\.[0-9]+$"), list("-+0123456789"))
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|false)$"), list("tf"))


def faults(text: str) -> list[str]:
    """The places of a file that the schema refuses."""
    data: Any = yaml.load(text, Loader=Core)  # noqa: S506  # it is a safe one
    return ["/".join(map(str, error.absolute_path)) for error in VALIDATOR.iter_errors(data)]


@cache
def made() -> str:
    return ledger_schema(load(ROOT, date(2020, 1, 1)), STANCES, SEEN)


def test_it_is_what_the_schema_of_the_ledger_says_now() -> None:
    text = FILE.read_text("utf-8")

    Draft202012Validator.check_schema(SCHEMA)
    assert made() == text, "run `kb schema`"


def test_it_knows_every_field_that_is_read() -> None:
    told = json.loads(made())["$defs"]

    assert set() == COMMON - set(told["statement"]["properties"])
    assert COMMON | CLAIM == set(told["claim"]["properties"])


def test_every_real_file_keeps_to_it() -> None:
    found = {path.name: those for path in ENTITIES if (those := faults(path.read_text("utf-8")))}

    assert len(ENTITIES) > 250
    assert {} == found


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("kind: organisation", "kind: organization", "kind"),
        ("names: {en: League}", "names: {ru: Лига}", "names"),
        ("id: league\n", "", ""),
        ("member: corvia", "membre: corvia", "statements/corvia"),
        ("member: corvia", "member: corvia\n    leaver: corvia", "statements/corvia"),
        ("    from: 1994-02-01\n", "", "statements/corvia"),
        ("from: 1994-02-01", "from: 1 February 1994", "statements/corvia/from"),
        ("as: acceded", "as: joined", "statements/corvia/as"),
        ("seen: full", "seen: whole", "statements/corvia/evidence"),
        ("      - by: Gazette1994corvia\n        at", "      - at", "statements/corvia/evidence"),
        ("quote:", "qoute:", "statements/corvia/evidence"),
        ("  corvia:\n    member", "  Corvia_1:\n    member", "statements"),
        ("    follow: corvia\n", "", "judgements/0"),
    ],
)
def test_a_slip_of_form_is_refused_where_it_stands(old: str, new: str, where: str) -> None:
    assert [] == faults(GOOD)
    assert where in faults(GOOD.replace(old, new))
