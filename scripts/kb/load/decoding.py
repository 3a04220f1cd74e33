"""Decodes a file: UTF-8, with or without a byte-order mark, its lines ending as lines end anywhere."""

from __future__ import annotations

import re
import unicodedata
from codecs import BOM_UTF8
from functools import cache

from kb.core.finding import Finding, impossible
from kb.core.mark import Mark
from kb.load.stray_faults import told
from kb.load.strays import strays_among

LINE_END = re.compile("\r\n|\r|\n")
"""Nothing else ends a line: Markdown, YAML and docutils differ over form feed, NEL and U+2028, so these are no text."""
_OURS, _THEIRS = re.compile(r"^<{7} .*$", re.MULTILINE), re.compile(r"^>{7}( .*)?$", re.MULTILINE)
"""How git marks in a file the two sides of a conflict."""
_ORDINARY = bytes([ord("\n"), ord("\t"), *range(ord(" "), ord("~") + 1)])


def decode(path: str, data: bytes) -> tuple[str | None, tuple[Finding, ...]]:
    """The text of a file, and what it should not hold; a byte that is not UTF-8 is a finding at its line and column.

    A control character reads as a space and keeps its place, so that every reader counts the same lines.
    """
    try:
        data = data.removeprefix(BOM_UTF8)
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (_no_text(path, data, error),)
    if "\r" in text:
        text = LINE_END.sub("\n", text)
    if "<<<<<<< " in text and (ours := _OURS.search(text)) and _THEIRS.search(text, ours.end()):
        return None, (_conflict(Mark(path, text.count("\n", 0, ours.start()) + 1), ours[0]),)
    rest = data.translate(None, _ORDINARY + b"\r")
    chars = set(rest.decode("utf-8"))
    if not chars:
        return text, ()
    faults = tuple(told(path, text, strays_among(text, chars)))
    instead = {ord(char): _instead(char) for char in chars if _instead(char)}
    return text.translate(instead) if instead else text, faults


@cache
def _instead(char: str) -> str:
    """What readers get in place of a character that YAML or Markdown takes for something else."""
    if char in "\ufeff\ufffe\uffff":
        return "\u2060"  # no space, and as unseen
    return " " if unicodedata.category(char) in ("Cc", "Zl", "Zp") else ""


def _conflict(mark: Mark, line: str) -> Finding:
    text = f"two versions of these lines stand here, as git leaves them where it cannot join them: {line!r}"
    help = "keep what is right of both, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>"
    return impossible(mark, text, help, rule="unreadable")


def _no_text(path: str, data: bytes, error: UnicodeDecodeError) -> Finding:
    before = LINE_END.split(data[: error.start].decode("utf-8"))
    mark = Mark(path, len(before), len(before[-1]) + 1)
    text = f"the byte 0x{data[error.start]:02x} is not UTF-8"
    return impossible(mark, text, "save the file as UTF-8", rule="unreadable")
