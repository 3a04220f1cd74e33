"""What is wrong with a document that is no YAML, or more of it than a ledger is, in plain words and at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from kb.core.finding import Finding, impossible
from kb.core.mark import Mark
from kb.load.yaml_slips import slip


def unreadable(mark: Mark, text: str, help: str) -> Finding:
    """What of a document cannot be read."""
    return impossible(mark, text, help, rule="unreadable")


def syntax(path: str, text: str, error: yaml.MarkedYAMLError) -> Finding:
    """The slip behind it, or what libyaml says, at the place at which a person would look."""
    found = slip(text, error)
    if found:
        return unreadable(Mark(path, found.line + 1, found.column + 1), found.text, found.help)
    is_over = re.search("end of stream|stream end", error.problem or "")  # then what was opened is where to look
    place = (error.context_mark if is_over else None) or error.problem_mark or error.context_mark
    mark = Mark(path, place.line + 1, place.column + 1) if place else Mark(path)
    what = " ".join(part for part in (error.context, error.problem) if part)
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
