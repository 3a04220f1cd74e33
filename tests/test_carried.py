"""The real PDFs: what each carries, says and shows of the ledger is what the ledger says."""

from __future__ import annotations

import functools
import hashlib
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pikepdf
import pypdf
import pytest

from kb.core.differing import disputes
from kb.core.model import Corpus
from kb.export import records
from kb.load.corpus import load
from kb.load.door import admit
from kb.lock.whole import fingerprint
from kb.run.known import start

ROOT = Path(__file__).parents[1]
SCHEMA = json.loads((ROOT / "docs" / "contributing" / "facts.schema.json").read_text("utf-8"))
BRIEFS = [f"csto-{path.stem}" for path in sorted((ROOT / "docs" / "briefs").glob("*.md"))]
ALL = [*BRIEFS, "csto-knowledge-base"]


@functools.cache
def carried(file: Path) -> dict[str, Any]:
    with pikepdf.open(file) as pdf:
        return dict(json.loads(pdf.attachments[f"{file.stem}-statements.json"].get_file().read_bytes()))


@functools.cache
def corpus(today: str) -> Corpus:
    return load(ROOT, date.fromisoformat(today))


@functools.cache
def words(file: Path) -> str:
    """The letters and digits of a PDF: lines break where they like, and signs stand beside figures."""
    return letters("".join(sheet.extract_text() for sheet in pypdf.PdfReader(file).pages))


def letters(text: str) -> str:
    return "".join(re.findall(r"[^\W_]", text)).casefold()


@pytest.mark.parametrize("name", ALL)
def test_a_pdf_carries_what_keeps_to_the_schema(pdfs: Path, name: str) -> None:
    jsonschema.validate(carried(pdfs / f"{name}.pdf"), SCHEMA)


@pytest.mark.parametrize("name", ALL)
def test_every_record_is_that_of_the_ledger(pdfs: Path, name: str) -> None:
    held = carried(pdfs / f"{name}.pdf")
    known = corpus(held["today"])
    against = start(known).ask(disputes)

    assert len(held["statements"]) > 5
    for each in held["statements"]:
        derived = each.pop("derived", {})
        assert json.loads(json.dumps(records.statement(known.statements[each["id"]], {}))) == each
        assert list(against.get(each["id"], ())) == derived.get("disputed-by", [])
        each["derived"] = derived
    for each in held["sources"]:
        assert json.loads(json.dumps(records.source(known.sources[each["key"]]))) == each


@pytest.mark.parametrize("name", ALL)
def test_every_statement_comes_with_its_sources_and_every_figure_with_its_statements(pdfs: Path, name: str) -> None:
    held = carried(pdfs / f"{name}.pdf")
    ids, keys = {each["id"] for each in held["statements"]}, {each["key"] for each in held["sources"]}

    assert set() == {piece["by"] for each in held["statements"] for piece in each["evidence"]} - keys
    assert set() == {id for figure in held["print"]["figures"] for id in figure["statements"]} - ids


@pytest.mark.parametrize("name", [name for name in BRIEFS if name != "csto-fact-sheet"])
def test_every_figure_that_is_told_stands_in_the_text(pdfs: Path, name: str) -> None:
    figures = carried(pdfs / f"{name}.pdf")["print"]["figures"]
    found = words(pdfs / f"{name}.pdf")

    assert len(figures) > (0 if name.startswith("csto-member-") else 5)  # what else these tell comes of records
    assert [] == [figure["text"] for figure in figures if letters(figure["text"]) not in found]


@pytest.mark.parametrize("name", ALL)
def test_it_was_made_from_this_ledger_and_these_pages(pdfs: Path, name: str) -> None:
    files = {path: hashlib.sha256(data).hexdigest() for path, data in admit(ROOT).files.items()}
    told = carried(pdfs / f"{name}.pdf")["print"]
    with pikepdf.open(pdfs / f"{name}.pdf") as pdf, pdf.open_metadata() as metadata:
        source = metadata["dc:source"]

    assert fingerprint(files) == told["ledger"] == source
    assert {path: f"sha256:{files[path]}" for path in told["pages"]} == told["pages"]


def test_a_pdf_is_packed(pdfs: Path) -> None:
    """Without object streams the book has three times as many bytes."""
    with pikepdf.open(pdfs / "csto-knowledge-base.pdf") as pdf:
        packed = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/P"]
    plain = (pdfs / "csto-knowledge-base.pdf").read_bytes().count(b" 0 obj")

    assert plain < len(packed)
