"""The form of an identifier: a small part of regular expressions, matched in time that cannot run away."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_ITEM = re.compile(
    r"(?P<one>\[\^?(?:[^\[\]\\^]|\\.)+\]|\\[dw./\\+*?()\[\]{}|^$-]|[^\\.\[\](){}|^$*+?\s])"
    r"(?P<often>[?*+]|\{(?P<least>\d{1,3})(?:,(?P<most>\d{1,3}))?\})?"
)
_LONGEST = 200
"""So many characters of a form and of an identifier at most."""


class BadForm(ValueError):
    """The text is no form; the message says why."""


@dataclass(frozen=True, slots=True)
class Item:
    """One character of a kind, so many times."""

    one: re.Pattern[str]
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Form:
    """What an identifier looks like: its items in order. Without groups and choices nothing is tried twice."""

    text: str
    items: tuple[Item, ...]

    def fits(self, value: str) -> bool:
        """Has the whole value this form? Keeps the set of places that can be reached, and never goes back."""
        if not self.items:
            return True
        if len(value) > _LONGEST:
            return False
        reached = {0}
        for item in self.items:
            reached = {place for start in reached for place in _reach(item, value, start)}
        return len(value) in reached


def _reach(item: Item, value: str, start: int) -> range:
    """Where an item can end that starts here."""
    end = start
    while end < len(value) and end - start < item.most and item.one.fullmatch(value[end]):
        end += 1
    return range(start + item.least, end + 1)


ANYTHING = Form("", ())


@lru_cache(maxsize=256)
def form(text: str) -> Form:
    """Read a form: characters, ``\\d``, ``\\w`` and classes, each with ``?``, ``*``, ``+`` or ``{2,5}`` behind it."""
    if not 0 < len(text) <= _LONGEST:
        raise BadForm(f"it has {len(text)} characters, against 1 to {_LONGEST}")
    items, at = [], 0
    while at < len(text):
        match = _ITEM.match(text, at)
        if not match:
            raise BadForm(f"{text[at : at + 10]!r} is none of the few things that a form may hold")
        items.append(_item(match))
        at = match.end()
    return Form(text, tuple(items))


def _item(match: re.Match[str]) -> Item:
    try:
        one = re.compile(match["one"], re.ASCII)
    except re.error as error:
        raise BadForm(f"{match['one']!r}: {error}") from None
    least, most = {"?": (0, 1), "*": (0, _LONGEST), "+": (1, _LONGEST)}.get(match["often"] or "", (1, 1))
    if match["least"]:
        least, most = int(match["least"]), int(match["most"] or match["least"])
    return Item(one, least, most)
