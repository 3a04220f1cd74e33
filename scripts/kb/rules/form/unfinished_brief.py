"""A brief has what every brief has: its answer in three lines, a number, key facts, a picture and sources."""

import re
from collections.abc import Iterator

from kb.core.finding import Finding, doubtful, impossible
from kb.core.mark import Mark
from kb.core.model import Page

FOLDER = "docs/briefs/"
NEEDED = ("title", "about", "asof", "series", "number")
LINES, SOURCES, WORDS = 3, 6, 800
"""Of the answer at most and at least; so many at least; so many at most, for two pages hold no more."""
SHEETS = frozenset({"kb:member", "kb:factsheet"})
"""These make most of a brief from the ledger, sources included."""
PARTS = {
    r"^```\{keyfacts\}": ("no key facts", "begin with a `{keyfacts}` box, as the other briefs do"),
    r"^```\{kb:chart\}": ("no picture", "draw one from the ledger with `{kb:chart}`"),
    r"^##\s+What\s+to\s+watch\s*$": (
        "no section on what comes",
        "write `## What to watch`, or there that nothing is known",
    ),
}
"""What stands on every brief that somebody wrote."""


def check(pages: tuple[Page, ...]) -> Iterator[Finding]:
    """A brief has what every brief has: its answer in three lines, a number, key facts, a picture and sources."""
    numbers: dict[str, Mark] = {}
    briefs = [page for page in pages if page.path.startswith(FOLDER)]
    if not any(page.front.get("number") for page in briefs):
        return  # they are no series yet, and may have any form
    for page in briefs:
        yield from _head(page, numbers)
        yield from _body(page) if not SHEETS & {each.by for each in page.asked} else ()


def _head(page: Page, numbers: dict[str, Mark]) -> Iterator[Finding]:
    for field in NEEDED:
        if not ({"title": page.title, "about": page.about}.get(field) or page.front.get(field)):
            yield impossible(Mark(page.path), f"the brief has no {field!r} at its head", "give it one")
    lines = page.front.get("answer", "").strip().split("\n") if page.front.get("answer") else []
    if len(lines) != LINES:
        text = f"the answer of the brief has {len(lines)} lines, against {LINES}"
        yield impossible(_line(page, r"^answer:"), text, "write `answer: |` and three lines that answer its question")
    number = page.front.get("number", "")
    at = _line(page, r"^number:")
    if number and numbers.setdefault(number, at) != at:
        text = f"another brief has the number {number} too"
        yield impossible(at, text, f"take the next that is free: {_free(numbers)}", compare=(numbers[number],))


def _body(page: Page) -> Iterator[Finding]:
    for shape, (text, help) in PARTS.items():
        if not re.search(shape, page.source, re.MULTILINE):
            yield impossible(Mark(page.path), f"the brief has {text}", help)
    sentences = [sentence for block in page.blocks if block.kind != "front-matter" for sentence in block.sentences]
    cited = {citation.key for sentence in sentences for citation in sentence.citations}
    if len(cited) < SOURCES:
        yield impossible(
            Mark(page.path), f"the sources that the brief cites: {len(cited)}, against {SOURCES} at least", "cite more"
        )
    told = sum(len(sentence.text.split()) for sentence in sentences)
    if told > WORDS:
        yield doubtful(Mark(page.path), f"the brief has {told} words, against {WORDS} that two pages hold", "cut")


def _line(page: Page, shape: str) -> Mark:
    lines = page.source.split("\n")
    return Mark(page.path, next((n for n, line in enumerate(lines, 1) if re.match(shape, line)), 1))


def _free(numbers: dict[str, Mark]) -> int:
    return max((int(number) for number in numbers if number.isdigit()), default=0) + 1
