"""Which waiver excuses which finding: one excuses one, at its place, with the values it saw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kb.core.finding import Finding
from kb.core.model import Corpus, Waiver


def excused(findings: Iterable[Finding], corpus: Corpus) -> Mapping[Finding, Waiver]:
    """The findings that are accepted, each with a waiver of its own: two alike need two."""
    free = list(corpus.waivers)
    found: dict[Finding, Waiver] = {}
    for finding in findings if free else ():
        line = corpus.line(finding.mark)
        waiver = next((waiver for waiver in free if waiver.excuses(finding, line)), None)
        if waiver:
            free.remove(waiver)
            found[finding] = waiver
    return found
