"""What a PDF carries of the ledger: statements as a file, a fingerprint, and marks at figures less firm."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pikepdf
import pypdf
import pytest

Build = Callable[..., Any]
ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "contributing" / "facts.schema.json").read_text("utf-8"))
PAGE = """---
about: [league, corvia]
---

# The League

The League was founded at Selin on 3 June 1990 {cite:p}`League2006history{¶ 1}`.
Corvia joined on 1 February 1994 {cite:p}`Gazette1994corvia{¶ 1}`.
"""
PRINTED = """
typst_documents = [("topic/paper", "paper", {}), ("topic/bare", "bare", {})]
typst_paper = "a4"
"""


@pytest.fixture
def paper(build: Build, root: Path) -> Callable[..., Path]:
    """Print a page of the small corpus, with a second one that shows nothing of the ledger."""

    def make(text: str = PAGE, ledger: dict[str, str] | None = None) -> Path:
        conf = (root / "docs" / "conf.py").read_text("utf-8").replace('"sphinx_kb"]', '"sphinx_kb", "sphinx_typst"]')
        pages = {"docs/topic/paper.md": text, "docs/topic/bare.md": "# Bare\n\nWords.\n"}
        made = build({"docs/conf.py": conf + PRINTED} | pages | (ledger or {}), builder="typstpdf")

        assert "" == made.warnings
        return Path(made.place)

    return make


def carried(file: Path) -> dict[str, Any]:
    """What is attached, held against its schema."""
    with pikepdf.open(file) as pdf:
        held = json.loads(pdf.attachments[f"{file.stem}-statements.json"].get_file().read_bytes())
    jsonschema.validate(held, SCHEMA)
    return dict(held)


def words(file: Path) -> str:
    return " ".join(" ".join(sheet.extract_text() for sheet in pypdf.PdfReader(file).pages).split())


def test_a_pdf_carries_the_statements_behind_its_figures(paper: Callable[..., Path]) -> None:
    held = carried(paper() / "paper.pdf")

    assert {"league#founded-1990", "league#corvia"} <= {each["id"] for each in held["statements"]}
    assert [
        {"page": "docs/topic/paper.md", "text": "3 June 1990", "statements": ["league#founded-1990"]},
        {"page": "docs/topic/paper.md", "text": "1 February 1994", "statements": ["league#corvia"]},
    ] == held["print"]["figures"]
    assert {"Gazette1994corvia": "secondary", "League2006history": "primary"}.items() <= {
        each["key"]: each["rank"] for each in held["sources"]
    }.items()


def test_a_page_that_shows_nothing_of_the_ledger_carries_nothing(paper: Callable[..., Path]) -> None:
    with pikepdf.open(paper() / "bare.pdf") as pdf, pdf.open_metadata() as told:
        assert {} == dict(pdf.attachments)
        assert "2" == told["pdfaid:part"]


def test_the_fingerprint_is_what_anybody_can_work_out_and_stands_in_both_places(
    paper: Callable[..., Path], root: Path
) -> None:
    place = paper()
    listed = sorted(
        file.relative_to(root).as_posix()
        for file in [root / "refs.bib", *(root / "docs" / "facts").rglob("*")]
        if file.is_file()
    )
    sums = subprocess.run(["sha256sum", *listed], cwd=root, capture_output=True, check=True).stdout
    told = subprocess.run(["sha256sum"], input=sums, capture_output=True, check=True).stdout.decode()[:64]
    with pikepdf.open(place / "paper.pdf") as pdf, pdf.open_metadata() as metadata:
        source = metadata["dc:source"]

    assert f"sha256:{told}" == source == carried(place / "paper.pdf")["print"]["ledger"]


def test_another_ledger_has_another_fingerprint(paper: Callable[..., Path], root: Path) -> None:
    before = carried(paper() / "paper.pdf")["print"]["ledger"]
    changed = (root / "docs/facts/rask.yaml").read_text("utf-8") + "# seen again\n"
    after = carried(paper(ledger={"docs/facts/rask.yaml": changed}) / "paper.pdf")["print"]["ledger"]

    assert before != after


def test_a_figure_of_one_source_is_marked_and_one_of_two_is_not(paper: Callable[..., Path]) -> None:
    found = words(paper() / "paper.pdf")

    assert "3 June 1990○ [" in found
    assert "1 February 1994 [" in found
    assert "○ from one source, or from several that repeat one" in found


def test_a_figure_that_no_source_says_is_marked_as_inferred(paper: Callable[..., Path], root: Path) -> None:
    ledger = (root / "docs/facts/league.yaml").read_text("utf-8")
    old = (
        "    evidence:\n      - by: League2006history\n        at: ¶ 1\n        quote: founded at Selin on 3 June 1990"
    )
    new = f"    inferred: the year 1990 from the title\n{old.removesuffix(' 1990')}"

    assert old in ledger
    found = words(paper(ledger={"docs/facts/league.yaml": ledger.replace(old, new)}) / "paper.pdf")
    assert "3 June 1990*○ [" in found
    assert "* inferred, and not said in these words" in found


def test_all_that_the_schema_has_of_print_is_told_of_something(paper: Callable[..., Path]) -> None:
    later = (
        "The treaty was signed at Selin on 3 June 1990 {cite:p}`Harbour1990treaty{preamble}`.\n"
        "Seven months later, on 12 January 1991, the treaty entered into force {cite:p}`League2006history{¶ 2}`.\n"
    )
    text = PAGE.replace("[league, corvia]", "[harbour-treaty, league]") + later
    told = carried(paper(text) / "paper.pdf")["print"]
    wanted = SCHEMA["$defs"]["print"]["properties"]

    assert set(wanted) - {"commit"} == set(told)  # there is no commit of a folder that is no repository
    assert set(wanted["figures"]["items"]["properties"]) == {name for figure in told["figures"] for name in figure}
