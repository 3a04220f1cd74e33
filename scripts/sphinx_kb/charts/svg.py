"""Shapes as SVG: on the site the style sheet gives them their colours, on paper they bring along their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from sphinx_kb.charts.scene import Scene, Shape

FONT = 'font-family="\'Source Sans 3\'" font-weight="500"'
"""The font of print. Of a font with several weights Typst takes the lightest for 400, and any other as it is asked."""
COLOURS = ("#1d4f73", "#c87f36", "#4d7a3a", "#6d4a86", "#8a8f94")
"""On paper: the second is so much paler than the first that both are told apart in grey."""
_GREY, _INK = "#59626b", "#1c2126"
_BORDER = {"stroke": "#ffffff", "stroke-width": ".7"}
_SMALL = {"font-size": "12", "fill": _GREY}
LOOKS: Mapping[str, Mapping[str, str]] = {
    "grid": {"stroke": "#dedcd4", "stroke-width": "1"},
    "axis": {"font-size": "11", "fill": _GREY},
    "words": _SMALL,
    "number": {"font-size": "11", "fill": _INK},
    "name": {"font-size": "12.5", "fill": _INK},
    "title": {"font-size": "13", "fill": _INK, "font-weight": "700"},
    "point": {"fill": "#ffffff", "stroke": "#8a4b08", "stroke-width": "2"},
    "edge": {"stroke": _GREY, "stroke-width": "1.2"},
    "spread": {"fill": COLOURS[1], "fill-opacity": ".2"},
    "cross": {"fill": "none", "stroke": COLOURS[1], "stroke-width": "2.6", "stroke-linecap": "round"},
    "ring": {"fill": "#ffffff", "stroke": _INK, "stroke-width": "2"},
    "range": {"stroke": COLOURS[0], "stroke-width": "2"},
    **{f"fill-{n}": {"fill": colour} for n, colour in enumerate(COLOURS, 1)},
    **{f"pale-{n}": {"fill": colour, "fill-opacity": ".35"} for n, colour in enumerate(COLOURS, 1)},
    "land": {"fill": "#eceae3", "stroke": "#ffffff", "stroke-width": ".7"},
    "label": {"font-size": "11", "fill": _INK, "stroke": "#ffffff", "stroke-width": "2", "paint-order": "stroke"},
    **{f"area-{n}": {"fill": colour, **_BORDER} for n, colour in enumerate(COLOURS, 1)},
    **{f"faint-{n}": {"fill": colour, "fill-opacity": ".4", **_BORDER} for n, colour in enumerate(COLOURS, 1)},
    **{f"ring-{n}": {"fill": "#ffffff", "stroke": colour, "stroke-width": "2"} for n, colour in enumerate(COLOURS, 1)},
}
"""What each look is on paper."""


def printed(scene: Scene) -> str:
    """The whole picture for paper."""
    shapes = (*scene.ground, *(shape for mark in scene.marks for shape in mark.shapes), *scene.over)
    drawn = "".join(_shape(shape, {**LOOKS[shape.look]}) for shape in shapes)
    wide, high = scene.sheet.width, scene.height
    size = f'width="{wide}" height="{high}" viewBox="0 0 {wide} {high}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {FONT}>{drawn}</svg>'


def shown(shapes: Iterable[Shape]) -> str:
    """Shapes for the site."""
    return "".join(_shape(shape, {"class": f"kc-{shape.look}"}) for shape in shapes)


def _shape(shape: Shape, look: Mapping[str, str]) -> str:
    at = "".join(f' {name}="{escape(value)}"' for name, value in (*shape.at, *look.items()))
    return f"<{shape.tag}{at}>{escape(shape.words)}</{shape.tag}>" if shape.words else f"<{shape.tag}{at}/>"
