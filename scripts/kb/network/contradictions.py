"""What cannot be so: the shortest chains of statements whose dates and order exclude each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from kb.core.model import Ledger
from kb.network.build import Component, Network
from kb.network.constraints import Constraint
from kb.network.plain import is_plain
from kb.network.solve import Chain, contradiction

READINGS = 200
"""How many readings of open disputes are tried in one component before it is given up."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Constraints that cannot all be so, and the statement most likely wrong; no chain if it was given up."""

    chain: Chain
    blamed: str

    @property
    def days(self) -> int:
        """By how many days it fails."""
        return -sum(constraint.days for constraint in self.chain)


def contradictions(ledger: Ledger, network: Network) -> tuple[Contradiction, ...]:
    """Every contradiction of the ledger; what was found most likely wrong takes no part in the next."""
    hard = (component for component in network.components if not is_plain(component.constraints))
    return tuple(found for component in hard for found in _of(ledger, network, component))


def _of(ledger: Ledger, whole: Network, component: Component) -> Iterator[Contradiction]:
    search = _Search(whole, component)
    removed: frozenset[str] = frozenset()
    while chain := search.chain(removed):
        blamed = _blame(ledger, search, chain, removed)
        yield Contradiction(chain, blamed)
        removed |= {blamed}
    if search.readings > READINGS:
        yield Contradiction((), next(id for id in component.ids if id in whole.timed))


@dataclass
class _Search:
    """Looks for contradictions in one component, reading by reading of what is in dispute."""

    network: Network
    component: Component
    seen: dict[frozenset[str], Chain | None] = field(default_factory=dict)
    readings: int = 0

    def chain(self, removed: frozenset[str]) -> Chain | None:
        """The shortest contradiction without what was removed and without two statements that are rivals."""
        if removed not in self.seen:
            self.seen[removed] = self._look(removed)
        return self.seen[removed]

    def _look(self, removed: frozenset[str]) -> Chain | None:
        constraints = [each for each in self.component.constraints if not any(each.rests_on(id) for id in removed)]
        chain = contradiction(constraints)
        rivals = chain and self._rivals(chain)
        if not chain or not rivals:
            return chain
        self.readings += 1
        if self.readings > READINGS:
            return None
        return next((found for id in rivals if (found := self.chain(removed | {id}))), None)

    def _rivals(self, chain: Chain) -> tuple[str, str] | None:
        pairs = combinations(involved(chain), 2)
        return next(((one, other) for one, other in pairs if other in self.network.rivals.get(one, ())), None)


def involved(chain: Chain) -> tuple[str, ...]:
    """The statements a chain rests on, in its order."""
    ids = (id for constraint in chain for id in (constraint.by, constraint.source.id, constraint.target.id))
    return tuple(dict.fromkeys(id for id in ids if "#" in id))


def _blame(ledger: Ledger, search: _Search, chain: Chain, removed: frozenset[str]) -> str:
    """Whose removal leaves nothing contradicted; of several the one with fewest sources, most constraints, and last."""

    def innocence(each: tuple[int, str]) -> tuple[bool, int, int, int]:
        place, id = each
        sources = {evidence.by for evidence in ledger.statements[id].evidence}
        says = sum(constraint.by == id for constraint in chain)
        return search.chain(removed | {id}) is not None, len(sources), -says, -place

    return min(enumerate(involved(chain)), key=innocence)[1]


def telling(chain: Chain) -> Chain:
    """The constraints worth telling."""
    return tuple(constraint for constraint in chain if not constraint.goes_without_saying)


def told(ledger: Ledger, constraint: Constraint) -> str:
    """One constraint as a clause with its sources: who says what, where."""
    if not constraint.by:
        one, other = (point.id for point in (constraint.target, constraint.source))
        return f"{one} not after {other} {constraint.says}"
    sources = dict.fromkeys(f"{e.by} ({e.at})" if e.at else e.by for e in ledger.statements[constraint.by].evidence)
    return f"{constraint.by} {constraint.says} @ {', '.join(sources)}"
