"""The places on a page that a link may lead to: its headings, under the names that MyST gives them."""

from __future__ import annotations

import re

from markdown_it.token import Token

DEEPEST = 3
"""``myst_heading_anchors`` in ``docs/conf.py``."""
_LEFT_OUT = re.compile(r"[^\w\u4e00-\u9fff\- ]")


class Anchors:
    """Collects the names of headings in the order in which they stand."""

    def __init__(self) -> None:
        self.names: dict[str, None] = {}
        self._times: dict[str, int] = {}

    def add(self, level: int, title: Token) -> None:
        """Name a heading; one that stands twice is numbered."""
        words = "".join(
            each.content for each in title.children or () if each.type in ("text", "text_special", "code_inline")
        )
        if level <= DEEPEST:
            self.name(words)

    def name(self, words: str) -> str:
        """The name of a heading of these words behind those before it; none of words that no name can be made of."""
        name = _LEFT_OUT.sub("", words.lower().replace(" ", "-"))
        if not name:
            return ""
        number, made = self._times.get(name, 0), name
        while made in self.names:
            number += 1
            made = f"{name}-{number}"
        self._times[name] = number
        self.names[made] = None
        return made
