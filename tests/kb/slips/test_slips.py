"""What contributors usually get wrong: each slip is told at its place, in plain words, with what to do, and alone."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kb.cli import main

ROOT = Path(__file__).parents[3]
LEAGUE, PAGE, BIB = "docs/facts/league.yaml", "docs/topic/league.md", "refs.bib"
CONFLICT = (
    "error: two versions of these lines stand here, as git leaves them where it cannot join them: '<<<<<<< HEAD' "
    "[unreadable]"
)
Change = Callable[[str], str]


def instead(old: str, new: str) -> Change:
    """Write something else in one place."""

    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


def behind(more: str) -> Change:
    """Write something more at the end."""
    return lambda text: text + more


SLIPS: dict[str, tuple[str, Change, list[str]]] = {
    "a tab in YAML": (
        LEAGUE,
        instead("    where: selin", "\twhere: selin"),
        [
            f"{LEAGUE}:8:1: error: a tab stands where spaces have to [unreadable]",
            "help write spaces: as many as in the lines around it",
        ],
    ),
    "a line that begins too early": (
        LEAGUE,
        instead("    where: selin", "   where: selin"),
        [
            f"{LEAGUE}:8:4: error: this line begins with more or fewer spaces than those that it belongs to",
            "help begin it right below the first letter of the line above that it continues",
        ],
    ),
    "a colon in a text without quotes": (
        LEAGUE,
        instead("quote: founded at", "quote: founded: at"),
        [
            f"{LEAGUE}:12:23: error: a colon with a space behind it stands in a text without quotes [unreadable]",
            'help put the whole text in double quotes: `quote: "He said: no"`',
        ],
    ),
    "a number sign that cuts a quote": (
        LEAGUE,
        instead("founded at Selin on 3", "founded at Selin on #3"),
        [
            f"{LEAGUE}:12:36: error: '#3 June 1990' is not read: behind a space, # begins a comment [unreadable]",
            "help put the whole text in double quotes; a comment stands behind two spaces",
        ],
    ),
    "a conflict in the ledger": (
        LEAGUE,
        instead("    where: selin\n", "<<<<<<< HEAD\n    where: selin\n=======\n    where: dorn\n>>>>>>> other\n"),
        [
            f"{LEAGUE}:8:1: {CONFLICT}",
            "help keep what is right of both, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>",
        ],
    ),
    "a conflict on a page": (
        PAGE,
        behind("\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other\n"),
        [
            f"{PAGE}:11:1: {CONFLICT}",
            "help keep what is right of both, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>",
        ],
    ),
    "a conflict in the bibliography": (
        BIB,
        behind("\n<<<<<<< HEAD\n=======\n>>>>>>> other\n"),
        [
            CONFLICT,
            "help keep what is right of both, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>",
        ],
    ),
    "a day with slashes": (
        LEAGUE,
        instead("founded: 1990-06-03", "founded: 03/06/1990"),
        [
            f"{LEAGUE}:7:14: error: 'founded': '03/06/1990' may be two days: write the year first, then the month",
            "help write it as precise as the source, and no more precise",
        ],
    ),
    "a day that does not exist": (
        LEAGUE,
        instead("founded: 1990-06-03", "founded: 1990-06-31"),
        [
            f"{LEAGUE}:7:14: error: 'founded': '1990-06-31': there is no day 31 in 1990-06 [schema]",
            "help write it as precise as the source, and no more precise",
        ],
    ),
    "a field of nearly that name": (
        LEAGUE,
        instead("    where: selin", "    were: selin"),
        [
            f"{LEAGUE}:8:5: error: the statement 'founded-1990' has an unknown field 'were' [schema]",
            "help did you mean 'where'?",
        ],
    ),
    "an entity of nearly that name": (
        LEAGUE,
        instead("    where: selin", "    where: sellin"),
        [
            f"{LEAGUE}:8:12: error: there is no entity 'sellin' [unknown-reference]",
            "help did you mean 'selin'?",
        ],
    ),
    "a field twice": (
        LEAGUE,
        instead("    where: selin", "    where: selin\n    where: selin"),
        [
            f"{LEAGUE}:9:5: error: the key 'where' stands twice in one mapping [duplicate-key]",
            "help keep one of the two, or give the second its own name",
        ],
    ),
    "a source of nearly that name": (
        PAGE,
        instead("League2006history{¶ 1}", "League2006histroy{¶ 1}"),
        [
            "error: there is no source 'League2006histroy' [unknown-reference]",
            "help did you mean 'League2006history'?",
        ],
    ),
    "a heading that leaves out a level": (
        PAGE,
        behind("\n### Deep\n\nThe end.\n"),
        [
            f"{PAGE}:11:1: error: a heading of level 3 follows one of level 1 [broken-markup]",
            "help write it with 2 `#`",
        ],
    ),
    "a link to no heading": (
        PAGE,
        behind("\nSee [there](#nowhere).\n"),
        [
            f"{PAGE}:11:5: error: there is no heading '#nowhere' on this page [dead-link]",
            "help link to a heading, its words in lower case with hyphens",
        ],
    ),
    "a picture that is not there": (
        PAGE,
        behind("\n![A map](missing.png)\n"),
        [
            f"{PAGE}:11:1: error: there is no file 'missing.png' [dead-link]",
            "help correct the path, or add the file",
        ],
    ),
    "a field of the bibliography without a comma": (
        BIB,
        instead("},\n", "}\n"),
        ["error: a comma is missing after the field", "help put one after its value"],
    ),
    "a field of the bibliography that is not closed": (
        BIB,
        instead("},\n", ",\n"),
        ["is never closed: a `}` is missing [unreadable]", "help close it at its end"],
    ),
}


@pytest.fixture
def league(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "tests" / "corpus", tmp_path, dirs_exist_ok=True)
    shutil.copytree(ROOT / "docs" / "facts" / "schema", tmp_path / "docs" / "facts" / "schema")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KB_CACHE", "off")
    return tmp_path


def errors(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The errors that `kb check` tells, each with its help."""
    main(["check", "--today", "2020-01-01"])
    told = re.split(r"\n(?=\S+:\d+:\d+: )", capsys.readouterr().out)
    return [" ".join(each.split()) for each in told if re.match(r"\S+:\d+:\d+: error", each)]


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_at_its_place_with_what_to_do_and_nothing_that_follows(
    league: Path, capsys: pytest.CaptureFixture[str], slip: str
) -> None:
    path, change, told = SLIPS[slip]
    before = errors(capsys)
    (league / path).write_text(change((league / path).read_text("utf-8")), "utf-8")
    found = [each for each in errors(capsys) if each not in before]

    assert 1 == len(found)
    assert [] == [part for part in told if part not in found[0]]


def test_a_ledger_file_with_the_other_ending_is_to_be_renamed(league: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (league / LEAGUE).rename(league / LEAGUE.replace(".yaml", ".yml"))
    (found,) = errors(capsys)

    assert found.startswith(
        "docs/facts/league.yml:1:1: error: the file 'league.yml' is of no kind that the content has"
    )
    assert "help rename it to league.yaml" in found


def test_a_mark_of_the_order_of_bytes_does_no_harm(league: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = errors(capsys)
    for path in (LEAGUE, PAGE, BIB):
        (league / path).write_bytes(b"\xef\xbb\xbf" + (league / path).read_bytes())

    assert before == errors(capsys)
