"""What became of a figure: the outcome, and the statements it rests on or runs against."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kb.annotate.sentences import AnnotatedSentence, Group
from kb.core.mark import Mark
from kb.extract.mentions import Mention


class Outcome(StrEnum):
    """Every figure of a page has exactly one. ``idiom`` is a number word that counts nothing, so no figure."""

    AGREED = "agreed"
    COMPUTED = "computed"
    OWN = "own"
    EXEMPT = "exempt"
    IDIOM = "idiom"
    DISAGREES = "disagrees"
    ELSEWHERE = "elsewhere"
    UNSUPPORTED = "unsupported"
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
