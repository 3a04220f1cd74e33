"""How the ledger's dates are said."""

from __future__ import annotations

import pytest

from kb.core.dates import parse
from kb.core.mark import Mark
from kb.core.model import Statement
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


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ({"from_": "2001", "through": "2005-12-31"}, "from 2001 through 31 December 2005"),
        ({"from_": "2001", "until": "2005-12-31"}, "from 2001 until 31 December 2005 (no longer on that day)"),
        ({"from_": "2001", "until": "2005-12"}, "from 2001 until some day of December 2005"),
        ({"from_": "2001", "until": "2005"}, "from 2001 until some day of 2005"),
        ({"from_": "2001~", "until": "2005~"}, "from about 2001 until about 2005"),
        ({"from_": "2001", "until": "2005-12-31~"}, "from 2001 until about 31 December 2005"),
    ],
)
def test_the_first_day_no_longer_is_not_told_as_the_last(dates: dict[str, str], said: str) -> None:
    made = {name: parse(text) for name, text in dates.items()}

    assert said == words.span(Statement("a#b", "a", "held-by", ("c",), (), Mark("a"), {}, **made))


def test_an_end_that_nobody_knows_is_said() -> None:
    statement = Statement("a#b", "a", "held-by", ("c",), (), Mark("a"), {}, from_=parse("2001"), open_end="unknown")

    assert "from 2001 until an unknown day" == words.span(statement)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("¶ 3", "¶\u00a03"),
        ("§ 12.3", "§\u00a012.3"),
        ("Art. 4(2) › cl. 1(c)", "Art.\u00a04(2) › cl.\u00a01(c)"),
        ("ch. V; annex", "ch.\u00a0V; annex"),
        ("heading", "heading"),
    ],
)
def test_no_line_ends_between_the_word_for_a_part_and_its_number(place: str, said: str) -> None:
    assert said == words.together(place)
