"""Strangers: whom a sentence may name although nothing that it cites speaks of them."""

from __future__ import annotations

from datetime import date

import pytest

from kb.load.corpus import assemble
from kb.rules.prose.cite_does_not_support import strange
from kb.run.known import start

PAGE = "docs/topic/league.md"
HEAD = "---\nabout: [league]\n---\n\n# The League of the Straits\n\n"
CITE = "{cite:p}`Gazette1994corvia{¶ 1}`"
STATE = "id: boreland\nkind: state\nnames: {en: Boreland}\nalso: [Borish, the Bore, Boria]\n"


def named(small: dict[str, bytes], sentence: str) -> list[str]:
    """The names in a sentence of which nothing that it cites speaks."""
    text = f"{HEAD}{sentence.replace('@', CITE)}\n"
    corpus = assemble({**small, "docs/facts/boreland.yaml": STATE.encode(), PAGE: text.encode()}, date(2020, 1, 1))
    page = next(page for page in corpus.pages if page.path == PAGE)
    run = start(corpus)
    return [each.name.form for each in run.call(strange, {"page": page})]


@pytest.mark.parametrize(
    "sentence",
    [
        "Corvia joined on 1 February 1994, as the Borish text has it @.",
        "Corvia joined on 1 February 1994, by a report in Borish @.",
        "Corvia joined on 1 February 1994, in the Borish and Corvian wordings @.",
        "Corvia joined on 1 February 1994, so the *Straits Gazette* @.",
        "Corvia joined on 1 February 1994 @, and of Boreland nothing was found.",
        "Corvia joined on 1 February 1994 @.\nThat Petra Voss was there was looked for and not found.",
    ],
)
def test_a_language_a_medium_and_what_was_not_found_are_no_strangers(small: dict[str, bytes], sentence: str) -> None:
    assert named(small, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "stranger"),
    [
        ("Corvia joined on 1 February 1994, under Borish protest @.", "Borish"),
        ("Corvia joined on 1 February 1994, in Boreland @.", "Boreland"),
        ("Corvia joined on 1 February 1994, in the Bore @.", "the Bore"),
        ("Corvia joined on 1 February 1994, as the Boreland text has it @.", "Boreland"),
        ("Of Boreland nothing was found, and Corvia joined on 1 February 1994 @.", "Boreland"),
        ("Corvia joined on 1 February 1994, and Petra Voss was not seen there @.", "Petra Voss"),
        ("Corvia joined in Boreland on 1 February 1994 @, and nothing else was found.", "Boreland"),
    ],
)
def test_a_side_a_place_and_what_a_citation_must_carry_are(
    small: dict[str, bytes], sentence: str, stranger: str
) -> None:
    assert named(small, sentence) == [stranger]


def test_only_a_state_has_a_language(small: dict[str, bytes]) -> None:
    person = b"id: voss\nkind: person\nnames: {en: Petra Voss}\nalso: [Petrine]\n"
    files = {**small, "docs/facts/voss.yaml": person}

    assert named(files, "Corvia joined on 1 February 1994, as the Petrine text has it @.") == ["Petrine"]


def test_only_the_whole_name_of_a_medium_excuses(small: dict[str, bytes]) -> None:
    source = small["refs.bib"].replace(b"{{Straits Gazette}}", b"{{Boreland Gazette}}")
    files = {**small, "refs.bib": source}

    assert named(files, "Corvia joined on 1 February 1994, so the *Boreland Gazette* @.") == []
    assert named(files, "Corvia joined on 1 February 1994, so the Boreland Herald @.") == ["Boreland"]
    assert named(files, "Boreland, in the *Boreland Gazette*, saw Corvia join on 1 February 1994 @.") == ["Boreland"]
