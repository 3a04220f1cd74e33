"""How the sources are spread: over languages, over the parties they speak for, over ranks and over time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kb.core.model import Corpus, Source
from kb.core.published import published

FIELD = "x-party"
"""The field of the bibliography that names the state or organisation for which a source speaks."""


@dataclass(frozen=True, slots=True)
class Share:
    """What sources have in common, how many they are, how many of them primary, and how many statements cite one."""

    label: str
    sources: int
    primary: int
    statements: int


def balance(corpus: Corpus, by: str) -> tuple[Share, ...]:
    """The sources by ``language``, ``party``, ``rank`` or ``time``: the largest share first, time in its order.

    Time is counted in spans of five years; any other way to count is a ``KeyError``.
    """
    groups: dict[str, list[Source]] = defaultdict(list)
    for source in corpus.sources.values():
        groups[WAYS[by](source, corpus)].append(source)
    shares = [_share(label, those, corpus) for label, those in groups.items()]
    return tuple(sorted(shares, key=lambda s: s.label if by == "time" else (-s.sources, s.label)))


def _share(label: str, those: list[Source], corpus: Corpus) -> Share:
    keys = {source.key for source in those}
    resting = sum(any(e.by in keys for e in statement.evidence) for statement in corpus.statements.values())
    return Share(label, len(those), sum(source.rank == "primary" for source in those), resting)


def _language(source: Source, corpus: Corpus) -> str:
    return source.fields.get("langid", "").capitalize() or "not said"


def _party(source: Source, corpus: Corpus) -> str:
    party = source.fields.get(FIELD, "")
    return corpus.entities[party].label if party in corpus.entities else party or "no party"


def _rank(source: Source, corpus: Corpus) -> str:
    return source.rank or "not said"


def _time(source: Source, corpus: Corpus) -> str:
    day = published(source)
    if day is None:
        return "no date seen"
    first = day.earliest.year // 5 * 5
    return f"{first}–{first + 4}"


WAYS: dict[str, Callable[[Source, Corpus], str]] = {
    "language": _language, "party": _party, "rank": _rank, "time": _time,
}  # fmt: skip
"""What the sources can be counted by."""


def newest(corpus: Corpus) -> tuple[str, date] | None:
    """The key of the source published last, of those whose day is known and that a statement cites, and that day."""
    cited = {evidence.by for statement in corpus.statements.values() for evidence in statement.evidence}
    days = {key: published(source) for key, source in corpus.sources.items() if key in cited}
    dated = [(day.earliest, key) for key, day in days.items() if day and day.precision == "day"]
    day, key = max(dated, default=(None, ""))
    return (key, day) if day else None
