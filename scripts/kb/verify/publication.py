"""Dates that prose tells of a source itself: when it was written, as the bibliography has it."""

from __future__ import annotations

import re
from functools import lru_cache

from kb.core.dates import Date
from kb.core.published import published
from kb.evidence import matching
from kb.verify.context import Context
from kb.verify.verdict import Outcome, Verdict

_TELLING = (
    r"(?:note|article|chapter|report|reported|wrote|writing|published|handbook|paper|post|interview|cable|study|book"
    r"|brief|headed|dated|argued|said|entry|essay|review|abstract|account|page)"
)
_IN = "(?:in|of|from|on|dated|headed)"
_OF_SOURCE = re.compile(rf"\b{_IN} $")


def of_source(context: Context) -> Verdict | None:
    """It tells when a cited source was written, as the bibliography has it."""
    value, head = context.figure.value, context.text[: context.figure.start]
    if not isinstance(value, Date) or not _OF_SOURCE.search(head):
        return None
    for key in dict.fromkeys((*(citation.key for citation in context.citations), *context.setting.cited)):
        source = context.sources.get(key)
        written = published(source) if source else None
        if not source or not written or not matching.told(value, written):
            continue
        if _told_by(source.authors).search(head):
            return Verdict(Outcome.SUPPORTED, (), "source", key)
    return None


@lru_cache(maxsize=4096)
def _told_by(authors: tuple[str, ...]) -> re.Pattern[str]:
    """A work or one of its authors, just before a date."""
    tellers = "|".join([_TELLING, *(re.escape(author) for author in authors if author)])
    return re.compile(rf"\b(?:{tellers})\b(?:[^,;:.]{{0,24}}\b{_IN} $|[^,;:.]{{0,12}}, (?:writing )?in $)")
