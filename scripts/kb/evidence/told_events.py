"""What a statement tells to have happened: in its fields, by its property, or in its words and quotes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from kb.core.model import Event, Statement


class TellingWord(Protocol):
    """A word that tells an event, as whoever reads texts finds it."""

    @property
    def types(self) -> frozenset[str]:
        """The events that it may tell."""
        ...

    @property
    def is_noun(self) -> bool:
        """Does it name the event, and not tell it?"""
        ...

    @property
    def is_light(self) -> bool:
        """Does it by itself tell next to nothing?"""
        ...

    @property
    def negated(self) -> bool:
        """Is it denied?"""
        ...

    @property
    def modality(self) -> str | None:
        """How far it is from done."""
        ...


@dataclass(frozen=True)
class ToldEvent:
    """An event that a statement tells, in a field or by a word.

    It is ``sure`` where a field says so, or a verb of the statement's own words; quotes only excuse.
    """

    types: frozenset[str]
    by: Event | TellingWord
    own: bool = True

    @property
    def negated(self) -> bool:
        """Is it denied?"""
        return self.by.negated

    @property
    def modality(self) -> str | None:
        """How far it is from done."""
        return self.by.modality

    @cached_property
    def sure(self) -> bool:
        """Is it surely this event that is told?"""
        return isinstance(self.by, Event) or (self.own and not self.by.is_noun and not self.by.is_light)


def told_events(
    statement: Statement, texts: Iterable[str], read: Callable[[str], Iterable[TellingWord]], tells_of: str = ""
) -> tuple[ToldEvent, ...]:
    """Every event that a statement tells, the fields first; ``tells_of`` is what its property is by itself."""
    own = statement.value if isinstance(statement.value, str) else ""
    fields = (ToldEvent(frozenset({each.type}), each) for each in statement.events)
    words = (ToldEvent(word.types, word, text == own) for text in texts for word in read(text))
    modality = "planned" if statement.planned else None
    mark = statement.mark
    itself = [ToldEvent(frozenset({tells_of}), Event(tells_of, (), (), (), False, modality, mark))] if tells_of else []
    return (*fields, *itself, *words)
