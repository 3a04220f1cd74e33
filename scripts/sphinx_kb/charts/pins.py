"""Where a mark stands on a map that says something of a state: on it, or beside it where it would cover the state."""

from __future__ import annotations

from sphinx_kb.charts import scene
from sphinx_kb.charts.labels import Room
from sphinx_kb.charts.projection import Point
from sphinx_kb.charts.scene import Shape

MARK = 8
"""From the middle of a mark to its corners."""
ROOMY = 4
"""How many times that a state is at least wide and high that can carry a mark and still be touched itself."""


def pinned(state: Room, width: float) -> tuple[Shape, ...]:
    """The mark of a state, if it stands beside it at the end of a line; ``width`` is that of the map."""
    x, y = _spot(state, width)
    mark = scene.diamond("point", x, y, MARK)
    return (mark,) if (x, y) == state.middle else (scene.line("edge", *state.middle, x, y), mark)


def around(state: Room, width: float) -> Room:
    """What the mark of a state takes of the map."""
    x, y = _spot(state, width)
    return Room(x - MARK, y - MARK, x + MARK, y + MARK)


def _spot(state: Room, width: float) -> Point:
    x, y = state.middle
    if min(state.right - state.left, state.bottom - state.top) >= ROOMY * MARK:
        return x, y
    right = state.right + 2 * MARK
    return (right if right + MARK <= width else state.left - 2 * MARK), y
