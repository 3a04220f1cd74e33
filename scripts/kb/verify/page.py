"""Reads a page against the ledger: every figure with its outcome, and what stands behind every sentence."""

from __future__ import annotations

from collections.abc import Iterator

from kb.annotate.spans import AnnotatedPage, AnnotatedSentence
from kb.core import derive
from kb.core.dates import Date
from kb.evidence.spans import HARD
from kb.extract.mentions import find
from kb.verify import restated, steps
from kb.verify.context import Context, Setting
from kb.verify.grounds import Grounds
from kb.verify.verdict import VerifiedMention, VerifiedPage

_REMEMBERED = 100
"""So many dates of a list or paragraph are in reach of what follows."""


def reading(annotated: AnnotatedPage, grounds: Grounds) -> VerifiedPage:
    """Read a page."""
    page, every = annotated.page, annotated.scopes
    setting = Setting(page, derive.closure(grounds.ledger, page.about), annotated.cited, grounds)
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
    return VerifiedPage(page, tuple(restated.settle(figures, setting)), every, setting.about, annotated.overlong)


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
