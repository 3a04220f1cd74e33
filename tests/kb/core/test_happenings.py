"""What words beside a date say happened: the last before it in its clause, or the first behind where it opens one."""

from __future__ import annotations

import pytest

from kb.core.happenings import Happenings
from kb.core.model import Property

HAPPENINGS = Happenings(
    {
        "signed": Property("signed", (), (), "signed", told_by=("signed", "signature")),
        "in-force": Property("in-force", (), (), "in force", told_by=("in force", "into force")),
        "plain": Property("plain", (), (), "plain"),
    }
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The pact was signed on DATE.", {"signed"}),
        ("The pact was SIGNED in Selin on DATE.", {"signed"}),
        ("Signed in 1990, it has been in force since DATE.", {"in-force"}),
        ("On DATE the pact was signed.", {"signed"}),
        ("DATE: signature of the pact.", {"signed"}),
        ("The signed pact runs to DATE.", set()),
        ("The pact told of DATE was signed.", set()),
        ("The pact was unsigned on DATE.", set()),
    ],
)
def test_words_beside_a_date_say_what_happened(text: str, told: set[str]) -> None:
    at = text.index("DATE")

    assert told == HAPPENINGS.beside(text, (at, at + 4), (0, len(text)))


def test_a_schema_without_such_words_says_nothing() -> None:
    assert frozenset() == Happenings({}).beside("It was signed on DATE.", (17, 21), (0, 22))
    assert {"signed", "in-force"} == HAPPENINGS.known
