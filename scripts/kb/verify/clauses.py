"""The clause in which a figure stands, and whether its words tell a beginning or an end."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from kb.annotate.spans import AnnotatedSentence
from kb.core.dates import Date
from kb.core.interval import covers
from kb.core.model import Property
from kb.evidence.candidate import Candidate
from kb.extract.mention import Mention
from kb.lang import en

_REACH = 48


def bounds(text: str, figure: Mention) -> tuple[int, int]:
    """Where the figure's clause starts and ends."""
    breaks = _breaks(text)
    before, after = bisect_left(breaks, figure.start), bisect_left(breaks, figure.end)
    return breaks[before - 1] if before else 0, breaks[after] if after < len(breaks) else len(text)


@lru_cache(maxsize=4096)
def _breaks(text: str) -> tuple[int, ...]:
    return tuple(match.start() for match in en.CLAUSE.finditer(text))


def named(scope: AnnotatedSentence, figure: Mention) -> frozenset[str]:
    """The entities that are named in the figure's clause."""
    start, end = bounds(scope.sentence.text, figure)
    return frozenset(name.entity_id for name in scope.names if start <= name.start < end)


def side(text: str, figure: Mention) -> str:
    """Do the words before the figure make it a ``beginning`` or an ``end``? The last of them decides."""
    start, _ = bounds(text, figure)
    head = text[max(start, figure.start - _REACH) : figure.start]
    if head.endswith((" to ", "–")) and en.BEGINNING.search(head):
        return "end"
    begins = max((match.end() for match in en.BEGINNING.finditer(head)), default=0)
    finishes = max((match.end() for match in en.ENDING.finditer(head)), default=0)
    if begins == finishes:
        return ""
    return "beginning" if begins > finishes else "end"


def sides(value: Date, candidate: Candidate, declared: Property | None) -> frozenset[str]:
    """What the date is in the statement: a ``beginning``, an ``end``, or ``point`` if that is not said."""
    statement = candidate.statement
    fields = {"beginning": (statement.from_,), "end": (statement.until, statement.through), "point": statement.dates}
    found = {name for name, dates in fields.items() if any(date and _is_told(value, date) for date in dates)}
    if isinstance(statement.value, Date) and _is_told(value, statement.value) and declared:
        begins = declared.existence == "begins" or en.BEGINNING.search(declared.label)
        finishes = declared.existence == "ends" or en.ENDING.search(declared.label)
        found.add("beginning" if begins else "end" if finishes else "point")
    if any(date and _is_told(value, date) for date in (statement.on, statement.as_of)):
        found.add("point")
    return frozenset(found)


def _is_told(prose: Date, stated: Date) -> bool:
    return any(covers(end, date) for end in prose.ends for date in stated.ends)
