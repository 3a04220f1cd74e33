"""Findings of a text told in the text that became of it: where lines came or went above them, they move along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kb.core.finding import Finding


def shifted(findings: Iterable[Finding], before: Sequence[str], after: Sequence[str]) -> Iterator[Finding]:
    """Those that stand in lines which are still the same; of the lines between, nothing is known any more."""
    head = _alike(before, after)
    tail = _alike(before[head:][::-1], after[head:][::-1])
    for each in findings:
        line = each.mark.line
        if line <= head:
            yield each
        elif line > len(before) - tail:
            yield replace(each, mark=each.mark._replace(line=line + len(after) - len(before)))


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
