"""Can everyone read a page? A checker is asked, of contrast by a few words of each look, and the width is measured."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
ALL = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']"
COLOURS = "{type: 'rule', values: ['color-contrast', 'link-in-text-block']}"
"""What may be right in light and wrong in the dark."""
ROOM = "{type: 'rule', values: ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable']}"
"""What may be right on a desk and wrong on a phone."""
TOLD = "found => found.violations.map(fault => `${fault.id} (${fault.impact}): ${fault.nodes[0].target}`)"
ENOUGH = 9
"""So many words of one look are judged, on whatever pages they stand; no more than three of them on one page."""
LOOKS = """enough => {
  const known = new Set(enough), behind = new Map([[null, '']]), shortened = {}, seen = {};
  const plain = 'rgba(0, 0, 0, 0),none,1,none,normal,static,auto,none,visible,visible,0px';  // adds nothing to a look
  const short = text => shortened[text] ??= [...text].reduce(([a, b], letter) => [
    Math.imul(a ^ letter.charCodeAt(), 2654435761), Math.imul(b ^ letter.charCodeAt(), 1597334677) ^ b >>> 13,
  ], [1, 2]).map(half => (half >>> 0).toString(36)).join('-');
  const told = element => {
    if (!behind.has(element)) {
      const s = getComputedStyle(element), around = told(element.parentElement);
      const own = [s.backgroundColor, s.backgroundImage, s.opacity, s.filter, s.mixBlendMode, s.position, s.clip,
        s.clipPath, s.overflow, s.visibility, s.textIndent].join();
      behind.set(element, own === plain ? around : short([around, own].join()));
    }
    return behind.get(element);
  };
  const line = s => [s.color, s.fontSize, s.fontWeight, s.fontStyle, s.textShadow, s.textDecoration, s.borderBottom];
  const holdsWords = element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
  for (const element of document.querySelectorAll('*')) {
    element.removeAttribute('data-look');
    const typed = element.matches('input, select, textarea, button'), leads = element.matches('a[href]');
    if (typed || (leads || holdsWords(element)) && element.getClientRects().length) {
      const around = leads ? line(getComputedStyle(element.parentElement)) : [];
      const look = short([...line(getComputedStyle(element)), ...around, told(element)].join());
      if (!known.has(look) && (seen[look] || 0) < 3) {
        seen[look] = (seen[look] || 0) + 1;
        element.setAttribute('data-look', '');
      }
    }
  }
  return seen;
}"""
"""Marks three of the words that look alike: of one colour and size, on the same grounds, in the same frames.

Contrast hangs on nothing else, and a page has thousands of words in a few dozen looks.
"""
OF_EACH_LOOK = """axe.configure({rules: [
  {id: 'color-contrast', selector: '[data-look]'}, {id: 'link-in-text-block', selector: 'a[href][data-look]'},
]})"""

OVERHANG = "Math.max(...[...document.querySelectorAll('html, .content')].map(box => box.scrollWidth - box.clientWidth))"


def overhang(page: Page) -> int:
    """By how much a page is wider than its window: the theme lets one scroll that, within what holds the text."""
    return int(page.evaluate(OVERHANG))


def faults(page: Page, rules: str = ALL, judged: Counter[str] | None = None) -> list[str]:
    """What a checker of accessibility finds on the page as it stands, however slight.

    Words of a look that was ``judged`` well often enough are not judged again, if the caller keeps count of them.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
        page.evaluate(OF_EACH_LOOK)
    counted = Counter[str]() if judged is None else judged
    looks = page.evaluate(LOOKS, [look for look, times in counted.items() if times >= ENOUGH])
    if rules == COLOURS and not looks:
        return []  # these rules look at what is marked alone, and no word is
    found = list(page.evaluate(f"axe.run({{runOnly: {rules}, resultTypes: ['violations']}}).then({TOLD})"))
    if not found:
        counted.update(looks)
    return found
