"""Sources: what ``refs.bib`` tells of them, and what ``sources.lock`` keeps of their text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kb.mark import Mark
from kb.model.ledger import Marks


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of ``refs.bib`` with what we know of it as evidence: ``rank`` is primary, secondary or tertiary."""

    key: str
    type: str
    fields: Mapping[str, str]
    rank: str
    authors: tuple[str, ...]
    mark: Mark
    marks: Marks = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The title as printed, without BibTeX braces."""
        return self.fields.get("title", "").replace("{", "").replace("}", "")


@dataclass(frozen=True, slots=True)
class LockedSentence:
    """What ``sources.lock`` keeps of one sentence of a source: fingerprints, figures and names, never its words."""

    fingerprint: str
    locator: str
    figures: tuple[str, ...]
    names: tuple[str, ...]
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LockedSource:
    """A source whose whole text was at hand when ``kb lock`` ran."""

    key: str
    fingerprint: str
    sentences: tuple[LockedSentence, ...]
    mark: Mark
