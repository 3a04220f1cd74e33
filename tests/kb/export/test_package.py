"""The data package: it keeps to its own standard, and gives back what went into it."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from frictionless import Package, system
from hypothesis import given
from hypothesis import strategies as st

from exported import ROOT, WORK, evidence, real, rich
from kb.export.package import DESCRIPTOR, guarded, package
from kb.export.relations import RELATIONS
from kb.export.tables import VERSION
from kb.load.citation import Work, work

BOTH = pytest.mark.parametrize("corpus", [rich, real], ids=["small", "real"])


def written(data: bytes) -> list[tuple[str, ...]]:
    """The rows of a table, each text as it was before it was guarded."""
    rows = csv.reader(io.StringIO(data.decode()))
    return [tuple(cell.removeprefix("'") for cell in row) for row in rows]


def told(cell: object) -> str:
    return "" if cell is None else str(cell).lower() if isinstance(cell, bool) else str(cell)


@BOTH
def test_it_keeps_to_the_standard(corpus, tmp_path: Path) -> None:
    for name, data in package(corpus(), WORK):
        place = tmp_path / name
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(data)
    with system.use_context(trusted=False):
        report = Package(str(tmp_path / DESCRIPTOR)).validate()

    assert [] == report.flatten(["name", "rowNumber", "fieldName", "type", "note"])[:20]
    assert len(RELATIONS) == report.stats["tasks"]


def test_a_fault_would_be_found(tmp_path: Path) -> None:
    """The validator sees a broken key, so that its silence means something."""
    for name, data in package(rich(), WORK):
        place = tmp_path / name
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(data.replace(b"Osk2007straits,p. 4", b"Nobody1900,p. 4"))
    report = Package(str(tmp_path / DESCRIPTOR)).validate()

    assert "foreign-key" in {row[0] for row in report.flatten(["type"])}


@BOTH
def test_every_piece_of_evidence_comes_back(corpus) -> None:
    files = dict(package(corpus(), WORK))

    assert evidence(corpus()) == [
        (id, int(n), by, at, quote, seen) for id, n, by, at, quote, seen in written(files["tables/evidence.csv"])[1:]
    ]


def test_every_row_comes_back() -> None:
    files = dict(package(rich(), WORK))
    expected = {each.name: [tuple(map(told, row)) for row in each.rows(rich())] for each in RELATIONS}
    seen = {each.name: written(files[f"tables/{each.name}.csv"])[1:] for each in RELATIONS}

    assert expected == seen
    assert [] == [name for name, rows in expected.items() if not rows]


@BOTH
def test_every_field_of_every_source_comes_back(corpus) -> None:
    files = dict(package(corpus(), WORK))
    fields: dict[str, dict[str, str]] = {row[0]: {} for row in written(files["tables/sources.csv"])[1:]}
    for key, _, field, value in written(files["tables/source_fields.csv"])[1:]:
        fields[key][field] = value

    assert {source.key: dict(source.fields) for source in corpus().sources.values()} == fields


def test_it_says_what_it_is() -> None:
    files = dict(package(rich(), WORK))
    descriptor = json.loads(files[DESCRIPTOR])

    assert ("a-knowledge-base-of-the-straits", f"{VERSION}.0.0", "2020-01-01") == (
        descriptor["name"], descriptor["version"], descriptor["today"],
    )  # fmt: skip
    assert [{"name": "CC-BY-4.0", "path": "https://spdx.org/licenses/CC-BY-4.0.html"}] == descriptor["licenses"]
    assert {each["path"]: each["hash"] for each in descriptor["resources"]} == {
        name: f"sha256:{sha256(data).hexdigest()}" for name, data in files.items() if name != DESCRIPTOR
    }


def test_every_column_says_what_it_means() -> None:
    named = [(each.name, column.name) for each in RELATIONS for column in each.columns if not column.means]

    assert [] == named
    assert len(RELATIONS) == len({each.name for each in RELATIONS})


@given(st.text())
def test_a_guarded_text_is_no_formula_and_comes_back(text: str) -> None:
    cell = guarded(text)

    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝"))
    if text.isprintable() and text:
        assert text in (cell, cell.removeprefix("'"))
        assert text == (cell.removeprefix("'"))


def test_two_runs_are_the_same_bytes() -> None:
    assert [*package(rich(), WORK)] == [*package(replace(rich()), WORK)]


def test_the_work_is_called_what_its_citation_says() -> None:
    assert ("A CSTO knowledge base", "CC-BY-4.0") == (work(ROOT).title, work(ROOT).license)


@pytest.mark.parametrize(
    "text", ["", "- a\n- b", "title: [a]", "title: {", "title: !!python/object:os.system x", "&a [*a]"]
)
def test_a_citation_that_says_nothing_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "CITATION.cff").write_text(text)

    assert Work() == work(tmp_path)


def test_a_link_is_no_citation(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("title: Other")
    (tmp_path / "CITATION.cff").symlink_to(tmp_path / "other")

    assert Work() == work(tmp_path)
