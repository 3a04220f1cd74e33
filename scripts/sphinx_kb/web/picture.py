"""The picture that stands beside a link to a page elsewhere: its title, what it says first, and whose it is.

Drawn at build time, and only where the site has an address, for it is fetched from there. Pages of the ledger share
one.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from PIL import Image, ImageDraw, ImageFont

from sphinx_kb.page_context import is_told
from sphinx_kb.previews import MAKER
from sphinx_kb.web.identity import identity, is_site, summary_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FOLDER = "_images/previews"
WIDE, HIGH, EDGE = 1200, 630, 90
"""The size that readers of previews ask for, and the empty edge."""
LARGEST, SMALLEST = 84, 48
"""A title is set as large as four lines of it fit."""
LINES = 4
PAPER, INK, BRAND = "#ffffff", "#1c2126", "#333333"
_FONT = Path(__file__).parents[2] / "sphinx_typst" / "fonts" / "SourceSerif4[opsz,wght].ttf"


def add(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:
    """Draw the picture of the page and name it to the extension that writes previews."""
    if not is_told(pagename, doctree) or not is_site(app) or MAKER not in app.extensions:
        return
    of_ledger = pagename.startswith("facts/")
    title = app.config.project if of_ledger else app.env.titles[pagename].astext()
    path = f"{FOLDER}/{'facts' if of_ledger else pagename.replace('/', '-')}.png"
    place = Path(app.outdir) / path
    if not (of_ledger and place.exists()):
        place.parent.mkdir(parents=True, exist_ok=True)
        told = "" if of_ledger else summary_of(app, identity(app, pagename))
        _draw(title, told, app.config.project, _colour(app)).save(place, optimize=True)
    picture = {"og:image": urljoin(app.config.html_baseurl, path), "og:image:alt": title}
    context["meta"] = {**(context.get("meta") or {}), **picture}


def _colour(app: Sphinx) -> str:
    colours = app.config.html_theme_options.get("light_css_variables", {})
    return str(colours.get("color-brand-primary", BRAND))


def _draw(title: str, told: str, site: str, brand: str) -> Image.Image:
    """A bar in the colour of the site, the title, what is told first as far as there is room, and the site."""
    made = Image.new("RGB", (WIDE, HIGH), PAPER)
    pen = ImageDraw.Draw(made)
    pen.rectangle((0, 0, 24, HIGH), fill=brand)
    font, lines = _set(title)
    pen.multiline_text((EDGE, EDGE - 10), "\n".join(lines), font=font, fill=INK, spacing=font.size * 0.2)
    below = EDGE + 16 + len(lines) * font.size * 1.25
    small = _font(36, 400)
    room = int((HIGH - EDGE - 60 - below) // 50)
    pen.multiline_text((EDGE, below), "\n".join(_cut([*_lines(told, small)], room)), font=small, fill=INK, spacing=12)
    pen.text((EDGE, HIGH - EDGE + 20), site, font=_font(34), fill=brand, anchor="ls")
    return made.quantize(32)


def _set(title: str) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The largest font in which the title fits, and its lines; of one that never fits, its beginning."""
    for size in range(LARGEST, SMALLEST - 1, -6):
        lines = [*_lines(title, _font(size))]
        if len(lines) <= LINES:
            return _font(size), lines
    return _font(SMALLEST), _cut(lines, LINES)


def _cut(lines: list[str], room: int) -> list[str]:
    """As many lines as there is room for, with a sign where more would follow."""
    if len(lines) <= room:
        return lines
    return [*lines[: room - 1], f"{lines[room - 1].rstrip(' .,…')} …"] if room > 0 else []


def _lines(title: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
    line = ""
    for word in title.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > WIDE - 2 * EDGE:
            yield line
            longer = word
        line = longer
    yield line


def _font(size: int, weight: int = 600) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(str(_FONT), size)
    font.set_variation_by_axes([weight if axis["name"] == b"Weight" else 32 for axis in font.get_variation_axes()])
    return font
