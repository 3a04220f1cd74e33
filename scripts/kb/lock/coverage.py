"""Coverage: does the ledger carry every sentence, figure and name of the sources whose text is locked?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kb.annotate.entities import NameFinder
from kb.core.dates import BadDate, Date, parse
from kb.core.derive import entities, typed
from kb.core.interval import covers
from kb.core.model import Boilerplate, Count, Ledger, LockedSentence, LockedSource, Statement
from kb.extract.phrases import stands_in_any_case
from kb.lock.sentences import fingerprint

_PARTIAL = re.compile(r"(\d\d|\?\?)(?:-(\d\d))?")
SPELT = {"decade": ("decade", "decades"), "year": ("year", "years"), "month": ("month", "months")}


@dataclass(frozen=True, slots=True)
class Carried:
    """One thing a sentence says (its assertion, a figure or a name) and the statements that carry it."""

    kind: str
    what: str
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Covered:
    """One sentence of a source and what carries it; ``boilerplate`` is the reason why nothing needs to."""

    source: str
    sentence: LockedSentence
    carried: tuple[Carried, ...]
    boilerplate: str | None

    @property
    def gaps(self) -> tuple[Carried, ...]:
        """What nothing carries."""
        return () if self.boilerplate is not None else self.lacking

    @property
    def lacking(self) -> tuple[Carried, ...]:
        """What nothing carries, boilerplate or not."""
        return tuple(item for item in self.carried if not item.by)


def coverage(
    ledger: Ledger, lock: Mapping[str, LockedSource], boilerplate: tuple[Boilerplate, ...], finder: NameFinder
) -> tuple[Covered, ...]:
    """Every sentence of every locked source."""
    reader = _Reader(ledger, boilerplate, finder)
    return tuple(reader.covered(source.key, sentence) for source in lock.values() for sentence in source.sentences)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Looks for what carries each sentence."""

    ledger: Ledger
    boilerplate: tuple[Boilerplate, ...]
    finder: NameFinder

    def covered(self, source: str, sentence: LockedSentence) -> Covered:
        carriers = self._carriers(source, sentence)
        ids = tuple(statement.id for statement in carriers)
        carried = [Carried("assertion", sentence.locator, ids)]
        carried += [Carried("figure", told, _those(carriers, _figure, told)) for told in sentence.figures]
        carried += [Carried("name", name, tuple(self._named(carriers, name))) for name in sentence.names]
        because = (b.because for b in self.boilerplate if b.source == source and sentence.fingerprint in b.sentences)
        return Covered(source, sentence, tuple(carried), next(because, None))

    def _carriers(self, source: str, sentence: LockedSentence) -> list[Statement]:
        return [
            statement
            for statement in self.ledger.by_source.get(source, ())
            if any(e.by == source and e.quote and fingerprint(e.quote) in sentence.quotes for e in statement.evidence)
        ]

    def _named(self, carriers: Iterable[Statement], name: str) -> Iterator[str]:
        """The statements that name the entity, or use its name in a text of theirs."""
        ids = {span.entity_id for span in self.finder.find(name)}
        known = self.ledger.entities
        ids |= {stood for id in ids if (entity := known.get(id)) and (stood := entity.stands_for)}
        for statement in carriers:
            texts = (statement.value if isinstance(statement.value, str) else "", statement.as_ or "")
            if ids & entities(statement) or any(stands_in_any_case(name, text) for text in texts):
                yield statement.id


def _those(carriers: Iterable[Statement], carries: Callable[[Statement, str], bool], told: str) -> tuple[str, ...]:
    return tuple(statement.id for statement in carriers if carries(statement, told))


def _figure(statement: Statement, told: str) -> bool:
    """Does a statement carry a figure as the lock tells it: kind, value and, of a duration, its unit?"""
    kind, _, rest = told.partition(" ")
    value, _, unit = rest.partition(" ")
    figures = typed(statement, ())  # what is counted is not asked of a set
    if kind in ("date", "decade"):
        return any(_date(value, date) for date in figures.dates)
    if kind == "article":
        return value in map(str, figures.articles)
    if kind == "duration":
        units = set(SPELT.get(unit, (unit,)))
        return any(value in _written(count) and units & set(count.of) for count in figures.counts)
    numbers = [n for count in figures.counts for n in _written(count)] + [str(n) for n in figures.ordinals]
    return value in numbers or value in figures.numbers


def _date(value: str, date: Date) -> bool:
    partial = _PARTIAL.fullmatch(value)
    if partial:
        said = zip(partial.groups(), date.parts[1:], strict=True)
        return all(told in (None, "??") or int(told) == part for told, part in said)
    try:
        return covers(parse(value), date)
    except BadDate:
        return False


def shares(covered: Iterable[Covered]) -> dict[str, tuple[int, int]]:
    """For each source how many things are carried, of how many; boilerplate counts as neither."""
    found: dict[str, tuple[int, int]] = {}
    for each in covered:
        done, all_ = found.get(each.source, (0, 0))
        things = () if each.boilerplate is not None else each.carried
        found[each.source] = (done + sum(bool(item.by) for item in things), all_ + len(things))
    return found


def _written(count: Count) -> list[str]:
    return [f"{n:g}" for n in count.written]
