"""Decoding: the same lines for every reader, whatever ended them."""

from __future__ import annotations

from dataclasses import asdict
from itertools import permutations

import pytest
import yaml
from docutils.statemachine import string2lines
from hypothesis import given
from hypothesis import strategies as st

from kb.load.bibliography import bibliography
from kb.load.decoding import decode
from kb.load.pages import page
from kb.load.yaml_marks import read

BREAKS = ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]
PAGE = "---\nabout: [league]\nasof: 2019-05-01\n---\n\n# The League\n\nFounded on 3 June 1990 {cite:p}`A{¶ 1}`.\n"


@given(st.lists(st.sampled_from([*BREAKS, "a", "b:", " "]), max_size=20).map("".join))
def test_every_reader_counts_the_same_lines(text: str) -> None:
    found, _ = decode("docs/x.md", text.encode())
    assert found is not None
    quoted = '"' + found.replace(":", "").replace("\n", "\n ") + '"'
    ends = [
        event.end_mark for event in yaml.parse(quoted, Loader=yaml.CSafeLoader) if isinstance(event, yaml.ScalarEvent)
    ]

    assert found.split("\n") == found.splitlines() + ([""] if not found or found.endswith("\n") else [])
    assert len(string2lines(found)) == len(found.splitlines())
    assert found.count("\n") == ends[0].line


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_page_is_the_same_with_a_byte_order_mark_and_other_line_ends(mark: str, end: str) -> None:
    typed = page("docs/a/x.md", (mark + PAGE.replace("\n", end)).encode())

    assert asdict(page("docs/a/x.md", PAGE.encode())) == asdict(typed)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_ledger_and_the_bibliography_too(end: str) -> None:
    entity = "id: a\nnames:\n  en: A\n"
    source = "@misc{A,\n  title = {One},\n  year = {1990},\n}\n\n@misc{B,\n  title = {Two},\n}\n"

    assert read("docs/facts/a.yaml", entity.encode()) == read(
        "docs/facts/a.yaml", ("\ufeff" + entity.replace("\n", end)).encode()
    )
    typed = bibliography(("\ufeff" + source.replace("\n", end)).encode())

    assert asdict(bibliography(source.encode())) == asdict(typed)


@pytest.mark.parametrize(("before", "place"), [("", (1, 2)), ("\ufeff", (1, 2)), ("é\r\nb\r", (3, 2))])
def test_a_byte_that_is_not_utf_8_is_told_by_line_and_column(before: str, place: tuple[int, int]) -> None:
    text, faults = decode("refs.bib", before.encode() + b"a\xe9b\n")

    assert text is None
    assert [place] == [(fault.mark.line, fault.mark.column) for fault in faults]


@pytest.mark.parametrize("chars", list(permutations("\x0c\u2028\u202e")))
def test_strays_are_told_by_line_and_column_and_keep_their_place(chars: tuple[str, ...]) -> None:
    text, faults = decode("refs.bib", f"\ufeffa\r\n{''.join(chars)}b\n".encode())

    assert text is not None
    assert 3 == text.split("\n")[1].index("b")
    assert [(2, 1), (2, 2), (2, 3)] == [(fault.mark.line, fault.mark.column) for fault in faults]
    assert [f"U+{ord(char):04X}" for char in chars] == [fault.seen[0] for fault in faults]


def test_of_very_many_strays_the_first_are_told() -> None:
    _, faults = decode("refs.bib", ("\u200b\n" * 100_000).encode())

    assert 101 == len(faults)
    assert "from here on more characters stand in the text that no file should hold" == faults[-1].text
    assert 101 == faults[-1].mark.line


@given(st.binary(max_size=200))
def test_no_bytes_whatever_raise(data: bytes) -> None:
    text, faults = decode("refs.bib", data)

    assert text is not None or faults
    assert all(fault.help and fault.mark.line >= 1 and fault.mark.column >= 1 for fault in faults)
