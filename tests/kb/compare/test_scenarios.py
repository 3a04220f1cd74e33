"""Every scenario: what is told of a change is what was written down before it could be told."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from compare_scenarios import Scenario, scenario
from kb.compare.compared import Compared, Revision, compared
from kb.compare.telling import lines, markdown, plain
from kb.load.corpus import assemble
from kb.load.door import Admitted
from kb.load.paths import POWER
from kb.load.revision import Tree

SCENARIOS = sorted((Path(__file__).parent / "scenarios").glob("*.md"))
AGAIN = "kb diff BASE HEAD"
OURS = ("[vanished-id]", "[altered-quote]")
COUNTED = re.compile(r"and \d+ more of kind finding (?:new|gone)$")
FINDING = re.compile(r"finding (?:new|gone) · .*\[([a-z-]+)\]$")


def revision(files: dict[str, bytes]) -> Revision:
    power = {path: data for path, data in files.items() if path in POWER}
    return Revision(Tree(Admitted(files), power), assemble(files, date(2020, 1, 1)))


def told(found: Compared) -> list[tuple[str, list[str]]]:
    """The headlines, each with its details."""
    made: list[tuple[str, list[str]]] = []
    *rest, last = map(plain, lines(found, AGAIN))
    assert last == f"the same at home: {AGAIN}"
    for line in rest:
        if line.startswith("  "):
            made[-1][1].append(line.strip())
        else:
            made.append((line, []))
    return made


def as_written(pattern: str, line: str) -> bool:
    """``…`` stands for any words, or none."""
    return re.fullmatch(".*".join(map(re.escape, re.split(r"\s*…\s*", pattern))), line) is not None


def is_beside_the_point(line: str, written: Scenario) -> bool:
    """A finding of a rule that the scenario does not name."""
    found, named = FINDING.match(line), re.findall(r"\[[a-z-]+\]", "\n".join(written.told))
    return bool(COUNTED.match(line) or (found and f"[{found[1]}]" not in (*OURS, *named)))


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_a_scenario_is_told_as_it_was_written(path: Path, small: dict[str, bytes]) -> None:
    written = scenario(path, small)
    found = compared(revision(written.before), revision(written.after))

    seen = [each for each in told(found) if not is_beside_the_point(each[0], written)] or [("no fact has changed", [])]
    headlines = [line for line, _ in seen]
    matched = [
        wanted if (as_written(wanted, line) if line.startswith("finding") else wanted == line) else line
        for wanted, line in zip(written.told, headlines, strict=False)
    ] + headlines[len(written.told) :]
    assert written.told == matched
    for number, details in written.details.items():
        lacking = [each for each in details if not any(as_written(each, line) for line in seen[number - 1][1])]
        assert not lacking, (lacking, seen[number - 1])
    if written.visible is not None:
        assert_harmless(markdown(found, AGAIN), written.visible)


class _Shown(HTMLParser):
    """The tags of a text in HTML, and what a reader sees in ``code``."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.code = ""
        self.bare = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert {name for name, _ in attrs} <= {"open"}
        self.open.append(tag)
        self.tags.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "code" in self.open:
            self.code += data
        else:
            self.bare += data


def assert_harmless(text: str, visible: str) -> None:
    """No tag but ours, each closed where it was opened; what strangers wrote stands in code, and is seen as it was."""
    rendered = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    shown = _Shown()
    shown.feed(rendered)
    shown.close()

    assert shown.open == []
    assert shown.tags <= {"details", "summary", "ul", "li", "code", "p"}
    assert not set("@#") & set(shown.bare)
    assert visible in shown.code
