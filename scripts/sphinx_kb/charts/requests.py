"""Requests and their answers, read from the events of statements: who asks, and whether it is given to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kb.core.model import Corpus, Event, Statement
from sphinx_kb.charts.scene import NothingToDraw

GRANTED, PROMISED, OTHERWISE, REFUSED = "granted", "promised or planned", "answered otherwise", "refused"
"""The sorts of answers."""
OPEN = frozenset({"planned", "proposed", "asked", "may", "must"})
"""Modalities of what has not happened yet."""


@dataclass
class Request:
    """A statement in which somebody asks, the event that tells it, and the statements that answer."""

    statement: Statement
    asked: Event
    answers: list[Statement] = field(default_factory=list)


def requests(corpus: Corpus, statements: Sequence[Statement]) -> list[Request]:
    """Each statement that asks, with those that stand behind it and answer."""
    found: list[Request] = []
    for statement in statements:
        part = _part(corpus, statement)
        if part is not None and _says(corpus, part) == "asks":
            found.append(Request(statement, part))
        elif found:
            found[-1].answers.append(statement)
        else:
            raise NothingToDraw(f"{statement.id!r} asks for nothing, and no request stands before it")
    if not found:
        raise NothingToDraw("no statement is named in which somebody asks")
    return found


def sort(corpus: Corpus, answer: Statement) -> str:
    """Of which sort an answer is: what is not given is refused, what is yet to be given is promised."""
    part = _part(corpus, answer)
    says = _says(corpus, part) if part else ""
    if part is None or (says == "refuses" and part.negated):
        return OTHERWISE
    if says == "refuses" or part.negated:
        return REFUSED
    return PROMISED if says == "promises" or part.modality in OPEN else GRANTED


def asks(corpus: Corpus, statement: Statement) -> bool | None:
    """Does somebody ask in it, or is it told that nobody did? Nothing if it tells of neither."""
    parts = [part for part in statement.events if _says(corpus, part) == "asks"]
    return not all(part.negated for part in parts) if parts else None


def _says(corpus: Corpus, one: Event) -> str:
    declared = corpus.events.get(one.type)
    return declared.answer if declared else ""


def _part(corpus: Corpus, statement: Statement) -> Event | None:
    """The first event by which somebody asks or answers; that somebody did not ask is neither."""
    parts = (each for each in statement.events if _says(corpus, each))
    return next((each for each in parts if not (each.negated and _says(corpus, each) == "asks")), None)
