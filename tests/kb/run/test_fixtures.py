"""What is computed once a run: asked for by name, made when it is first asked for, taken over while it can be."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from kb.core.model import Corpus, Entity, Ledger, Page
from kb.load.corpus import assemble
from kb.run.fixtures import BadFixtures, Fixtures, Run, Things, is_same, unchanged

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


def entry(entity: Entity, counted: int) -> str:
    made.append(f"entry {entity.id}")
    return f"{entity.label} of {counted}"


def index(entries: tuple[str, ...]) -> str:
    made.append("index")
    return "; ".join(entries)


THINGS = {
    "page": Things("pages", lambda corpus: corpus.pages),
    "entity": Things("entities", lambda corpus: corpus.entities.values()),
}
KNOWN = Fixtures((index, line, entry, counted, names, titles), THINGS, {"entries": "entry"})


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
    assert run.ask(line, page=page) is run.ask(line, page=page)


def test_what_it_rests_on_in_the_end_is_declared():
    ledger = {field.name for field in fields(Ledger)}

    assert {"entities"} == KNOWN.reach(["names"])
    assert ledger == KNOWN.reach(["counted"])
    assert {"page", *ledger} == KNOWN.reach(["line"])
    assert {"pages", "today"} == KNOWN.reach(["titles", "today"])
    assert ledger == KNOWN.reach(["index"])


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


def changed(small: dict[str, bytes], path: str, old: bytes, new: bytes) -> Corpus:
    assert old in small[path]
    return assemble({**small, path: small[path].replace(old, new)}, TODAY)


def test_what_is_made_of_each_is_there_together(corpus):
    run = Run(corpus, KNOWN)

    assert run.ask(index) == "; ".join(f"{e.label} of {run.ask(counted)}" for e in corpus.entities.values())


def test_what_comes_out_as_it_was_leaves_what_rests_on_it(small, corpus):
    before = Run(corpus, KNOWN)
    before.ask(index)
    made.clear()
    after = Run(changed(small, "docs/facts/harbour-treaty.yaml", b"1990-06-03", b"1990-06-04"), KNOWN, before)

    assert before.ask(names) is after.ask(names)
    assert before.ask(index) is after.ask(index)
    assert ["names", "counted", "entry harbour-treaty"] == made


def test_what_was_not_asked_for_is_kept_for_the_run_after_next(small, corpus):
    first = Run(corpus, KNOWN)
    first.ask(index)
    second = Run(replace(corpus, pages=()), KNOWN, first)
    made.clear()
    third = Run(corpus, KNOWN, second)

    assert first.ask(index) is third.ask(index)
    assert [] == made


def test_what_is_gone_is_kept_no_longer(small, corpus):
    first = Run(corpus, KNOWN)
    first.ask(index)
    gone = corpus.entities["harbour-treaty"]
    second = Run(replace(corpus, entities={k: v for k, v in corpus.entities.items() if v is not gone}), KNOWN, first)
    second.ask(index)

    assert gone in first.kept["entry"]
    assert gone not in second.kept["entry"]


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


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ((1, 2), (1, 2), True),
        ((1, 2), (1, 3), False),
        ((1, 2), (1,), False),
        ({"a": 1, "b": 2}, {"a": 1, "b": 2}, True),
        ({"a": 1, "b": 2}, {"a": 1, "b": 3}, False),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, False),
        (1, 1.0, False),
    ],
)
def test_what_is_the_same(one: object, other: object, same: bool):
    assert same is is_same(one, other)


def test_the_same_things_in_another_tuple_are_the_same(corpus):
    assert "pages" in unchanged(replace(corpus, pages=(*corpus.pages,)), corpus)
    assert "pages" not in unchanged(replace(corpus, pages=corpus.pages[1:]), corpus)
