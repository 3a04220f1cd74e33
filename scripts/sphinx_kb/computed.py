"""What a reader is told of a figure that no source has and that follows from others: from what it follows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kb.core import derive
from kb.core.dates import Date
from kb.verify import ingredients
from kb.verify.scene import Scene
from sphinx_kb import words


@dataclass(frozen=True, slots=True)
class Computed:
    """From what a figure follows, in words, and the statements that have it."""

    told: str
    statements: tuple[str, ...] = ()


def computed(scene: Scene) -> Computed | None:
    """From what a figure follows; none where it only takes up what the sentence before it says: *the two sides*."""
    read = scene.read
    tell = _WAYS.get(read.verdict.why)
    found = tell(scene) if tell else Computed("It follows from the numbers of these statements.", read.statements)
    return found if found and (tell or found.statements) else None


def _between(scene: Scene) -> Computed | None:
    """``From 14 September 2022 to 16 September 2022``."""
    pair = ingredients.dates(scene)
    if not pair:
        return None
    first, last = (words.when(day) for day, _ in pair)
    return Computed(f"From {first} to {last}.", tuple(dict.fromkeys(id for _, id in pair if id)))


def _as_of(scene: Scene) -> Computed:
    return Computed("It is the day up to which the facts were looked at.")


def _tenures(scene: Scene) -> Computed:
    return Computed("It is counted from the tenures that the ledger has.", scene.read.statements)


def _list(scene: Scene) -> Computed:
    return Computed("It is the number of items that follow.")


def _sources(scene: Scene) -> Computed:
    return Computed("It is the number of sources that are cited here.")


def _roll(scene: Scene) -> Computed | None:
    """The members on the day that the sentence tells, by name."""
    ledger, read = scene.grounds.ledger, scene.read
    days = (f.figure.value for f in scene.page.figures if f.scope is read.scope and isinstance(f.figure.value, Date))
    bodies = sorted(read.scope.entities | frozenset(scene.page.page.about))
    for day in (*(day.latest for day in days), ledger.today):
        for body in (body for body in bodies if derive.has_roll(ledger, body)):
            members = derive.roll(ledger, body, day).surely
            if len(members) == read.figure.value:
                of = ledger.entities[body].label
                return Computed(f"Members of {of} on {words.day(day)}: {_named(scene, members)}.")
    return None


def _tally(scene: Scene) -> Computed | None:
    """The states that are named in the sentence or before it, by name."""
    entities, scope = scene.grounds.ledger.entities, scene.read.scope
    for those in (scope.entities, scope.carried):
        states = frozenset(id for id in those if id in entities and entities[id].acts_as == "state")
        if len(states) == scene.read.figure.value:
            return Computed(f"Named here: {_named(scene, states)}.")
    return Computed("It is the number of states named here.")


def _named(scene: Scene, ids: frozenset[str]) -> str:
    entities = scene.grounds.ledger.entities
    return words.listed(sorted(entities[id].label for id in ids if id in entities))


_WAYS: Mapping[str, Callable[[Scene], Computed | None]] = {
    "duration": _between,
    "anniversary": _between,
    "as-of": _as_of,
    "tenures": _tenures,
    "roll": _roll,
    "tally": _tally,
    "list": _list,
    "sources": _sources,
    "told": lambda scene: None,
}
"""How each way of computing a figure is told; of any other, the statements in which its parts stand."""
