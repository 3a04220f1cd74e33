"""What became of a figure: the outcome, and the statements it rests on or runs against."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from kb.annotate.spans import AnnotatedSentence, Group, Overlong
from kb.core.mark import Mark
from kb.core.model import Page
from kb.extract.mention import Mention


class Outcome(StrEnum):
    """Every figure of a page has exactly one. ``idiom`` is a number word that counts nothing, so no figure."""

    SUPPORTED = "supported"
    COMPUTED = "computed"
    OWN = "own"
    EXEMPT = "exempt"
    IDIOM = "idiom"
    REFUTED = "refuted"
    ELSEWHERE = "elsewhere"
    NOT_ENOUGH = "not enough information"
    UNCITED = "uncited"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome with its reason.

    ``statements`` back the figure, or are the nearest that run against it, best first. ``expected`` is what they say
    instead. ``why`` names the way to the outcome: ``restated``, ``source``, ``roll``, ``idiom``, ``name``, ``bound`` …
    """

    outcome: Outcome
    statements: tuple[str, ...] = ()
    why: str = ""
    expected: str = ""


@dataclass(frozen=True, slots=True)
class VerifiedMention:
    """A figure of a page where it stands: from ``mark`` up to (not including) ``end`` on the same line."""

    figure: Mention
    scope: AnnotatedSentence
    citations: Group
    verdict: Verdict
    mark: Mark
    end: int

    @property
    def outcome(self) -> Outcome:
        """What became of it."""
        return self.verdict.outcome

    @property
    def statements(self) -> tuple[str, ...]:
        """The ids of the statements that back it (or, if it disagrees, run against it), best first."""
        return self.verdict.statements


@dataclass(frozen=True)
class VerifiedPage:
    """A page as the checker reads it: its figures in order, and the sentences with their scopes."""

    page: Page
    figures: tuple[VerifiedMention, ...]
    scopes: tuple[AnnotatedSentence, ...]
    about: frozenset[str]
    overlong: tuple[Overlong, ...] = ()

    def __hash__(self) -> int:
        return hash(self.page.path)

    @cached_property
    def shares(self) -> Mapping[str, int]:
        """How many figures came to which outcome; the exempt ones by the rule that exempts them."""
        names = (f"exempt: {f.verdict.why}" if f.outcome is Outcome.EXEMPT else f.outcome.value for f in self.figures)
        return Counter(names)

    @cached_property
    def lasting(self) -> tuple[VerifiedMention, ...]:
        """The lengths of time that follow from dates in reach."""
        return tuple(f for f in self.with_outcome(Outcome.COMPUTED) if f.verdict.why == "duration")

    def with_outcome(self, *outcomes: Outcome) -> Iterator[VerifiedMention]:
        """The figures that came to one of these outcomes."""
        return (figure for figure in self.figures if figure.outcome in outcomes)
