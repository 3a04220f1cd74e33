"""A citation exchanged for one that has the day of its sentence too, and tells it of something else.

The link of the day then opens a statement that the sentence does not tell. It is planted only where that is plain: the
page names nothing of what is stated there, and its line has no word of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kb.core import derive
from kb.core.dates import Date
from kb.core.model import Corpus, Statement
from kb.core.months import NAMES, name
from kb_plant.lines import CITED, Line
from kb_plant.planted import Planted

KIND = "proof of another statement"
_DAY = re.compile(rf"\b\d\d? (?:{'|'.join(NAMES)}) \d{{4}}\b")
_WORD = re.compile(r"[^\W\d_]{4,}")
_FIRST = 4
_SAID = re.compile(r"[{}`,]")
"""What no place may hold that is written into a role."""


@dataclass(frozen=True, slots=True)
class Witness:
    """A place in a source that tells something of a day, with the names and the words of all that its source tells."""

    key: str
    at: str
    names: frozenset[str]
    words: frozenset[str]

    def tells(self, page: str, line: str) -> bool:
        """Has the page a name of it, or the line a word?"""
        return any(name in page for name in self.names) or not self.words.isdisjoint(_words(line))


def witnesses(corpus: Corpus) -> Mapping[str, Sequence[Witness]]:
    """The places that tell something of each day, by the day as prose has it; each source as one."""
    found: dict[str, dict[str, Witness]] = {}
    for key, those in sorted(corpus.by_source.items()):
        names = frozenset(name for each in those for name in _names(corpus, each))
        words = frozenset(word for each in those for word in _words(_told(corpus, each)))
        for each in those:
            place = next(evidence.at for evidence in each.evidence if evidence.by == key)
            for day in derive.dates(each) if place and not _SAID.search(place) else ():
                found.setdefault(_written(day), {}).setdefault(key, Witness(key, place, names, words))
    return {day: tuple(those.values()) for day, those in found.items() if day}


def _names(corpus: Corpus, statement: Statement) -> Iterator[str]:
    """Every form of all that it names."""
    for id in derive.entities(statement):
        entity = corpus.entities.get(id)
        yield from (*(named.text for named in entity.names), *entity.also) if entity else ()


def _told(corpus: Corpus, statement: Statement) -> str:
    said = statement.value if isinstance(statement.value, str) else ""
    declared = corpus.properties.get(statement.property)
    return " ".join((said, declared.label if declared else "", statement.as_ or "", *_names(corpus, statement)))


def _words(text: str) -> frozenset[str]:
    """The words of a text by their first letters, which *adopt* shares with *adopted*."""
    return frozenset(word[:_FIRST].lower() for word in _WORD.findall(text))


def _written(day: Date) -> str:
    first = day.earliest
    return f"{first.day} {name(first.month)} {first.year}" if day.precision == "day" and not day.approximate else ""


def plants(line: Line, days: Mapping[str, Sequence[Witness]]) -> Iterator[Planted]:
    """The citation of a line with one day and one citation, exchanged for each that tells the day of something else."""
    cited, told = list(CITED.finditer(line.text)), list(line.free(_DAY))
    if line.is_heading or len(cited) != 1 or len(told) != 1 or told[0].end() > cited[0].start():
        return
    for witness in days.get(told[0][0], ()):
        if witness.key not in cited[0][1] and not witness.tells(line.sheet.text, line.text):
            yield line.plant(KIND, cited[0].span(1), f"{witness.key}{{{witness.at}}}")
