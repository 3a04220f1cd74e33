"""What is wrong with a document that is no YAML, or more of it than a ledger is, in plain words and at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from kb.core.finding import Finding, impossible
from kb.core.mark import Mark


def unreadable(mark: Mark, text: str, help: str) -> Finding:
    """What of a document cannot be read."""
    return impossible(mark, text, help, rule="unreadable")


PLAIN = (
    ("tab character", "a tab stands where spaces have to", "write spaces: as many as in the lines around it"),
    (
        "mapping values are not allowed",
        "a colon with a space behind it stands in a text without quotes",
        'put the whole text in double quotes: `quote: "He said: no"`',
    ),
    (
        "block mapping did not find expected key",
        "this line begins with more or fewer spaces than those that it belongs to",
        "begin it right below the first letter of the line above that it continues",
    ),
    (
        "block collection did not find expected '-'",
        "this line begins with more or fewer spaces than the list that it stands in",
        "begin it right below the first letter of the field above, or with `- ` as the next member",
    ),
    (
        "simple key could not find expected ':'",
        "this line has no colon behind the name of its field, or the text above it goes on here",
        "write `name: value`; a text that goes over two lines stands in double quotes",
    ),
)
"""The usual slips: words of libyaml that tell them, what is seen, and what to do."""


def syntax(path: str, error: yaml.MarkedYAMLError) -> Finding:
    """What is wrong in words for somebody who does not know YAML, at the place at which a person would look."""
    is_over = re.search("end of stream|stream end", error.problem or "")  # then what was opened is where to look
    place = (error.context_mark if is_over else None) or error.problem_mark or error.context_mark
    mark = Mark(path, place.line + 1, place.column + 1) if place else Mark(path)
    what = " ".join(part for part in (error.context, error.problem) if part)
    for sign, text, help in PLAIN:
        if sign in what:
            return unreadable(mark, text, help)
    return unreadable(mark, f"this is not YAML: {what}", "compare indentation, quotes and colons with the lines above")


_CUT = re.compile(r"^ *(?:- )?(?:[\w-]+: +)?(?:[^\s\"'#\[{|>&*].*?)?[^\s#](?= #)", re.MULTILINE)


def cut(path: str, text: str) -> Iterator[Finding]:
    """Texts without quotes that end before a ` #`: YAML takes what follows for a comment, and says nothing."""
    for found in _CUT.finditer(text) if " #" in text else ():
        rest = text[found.end() + 1 :].partition("\n")[0]
        if '"' in found[0] or "'" in found[0].partition(": ")[2][:1] or found[0].lstrip().startswith("#"):
            continue
        mark = Mark(
            path, text.count("\n", 0, found.end()) + 1, found.end() + 2 - (text.rfind("\n", 0, found.end()) + 1)
        )
        told = f"{rest!r} is not read: behind a space, # begins a comment"
        yield unreadable(mark, told, "put the whole text in double quotes; a comment stands behind two spaces")


class TooMuch(Exception):
    """The document is deeper or longer than a ledger is; ``fault`` says where."""

    def __init__(self, mark: Mark, text: str, help: str) -> None:
        super().__init__(text)
        self.fault = unreadable(mark, text, help)
