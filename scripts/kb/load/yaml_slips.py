"""Which slip of the hand made a document unreadable: libyaml tells where it gave up, and the lines tell why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

_BLANK = re.compile(r"[ \t]*")
_FIELD = re.compile(r"(?P<before>[ ]*(?:- +)?)(?P<name>[\w-]+):[ ]+(?P<value>\S.*)")
_QUOTE = "put the whole value between quotation marks; a mark of the same kind inside it is written twice"


@dataclass(frozen=True, slots=True)
class YamlSlip:
    """A slip at its line and column, counted from nought, with what to do."""

    line: int
    column: int
    text: str
    help: str


def slip(text: str, error: yaml.MarkedYAMLError) -> YamlSlip | None:
    """The slip that explains why libyaml gave up here; nothing, where none that is known does."""
    lines = text.split("\n")
    return next(_slips(lines, error), None)


def _slips(lines: Sequence[str], error: yaml.MarkedYAMLError) -> Iterator[YamlSlip]:
    at = error.problem_mark or error.context_mark
    if at is None:
        return
    yield from _tab(lines[: at.line + 1])
    line = lines[at.line] if at.line < len(lines) else ""
    problem, context = error.problem or "", error.context_mark
    if "mapping values" in problem or "expected key" in problem or "expected '-'" in problem:
        yield from _value(line, at.line, at.column)
        yield from _indent(lines, at.line)
    elif "could not find expected ':'" in problem and context:
        seen = lines[context.line].strip()[:60]
        what = f"{seen!r} stands where a field should, and has no colon"
        yield YamlSlip(context.line, context.column, what, "write `field: value`, with a space after the colon")
    elif "cannot start any token" in problem and line[at.column : at.column + 1].strip():
        yield YamlSlip(at.line, at.column, f"a value cannot begin with {line[at.column]!r} here", _QUOTE)
    elif "end of stream" in problem and "quoted scalar" in (error.context or "") and context:
        yield YamlSlip(context.line, context.column, "a quotation mark is never closed", "close it at its end")


def _tab(lines: Sequence[str]) -> Iterator[YamlSlip]:
    """The last tab before the place at which reading ended."""
    for number in reversed(range(len(lines))):
        blank = _BLANK.match(lines[number])
        if blank and "\t" in blank[0] and lines[number].strip():
            help = "indent with spaces, as many as the lines beside it have"
            yield YamlSlip(number, blank[0].index("\t"), "a tab indents this line, and YAML knows only spaces", help)


def _value(line: str, number: int, column: int) -> Iterator[YamlSlip]:
    """A value that ends before its line does: by a second colon, or by a quotation mark inside it."""
    field = _FIELD.match(line)
    if field is None or column <= field.start("value"):
        return
    if line[column : column + 1] == ":":
        what = f"a colon stands in the value of {field['name']!r}, which has no quotation marks around it"
        yield YamlSlip(number, column, what, _QUOTE)
    elif field["value"][0] in "'\"":
        what = f"the value of {field['name']!r} ends with its second quotation mark, and more follows"
        yield YamlSlip(number, column, what, _QUOTE)


def _indent(lines: Sequence[str], number: int) -> Iterator[YamlSlip]:
    """A line that is indented as none above it that it could stand beside."""
    above = next(
        (line for line in reversed(lines[:number]) if line.strip() and not line.lstrip().startswith("#")), None
    )
    if above is None or number >= len(lines) or not lines[number].strip():
        return
    here, there = (len(line) - len(line.lstrip(" ")) for line in (lines[number], above))
    what = f"this line is indented by {here} spaces, against {there} of the line above, and belongs to nothing so"
    yield YamlSlip(number, here, what, "indent it as the lines that it belongs with; two more go deeper by one level")
