"""The footnotes of a page: each is defined once and called at least once, and not from a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.core.mark import Mark

_LABEL = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Footnotes:
    """Collects where each footnote is defined and called."""

    def __init__(self) -> None:
        self._defined: dict[str, Mark] = {}
        self._called: dict[str, Mark] = {}
        self._found: list[tuple[Mark, str, str]] = []

    def define(self, label: str, mark: Mark) -> None:
        """The text of a footnote begins."""
        if not _LABEL.fullmatch(label):
            help = "use the letters a to z, digits and single hyphens"
            self._found.append((mark, f"a footnote is named {label[:40]!r}", help))
        elif label in self._defined:
            self._found.append((mark, f"the footnote {label!r} stands twice", "give one of them another name"))
        self._defined.setdefault(label, mark)

    def call(self, label: str, mark: Mark, in_heading: bool) -> None:
        """A footnote is called from the text."""
        self._called.setdefault(label, mark)
        if in_heading:
            help = "call it from a sentence; a heading is also shown in lists of contents"
            self._found.append((mark, f"the footnote {label[:40]!r} is called from a heading", help))

    def faults(self) -> Iterator[tuple[Mark, str, str]]:
        """What does not hold of them."""
        yield from self._found
        for label, mark in self._called.items():
            if label not in self._defined:
                yield (
                    mark,
                    f"there is no footnote {label[:40]!r}",
                    f"write it at the end of the page: `[^{label[:40]}]: …`",
                )
        for label, mark in self._defined.items():
            if label not in self._called:
                yield mark, f"the footnote {label[:40]!r} is called nowhere", f"put `[^{label[:40]}]` where it belongs"
