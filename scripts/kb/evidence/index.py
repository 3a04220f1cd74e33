"""What each source says at each place: the statements that it backs there, with their figures and names."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from kb.core import places
from kb.core.mark import Mark
from kb.core.model import Citation
from kb.evidence.candidate import Candidate


class EvidenceIndex:
    """Answers what a source says at a locator."""

    def __init__(self, candidates: Iterable[Candidate], keys: Collection[str] | None = None) -> None:
        """Index what these say; of sources, if they are named, only what those of these ``keys`` back."""
        self.by_id = {candidate.id: candidate for candidate in candidates}
        self._sources: dict[str, list[tuple[str, Candidate]]] = {}
        self._written: dict[str, dict[str, Mark]] = {}
        self._heard: dict[tuple[tuple[str, str], ...], tuple[Candidate, ...]] = {}
        self._at: dict[tuple[str, str], tuple[Candidate, ...]] = {}
        for candidate in self.by_id.values():
            for evidence in candidate.statement.evidence:
                if keys is None or evidence.by in keys:
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
