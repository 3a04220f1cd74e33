"""The words of the subject: read as they are written, and refused where no text could hold them."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest

from kb.core.model import Ledger, SubjectWords
from kb.load.corpus import assemble
from kb.load.words import words
from kb.report.text import headline

FILE = "docs/facts/schema/words.yaml"


def test_words_are_read_by_what_they_are_for() -> None:
    made, found = words(b"common: [lamp, lamps]\nplain: tower\nsets: [isles, isles of the north]\n")

    assert (SubjectWords(frozenset({"lamp", "lamps"}), frozenset({"tower"}), ("isles", "isles of the north")), ()) == (
        made,
        found,
    )


def test_a_subject_without_words_of_its_own_has_those_that_fit_any() -> None:
    made, found = words(None)

    assert ((), True, frozenset()) == (found, "members" in made.sets, made.common)


def test_a_list_that_is_left_out_is_empty() -> None:
    made, _ = words(b"common: [lamp]\n")

    assert () == made.sets


@pytest.mark.parametrize("word", ["Lamp", "l4mp", "two words", "(a+)+$", "x", "<b>", "a" * 41])
def test_a_word_that_no_sentence_could_hold_is_refused(word: str) -> None:
    made, found = words(f"common: [lamp, '{word}']\nsets: [isles]\n".encode())

    fault = f"{FILE}:1:9: error: {word!r} is among the common words, against one in lower-case letters [schema]"

    assert [fault] == list(map(headline, found))
    assert frozenset({"lamp"}) == made.common


@pytest.mark.parametrize(
    "text", ["", "# none", "{}", "- a", "common: {a: b}", "sets: [[a]]", "nouns: [a]", "sets: [a", "a: b"]
)
def test_a_file_of_another_form_is_a_finding_and_no_crash(text: str) -> None:
    assert words(text.encode())[1]


def test_what_a_corpus_knows_of_its_ledger_its_ledger_knows(small: dict[str, bytes]) -> None:
    corpus = assemble(small, date(2020, 1, 1))
    names = [field.name for field in fields(Ledger)]

    assert [name for name in names if getattr(corpus.ledger, name) is not getattr(corpus, name)] == []
    assert "states" in corpus.ledger.words.sets
