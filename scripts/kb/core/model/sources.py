"""Sources: what ``refs.bib`` tells of them, and what ``sources.lock`` keeps of their text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kb.core.mark import Mark
from kb.core.model.ledger import Marks


@dataclass(frozen=True, slots=True)
class Maker:
    """Who wrote: a person by family and given name, or a body by its whole name."""

    family: str
    given: str = ""
    suffix: str = ""
    is_body: bool = False

    @property
    def whole(self) -> str:
        """As it is said: ``Mira Osk``."""
        return " ".join(part for part in (self.given, self.family, self.suffix) if part)


@dataclass(frozen=True, slots=True)
class People:
    """The names of one field, and whether ``and others`` stands behind them, which is no name."""

    names: tuple[Maker, ...] = ()
    others: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """One entry of ``refs.bib`` with what we know of it as evidence: ``rank`` is primary, secondary or tertiary.

    The fields hold what readers see, without braces and TeX; ``people`` are the names of those that hold names.
    """

    key: str
    type: str
    fields: Mapping[str, str]
    rank: str
    mark: Mark
    marks: Marks = field(default_factory=dict)
    people: Mapping[str, People] = field(default_factory=dict)
    authors: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The title as printed."""
        return self.fields.get("title", "")

    @property
    def made_by(self) -> str:
        """The field that names who made it: the authors, else the editors, else the body that published it."""
        return next((role for role in MAKERS if role in self.people), "")

    @property
    def makers(self) -> People:
        """Who made it."""
        return self.people.get(self.made_by, People())


MAKERS = ("author", "editor", "organization", "institution")
"""The fields that name who made a source: the first that there is."""


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
