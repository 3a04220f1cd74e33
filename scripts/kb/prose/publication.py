"""Dates that prose tells of a source itself: when it was written, as the bibliography has it."""

from __future__ import annotations

import re

from kb.dates import Date
from kb.model import Source
from kb.prose import support
from kb.prose.hearing import Hearing
from kb.prose.months import dated
from kb.prose.verdict import Outcome, Verdict

_TELLING = (
    r"(?:note|article|chapter|report|reported|wrote|writing|published|handbook|paper|post|interview|cable|study|book"
    r"|brief|headed|dated|argued|said|entry|essay|review|abstract|account|page)"
)
_IN = "(?:in|of|from|on|dated|headed)"
_OF_SOURCE = re.compile(rf"\b{_IN} $")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def of_source(hearing: Hearing) -> Verdict | None:
    """It tells when a cited source was written, as the bibliography has it."""
    value, head = hearing.figure.value, hearing.text[: hearing.figure.start]
    if not isinstance(value, Date) or not _OF_SOURCE.search(head):
        return None
    for key in dict.fromkeys((*(citation.key for citation in hearing.citations), *hearing.setting.sources)):
        source = hearing.corpus.sources.get(key)
        written = when_written(source) if source else None
        if not source or not written or not support.told(value, written):
            continue
        tellers = "|".join([_TELLING, *(re.escape(author) for author in source.authors if author)])
        if re.search(rf"\b(?:{tellers})\b(?:[^,;:.]{{0,24}}\b{_IN} $|[^,;:.]{{0,12}}, (?:writing )?in $)", head):
            return Verdict(Outcome.AGREED, (), "source", key)
    return None


def when_written(source: Source) -> Date | None:
    """The date of a source in the bibliography, of ``date`` or of ``year`` and ``month``."""
    year, month = source.fields.get("year", ""), source.fields.get("month", "").strip("{}").lower()
    names = {name: f"-{number:02}" for number, name in enumerate(_MONTHS, 1)}
    found = dated(source.fields.get("date") or year + (names.get(month[:3], "") if month else ""))
    return found if isinstance(found, Date) else None
