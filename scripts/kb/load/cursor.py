"""A place in a text of BibTeX that moves on, and the slips that were met on the way."""

from __future__ import annotations

import re
from typing import NoReturn

from kb.load.entries import Slip

SPACE = re.compile(r"\s*")


class Broken(Exception):
    """From here on an entry can not be read."""


class Cursor:
    """The text, the place at which it is being read, and what was wrong up to there."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pos = 0
        self.slips: list[Slip] = []

    def skip(self, pattern: re.Pattern[str] = SPACE) -> str:
        """Move behind what matches; the character that follows, if any."""
        match = pattern.match(self.text, self.pos)
        self.pos = match.end() if match else self.pos
        return self.text[self.pos : self.pos + 1]

    def tell(self, at: int, text: str, help: str) -> None:
        """Note a slip."""
        self.slips.append(Slip(at, text, help))

    def give_up(self, at: int, text: str, help: str) -> NoReturn:
        """Note a slip after which the entry can not be read on."""
        self.tell(at, text, help)
        raise Broken

    def seen(self, at: int | None = None) -> str:
        """What stands here, for a message."""
        at = self.pos if at is None else at
        words = self.text[at : at + 40].split("\n")[0].strip()
        return repr(words) if words else "the end of the line"
