"""The grounds on which all pages are read: the ledger, the bibliography, and what is found by them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kb.annotate.entities import NameFinder
from kb.core.model import Ledger, Source
from kb.evidence.index import EvidenceIndex


@dataclass(frozen=True)
class Grounds:
    """What is the same for all pages: the ledger, the bibliography, and what is found by them."""

    ledger: Ledger
    sources: Mapping[str, Source]
    testimony: EvidenceIndex
    finder: NameFinder
    numbered: tuple[tuple[str, str], ...]


def grounds(
    ledger: Ledger,
    sources: Mapping[str, Source],
    evidence: EvidenceIndex,
    finder: NameFinder,
    numbered: tuple[tuple[str, str], ...],
) -> Grounds:
    """What pages are read by."""
    return Grounds(ledger, sources, evidence, finder, numbered)
