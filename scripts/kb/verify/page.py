"""Reads a page against the ledger: every figure with its outcome, and what stands behind every sentence."""

from __future__ import annotations

from collections.abc import Iterator

from kb.annotate.spans import AnnotatedPage, AnnotatedSentence
from kb.core import derive
from kb.core.dates import Date
from kb.core.model.pages import HARD
from kb.extract.mentions import find
from kb.verify import restated, steps
from kb.verify.context import Context, Setting, dates_of
from kb.verify.grounds import Grounds
from kb.verify.verdict import Outcome, VerifiedMention, VerifiedPage

_REMEMBERED = 100
"""So many dates of a list or paragraph are in reach of what follows."""
_COUNTED = 6
"""And so many numbers of a section."""


def reading(annotated: AnnotatedPage, grounds: Grounds) -> VerifiedPage:
    """Read a page."""
    page, every = annotated.page, annotated.scopes
    setting = Setting(page, derive.closure(grounds.ledger.entities, page.about), annotated.cited, grounds)
    figures: list[VerifiedMention] = []
    earlier: tuple[Date, ...] = ()
    counted: tuple[float, ...] = ()
    block = None
    for scope in every:
        if scope.block is not block:
            earlier = () if scope.block.kind not in ("item", "row") else earlier
            counted = () if scope.block.kind == "heading" else counted
            block = scope.block
        found = list(_figures(scope, earlier, counted, setting))
        figures += found
        backed = {id: grounds.candidate(id) for f in found for id in f.statements}
        earlier += tuple(date for f in found for date in dates_of(f.figure, [backed[id] for id in f.statements]))
        earlier = earlier[-_REMEMBERED:]
        counted = tuple(dict.fromkeys((*_numbers(found), *counted)))[:_COUNTED]
    return VerifiedPage(page, tuple(restated.settle(figures, setting)), every, setting.about, annotated.overlong)


def _numbers(figures: list[VerifiedMention]) -> Iterator[float]:
    """The numbers that are carried, the last first."""
    carried = [read.figure for read in figures if read.outcome in (Outcome.SUPPORTED, Outcome.COMPUTED)]
    for figure in reversed(carried):
        if figure.kind in ("count", "percentage", "amount") and isinstance(figure.value, int | float):
            yield float(figure.value)


def _figures(
    scope: AnnotatedSentence, earlier: tuple[Date, ...], counted: tuple[float, ...], setting: Setting
) -> Iterator[VerifiedMention]:
    masked = [(start, end) for start, end, kind in scope.sentence.masked if kind in HARD]
    found = find(scope.sentence.text, masked)
    for figure in found:
        cited = scope.cited(figure.start)
        verdict = steps.judge(Context(figure, scope, cited, found, earlier, setting, counted))
        mark = scope.sentence.place(setting.page.path, figure.start)
        last = scope.sentence.place(setting.page.path, figure.end - 1)
        end = last.column + 1 if last.line == mark.line else mark.column
        yield VerifiedMention(figure, scope, cited, verdict, mark, end)
