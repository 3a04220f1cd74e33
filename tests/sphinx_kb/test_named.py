"""Where the ledger names somebody: a list on the page of the entity, and of very many a page beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sphinx_kb.named import MANY

Build = Callable[..., Any]
TOPIC = "id: {id}\nkind: topic\nnames: {{en: {name}}}\npart-of: [league]\nstatements:\n"
TOLD = """\
  told-{number}:
    records: On day {number} of the talks Corvia was heard.
    on: 2003
    with: corvia
    evidence: [{{by: League2006history, at: ¶ 6, quote: talks of 2003, seen: full}}]
"""


def ledger(**numbers: int) -> dict[str, str]:
    """Topics of so many statements each, all of which name Corvia."""
    return {
        f"docs/facts/{id}.yaml": TOPIC.format(id=id, name=f"talks on {id}")
        + "".join(TOLD.format(number=number) for number in range(count))
        for id, count in numbers.items()
    }


def test_a_few_statements_stand_on_the_page_of_whom_they_name(pages: Build) -> None:
    site = pages(ledger(harbours=2))
    told = [item.get_text() for item in site.page("facts/corvia").select("#kb-named li")]

    assert "talks on harbours: On day 0 of the talks Corvia was heard" in [" ".join(each.split()) for each in told]
    assert not (site.place / "facts" / "named").exists()


@pytest.fixture
def often(pages: Build) -> Any:
    """A site whose ledger names Corvia in very many statements."""
    return pages(ledger(harbours=MANY, tolls=2))


def test_of_very_many_it_says_about_whom_they_are_and_leads_to_each(often: Any) -> None:
    own = often.page("facts/corvia").select_one("#kb-named")

    assert own.select_one("p").get_text().endswith("statements about 3 others name it. Each of them.")
    assert "named/corvia.html" in [link["href"] for link in own.select("a")]
    assert f"talks on harbours {MANY} · talks on tolls 2" in own.select_one(".kb-counted").get_text()
    assert [] == own.select("li")


def test_the_page_beside_it_has_every_statement_below_its_subject(often: Any) -> None:
    page = often.page("facts/named/corvia")
    links = [link["href"] for link in page.select("li li a")]

    assert "Where the ledger names Corvia" == page.h1.find(string=True)
    assert [f"../harbours.html#told-{number}" for number in range(MANY)] == [at for at in links if "harbours" in at]
    assert "../league.html#corvia" in links
    assert page.select_one("article a[href='../corvia.html']")
    assert "" == often.warnings
