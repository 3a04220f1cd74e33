"""What is wrong with the pictures of a page: marks that are dead, and words that are too pale for their ground."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from playwright.sync_api import Page

MARKS = """() => {
  const marks = [...document.querySelectorAll('svg a.kc-mark')]
    .filter(mark => mark.getClientRects().length && (mark.hasAttribute('href') || !mark.closest('.kb-day')));
  const tip = document.getElementById('kb-tip'), steps = [.5, .1, .3, .7, .9];
  const touched = marks.map(mark => {
    mark.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'});
    const at = mark.getBoundingClientRect();
    return steps.some(right => steps.some(down =>
      mark.contains(document.elementFromPoint(at.left + at.width * right, at.top + at.height * down))));
  });
  const told = marks.map(mark => {
    mark.focus();
    return tip.hidden ? '' : tip.textContent;
  });
  document.activeElement.blur();
  tip.hidden = true;
  return marks.map((mark, n) => [mark.getAttribute('href') ?? '', touched[n], told[n]]);
}"""
"""Of each mark of a picture: where it leads, whether a finger or a mouse can meet it, and what its card tells.

On the map of any day, what does not belong on the day that is shown leads nowhere.
"""
PALE = """() => {
  const parts = colour => colour.match(/[\\d.]+/g).map(Number);
  const painted = element => {
    const s = getComputedStyle(element), isDrawn = element.matches('rect, circle, polygon, path');
    const colour = isDrawn ? s.fill : element instanceof SVGElement ? 'none' : s.backgroundColor;
    const [red, green, blue, shown = 1] = colour === 'none' ? [0, 0, 0, 0] : parts(colour);
    return [red, green, blue, shown * s.opacity * (isDrawn ? s.fillOpacity : 1)];
  };
  const over = (below, above) => below.map((part, n) => above[n] * above[3] + part * (1 - above[3]));
  const light = colour => colour.map(part => part / 255)
    .map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
    .reduce((sum, part, n) => sum + part * [.2126, .7152, .0722][n], 0);
  const contrast = (...colours) => {
    const [dark, bright] = colours.map(light).sort((one, other) => one - other);
    return (bright + .05) / (dark + .05);
  };
  const sheet = over([255, 255, 255], painted(document.body));  // which is larger than the box of what it is taken from
  const ground = (x, y) => document.elementsFromPoint(x, y).reverse().map(painted).reduce(over, sheet);
  const isPale = word => {
    word.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'});
    const s = getComputedStyle(word), at = word.getBoundingClientRect(), middle = at.top + at.height / 2;
    const isRinged = s.paintOrder.startsWith('stroke') && s.stroke !== 'none';
    const grounds = isRinged ? [parts(s.stroke).slice(0, 3)]
      : [at.left + 1, at.left + at.width / 2, at.right - 1].map(x => ground(x, middle));
    const [red, green, blue, shown = 1] = parts(s.fill);
    return grounds.some(below => contrast(below, over(below, [red, green, blue, shown * s.fillOpacity])) < 4.5);
  };
  return [...document.querySelectorAll('svg.kb-picture text')]
    .filter(word => word.getClientRects().length && isPale(word)).map(word => word.textContent);
}"""
"""The words whose colour and ground are too alike; axe passes over what is drawn. A ring about a word is its ground."""


@cache
def anchors(page: Path) -> frozenset[str]:
    """The places of a page that a link may lead to."""
    return frozenset(re.findall(r'\bid="([^"]+)"', page.read_text(encoding="utf-8"))) if page.is_file() else frozenset()


def dead(page: Page, place: Path) -> list[str]:
    """The marks of the pictures on a page that lead nowhere, cannot be met, or tell nothing."""
    found = []
    for href, touched, told in page.evaluate(MARKS):
        path, _, anchor = href.partition("#")
        target = (place.parent / path).resolve() if path else place
        if not touched or not told or anchor not in anchors(target):
            found.append(f"dead mark: {href!r}")
    return found


def pale(page: Page) -> list[str]:
    """The words in the pictures of a page that stand out too little."""
    return [f"pale in a picture: {word!r}" for word in page.evaluate(PALE)]
