"""What is found after many changes, broken off or not, is what is found when everything is looked at from nothing."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from kb.load.corpus import assemble
from kb.run.runner import examine
from kb_lsp.laid import Shelf
from kb_lsp.look import ByFile, Outdated, by_file
from kb_lsp.looking import Looking

PAGE, ENTITY, SOURCES = "docs/topic/league.md", "docs/facts/league.yaml", "refs.bib"
EDITS = [
    (ENTITY, "1994-02-01", "1994-02-02"),
    (ENTITY, "1 February 1994", "2 February 1994"),
    (PAGE, "1 February 1994", "2 February 1994"),
    (PAGE, "3 June 1990", "3 July 1990"),
    (PAGE, "\n\n# The", "\n\n\n# The"),
    (ENTITY, "member: corvia", "member: voss"),
    (ENTITY, "statements:", "statements: ["),
    (SOURCES, "Osk", "Ost"),
    ("docs/facts/harbour-treaty.yaml", "part-of: [league]", "part-of: [secretary]"),
]


def breaking_off(after: int) -> Callable[[object], None]:
    """Lets so many steps be done."""
    left = iter(range(after))

    def step(_: object) -> None:
        if next(left, None) is None:
            raise Outdated

    return step


def anew(shelf: Shelf, texts: dict[str, str]) -> ByFile:
    laid, day = shelf.with_texts(texts)
    corpus = assemble(laid.files, day.today, laid.faults, day.uncommitted)
    return by_file(examine(corpus).findings, corpus.faults)


def last(looks: Iterator[tuple[ByFile, object]]) -> ByFile:
    return [*looks][-1][0]


@pytest.mark.parametrize("seed", range(6))
def test_after_any_changes_the_same_is_found_as_from_nothing(repository: Path, seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311  # no secret
    shelf = Shelf(repository, lambda: date(2020, 1, 1))
    looking = Looking(shelf)
    texts = {path: (repository / path).read_text("utf-8") for path, _, _ in EDITS}
    found = 0
    for _ in range(12):
        path, *words = draw.choice(EDITS)
        old, new = words if words[0] in texts[path] else reversed(words)
        texts = {**texts, path: texts[path].replace(old, new)}
        if draw.random() < 0.4:
            with suppress(Outdated):
                last(looking.at(texts, breaking_off(draw.randrange(1, 30))))
            continue
        now = last(looking.at(texts, lambda run: None))
        found += len(now)

        assert anew(shelf, texts) == now

    assert found
