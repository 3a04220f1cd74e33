"""What held on any day: rows that hold for a time, and periods that say which of them hold, for page and script alike.

All is asked of the ledger while the site is built. The script that shows a day looks up the period in which it lies.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kb.core.charted import charted
from kb.core.derive import interval, tenures
from kb.core.interval import BEFORE_ALL
from kb.core.model import Corpus
from kb.core.truth import Truth
from kb.query import periods as asked
from kb.query.periods import Period, Question
from kb.query.questions import Answer
from sphinx_kb import nodes as kb_nodes
from sphinx_kb import words
from sphinx_kb.charts.areas import Area, Map
from sphinx_kb.charts.scene import NARROW, NothingToDraw, Scene


@dataclass(frozen=True, slots=True)
class Row:
    """One answer: to which section and question, of whom, what is said, and the statements that say so."""

    section: int
    question: int
    about: str
    told: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Questions of one sort under one title, and how an answer to them is told."""

    title: str
    questions: tuple[Question, ...]
    told: Callable[[Answer], str]


class AnyDay:
    """What is shown of every day: the members of some bodies, posts, instruments, and what exists of some kinds."""

    def __init__(self, corpus: Corpus, bodies: Sequence[str], kinds: Sequence[str]) -> None:
        self.map = Map(corpus, bodies)
        self.small = Map(corpus, bodies, NARROW)
        self.sections = tuple(section for section in _sections(corpus, bodies, kinds) if section.questions)
        begun = [day for s in charted("map", bodies, corpus) if (day := interval(s).begin.first) > BEFORE_ALL]
        if not begun:
            raise NothingToDraw(f"nobody is known to have joined {words.listed(list(bodies))} on any day")
        questions = [question for section in self.sections for question in section.questions]
        self.periods = asked.periods(questions, date.fromordinal(min(begun)), corpus.today)

    def _answered(self, period: Period) -> Iterator[tuple[Row, Truth]]:
        """Every answer of a period, and how surely it holds."""
        numbered = [n for n, section in enumerate(self.sections) for _ in section.questions]
        for question, (n, answers) in enumerate(zip(numbered, period.answers, strict=True)):
            for each in answers:
                ids = tuple(statement.id for statement in each.statements)
                yield Row(n, question, each.about, self.sections[n].told(each), ids), each.certainty

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every row that ever holds, question by question, the first to hold first."""
        found = dict.fromkeys(row for period in self.periods for row, _ in self._answered(period))
        return tuple(sorted(found, key=lambda row: row.question))

    @cached_property
    def held(self) -> tuple[dict[int, Truth], ...]:
        """For each period the numbers of the rows that hold, and how surely."""
        number = {row: n for n, row in enumerate(self.rows)}
        return tuple({number[row]: surely for row, surely in self._answered(each)} for each in self.periods)

    def when(self, number: int) -> str:
        """The times through which a row holds, in words."""
        told, today = [], self.periods[-1].last
        for first, last, surely in self._times(number):
            end = f" through {words.day(last)}" if last != today else ""
            time = f"from {words.day(first)}{end}" if first != last else f"on {words.day(first)}"
            told.append(time if surely is Truth.SURELY else f"possibly {time}")
        return ", ".join(told)

    def _times(self, number: int) -> Iterator[tuple[date, date, Truth]]:
        """Periods that follow one another and have a row with the same certainty, as one."""
        found: list[tuple[date, date, Truth]] = []
        before: Truth | None = None
        for period, held in zip(self.periods, self.held, strict=True):
            surely = held.get(number)
            if surely and surely is before:
                found[-1] = (found[-1][0], period.last, surely)
            elif surely:
                found.append((period.first, period.last, surely))
            before = surely
        yield from found

    def scenes(self) -> tuple[Scene, Scene]:
        """The map on the last day, for a desk and for a phone, with a key to all looks that any day may have."""
        areas = self._areas(self.periods[-1].last)
        wide, narrow = (each.scene(areas, (), (), each.whole_key()) for each in (self.map, self.small))
        return wide, narrow

    def _areas(self, day: date) -> list[Area]:
        """Every state of the map as it looks on a day."""
        return [self.map.area(id, day) or self.map.bare(id) for id in self.map.states]

    def script(self) -> str:
        """What the script of the page needs to know: which rows hold in which period, and how the states look then."""
        told = [
            {
                "first": period.first.isoformat(),
                "surely": [n for n, surely in held.items() if surely is Truth.SURELY],
                "possibly": [n for n, surely in held.items() if surely is Truth.POSSIBLY],
                "map": {area.entity: [area.look, self._row_of(area)] for area in self._areas(period.first)},
            }
            for period, held in zip(self.periods, self.held, strict=True)
        ]
        document = {"last": self.periods[-1].last.isoformat(), "periods": told}
        return f"window.kbDays = {json.dumps(document, separators=(',', ':'))};\n"

    def _row_of(self, area: Area) -> int:
        """The number of the first row that tells what a mark of the map stands for."""
        return next(n for n, row in enumerate(self.rows) if area.statement in row.statements)


def _sections(corpus: Corpus, bodies: Sequence[str], kinds: Sequence[str]) -> Iterator[Section]:
    """What is asked, in the order in which it is shown."""
    entities = corpus.entities.values()
    members = tuple(asked.of_members(corpus, body) for body in bodies)
    posts = tuple(asked.of_holders(corpus, each.id) for each in entities if tenures(corpus, each.id))
    pacts = tuple(asked.of_force(corpus, each) for each in entities if asked.comes_into_force(each))
    yield Section("Members", members, lambda answer: answer.answer)
    yield Section("Posts", posts, lambda answer: f"{kb_nodes.label(corpus, answer.statements[0])} {answer.answer}")
    yield Section("Instruments in force", pacts, lambda answer: _since(corpus, answer))
    for kind in kinds:
        those = tuple(asked.of_existence(corpus, each) for each in entities if each.kind == kind)
        yield Section(corpus.kinds[kind].many, those, lambda answer: _since(corpus, answer))


def _since(corpus: Corpus, answer: Answer) -> str:
    """What the statements say in which an answer has its beginning."""
    return " or ".join(dict.fromkeys(kb_nodes.brief(corpus, statement) for statement in answer.statements))
