"""What each source says at each place: the statements that it backs there, with their figures and names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from kb.annotate.entities import NameFinder
from kb.core import derive, places
from kb.core.mark import Mark
from kb.core.model import Citation, Ledger, Statement
from kb.extract.mentions import Mention, find
from kb.extract.stems import stems
from kb.extract.units import currency, singular


@dataclass(frozen=True)
class Candidate:
    """A statement as a page meets it: its figures, the entities it is about, and its own words."""

    statement: Statement
    figures: derive.Figures
    names: NameFinder
    labels: tuple[str, ...]

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
        found = {span.entity_id for text in self.texts for span in self.names.find(text)}
        return self.entities | found

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Its words: what it says, how the property is called, and the quotes."""
        said = (self.statement.value,) if isinstance(self.statement.value, str) else ()
        more = (self.statement.as_ or "", self.statement.inferred or "")
        return (*said, *more, *(evidence.quote for evidence in self.statement.evidence))

    @cached_property
    def worded(self) -> frozenset[tuple[str, object, str]]:
        """The figures in its words and quotes: kind, value and unit."""
        texts = [text for text in self.texts if text != self.statement.inferred]
        return frozenset((f.kind, f.value, unit) for text in texts for f in find(text) for unit in _units(f))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its words, for sentences that tell it without a figure or a name."""
        own = (*self.statement.terms, *self.statement.hedge, *(u for c in self.figures.counts for u in c.of))
        return stems(" ".join((*self.texts, *self.labels, *own)))


def _units(figure: Mention) -> tuple[str, ...]:
    if figure.kind == "amount":
        return (currency(figure.text),)
    return tuple(singular(word) for word in figure.unit.split()) or ("",)


class EvidenceIndex:
    """Answers what a source says at a locator."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self.by_id = {candidate.id: candidate for candidate in candidates}
        self._sources: dict[str, list[tuple[str, Candidate]]] = {}
        self._written: dict[str, dict[str, Mark]] = {}
        self._heard: dict[tuple[tuple[str, str], ...], tuple[Candidate, ...]] = {}
        self._at: dict[tuple[str, str], tuple[Candidate, ...]] = {}
        for candidate in self.by_id.values():
            for evidence in candidate.statement.evidence:
                self._sources.setdefault(evidence.by, []).append((evidence.at, candidate))
                mark = evidence.marks.get("at", evidence.mark)
                self._written.setdefault(evidence.by, {}).setdefault(evidence.at, mark)

    def of(self, key: str) -> tuple[Candidate, ...]:
        """All that a source backs, wherever in it."""
        return self.at(key, "")

    def at(self, key: str, locator: str) -> tuple[Candidate, ...]:
        """What a source backs at a place in it; without a locator, anywhere."""
        if (key, locator) not in self._at:
            cited = places.each(locator)
            here = [w for at, w in self._sources.get(key, ()) if any(places.meet(at, place) for place in cited)]
            self._at[key, locator] = tuple({candidate.id: candidate for candidate in here}.values())
        return self._at[key, locator]

    def places(self, key: str) -> tuple[str, ...]:
        """The places in a source at which the ledger has something."""
        return tuple(self._written.get(key, {}))

    def written(self, key: str) -> tuple[Mark, ...]:
        """Where the ledger says each of these places first."""
        return tuple(self._written.get(key, {}).values())

    def heard(self, citations: Iterable[Citation]) -> tuple[Candidate, ...]:
        """What the cited sources say at the cited places."""
        return self._together(tuple((citation.key, citation.locator) for citation in citations))

    def candidates_elsewhere(self, citations: Iterable[Citation]) -> tuple[Candidate, ...]:
        """What the cited sources say anywhere."""
        return self._together(tuple((citation.key, "") for citation in citations))

    def _together(self, places: tuple[tuple[str, str], ...]) -> tuple[Candidate, ...]:
        if places not in self._heard:
            self._heard[places] = tuple({w.id: w for key, locator in places for w in self.at(key, locator)}.values())
        return self._heard[places]


def evidence(ledger: Ledger, finder: NameFinder) -> EvidenceIndex:
    """What the sources of a ledger say, by place."""
    return EvidenceIndex(
        Candidate(statement, derive.typed(statement), finder, _labels(ledger, statement))
        for entity in ledger.entities.values()
        for statement in entity.statements
    )


def _labels(ledger: Ledger, statement: Statement) -> tuple[str, ...]:
    declared = ledger.properties.get(statement.property)
    named = [ledger.entities[e].label for e in sorted(derive.entities(statement)) if e in ledger.entities]
    return (declared.label if declared else statement.property, statement.property, *named)
