"""What a computed length of time follows from: two dates, each with the statement that has it.

:mod:`kb.verify.computed` finds that it follows; here whoever asks is told from what. Where more than one way leads to
it, the nearest is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from kb.core.dates import Date
from kb.core.interval import covers
from kb.core.published import published
from kb.extract import durations
from kb.extract.durations import Reach
from kb.verify.context import dates_of
from kb.verify.scene import Scene
from kb.verify.verdict import VerifiedMention

Dated = tuple[Date, str]
"""A date, and the statement that has it; none if only the page or a bibliography tells it."""


def dates(scene: Scene) -> tuple[Dated, ...]:
    """The two dates that lie as far apart as the figure says, the earlier first; none if they are not to be had.

    One of them stands in the sentence or at the places that it cites.
    """
    figure, here = scene.read.figure, [*_told(scene, _beside(scene)), *_cited(scene)]
    every = [*here, *_told(scene, _before(scene)), *_made(scene), *_subjects(scene)]
    within = durations.joined(figure, (other.figure for other in _of_sentence(scene)), scene.text)
    for one, other in sorted(combinations(range(len(every)), 2), key=sum):
        (first, _), (second, _) = pair = every[one], every[other]
        apart = one < len(here) and not (covers(first, second) or covers(second, first))
        if apart and durations.weigh(figure, (first, second), within=within) is Reach.RIGHT:
            return tuple(sorted(pair, key=lambda dated: (dated[0].earliest, dated[0].latest)))
    return ()


def _of_sentence(scene: Scene) -> list[VerifiedMention]:
    return [other for other in scene.page.figures if other.scope is scene.read.scope]


def _beside(scene: Scene) -> list[VerifiedMention]:
    return [other for other in _of_sentence(scene) if other is not scene.read]


def _before(scene: Scene) -> list[VerifiedMention]:
    """The figures told before the sentence in its section, the last first."""
    read = scene.read
    told = (other for other in scene.page.figures if other.scope.block.section == read.scope.block.section)
    return [other for other in told if other.mark < read.mark and other.scope is not read.scope][::-1]


def _told(scene: Scene, figures: list[VerifiedMention]) -> Iterator[Dated]:
    for other in figures:
        behind = [scene.grounds.candidate(id) for id in other.statements]
        yield from ((end, next(iter(other.statements), "")) for end in dates_of(other.figure, behind))


def _cited(scene: Scene) -> Iterator[Dated]:
    for candidate in scene.grounds.evidence.heard(scene.read.citations):
        yield from ((end, candidate.id) for date in candidate.figures.dates for end in date.ends)


def _made(scene: Scene) -> Iterator[Dated]:
    """When the cited sources were written: *a year later the paper recalled*."""
    sources = (scene.grounds.sources.get(citation.key) for citation in scene.read.citations)
    yield from ((end, "") for source in sources if source and (when := published(source)) for end in when.ends)


def _subjects(scene: Scene) -> Iterator[Dated]:
    """The days of what the page is about, when it was signed or held."""
    for name in scene.page.page.about:
        entity = scene.grounds.ledger.entities.get(name)
        for statement in entity.statements if entity else ():
            if isinstance(statement.value, Date):
                yield from ((end, statement.id) for end in statement.value.ends)
