"""What took place where and when: a row for each place, a mark for each event, the larger the more took part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from kb.core.charted import charted
from kb.core.dates import Date
from kb.core.derive import told_on
from kb.core.interval import Days
from kb.core.model import Corpus, Count, Statement
from sphinx_kb import words
from sphinx_kb.charts import scene
from sphinx_kb.charts.axis import Years
from sphinx_kb.charts.scene import ROOM, Cell, Drawn, NothingToDraw, Scene, Shape

LANE, ROW = 19, 6
"""How high a lane of a row is, and how far two rows lie apart."""
LEAST, MOST = 4.5, 9.0
"""How large a mark is at least, and at most."""
ELSEWHERE = "place not told"


@dataclass(frozen=True, slots=True)
class _Placed:
    """An event with what its mark needs: its row, its day, its size and the whole that it is part of."""

    statement: Statement
    day: Date
    place: str
    size: float
    whole: str


def events(corpus: Corpus, ids: Sequence[str]) -> Scene:
    """Rows by place, in the order of names; of what has several places, a mark in the row of each."""
    found = [each for statement in charted("events", ids, corpus) for each in _placed(corpus, statement)]
    if not found:
        raise NothingToDraw(f"the ledger has no dated event that is, or is part of, {words.listed(list(ids))}")
    found.sort(key=lambda each: (each.place == ELSEWHERE, each.place, each.day.earliest))
    wholes = [whole for whole, _ in Counter(each.whole for each in found).most_common()]
    years = Years.of(
        [Days.of(each.day).first for each in found] + [Days.of(each.day).last for each in found], corpus.today
    )
    largest = max(each.size for each in found)
    ground: list[Shape] = []
    marks: list[Drawn] = []
    looks = [(f"fill-{n}", whole.removeprefix("the ")) for n, whole in enumerate(wholes, 1)]
    planned = [("ring-5", "planned, and not seen to be held")] if any(s.statement.planned for s in found) else []
    key, top = scene.key([*looks, *planned])
    y = float(top + ROW)
    for place in dict.fromkeys(each.place for each in found):
        row = [each for each in found if each.place == place]
        lanes = _lanes([(years.at(_middle(each.day)), _radius(each.size, largest)) for each in row])
        high = LANE * (max(lanes) + 1)
        ground.append(scene.words("name", ROOM + 8, y + high / 2 + 4, scene.fitted(place, ROOM), "end"))
        for each, lane in zip(row, lanes, strict=True):
            look = f"{'ring' if each.statement.planned else 'fill'}-{wholes.index(each.whole) + 1}"
            at = years.at(_middle(each.day)), y + LANE * (lane + 0.5), _radius(each.size, largest)
            marks.append(Drawn(each.statement.id, _told(corpus, each), (scene.dot(look, *at),)))
        y += high + ROW
    ground = [*years.grid(top, y), *ground, *key]
    head = ("Where", "What", "When", "How many")
    return Scene(int(y) + 26, tuple(ground), tuple(marks), head, tuple(_row(corpus, each) for each in found))


def _placed(corpus: Corpus, statement: Statement) -> Iterator[_Placed]:
    entity = corpus.entities[statement.subject]
    sizes = [s.value.written[-1] for s in entity.statements if _counts_heads(corpus, s) and isinstance(s.value, Count)]
    whole = corpus.entities[entity.part_of[0]] if entity.part_of else entity
    day = told_on(statement)[1]
    if day is None:
        return
    for place in [corpus.entities[id].label for id in statement.where] or [ELSEWHERE]:
        yield _Placed(statement, day, place, max(sizes, default=0), whole.short or whole.label)


def _counts_heads(corpus: Corpus, statement: Statement) -> bool:
    """Is it a number whose parts add up, as those of people do? The largest one makes the size of an event."""
    declared = corpus.properties.get(statement.property)
    return declared is not None and declared.adds_up


def _middle(day: Date) -> int:
    return (day.earliest.toordinal() + day.latest.toordinal()) // 2


def _radius(size: float, largest: float) -> float:
    """An area that grows with the number."""
    return LEAST + (MOST - LEAST) * sqrt(size / largest) if largest else LEAST


def _lanes(marks: Sequence[tuple[float, float]]) -> list[int]:
    """For each mark from left to right the first lane in which it touches none."""
    ends: list[float] = []
    found: list[int] = []
    for x, radius in marks:
        lane = next((n for n, end in enumerate(ends) if x - radius > end + 1), len(ends))
        ends[lane : lane + 1] = [x + radius]
        found.append(lane)
    return found


def _told(corpus: Corpus, each: _Placed) -> str:
    planned = ", planned" if each.statement.planned else ""
    return f"{corpus.entities[each.statement.subject].label}, {each.place}, {words.when(each.day)}{planned}"


def _row(corpus: Corpus, each: _Placed) -> tuple[Cell, ...]:
    size = f"{each.size:,.0f}" if each.size else ""
    when = words.when(each.day) + (" (planned)" if each.statement.planned else "")
    return (
        Cell(each.place),
        Cell(corpus.entities[each.statement.subject].label),
        Cell(when, each.statement.id),
        Cell(size),
    )
