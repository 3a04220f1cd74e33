"""Reads a page against the ledger: every figure with its outcome, and what stands behind every sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from kb.annotate.overlong import Overlong, shortened
from kb.annotate.sentences import AnnotatedSentence, scopes
from kb.core import derive
from kb.core.dates import Date
from kb.core.model import Page
from kb.evidence.spans import HARD
from kb.extract.mentions import find
from kb.verify import restated, steps
from kb.verify.context import Context, Grounds, Setting
from kb.verify.verdict import Outcome, VerifiedMention

__all__ = ["Outcome", "VerifiedMention", "VerifiedPage", "reading"]


@dataclass(frozen=True, eq=False)
class VerifiedPage:
    """A page as the checker reads it: its figures in order, and the sentences with their scopes."""

    page: Page
    figures: tuple[VerifiedMention, ...]
    scopes: tuple[AnnotatedSentence, ...]
    about: frozenset[str]
    overlong: tuple[Overlong, ...] = ()

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


_REMEMBERED = 100
"""So many dates of a list or paragraph are in reach of what follows."""


def reading(page: Page, grounds: Grounds) -> VerifiedPage:
    """Read a page."""
    page, overlong = shortened(page)
    setting = Setting(page, derive.closure(grounds.ledger, page.about), grounds)
    every = scopes(page, grounds.finder)
    figures: list[VerifiedMention] = []
    earlier: tuple[Date, ...] = ()
    block = None
    for scope in every:
        if scope.block is not block:
            earlier = () if scope.block.kind not in ("item", "row") else earlier
            block = scope.block
        found = list(_figures(scope, earlier, setting))
        figures += found
        earlier += tuple(e for f in found if isinstance(f.figure.value, Date) for e in f.figure.value.ends)
        earlier = earlier[-_REMEMBERED:]
    return VerifiedPage(page, tuple(restated.settle(figures, setting)), every, setting.about, overlong)


def _figures(scope: AnnotatedSentence, earlier: tuple[Date, ...], setting: Setting) -> Iterator[VerifiedMention]:
    masked = [(start, end) for start, end, kind in scope.sentence.masked if kind in HARD]
    found = find(scope.sentence.text, masked)
    for figure in found:
        cited = scope.cited(figure.start)
        verdict = steps.judge(Context(figure, scope, cited, found, earlier, setting))
        mark = scope.sentence.place(setting.page.path, figure.start)
        last = scope.sentence.place(setting.page.path, figure.end - 1)
        end = last.column + 1 if last.line == mark.line else mark.column
        yield VerifiedMention(figure, scope, cited, verdict, mark, end)
