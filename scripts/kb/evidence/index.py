"""What each source says at each place: the statements that it backs there, with their figures and names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kb.core import places
from kb.core.mark import Mark
from kb.core.model import Citation
from kb.evidence.candidate import Candidate

Backing = tuple[str, Mark, Candidate]
"""A place in a source as the ledger has it, where it says so, and what the source backs there."""
Places = tuple[tuple[str, str], ...]
"""Sources with the places in them that are cited."""
_NEAR = 0.6
"""A statement is retold if it shares so much of what the nearest one shares."""


class EvidenceIndex:
    """Answers what a source says at a locator."""

    def __init__(self, by_id: Mapping[str, Candidate], backed: Mapping[str, tuple[Backing, ...]]) -> None:
        self.by_id = by_id
        self.backed = backed
        self._heard: dict[Places, tuple[Candidate, ...]] = {}
        self._near: dict[tuple[Places, str], tuple[Candidate, ...]] = {}
        self._at: dict[tuple[str, str], tuple[Candidate, ...]] = {}

    def of(self, key: str) -> tuple[Candidate, ...]:
        """All that a source backs, wherever in it."""
        return self.at(key, "")

    def at(self, key: str, locator: str) -> tuple[Candidate, ...]:
        """What a source backs at a place in it; without a locator, anywhere."""
        if (key, locator) not in self._at:
            cited = places.each(locator)
            here = [w for at, _, w in self.backed.get(key, ()) if any(places.meet(at, place) for place in cited)]
            self._at[key, locator] = tuple({candidate.id: candidate for candidate in here}.values())
        return self._at[key, locator]

    def places(self, key: str) -> tuple[str, ...]:
        """The places in a source at which the ledger has something."""
        return tuple(self._written(key))

    def written(self, key: str) -> tuple[Mark, ...]:
        """Where the ledger says each of these places first."""
        return tuple(self._written(key).values())

    def _written(self, key: str) -> dict[str, Mark]:
        found: dict[str, Mark] = {}
        for at, mark, _ in self.backed.get(key, ()):
            found.setdefault(at, mark)
        return found

    def heard(self, citations: Iterable[Citation]) -> tuple[Candidate, ...]:
        """What the cited sources say at the cited places."""
        return self._together(_places(citations))

    def near(self, citations: Iterable[Citation], text: str) -> tuple[Candidate, ...]:
        """What of it a text retells: what shares the most of its words, or nearly so many."""
        places = _places(citations)
        if (places, text) not in self._near:
            heard = self._together(places)
            shared = [len(candidate.shared(text)) for candidate in heard]
            least = max(1, _NEAR * max(shared, default=0))
            self._near[places, text] = tuple(w for w, n in zip(heard, shared, strict=True) if n >= least)
        return self._near[places, text]

    def candidates_elsewhere(self, citations: Iterable[Citation]) -> tuple[Candidate, ...]:
        """What the cited sources say anywhere."""
        return self._together(tuple((citation.key, "") for citation in citations))

    def _together(self, places: Places) -> tuple[Candidate, ...]:
        if places not in self._heard:
            self._heard[places] = tuple({w.id: w for key, locator in places for w in self.at(key, locator)}.values())
        return self._heard[places]


def _places(citations: Iterable[Citation]) -> Places:
    return tuple((citation.key, citation.locator) for citation in citations)


def index(candidates: Iterable[Candidate]) -> EvidenceIndex:
    """An index of what all of these say."""
    by_id = {candidate.id: candidate for candidate in candidates}
    backed: dict[str, list[Backing]] = {}
    for candidate in by_id.values():
        for evidence in candidate.statement.evidence:
            mark = evidence.marks.get("at", evidence.mark)
            backed.setdefault(evidence.by, []).append((evidence.at, mark, candidate))
    return EvidenceIndex(by_id, {key: tuple(those) for key, those in backed.items()})
