"""Who asked whom for what, and what came back: a row for each request, its answers in columns by their sort.

It is a graph of which each arrow has a line of its own. Drawn as a net, with a few who ask and one who is asked, the
arrows lie on one another, and on a phone no word fits beside them; in rows they have an order, and answers compare.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kb.core.charted import charted
from kb.core.model import Corpus, Statement
from sphinx_kb import words
from sphinx_kb.charts import days, scene
from sphinx_kb.charts.requests import GRANTED, OTHERWISE, PROMISED, REFUSED, Request, requests, sort
from sphinx_kb.charts.scene import WIDE, Cell, Drawn, Scene, Shape, Sheet
from sphinx_kb.events import event

LOOKS = {GRANTED: "fill-1", PROMISED: "ring-1", OTHERWISE: "fill-5", REFUSED: "cross"}
"""How an answer of each sort looks, in the order of the columns."""
COLUMN, LINE, BETWEEN, LEFT = 36, 16, 16, 24
"""How wide a column is, how high a line of words, how far two rows lie apart, and where their words begin."""
RADIUS = 6
NONE = "none on record"
MIDDLE, PRINTED, APART = 330, 14, 3
"""On paper answers have words of their own: where they begin, how high all lines are, how far two answers lie apart."""


def answers(corpus: Corpus, ids: Sequence[str], sheet: Sheet = WIDE) -> Scene:
    """A row begins with what asks; what is named behind it are the answers."""
    made = _Spelt if sheet.spelt else _Plan
    plan = made(corpus, requests(corpus, charted("answers", ids, corpus)), sheet)
    ground: list[Shape] = [*plan.key]
    marks: list[Drawn] = []
    rows: list[tuple[Cell, ...]] = []
    y = float(plan.top)
    for request in plan.requests:
        lines = plan.lines(request)
        high = plan.high(request, lines)
        ground += plan.ground(request, y, y + high / 2)
        marks += [plan.request(request, y, lines), *plan.answers(request, y + high / 2)]
        rows += _rows(corpus, request)
        y += high
    head = ("When", "Who asked whom, and for what", "Answer", "What it was")
    return Scene(sheet, round(y) + 4, tuple(ground), tuple(marks), head, tuple(rows))


class _Plan:
    """What stands where: the requests in the order of time, and a column for each sort of answer that there is."""

    line = LINE

    def __init__(self, corpus: Corpus, found: Sequence[Request], sheet: Sheet) -> None:
        self.corpus, self.sheet = corpus, sheet
        self.requests = sorted(found, key=lambda each: days.begins(each.statement))
        used = {sort(corpus, answer) for request in found for answer in request.answers}
        self.columns = [each for each in LOOKS if each in used]
        items = [("point", "asked"), *((LOOKS[each], each) for each in self.columns)]
        self.key, self.top = scene.key(items, sheet)
        self.starts = sheet.width - COLUMN * len(self.columns)

    def lines(self, request: Request) -> list[tuple[str, str]]:
        """The words of a row, each line with its look: when, who asked whom, and for what."""
        room = self.sheet.counted(self.starts - LEFT - 8)
        day = days.day(request.statement)
        told = [("axis", words.when(day))] if day else []
        told += [("title", line) for line in scene.wrapped(_whom(self.corpus, request), scene.BOLD * room, 3)]
        return [*told, *(("words", line) for line in scene.wrapped(_what(self.corpus, request), room, 3))]

    def high(self, request: Request, lines: Sequence[tuple[str, str]]) -> float:
        """How high a row is."""
        return self.line * len(lines) + BETWEEN

    def request(self, request: Request, y: float, lines: Sequence[tuple[str, str]]) -> Drawn:
        """The mark of a request, with its words."""
        shapes = [scene.diamond("point", 9, y + BETWEEN / 2 + self.line / 2, 7)]
        shapes += [
            scene.words(look, LEFT, y + BETWEEN / 2 + self.line * (n + 0.75), words)
            for n, (look, words) in enumerate(lines)
        ]
        told = f"{_whom(self.corpus, request)}: {_what(self.corpus, request)}"
        return Drawn(request.statement.id, told, tuple(shapes))

    def answers(self, request: Request, middle: float) -> Iterator[Drawn]:
        """The marks of the answers, each in its column, those of a sort below one another."""
        for column, each in enumerate(self.columns):
            those = [answer for answer in request.answers if sort(self.corpus, answer) == each]
            for n, answer in enumerate(those):
                y = middle + (n - (len(those) - 1) / 2) * (2 * RADIUS + 4)
                told = f"{each}: {event(self.corpus, answer)}"
                yield Drawn(answer.id, told, (scene.mark(LOOKS[each], self._x(column), y, RADIUS),))

    def ground(self, request: Request, y: float, middle: float) -> Iterator[Shape]:
        """A line between two rows, and one from the words to the last answer."""
        yield scene.line("grid", 0, y, self.sheet.width, y)
        used = {sort(self.corpus, answer) for answer in request.answers}
        if used:
            last = max(self.columns.index(each) for each in used)
            yield scene.line("edge", self.starts, middle, self._x(last), middle)

    def _x(self, column: int) -> float:
        return self.starts + COLUMN * (column + 0.5)


class _Spelt(_Plan):
    """On paper the columns make room for what the answers were, each on lines of its own in the order of time."""

    line = PRINTED

    def __init__(self, corpus: Corpus, found: Sequence[Request], sheet: Sheet) -> None:
        super().__init__(corpus, found, sheet)
        self.starts = MIDDLE

    def high(self, request: Request, lines: Sequence[tuple[str, str]]) -> float:
        """As high as the request or its answers, whichever is more."""
        return max(super().high(request, lines), self._high(request) + BETWEEN)

    def answers(self, request: Request, middle: float) -> Iterator[Drawn]:
        """A mark before each answer, and its words."""
        y = middle - self._high(request) / 2
        for answer in request.answers:
            look, told = sort(self.corpus, answer), self._told(answer)
            shapes = [scene.mark(LOOKS[look], MIDDLE + RADIUS, y + PRINTED / 2, RADIUS - 1)]
            shapes += [
                scene.words("words", MIDDLE + LEFT - 4, y + PRINTED * (n + 0.5) + 4, line)
                for n, line in enumerate(told)
            ]
            yield Drawn(answer.id, f"{look}: {event(self.corpus, answer)}", tuple(shapes))
            y += PRINTED * len(told) + APART

    def ground(self, request: Request, y: float, middle: float) -> Iterator[Shape]:
        """A line between two rows, and of a request without an answer that there is none."""
        yield scene.line("grid", 0, y, self.sheet.width, y)
        if not request.answers:
            yield scene.words("words", MIDDLE + LEFT - 4, middle + 4, NONE)

    def _told(self, answer: Statement) -> list[str]:
        return scene.wrapped(event(self.corpus, answer), self.sheet.counted(self.sheet.width - MIDDLE - LEFT), 3)

    def _high(self, request: Request) -> float:
        return sum(PRINTED * len(self._told(answer)) + APART for answer in request.answers) - APART


def _whom(corpus: Corpus, request: Request) -> str:
    """Who asked, and whom, if that is told."""
    asking, asked = (_named(corpus, ids) for ids in (request.asked.agent, request.asked.to))
    whole = " → ".join(filter(None, (asking, asked)))
    return f"{whole[:1].upper()}{whole[1:]}"


def _what(corpus: Corpus, request: Request) -> str:
    return _named(corpus, request.asked.theme)


def _named(corpus: Corpus, fillers: Sequence[str]) -> str:
    """What fills a role: entities by their names, words as they are."""
    known = corpus.entities
    return words.listed([known[each].called if each in known else each for each in fillers])


def _rows(corpus: Corpus, request: Request) -> Iterator[tuple[Cell, ...]]:
    """The request with its first answer, and each other answer on a row of its own."""
    day = days.day(request.statement)
    when = Cell(words.when(day) if day else "")
    asked = Cell(f"{_whom(corpus, request)}: {_what(corpus, request)}", request.statement.id)
    if not request.answers:
        yield when, asked, Cell(NONE), Cell("")
    for answer in request.answers:
        yield when, asked, Cell(sort(corpus, answer)), Cell(event(corpus, answer), answer.id)
