"""The grounds on which a page is read: the ledger as far as it reaches, the bibliography, and what its sources say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kb.annotate.entities import NameFinder
from kb.core.happenings import Happenings
from kb.core.model import Entity, Ledger, Source, Statement
from kb.evidence.candidate import Candidate
from kb.evidence.index import EvidenceIndex


@dataclass(frozen=True)
class Witnesses:
    """What a page is told: the bibliography, what the sources that it cites back, and who is called what."""

    sources: Mapping[str, Source]
    evidence: EvidenceIndex
    named: Mapping[str, Entity]
    finder: NameFinder


@dataclass(frozen=True)
class Grounds:
    """What the figures and sentences of a page are held against.

    Of what no cited source says, the ledger has everything but the words; of entities out of reach, the names.
    """

    ledger: Ledger
    witnesses: Witnesses
    happenings: Happenings
    numbered: tuple[tuple[str, str], ...]

    uncited: Callable[[Statement], Candidate]

    @property
    def sources(self) -> Mapping[str, Source]:
        """The bibliography."""
        return self.witnesses.sources

    @property
    def evidence(self) -> EvidenceIndex:
        """What the sources that the page cites back."""
        return self.witnesses.evidence

    def candidate(self, id: str) -> Candidate:
        """A statement as a sentence may mean it, without its words if no cited source says it."""
        return self.evidence.by_id.get(id) or self.uncited(self.ledger.statements[id])
