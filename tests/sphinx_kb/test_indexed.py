"""What the index of a book calls those whom its text names, and where it marks them."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from docutils import nodes
from sphinx import addnodes

from kb.annotate.entities import finder
from kb.core.model import Corpus
from kb.load.corpus import load
from sphinx_kb.indexed import Heads, _marked, _texts

CORPUS = Path(__file__).parents[1] / "corpus"
SCHEMA = Path(__file__).parents[2] / "docs" / "facts" / "schema"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    place = tmp_path_factory.mktemp("corpus") / "small"
    shutil.copytree(CORPUS, place)
    shutil.copytree(SCHEMA, place / "docs" / "facts" / "schema")
    return load(place, date(2026, 11, 22))


def test_persons_stand_under_their_family_names(corpus: Corpus) -> None:
    known = Heads(corpus, "index").known

    assert ("Rask, Ilmar", "Voss, Petra") == (known["rask"], known["voss"])


def test_what_the_whole_book_is_about_has_no_entry(corpus: Corpus) -> None:
    assert "league" in Heads(corpus, "index").known
    assert "league" not in Heads(corpus, "topic/league").known


def test_a_mark_stands_before_each_name_and_tells_whether_the_chapter_is_about_it(corpus: Corpus) -> None:
    parts = list(_marked("When Rask met Corvia.", finder(corpus.entities), Heads(corpus, "index"), "corvia"))
    told = [part["entries"][0][1:4:2] if isinstance(part, addnodes.index) else part.astext() for part in parts]

    assert ["When ", ("Rask, Ilmar", ""), "Rask met ", ("Corvia", "main"), "Corvia."] == told


def test_headings_and_citations_are_left_alone() -> None:
    page = nodes.section(
        "",
        nodes.title("", "Corvia"),
        nodes.paragraph("", "", nodes.Text("Rask"), nodes.inline("", "Corvia", classes=["cited"])),
    )

    assert ["Rask"] == [text.astext() for text in _texts(page)]
