"""How a source bounds a number, in English and in Russian."""

from __future__ import annotations

import pytest

from kb.evidence.quoted_bounds import bounds


@pytest.mark.parametrize(
    ("text", "n", "expected"),
    [
        ("it has 40 ships", 40, ["exactly"]),
        ("it has over 40 ships", 40, ["over"]),
        ("it has nearly 40 ships", 40, ["nearly"]),
        ("40 or more ships", 40, ["at-least"]),
        ("at least 40 ships", 40, ["at-least"]),
        ("более 40 судов", 40, ["over"]),
        ("не более 40 судов", 40, ["up-to"]),
        ("не менее 40 судов", 40, ["at-least"]),
        ("40 и более судов", 40, ["at-least"]),
        ("40 судов", 40, ["exactly"]),
        ("около 40 судов", 40, ["about"]),
        ("over $40 were paid", 40, ["over"]),
        ("between 40 and 50 ships", 40, ["between"]),
        ("between 40 and 50 ships", 50, ["between"]),
        ("40 and 50 ships", 40, ["exactly"]),
        ("it lies between 40 and 50 ships", 40, ["between"]),
        ("between them are 40 and 50 ships", 40, ["exactly"]),
        ("40 и 50 судов", 40, ["exactly"]),
        ("между 40 и 50 судов", 50, ["between"]),
        ("их между 40 и 50 судов", 50, ["between"]),
        ("между ними 40 и 50 судов", 40, ["exactly"]),
        ("между 40, 50 судов", 50, ["exactly"]),
        ("40 to 50 ships", 40, ["between", "exactly"]),
        ("40–50 ships", 50, ["between", "exactly"]),
        ("от 40 до 50 судов", 40, ["between", "exactly"]),
        ("от 40 и 50 судов", 40, ["exactly"]),
        ("40 ships, 50 boats", 40, ["exactly"]),
        ("over 40 ships and 40 boats", 40, ["over", "exactly"]),
        ("it has 41 ships", 40, []),
    ],
)
def test_each_mention_of_a_number_has_its_bound(text: str, n: float, expected: list[str]) -> None:
    assert expected == list(bounds(text, n))
