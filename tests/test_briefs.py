"""The real PDFs: what is handed out at a meeting, and the book."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from pathlib import Path

import page
import pikepdf
import pytest

from kb.core.derive import holders, roll
from kb.core.member import belonging, in_posts
from kb.core.model import Corpus
from kb.load.corpus import load
from kb.load.door import admit
from kb.load.today import today
from sheets import sheets
from sphinx_kb import words
from sphinx_typst.settings import WORDS as TOLD_BY_PRINT

ROOT = Path(__file__).parents[1]
BRIEFS = {f"csto-{path.stem}": f"briefs/{path.name}" for path in sorted((ROOT / "docs" / "briefs").glob("*.md"))}
FOLDERS = {"organisation", "treaty", "strategy", "forces", "relations", "security", "members", "history", "missions"}
CITED = r"([A-Za-z]\w+)\{([^}]*)\}"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
TOLD = f"† {TOLD_BY_PRINT['disputed']}"
ALL = [*BRIEFS, "csto-knowledge-base"]
BEGINS = {"": "Key facts", "member": "Membership", "factsheet": "In force"}
"""What stands first below the answer, by what the brief is made from."""


@pytest.fixture(name="corpus", scope="module")
def _corpus() -> Corpus:
    """What the briefs are made from, on the day of the build."""
    day = today(ROOT, admit(ROOT).files)
    assert day
    return load(ROOT, day)


def page_of(name: str) -> str:
    return (ROOT / "docs" / BRIEFS[name]).read_text(encoding="utf-8")


@functools.cache
def text(path: Path) -> str:
    return " ".join(" ".join(sheets(path)).split())


def answer(name: str) -> list[str]:
    front = (ROOT / "docs" / BRIEFS[name]).read_text(encoding="utf-8").split("---")[1]
    return [line.strip() for line in re.findall(r"^  (\S.*)$", front.partition("answer: |\n")[2], re.MULTILINE)]


def source(name: str) -> str:
    return (ROOT / "docs" / BRIEFS[name]).read_text(encoding="utf-8")


def sheet(name: str) -> str:
    """The directive that makes a brief from the ledger, and nothing for one that somebody wrote."""
    return "".join(re.findall(r"```\{kb:(member|factsheet)\}", source(name))[:1])


def most(name: str) -> int:
    """How many pages a brief may have: two, where its front matter does not say fewer."""
    return min(2, *(int(number) for number in re.findall(r"^pages: (\d)$", source(name), re.MULTILINE)), 2)


SHEETS = [name for name in BRIEFS if sheet(name)]


def test_every_brief_is_made(pdfs: Path) -> None:
    assert sorted(ALL) == sorted(path.stem for path in pdfs.glob("*.pdf"))


@pytest.mark.parametrize("name", BRIEFS)
def test_a_brief_has_at_most_two_pages_or_as_many_as_it_says_and_says_which(pdfs: Path, name: str) -> None:
    told = sheets(pdfs / f"{name}.pdf")

    assert 1 <= len(told) <= most(name)
    assert all(f"Page {n} of {len(told)}" in sheet for n, sheet in enumerate(told, 1))


@pytest.mark.parametrize("name", BRIEFS)
def test_the_first_three_lines_answer(pdfs: Path, name: str) -> None:
    first = " ".join(sheets(pdfs / f"{name}.pdf")[0].split())
    told = answer(name)

    places = [first.index(line) for line in told]
    assert places == sorted(places)
    assert places[-1] < first.index("As of") < first.index(BEGINS[sheet(name)])


@pytest.mark.parametrize("name", BRIEFS)
def test_every_source_of_a_brief_is_listed_once_with_the_places_cited(pdfs: Path, name: str) -> None:
    prose = (ROOT / "docs" / BRIEFS[name]).read_text(encoding="utf-8")
    cited = [each for group in re.findall(r"\{cite:[pt]\}`([^`]*)`", prose) for each in re.findall(CITED, group)]
    listed = text(pdfs / f"{name}.pdf").rpartition("References")[2].partition("How to cite:")[0]

    assert [] == [place for _, place in cited if place.split(";")[0].strip() not in listed]
    assert len(entries(pdfs / f"{name}.pdf")) >= max(6, len({key for key, _ in cited}))


def entries(path: Path) -> list[int]:
    """The numbers of the references, as a screen reader meets them: the labels of the last two lists."""
    with pikepdf.open(path) as pdf:
        lists = [node for node in nodes(pdf.Root.StructTreeRoot) if node.get("/S") == "/L"]
        items = [[item for item in nodes(each) if item.get("/S") == "/LI"] for each in lists]
    return [n for those in items[-2:] for n, _ in enumerate(those)]


def nodes(node: pikepdf.Object) -> list[pikepdf.Object]:
    """A node of the structure tree, and all below it."""
    kids = node.get("/K", [])
    below = [*kids] if isinstance(kids, pikepdf.Array) else [kids]
    return [node, *(each for kid in below if isinstance(kid, pikepdf.Dictionary) for each in nodes(kid))]


@pytest.mark.parametrize("name", BRIEFS)
def test_a_brief_says_which_one_it_is_on_paper_and_as_metadata(pdfs: Path, name: str) -> None:
    front = (ROOT / "docs" / BRIEFS[name]).read_text(encoding="utf-8").split("---")[1]
    series, number = (re.search(rf"^{field}: (.+)$", front, re.MULTILINE)[1] for field in ("series", "number"))
    about = re.search(r"^about: \[(.*)\]$", front, re.MULTILINE)[1].split(", ")
    with pikepdf.open(pdfs / f"{name}.pdf") as pdf:
        keywords = str(pdf.docinfo["/Keywords"])

    assert f"{series} {number}" in text(pdfs / f"{name}.pdf")
    assert f"How to cite: The contributors to the CSTO knowledge base. “{title(name)}”." in text(pdfs / f"{name}.pdf")
    assert len(about) <= keywords.count(", ") + 1


def title(name: str) -> str:
    found = re.search(r"^# (.+)$", (ROOT / "docs" / BRIEFS[name]).read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else ""


@pytest.mark.parametrize("name", [name for name in BRIEFS if "\nseries: Brief\n" in page_of(name)])
def test_a_brief_has_a_picture_drawn_as_vector_on_its_first_page(pdfs: Path, name: str) -> None:
    """Its words are text, and what stands for it says what the table beside it says on the site."""
    with pikepdf.open(pdfs / f"{name}.pdf") as pdf:
        figures = [node for node in nodes(pdf.Root.StructTreeRoot) if node.get("/S") == "/Figure"]
        told = [str(node.get("/Alt", "")) for node in figures]
        first = pdf.pages[0].objgen
        raster = [image for sheet in pdf.pages for image in sheet.images]

    assert 1 == len([alt for alt in told if ": " in alt and len(alt) > 100])
    assert first in [node["/Pg"].objgen for node in figures if "/Pg" in node]
    assert [] == raster


@pytest.mark.parametrize("name", BRIEFS)
def test_a_sign_is_told_on_the_page_where_it_stands_and_nowhere_else(pdfs: Path, name: str) -> None:
    for told in sheets(pdfs / f"{name}.pdf"):
        shown = " ".join(told.split())
        signs = shown.replace("† Disputed here", "").replace(TOLD, "")

        assert ("†" in signs) == (TOLD in shown)


@pytest.mark.parametrize("name", BRIEFS)
def test_no_line_begins_with_a_place_or_parts_a_day(pdfs: Path, name: str) -> None:
    read = "\n".join(sheets(pdfs / f"{name}.pdf"))

    assert [] == re.findall(r"\n ?¶ .*", read)
    assert [] == re.findall(rf"[ \n]\d{{1,2}} ?\n ?(?:{MONTHS})\b|\b(?:{MONTHS})\n\d{{4}}\b", read)


@pytest.mark.parametrize("name", BRIEFS)
def test_print_does_not_take_itself_for_a_site(pdfs: Path, name: str) -> None:
    assert [] == re.findall(r"[Tt]he website|[Tt]his site\b|[Oo]n the site", " ".join(TOLD_BY_PRINT.values()))
    assert [] == re.findall(r"[Tt]his site\b|[Mm]ore on the site|the ledger\b", text(pdfs / f"{name}.pdf"))


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_has_one_page(name: str) -> None:
    assert 1 == most(name)


def test_every_member_is_asked_the_same() -> None:
    asked = {tuple(re.findall(r"^:rows: (.+)$", source(name), re.MULTILINE)) for name in SHEETS if "member" in name}

    assert 1 == len(asked)
    assert [1] == [len(rows) for rows in asked]


def test_every_member_of_today_has_a_page(corpus: Corpus) -> None:
    there = {name.removeprefix("csto-member-") for name in SHEETS}

    assert set() == roll(corpus, "csto", corpus.today).possibly - there


@pytest.mark.parametrize("name", [name for name in SHEETS if sheet(name) == "member"])
def test_a_page_on_a_member_says_what_the_ledger_does(pdfs: Path, corpus: Corpus, name: str) -> None:
    """When it joined and left, and each post with its beginning: every day of them stands in the print."""
    found = text(pdfs / f"{name}.pdf").replace("\u00a0", " ").replace("- ", "-")
    state = name.removeprefix("csto-member-")
    told = [*belonging(corpus, state), *in_posts(corpus, state)]
    days = {words.when(day) for statement in told if (day := statement.from_)}

    assert days
    assert [] == [day for day in sorted(days) if day not in found]


def test_the_fact_sheet_says_what_the_ledger_does(pdfs: Path, corpus: Corpus) -> None:
    found = text(pdfs / "csto-fact-sheet.pdf").replace("\u00a0", " ")
    names = {corpus.entities[id].label for id in roll(corpus, "csto", corpus.today).surely}
    (holder,) = holders(corpus, "secretary-general", corpus.today)

    assert words.day(corpus.today) in found
    assert set() == {name for name in names if name not in found}
    assert corpus.entities[holder.value[0]].label in found


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_a_screen_reader_and_an_archive_can_take_it(pdfs: Path, name: str, profile: str) -> None:
    report = page.validate_pdf(pdfs / f"{name}.pdf", profile=profile)
    # streams that end in a carriage return are miscounted by this validator; qpdf agrees with the file
    failures = [f"{f.rule_id}: {f.message}" for f in report.failures if "STREAM-LENGTH" not in f.rule_id]

    assert [] == failures


@pytest.mark.parametrize("name", ALL)
def test_what_is_copied_holds_nothing_that_nobody_saw(pdfs: Path, name: str, copied: Callable[[Path], str]) -> None:
    """Else an address that somebody copies does not open. Hyphens at the ends of lines are seen."""
    found = copied(pdfs / f"{name}.pdf")

    assert re.search(r"\w\.[a-z]{2,}\b" if name in BRIEFS else r"\w\.\w{2,}/\S", found)
    assert set() == set(re.findall("[\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffd\ue000-\uf8ff]", found))


@pytest.mark.parametrize("name", ALL)
def test_nothing_is_told_by_pale_colour(pdfs: Path, name: str) -> None:
    """Every colour in which letters are set is dark enough to read when printed in grey: 4.5 to 1 on white."""
    with pikepdf.open(pdfs / f"{name}.pdf") as pdf:
        pale = {colour for sheet in pdf.pages for colour in letters(sheet) if contrast(colour) < 4.5}

    assert set() == pale


def letters(sheet: pikepdf.Page) -> set[tuple[float, ...]]:
    """The colours in which the text of a page is filled."""
    colour: tuple[float, ...] = (0.0,)
    found = set()
    for operands, operator in pikepdf.parse_content_stream(sheet):
        if str(operator) in ("g", "rg", "sc", "scn"):
            colour = tuple(float(value) for value in operands)
        elif str(operator) in ("Tj", "TJ", "'", '"'):
            found.add(colour)
    return found


def contrast(colour: tuple[float, ...]) -> float:
    """Against white, by WCAG 2.2 from sRGB or grey values of 0 to 1."""
    red, green, blue = colour if len(colour) == 3 else (colour[0],) * 3
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in (red, green, blue)]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)


def test_russian_is_there_and_tagged_as_russian(pdfs: Path) -> None:
    with pikepdf.open(pdfs / "csto-knowledge-base.pdf") as pdf:
        tagged = (node for node in pdf.objects if isinstance(node, pikepdf.Dictionary) and "/Lang" in node)
        missing = {"en", "ru"}
        while missing and (node := next(tagged, None)) is not None:
            missing.discard(str(node["/Lang"]))

    assert "Договор" in text(pdfs / "csto-knowledge-base.pdf")
    assert set() == missing


def test_the_book_holds_every_chapter(pdfs: Path) -> None:
    found = text(pdfs / "csto-knowledge-base.pdf")
    chapters = [path for path in (ROOT / "docs").glob("*/*.md") if path.parent.name in FOLDERS]
    titles = [re.search(r"^# (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)[1] for path in chapters]

    assert len(titles) > 8
    assert [] == [title for title in titles if title not in found]
