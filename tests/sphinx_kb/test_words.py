"""How the ledger's dates are said."""

from __future__ import annotations

import pytest

from kb.core.dates import parse
from sphinx_kb import words


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("1992-05-15", "15 May 1992"),
        ("1992-05", "May 1992"),
        ("1992", "1992"),
        ("2016~", "about 2016"),
        ("200X", "the 2000s"),
        ("mid-200X", "the mid-2000s"),
        ("2016-09-19/2016-09-24", "19–24 September 2016"),
        ("2016-09-30/2016-10-02", "30 September 2016 – 2 October 2016"),
        ("1994/1996", "1994 – 1996"),
        ("1994~/1996", "about 1994 – 1996"),
        ("199X/2001-05", "the 1990s – May 2001"),
        ("2016-09-19~/2016-09-24", "about 19 September 2016 – 24 September 2016"),
        ("2016-09-19/2016-09-24~", "19 September 2016 – about 24 September 2016"),
    ],
)
def test_a_date_is_said_as_precisely_as_it_is_known(written: str, said: str) -> None:
    assert words.when(parse(written)) == said


@pytest.mark.parametrize(
    ("those", "said"), [([], ""), (["one"], "one"), (["one", "two"], "one and two"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_ends_with_and(those: list[str], said: str) -> None:
    assert words.listed(those) == said
