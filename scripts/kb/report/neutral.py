"""Text of strangers, made harmless for a terminal or a log."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
"""Controls, invisible and direction-changing marks, half characters, private use, line and paragraph separators."""
_COMMAND = re.compile(r"\A\s*:(?=:)|#(?=#\w*\[)")
"""What logs of CI obey: ``::error`` where a line begins, ``##[error]`` and ``##vso[`` anywhere in it."""


def neutral(text: str) -> str:
    """Write every character that would not show, move the cursor or begin a command as its escape."""
    text = visible(text)
    if "::" not in text and "##" not in text:
        return text
    return _COMMAND.sub(lambda found: found[0][:-1] + _escape(found[0][-1]), text)


def visible(text: str) -> str:
    """Write every character that would not show, or move the cursor, as its escape."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_escape(c) if unicodedata.category(c) in _UNSEEN else c for c in text)


def _escape(character: str) -> str:
    number = ord(character)
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
