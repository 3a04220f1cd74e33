"""Words that are printed are found however lines, columns and pages break them; words that are not are told."""

from __future__ import annotations

import pytest

from sphinx_typst.losses import losses

PRINTED = [
    ("whether help may be given", "whetherhelpmay be given"),
    ("the organisation", "the organi-\nsation"),
    ("the organisation", "the organi\u00ad\nsation"),
    ("self-defence of all", "self-\ndefence of all"),
    ("self-defence of all", "self-defence of all"),
    ("of the organisation, Note", "of the organi-\nNote\nsation,"),
    ("organisation", "organi\nsati\non"),
    ("in 1992, then", "in 199214, then"),
    ("in 1992, then", "in 1992 14, then"),
    ("a_b/c.d=e", "a_b/c.\nd=e"),
    ("a" * 50, "\n".join(["a" * 10] * 5)),
    (f"{'b' * 50} of a note", "\n".join(["b" * 20, "of a note", "b" * 20, "b" * 10])),
    ("ОДКБ и ООН", "ОДКБиООН"),
    ("سلام there", "مالس there"),
    ("Straße", "STRASSE"),
    ("", "more"),
]


@pytest.mark.parametrize(("meant", "printed"), PRINTED)
def test_a_printed_word_is_found(meant: str, printed: str) -> None:
    assert [] == list(losses(printed, [meant]))


LOST = [
    (["one two three"], "one three", [(0, ["two"])]),
    (["a cell", "a cell"], "a cell", [(0, ["a", "cell"])]),
    (["6", "in 1996"], "in 1996", [(0, ["6"])]),
    (["Russia", "Russian"], "Russian", [(0, ["russia"])]),
    (["short", "all of these words"], "", [(1, ["all", "of", "these", "words"]), (0, ["short"])]),
    (["the organisation"], "the organi-\n", [(0, ["organisation"])]),
    (["b" * 50, "of a note"], "\n".join(["b" * 20, "of a note", "b" * 20, "b" * 9]), [(0, ["b" * 50])]),
    (["on it"], "one bite", [(0, ["on", "it"])]),
]


@pytest.mark.parametrize(("meant", "printed", "expected"), LOST)
def test_a_lost_word_is_told_with_its_text(meant: list[str], printed: str, expected: list[object]) -> None:
    assert expected == list(losses(printed, meant))
