"""What a figure counts: the words around it, and whether they are the unit of a count in the ledger."""

from __future__ import annotations

import re
from functools import lru_cache

from kb.lang import en

_BOUND_OF = {words: bound for bound, all_words in en.BOUNDS.items() for words in all_words}
_BOUND = re.compile(
    r"\b("
    + "|".join(re.escape(words) for words in sorted(_BOUND_OF, key=len, reverse=True))
    + r")(?: (?:the|a|an|another|its|their|just))?[ ~]?$"
)
_NUMBERS = frozenset(w for w in (*en.ONES, *en.TEENS, *en.TENS, "dozen") if w != "one")
_NO_NOUNS = frozenset("always perhaps besides sometimes nowadays overseas".split())
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_END = re.compile(r"[.,;:!?()|“”\"\0\n]")


def bound_before(text: str, start: int) -> str:
    """Is the number that starts here an exact one, or ``about``, ``at-least``, ``over``, ``under`` or ``up-to`` it?

    *400 more than the 1,600 of last year* bounds nothing; what is compared with is told with its bound elsewhere.
    """
    head = text[max(0, start - 24) : start]
    match = _BOUND.search(head)
    if match and " than the" in match[0]:
        return "about"
    if match and en.RULED_OVER.search(head[: match.end(1)]):
        return "exactly"
    return _BOUND_OF[match[1]] if match and not en.TIMES.search(head[: match.start()]) else "exactly"


def bound_after(text: str, end: int) -> tuple[str, int]:
    """What follows the number that ends here: ``or more``, ``or fewer``; and where what it counts begins."""
    match = en.BOUND_AFTER.match(text, end)
    if not match:
        return "exactly", end
    return ("at-least" if match[0].endswith(("+", "more", "over")) else "up-to"), match.end()


def are_ends(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Are two numbers, told where they begin and end, those between which one lies: ``between 500 and 600``?"""
    between = text[one[1] : other[0]]
    if between == " and ":
        return text[: one[0]].endswith("between ")
    if between != " to " or not text[: one[0]].endswith("from "):
        return between in ("–", "-", " to ")
    return bool(en.RANGING.search(text[: one[0]]))


def unit_after(text: str, end: int) -> str:
    """The words that say what is counted, up to the next preposition or verb: ``newly independent states``."""
    rest = _END.split(text[end : end + 70], maxsplit=1)[0]
    words: list[str] = []
    for word in _WORD.findall(rest):
        if not words and word in _NUMBERS:
            break  # five of the six members: the six have the unit
        if word in en.BEHIND_UNIT and (words or word != "of"):
            break
        if words or word not in en.BEFORE_UNIT:
            words.append(word)
    return " ".join(words[:5])


def counted(unit: str) -> str:
    """The words after a number up to the noun in the plural; without one they count nothing: ``six founded it``."""
    words = unit.split()
    last = next((n for n, word in enumerate(words) if _is_plural(word)), None)
    return "" if last is None else " ".join(words[: last + 1])


def single(unit: str) -> str:
    """The words after *one* up to what can only be a verb: of ``one page counts ten`` it is the page."""
    words = unit.split()
    last = next((n for n, word in enumerate(words) if n and _is_plural(word)), len(words))
    return " ".join(words[:last])


def _is_plural(word: str) -> bool:
    ends = word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s", "wards"))
    return word in en.PLURALS or (ends and word not in _NO_NOUNS)


@lru_cache(maxsize=16384)
def singular(word: str) -> str:
    """A word without its plural: ``countries`` and ``country``, ``servicemen`` and ``serviceman`` are one."""
    word = word.lower()
    for ending, single in (("ies", "y"), ("men", "man"), ("people", "person"), ("sses", "ss"), ("ches", "ch")):
        if word.endswith(ending) and len(word) > 4:
            return word[: -len(ending)] + single
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) and len(word) > 3 else word


@lru_cache(maxsize=65536)
def same_unit(unit: str, of: tuple[str, ...]) -> bool:
    """Do the words after a number name one of these units? ``six member states`` are ``members`` and ``states``."""
    words = {singular(part) for word in _WORD.findall(unit) for part in re.split(r"[-’']", word) if len(part) > 2}
    if words & en.PERSONS:
        words |= en.PERSONS
    return any(singular(word) in words for noun in of for word in _WORD.findall(noun.partition(" of ")[0])[-1:])


def currency(text: str) -> str:
    """Which currency the words name; empty if none of those that are known."""
    return next((name for name, words in en.CURRENCIES.items() if re.search(words, text, re.IGNORECASE)), "")
