"""The book as it is printed: chapters, pages that are named, an index that holds, and nothing told twice."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdf
import pytest

from kb.annotate.entities import finder
from kb.core.model import Corpus
from kb.load.corpus import load
from sphinx_kb.indexed import Heads

ROOT = Path(__file__).parents[1]
CHAPTERS = (
    *("organisation", "members", "history", "treaty", "strategy", "sessions", "forces", "missions", "crises"),
    *("relations", "security", "assessments"),
)
FEW = 0.2
"""A page with less than this part of the letters of others is as good as empty."""


CURVES = 10
"""A page with more curved strokes holds a picture."""


def letters(text: str) -> str:
    """Letters and digits alone: lines break words, and signs differ."""
    return "".join(sign for sign in text if sign.isalnum()).casefold()


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load(ROOT, date(2100, 1, 1))


@pytest.fixture(scope="module")
def book(pdfs: Path) -> pypdf.PdfReader:
    return pypdf.PdfReader(pdfs / "csto-knowledge-base.pdf")


@pytest.fixture(scope="module")
def texts(pdfs: Path, book: pypdf.PdfReader, copied: Callable[[Path], str]) -> list[str]:
    """The words of each page, with single spaces."""
    sheets = copied(pdfs / "csto-knowledge-base.pdf").split("\f")
    return [" ".join(sheet.split()) for sheet in sheets[: len(book.pages)]]


@pytest.fixture(scope="module")
def numbered(book: pypdf.PdfReader, texts: list[str]) -> dict[str, str]:
    """The words of each page, by the number that it bears."""
    return dict(zip(book.page_labels, texts, strict=True))


@pytest.fixture(scope="module")
def chapters(book: pypdf.PdfReader) -> dict[str, str]:
    """The page of each chapter, by its title without its number."""

    def below(entries: list[object], depth: int) -> list[pypdf.generic.Destination]:
        here = [entry for entry in entries if not isinstance(entry, list)] if depth == 1 else []
        return here + [each for entry in entries if isinstance(entry, list) for each in below(entry, depth + 1)]

    found = [(str(entry.title), book.get_destination_page_number(entry)) for entry in below(book.outline, 0)]
    numbers = [(re.match(r"(\d+|[A-Z]) (.+)", title), page) for title, page in found]
    return {match[2]: book.page_labels[page] for match, page in numbers if match}


def test_every_page_of_the_toctrees_is_a_chapter(chapters: dict[str, str]) -> None:
    pages = [path for path in (ROOT / "docs").glob("*/*.md") if path.parent.name in CHAPTERS]
    titles = {letters(re.search(r"^# (.+)$", path.read_text("utf-8"), re.MULTILINE)[1]) for path in pages}

    assert len(titles) > 100
    assert set() == titles - set(map(letters, chapters))


def spaced(words: str) -> str:
    """The words with plain spaces, also where no line may end."""
    return " ".join(words.split())


def test_the_contents_name_the_page_of_every_chapter(numbered: dict[str, str], chapters: dict[str, str]) -> None:
    start = list(numbered).index("1")
    contents = " ".join(list(numbered.values())[:start])
    told = [
        (title, page)
        for title, page in chapters.items()
        if not re.search(rf"{re.escape(spaced(title))}[ .]*{page}\b", spaced(contents))
    ]

    assert [] == told
    assert [] == [title for title, page in chapters.items() if letters(title) not in letters(numbered[page])]


def test_every_page_that_a_sentence_names_is_that_of_the_chapter(
    numbered: dict[str, str], chapters: dict[str, str]
) -> None:
    told = [(title, page) for text in numbered.values() for title, page in _referred(text, chapters)]

    assert len(told) > 100
    assert [] == [(title, page) for title, page in told if chapters[title] != page]


def _referred(text: str, chapters: dict[str, str]) -> list[tuple[str, str]]:
    """Chapters that are named by their whole title, with the page told behind it."""
    found = []
    for match in re.finditer(r" \(p\.\s?(\d+)\)", text):
        before = text[: match.start()]
        # a name of one word or two may be that of a place, and the link lead to what happened there
        long = (title for title in chapters if len(title.split()) > 2 and before.endswith(title))
        title = max(long, key=len, default="")
        found += [(title, match[1])] if title else []
    return found


def test_every_page_that_is_told_is_where_a_link_beside_it_leads(book: pypdf.PdfReader, texts: list[str]) -> None:
    labels, wrong = book.page_labels, []
    for sheet, text in zip(book.pages, texts, strict=True):
        told = set(re.findall(r"\(p\.\s?(\d+)\)", text))
        if told:
            wrong += [(text[:60], page) for page in told - {labels[at] for at in _led_to(book, sheet)}]

    assert [] == wrong


def _led_to(book: pypdf.PdfReader, sheet: pypdf.PageObject) -> set[int]:
    """The pages to which the links of a page lead."""
    found = set()
    for reference in sheet.get("/Annots", ()):
        note = reference.get_object()
        dest = note.get("/Dest") or note.get("/A", {}).get("/D")
        if isinstance(dest, (str, pypdf.generic.TextStringObject, pypdf.generic.ByteStringObject)):
            dest = book.named_destinations[str(dest)].dest_array
        if dest:
            page = dest.get_object()[0]
            found.add(book.get_page_number(page.get_object()))
    return found


def test_every_page_that_the_index_names_holds_the_name(numbered: dict[str, str], corpus: Corpus) -> None:
    heads, forms = Heads(corpus, "index").known, finder(corpus.entities).forms
    spelt: dict[str, list[str]] = {}
    for form, id in forms.items():
        if id in heads:
            spelt.setdefault(heads[id], []).append(letters(form))
    entries = list(_entries(numbered, sorted(spelt, key=len, reverse=True)))
    plain = {number: letters(text) for number, text in numbered.items()}

    assert len(entries) > 120
    assert [] == [
        (head, page) for head, pages in entries for page in pages
        if not any(form in plain[page] for form in spelt[head])
    ]  # fmt: skip


def _entries(numbered: dict[str, str], heads: list[str]) -> list[tuple[str, list[str]]]:
    """Each head of the index with its pages, ranges told page by page."""
    start = max(place for place, text in enumerate(numbered.values()) if text.startswith("Index"))
    index = " ".join(list(numbered.values())[start:])
    found = []
    for head in heads:
        pattern = rf"(?<![\w-]){re.escape(head)}((?:, \d+(?:–\d+)?)+)"
        for match in re.finditer(pattern, index):
            runs = re.findall(r"(\d+)(?:–(\d+))?", match[1])
            found.append((head, [str(page) for a, b in runs for page in range(int(a), int(b or a) + 1)]))
        index = re.sub(pattern, " ", index)
    return found


def test_no_entry_of_the_index_is_longer_than_anybody_looks_up(numbered: dict[str, str], corpus: Corpus) -> None:
    heads = sorted(Heads(corpus, "index").known.values(), key=len, reverse=True)

    assert max(len(pages) for _, pages in _entries(numbered, heads)) <= 40


def test_each_disagreement_is_told_once(texts: list[str], corpus: Corpus) -> None:
    whole = letters(" ".join(texts))
    told = {judgement.question: whole.count(letters(judgement.because)[:80]) for judgement in corpus.judgements}

    assert len(told) > 100
    assert [] == [question for question, times in told.items() if times > 1]
    # a few are torn by the head of a page
    assert sum(times == 1 for times in told.values()) > 0.9 * len(told)


def test_no_page_is_as_good_as_empty_but_before_a_part(book: pypdf.PdfReader, texts: list[str]) -> None:
    whole = sum(map(len, texts)) / len(texts)
    parts = {book.get_destination_page_number(entry) for entry in book.outline if not isinstance(entry, list)}
    start = book.page_labels.index("1")
    empty = [
        book.page_labels[at] for at, text in enumerate(texts)
        if at >= start and len(text) < FEW * whole and not {at + 1, at + 2} & parts and not _is_drawn(book.pages[at])
    ]  # fmt: skip

    assert [] == empty


def _is_drawn(sheet: pypdf.PageObject) -> bool:
    """Does a picture take the room of text?"""
    return sheet.get_contents() is not None and sheet.get_contents().get_data().count(b" c\n") > CURVES


def test_pages_made_for_the_site_are_left_out(texts: list[str]) -> None:
    whole = " ".join(texts)

    assert [] == [word for word in ("Planted errors", "Audits", ".yaml", "this site", "This site") if word in whole]
