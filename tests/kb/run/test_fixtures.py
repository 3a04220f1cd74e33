"""What is computed once a run: asked for by name, made when it is first asked for, taken over while it can be."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from kb.core.model import Corpus, Entity, Ledger, Page
from kb.load.corpus import assemble
from kb.run.fixtures import BadFixtures, Fixtures, Run, unchanged

TODAY = date(2020, 1, 1)
made: list[str] = []


def names(entities: dict[str, Entity]) -> list[str]:
    made.append("names")
    return sorted(entities)


def counted(names: list[str], ledger: Ledger) -> int:
    made.append("counted")
    return len(names) + len(ledger.statements)


def titles(pages: tuple[Page, ...]) -> list[str]:
    made.append("titles")
    return [page.title for page in pages]


def line(page: Page, counted: int) -> str:
    return f"{page.title} {counted}"


KNOWN = Fixtures((line, counted, names, titles), ("page",))


@pytest.fixture
def corpus(small: dict[str, bytes]) -> Corpus:
    made.clear()
    return assemble(small, TODAY)


def test_each_stands_behind_what_it_asks_for():
    order = list(KNOWN)

    assert order.index("names") < order.index("counted") < order.index("line")


def test_it_is_made_once_and_only_when_asked_for(corpus):
    run = Run(corpus, KNOWN)

    assert [] == made
    assert run.ask(counted) == run.ask(counted) == len(corpus.entities) + len(corpus.statements)
    assert ["names", "counted"] == made


def test_what_rests_on_one_thing_is_made_for_each(corpus):
    run = Run(corpus, KNOWN)
    page = corpus.pages[0]

    def rule(line: str, page: Page) -> str:
        return f"{page.path}: {line}"

    assert f"{page.path}: {page.title} {run.ask(counted)}" == run.call(rule, {"page": page})
    assert "line" not in run.made


def test_what_it_rests_on_in_the_end_is_declared():
    ledger = {field.name for field in fields(Ledger)}

    assert {"entities"} == KNOWN.reach(["names"])
    assert ledger == KNOWN.reach(["counted"])
    assert {"page", *ledger} == KNOWN.reach(["line"])
    assert {"pages", "today"} == KNOWN.reach(["titles", "today"])


def test_a_changed_page_leaves_what_rests_on_the_ledger(small, corpus):
    before = Run(corpus, KNOWN)
    before.ask(counted), before.ask(titles)
    path = "docs/topic/league.md"
    after = assemble({**small, path: small[path].replace(b"# The League", b"# That League")}, TODAY)
    made.clear()
    run = Run(after, KNOWN, before)

    assert {"pages", "documents"} == {*Corpus.__dataclass_fields__} - unchanged(after, corpus)
    assert run.ask(counted) == before.ask(counted)
    assert run.ask(titles) != before.ask(titles)
    assert ["titles"] == made


def test_a_changed_day_changes_nothing_that_does_not_ask_for_it(corpus):
    before = Run(corpus, KNOWN)
    before.ask(counted)
    made.clear()
    run = Run(replace(corpus, today=date(2021, 1, 1)), KNOWN, before)

    assert before.ask(names) is run.ask(names)
    assert [] == made
    assert before.ask(counted) == run.ask(counted)
    assert ["counted"] == made


def test_what_cannot_be_is_told():
    def sources(): ...
    def one(two): ...
    def two(one): ...
    def odd(nothing): ...

    for makes, told in (
        ((sources,), "'sources' is made twice"),
        ((names, names), "'names' is made twice"),
        ((odd,), "'odd' asks for 'nothing', which nobody makes"),
        ((one, two), "these ask for each other: "),
    ):
        with pytest.raises(BadFixtures, match=told):
            Fixtures(makes)


def test_the_same_things_in_another_tuple_are_the_same(corpus):
    assert "pages" in unchanged(replace(corpus, pages=(*corpus.pages,)), corpus)
    assert "pages" not in unchanged(replace(corpus, pages=corpus.pages[1:]), corpus)
