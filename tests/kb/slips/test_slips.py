"""Each usual slip, made in the small corpus: the whole of what `kb check` says of it, as a contributor reads it.

A case is a file: what was done, the lines taken out (-) and put in (+) of files, or a file that was moved, and what is
found. Lines with nothing taken out are put at the end.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kb.cli import main

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
FOUND = "\n== found\n"


def lay(root: Path, edits: str) -> None:
    """Make the slip in the corpus."""
    for part in edits.split("\n== ")[1:]:
        head, _, body = part.partition("\n")
        path, _, moved = head.partition(" -> ")
        if moved:
            (root / path).rename(root / moved)
            continue
        old, new = ("".join(f"{line}\n" for line in re.findall(f"^[{sign}](.*)$", body, re.MULTILINE)) for sign in "-+")
        text = (root / path).read_text(encoding="utf-8")
        assert not old or text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        (root / path).write_text(text.replace(old, new) if old else text + new, encoding="utf-8")


def told(capsys: pytest.CaptureFixture[str]) -> str:
    """What the check prints, but for its last line, which counts."""
    main(["check", "--today", "2020-01-01"])
    return "".join(capsys.readouterr().out.splitlines(keepends=True)[:-1])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_slip_is_told_at_its_place_in_plain_words_with_what_to_do(case, league, capsys):
    edits, _, expected = case.read_text(encoding="utf-8").partition(FOUND)
    lay(league, edits)

    assert expected == told(capsys)


def test_without_a_slip_nothing_is_told(league, capsys):
    assert told(capsys) == ""
