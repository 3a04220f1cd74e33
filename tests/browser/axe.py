"""Can everyone read a page? A checker of accessibility is asked, of contrast by one word of each look."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
WCAG = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']"
TOLD = "found => found.violations.map(fault => `${fault.id}: ${fault.nodes[0].target}`)"
LOOKS = """() => {
  const behind = new Map([[null, 0]]), numbers = {}, seen = {};
  let last = 0;
  const told = element => {
    if (!behind.has(element)) {
      const s = getComputedStyle(element);
      const own = ['', s.backgroundColor, s.backgroundImage, s.opacity, s.filter, s.mixBlendMode, s.position, s.clip,
        s.clipPath, s.overflow, s.visibility, s.textIndent].join();
      behind.set(element, numbers[told(element.parentElement) + own] ??= ++last);
    }
    return behind.get(element);
  };
  const holdsWords = element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
  for (const element of document.querySelectorAll('*')) {
    const s = getComputedStyle(element), typed = element.matches('input, select, textarea, button');
    element.removeAttribute('data-look');
    if (typed || holdsWords(element) && element.getClientRects().length) {
      const look = [s.color, s.fontSize, s.fontWeight, s.textShadow, told(element)].join();
      seen[look] = (seen[look] || 0) + 1;
      if (typed || seen[look] <= 3) element.setAttribute('data-look', '');
    }
  }
}"""
"""Marks three of the words that look alike: of one colour and size, on the same grounds, in the same frames.

Contrast hangs on nothing else, and a page has thousands of words in a few dozen looks.
"""
OF_EACH_LOOK = "axe.configure({rules: [{id: 'color-contrast', selector: '[data-look]'}]})"


def faults(page: Page, rules: str = WCAG, but: Sequence[str] = ()) -> list[str]:
    """What a checker of accessibility finds on the page as it stands, leaving out some of its parts."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
        page.evaluate(OF_EACH_LOOK)
    page.evaluate(LOOKS)
    settings = f"{{runOnly: {rules}, resultTypes: ['violations']}}"
    where = f"{{include: [['html']], exclude: {[[part] for part in but]}}}"
    return list(page.evaluate(f"axe.run({where}, {settings}).then({TOLD})"))
