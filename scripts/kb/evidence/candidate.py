"""A candidate: a statement that a citation may mean, with what it says in figures, names and words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from kb.annotate.spans import EntitySpan
from kb.core import derive
from kb.core.model import Statement
from kb.evidence.told_events import TellingWord, ToldEvent, told_events
from kb.lang.denial import ELSE, NEGATION
from kb.lang.stems import stems

Told = tuple[str, object, str]
"""A figure in words: its kind, its value and its unit."""


@dataclass(frozen=True)
class Candidate:
    """A statement as a page meets it: its figures, the entities it is about, and its own words."""

    statement: Statement
    figures: derive.Figures
    labels: tuple[str, ...]
    find_names: Callable[[str], Iterable[EntitySpan]]
    find_figures: Callable[[str], Iterable[Told]]
    common: frozenset[str] = frozenset()
    find_events: Callable[[str], Iterable[TellingWord]] = lambda text: ()
    tells_of: str = ""

    @cached_property
    def id(self) -> str:
        """The id of the statement."""
        return self.statement.id

    @cached_property
    def entities(self) -> frozenset[str]:
        """The entities it names as such."""
        return derive.entities(self.statement)

    @cached_property
    def mentions(self) -> frozenset[str]:
        """Every entity it names or whose name stands in its words."""
        found = {span.entity_id for text in self.texts for span in self.find_names(text)}
        return self.entities | found

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Its words: what it says, how the property is called, and the quotes."""
        said = (self.statement.value,) if isinstance(self.statement.value, str) else ()
        more = (self.statement.as_ or "", self.statement.inferred or "")
        return (*said, *more, *(evidence.quote for evidence in self.statement.evidence))

    @cached_property
    def worded(self) -> frozenset[Told]:
        """The figures in its words and quotes: kind, value and unit."""
        texts = [text for text in self.texts if text != self.statement.inferred]
        return frozenset(told for text in texts for told in self.find_figures(text))

    @cached_property
    def events(self) -> tuple[ToldEvent, ...]:
        """Every event that it tells."""
        return told_events(self.statement, (*self.texts, *self.labels[:1]), self.find_events, self.tells_of)

    @cached_property
    def denies(self) -> bool:
        """Does it deny anything or leave anybody out, in its fields, its words or its quotes?"""
        fields = any(event.negated for event in self.statement.events)
        words = (NEGATION.search(text) or ELSE.search(text) for text in self.texts)
        return fields or any(words) or any(event.negated for event in self.events)

    @property
    def own(self) -> str:
        """Its own words, if it has any."""
        return self.statement.value if isinstance(self.statement.value, str) else ""

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its words, for sentences that tell it without a figure or a name."""
        own = (*self.statement.terms, *self.statement.hedge, *(u for c in self.figures.counts for u in c.of))
        return stems(" ".join((*self.texts, *self.labels, *own)), self.common)

    def shared(self, text: str) -> frozenset[str]:
        """The stems that a text shares with it."""
        return self.stems & stems(text, self.common)
