"""What a reader is shown behind a sentence: what speaks most of it first, with the quotes of the places it cites."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kb.load.corpus import assemble, read
from kb.run.known import start
from kb_read.behind import lines, words
from kb_read.given import Given, given

ROOT = Path(__file__).parents[2]
PAGE, FACTS = "docs/topic/league.md", "docs/facts/league.yaml"
HEAD = "---\nabout: [league]\n---\n\n# The League of the Straits\n\n"
PLACE = "      - {by: League2006history, at: ¶ 9, quote: so many met, seen: full}\n"


def one(sentence: str, more: str = "") -> Given:
    """The first sentence of a page, over the small ledger with these statements added."""
    schema = {path: data for path, data in read(ROOT).items() if path.startswith("docs/facts/schema/")}
    files = {**read(ROOT / "tests" / "corpus"), **schema, PAGE: f"{HEAD}{sentence}\n".encode()}
    files[FACTS] = files[FACTS].replace(b"statements:\n", f"statements:\n{more}".encode())
    corpus = assemble(files, date(2020, 1, 1))
    return next(given(start(corpus), next(page for page in corpus.pages if page.path == PAGE)))


def records(*texts: str) -> str:
    told = (f"  record-{n}:\n    records: {text}\n    evidence:\n{PLACE}" for n, text in enumerate(texts))
    return "".join(told)


def test_quotes_stand_at_the_cited_places_and_other_places_are_named():
    made = one("Corvia joined on 1 February 1994 {cite:p}`Gazette1994corvia{¶ 1}`.")

    assert [
        "league#corvia: League of the Straits – member Corvia; from 1994-02-01; until 1999-04-02; as acceded",
        "    Gazette1994corvia, ¶ 1: “Corvia joined on 1 February 1994”",
        "    also League2006history, ¶ 4",
    ] == [*lines(made.behind)]
    assert "Corvia ceased to be a member on 2 April 1999" in words(made.behind)


def test_a_citation_without_a_place_has_all_quotes_of_its_source():
    told = [*lines(one("Corvia left {cite:p}`League2006history`.").behind)]

    assert "    League2006history, ¶ 4: “Corvia ceased to be a member on 2 April 1999”" in told


def test_what_shares_most_words_comes_first_and_of_many_the_last_are_only_named():
    texts = (
        "Ships met.",
        "Kings met.",
        "Boats met.",
        "Guests met.",
        "Envoys met.",
        "Traders of the north met in winter.",
    )
    told = [*lines(one("Traders of the north met in winter {cite:p}`League2006history{¶ 9}`.", records(*texts)).behind)]

    assert told[0].startswith("league#record-5: ")
    assert 5 == sum(line.startswith("league#") for line in told)
    assert "and at the same places league#record-4" == told[-1]


def test_what_the_ledger_tells_by_a_role_is_named():
    made = one("It had {kb:count}`league @ 2016-10-14` members {cite:p}`League2006history{¶ 3}`.")

    assert "league: as the ledger has it" in [*lines(made.behind)]
