"""Slips of voice and of citation, each beside the nearest sentence that is right."""

from __future__ import annotations

from datetime import date

import pytest

from kb.core.finding import Finding, Severity
from kb.load.corpus import assemble
from kb.run.runner import examine

PAGE = "docs/topic/league.md"
CLAIM = "{cite:p}`Osk2007straits{abstract}`"
FLAG = "{cite:p}`Gazette1994corvia{¶ 1}`"


def findings(files: dict[str, bytes], body: str, mark: str = "") -> list[Finding]:
    """The errors and warnings on a page with this body, before all of which a mark may stand."""
    text = f"{mark}---\nabout: [league]\n---\n\n# The League of the Straits\n\n{body}\n"
    corpus = assemble({**files, PAGE: text.encode()}, date(2020, 1, 1))
    outcome = examine(corpus, only=frozenset({PAGE}))
    return [f for f in outcome.findings if f.mark.path == PAGE and f.severity is not Severity.NOTE]


def found(files: dict[str, bytes], body: str) -> set[str]:
    """The slugs of the errors and warnings on a page with this body."""
    return {f.rule for f in findings(files, body)}


WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
TYPED = {
    "two spaces": lambda day: day.replace(" ", "  "),
    "a tab": lambda day: day.replace(" ", "\t"),
    "a space that does not break": lambda day: day.replace(" ", "\u00a0"),
    "a narrow space": lambda day: day.replace(" ", "\u202f"),
    "a thin space": lambda day: day.replace(" ", "\u2009"),
    "a wide space": lambda day: day.replace(" ", "\u3000"),
    "U+00AD SOFT HYPHEN": lambda day: day.replace("un", "u\u00adn"),
    "U+200B ZERO WIDTH SPACE": lambda day: day.replace("19", "1\u200b9"),
    "U+FF11 FULLWIDTH DIGIT ONE": lambda day: day.translate(WIDE),
}
"""Ways in which a program or a keyboard leaves a date; what is no space of any kind is called by its name."""


@pytest.mark.parametrize("way", TYPED)
def test_a_date_is_read_however_it_is_typed_or_the_character_is_named(league: dict[str, bytes], way: str) -> None:
    body = "The League was founded at Selin on {} {{cite:p}}`League2006history{{¶ 1}}`."
    right, wrong = (findings(league, body.format(TYPED[way](day))) for day in ("3 June 1990", "3 June 1991"))
    (plain,) = findings(league, body.format("3 June 1991"))

    assert {f.rule for f in right} <= {"stray-character", "unprintable-letter"}
    assert [way] * way.startswith("U+") == [f.text.partition(" stands")[0] for f in right if way in f.text]
    assert [plain] == [f for f in wrong if f.rule == "prose-disagrees"]


def test_a_byte_order_mark_hides_no_slip_and_makes_none(league: dict[str, bytes]) -> None:
    body = "It was founded at Selin on 3 June 1991 {cite:p}`League2006history{¶ 1}`, or in 1992."
    bare = findings(league, body)

    assert len(bare) > 1
    assert bare == findings(league, body, "\ufeff")


@pytest.mark.parametrize(
    ("body", "is_wrong"),
    [
        ("Osk proves that the League is held together by habit", True),
        ("The League is held together by habit, as Osk confirms", True),
        ("Osk, who proved that habit holds the League together", True),
        ("Osk argues that the League is held together by habit", False),
        ("Osk argues, but has not proved that the League is held together by habit", False),
        ("Osk writes that nobody could confirm that habit holds the League together", False),
    ],
)
def test_verbs_that_vouch(league: dict[str, bytes], body: str, is_wrong: bool) -> None:
    assert found(league, f"{body} {CLAIM}.") == ({"verb-stronger"} if is_wrong else set())


@pytest.mark.parametrize(
    ("day", "is_wrong"),
    [
        ("Sunday, 3 June 1990", False),
        ("Tuesday, 3 June 1990", True),
        ("Tuesday 3 June 1990", True),
        ("3 June 1990, a Tuesday", True),
        ("3 June 1990", False),
    ],
)
def test_weekdays(league: dict[str, bytes], day: str, is_wrong: bool) -> None:
    body = f"The League was founded at Selin on {day} {{cite:p}}`League2006history{{¶ 1}}`."

    assert ("wrong-weekday" in found(league, body)) is is_wrong


@pytest.mark.parametrize(
    ("body", "is_wrong"),
    [
        ("Petra Voss is Secretary of the League", True),
        ("The Secretary is Petra Voss", True),
        ("Petra Voss was Secretary of the League", False),
        ("Ilmar Rask is Secretary of the League", False),
        ("Ilmar Rask is not Secretary of the League", False),
    ],
)
def test_the_present_tense(league: dict[str, bytes], body: str, is_wrong: bool) -> None:
    assert ("tense" in found(league, f"{body} {{cite:p}}`League2006history{{¶ 5}}`.")) is is_wrong


@pytest.mark.parametrize("word", ["Here", "There", "Hence", "Hervey"])
def test_an_english_word_is_no_misspelt_name(league: dict[str, bytes], word: str) -> None:
    person = b"id: ladsous\nkind: person\nnames: {en: [Herve Ladsous, Ladsous, Herve]}\n"
    files = {**league, "docs/facts/ladsous.yaml": person}

    slugs = found(files, f"{word} Corvia joined on 1 February 1994 {FLAG}.")

    assert ("misspelt-name" in slugs) is (word == "Hervey")


@pytest.mark.parametrize(
    "body",
    [
        "```{note}\nCorvia joined on 1 February 1995 {cite:p}`Gazette1994corvia{¶ 1}`.\n```",
        "```{figure} league.png\nCorvia joined on 1 February 1995 {cite:p}`Gazette1994corvia{¶ 1}`.\n```",
        "A note[^n].\n\n[^n]: Corvia joined on 1 February 1995 {cite:p}`Gazette1994corvia{¶ 1}`.",
        "> Corvia joined on 1 February 1995 {cite:p}`Gazette1994corvia{¶ 1}`.",
        "- Corvia joined on 1 February 1995 {cite:p}`Gazette1994corvia{¶ 1}`.",
        "| Who | When |\n|---|---|\n| Corvia | 1 February 1995 {cite:p}`Gazette1994corvia{¶ 1}` |",
        (
            "```{list-table}\n:header-rows: 1\n\n* - Who\n  - When\n"
            "* - Corvia\n  - 1 February 1995 {cite:p}`Gazette1994corvia{¶ 1}`\n```"
        ),
    ],
)
def test_every_kind_of_block_is_read(league: dict[str, bytes], body: str) -> None:
    assert "prose-disagrees" in found(league, body)
    assert "prose-disagrees" not in found(league, body.replace("1995", "1994"))


def test_front_matter_is_read(league: dict[str, bytes]) -> None:
    body = f"# The League\n\nCorvia joined on 1 February 1994 {FLAG}.\n"
    for year, is_wrong in (("1994", False), ("1995", True)):
        text = f"---\nabout: [league]\nanswer: |\n  Corvia joined in {year}.\n---\n\n{body}"
        corpus = assemble({**league, PAGE: text.encode()}, date(2020, 1, 1))
        here = [f for f in examine(corpus, only=frozenset({PAGE})).findings if f.mark.path == PAGE]
        assert bool([f for f in here if f.mark.line < 7]) is is_wrong


@pytest.mark.parametrize(
    ("body", "is_wrong"),
    [
        ("Ilmar Rask is the second Secretary of the League", False),
        ("Ilmar Rask is the third Secretary of the League", True),
        ("Petra Voss was the first Secretary of the League", False),
        ("Petra Voss was the second Secretary of the League", True),
    ],
)
def test_the_line_of_holders(league: dict[str, bytes], body: str, is_wrong: bool) -> None:
    assert ("prose-disagrees" in found(league, f"{body} {{cite:p}}`League2006history{{¶ 5}}`.")) is is_wrong


@pytest.mark.parametrize(
    ("amount", "is_wrong"),
    [("$5 million", False), ("5 million dollars", False), ("€5 million", True), ("$6 million", True)],
)
def test_amounts_have_a_currency(league: dict[str, bytes], amount: str, is_wrong: bool) -> None:
    budget = b"""  budget-1996:
    number-of: {n: 5000000, of: [dollars]}
    on: 1996
    evidence:
      - by: League2006history
        at: \xc2\xb6 7
        quote: in 1996 it spent 5,000,000 dollars
        seen: full
claims:
"""
    files = {**league, "docs/facts/league.yaml": league["docs/facts/league.yaml"].replace(b"claims:\n", budget)}

    slugs = found(files, f"In 1996 the League spent {amount} {{cite:p}}`League2006history{{¶ 7}}`.")

    assert bool(slugs & {"prose-disagrees", "unsupported-figure"}) is is_wrong
