"""Turns TeX into the words that readers see: of its commands, braces and signs nothing is left, or it is told where."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from kb.load.strays import tidy
from kb.load.tex_signs import ACCENTS, AROUND, PLAIN, SHIFTED, SIGNS

_TEX = re.compile(r"[\\$~`\n\t]|--|''|  ")
"""What more than braces makes a value other than its words."""
_PIECE = re.compile(
    r"\\(?P<name>[A-Za-z]+)\*?[ \t\n]*|\\(?P<sign>.?)|(?P<open>\{)|(?P<close>\})|(?P<math>\$)|(?P<shift>[_^])"
    r"|(?P<mark>---?|``|''|`|~)|(?P<words>[^\\{}$~`'_^-]+|.)",
    re.DOTALL,
)
_MATH = re.compile(r"\$[^$]*[\\_^][^$]*\$")
_ARGUMENT = re.compile(r"\{([^{}]*)\}")
_ESCAPED = re.compile(r"\{?(?:\\([_%&#$~])(?:\{\})?|\\textasciitilde(?:\{\})?|\$\\sim\$)\}?")
_WRAPPED = re.compile(r"\{(.*)\}|\\url\s*\{(.*)\}", re.DOTALL)
_MARKS = {"---": "—", "--": "–", "``": "“", "''": "”", "`": "‘", "~": " "}
_CLOSED = re.compile(r"‘((?:[^‘']|'(?=\w))*)'(?!\w)")
"""A single quotation mark that was opened; any other is an apostrophe."""
_WRITE = "write the character itself, or plain words"
Make = Callable[[str], str | None]


@dataclass(slots=True)
class Words:
    """The words of a value, the addresses it writes as such, and what in it are no words, each with its place."""

    text: str
    addresses: list[tuple[int, str]] = field(default_factory=list)
    faults: list[tuple[int, str, str]] = field(default_factory=list)


@lru_cache(maxsize=1 << 16)  # after an edit nearly all values of a bibliography are as they were
def words(value: str) -> Words:
    """What a value says; places count from its beginning. Nobody adds to what is given back."""
    if not _TEX.search(value):
        return Words(_folded(value.replace("{", "").replace("}", "")))
    return _Reader(value).read()


def _folded(text: str) -> str:
    return " ".join(tidy(text).split())


def address(value: str) -> str:
    r"""An address or identifier without what TeX needs around it and in it: ``\url{a\_b}`` is ``a_b``."""
    value = value.strip()
    while wrapped := _WRAPPED.fullmatch(value):
        value = (wrapped[1] or wrapped[2] or "").strip()
    return _ESCAPED.sub(lambda match: match[1] or "~", value) if "\\" in value else value


class _Reader:
    """Goes through a value piece by piece; what a command does to what follows waits until it is there."""

    def __init__(self, value: str) -> None:
        self.value = value
        self.told = Words("")
        self.groups: list[tuple[list[str], list[tuple[int, Make]]]] = [([], [])]
        self.waiting: list[tuple[int, Make]] = []
        self.math = False
        self.pos = 0

    def read(self) -> Words:
        while match := _PIECE.match(self.value, self.pos):
            at, self.pos = self.pos, match.end()
            getattr(self, f"_{match.lastgroup}")(at, match[match.lastgroup or 0])
        if len(self.groups) > 1 or self.waiting:
            self._fault(len(self.value), "the value ends within a command or braces of TeX")
        while len(self.groups) > 1:
            self._close(self.pos, "}")
        self.told.text = _folded(_CLOSED.sub(r"‘\1’", "".join(self.groups[0][0])))
        return self.told

    def _fault(self, at: int, text: str, help: str = _WRITE) -> None:
        self.told.faults.append((at, text, help))

    def _put(self, text: str) -> None:
        """Add what is one thing to TeX, with what was waiting for it."""
        waiting, self.waiting = self.waiting, []
        self.groups[-1][0].append(self._made(text, waiting))

    def _made(self, text: str, waiting: list[tuple[int, Make]]) -> str:
        for at, make in reversed(waiting):
            made = make(text)
            if made is None:
                self._fault(at, f"{text!r} can not be written as TeX has it here")
            text = made or ""
        return text

    def _name(self, at: int, name: str) -> None:
        if name in SIGNS:
            self._put(SIGNS[name])
        elif name in ACCENTS:
            self.waiting.append((at, _accented(ACCENTS[name])))
        elif name in SHIFTED:
            self.waiting.append((at, _shifted(name)))
        elif name in AROUND:
            before, after = AROUND[name]
            self.waiting.append((at, lambda text: f"{before}{text}{after}"))
        elif name == "url":
            self._url(at)
        elif name not in PLAIN:
            self._fault(at, f"the command \\{name} is TeX, which readers would see")

    def _sign(self, at: int, sign: str) -> None:
        if sign in ACCENTS:
            self.waiting.append((at, _accented(ACCENTS[sign])))
        elif sign in SIGNS:
            self._put(SIGNS[sign])
        else:
            self._fault(at, f"the command \\{sign} is TeX, which readers would see")

    def _url(self, at: int) -> None:
        match = _ARGUMENT.match(self.value, self.pos)
        if match is None:
            self._fault(at, r"after \url stands no address in braces", r"write `\url{https://…}`")
            return
        self.pos = match.end()
        self.told.addresses.append((match.start(1), address(match[1])))
        self._put(address(match[1]))

    def _open(self, at: int, brace: str) -> None:
        self.groups.append(([], self.waiting))
        self.waiting = []

    def _close(self, at: int, brace: str) -> None:
        if len(self.groups) == 1:
            self._fault(at, "a brace closes what none has opened", r"write `\{` and `\}` in pairs")
            return
        parts, waiting = self.groups.pop()
        self.waiting = []
        self.groups[-1][0].append(self._made("".join(parts), waiting))

    def _math(self, at: int, sign: str) -> None:
        """``$_2$`` is mathematics; a single dollar is one; two with words between them could be either."""
        if self.math:
            self.math = False
        elif _MATH.match(self.value, at):
            self.math = True
        elif self.value.find("$", self.pos) < 0:
            self._put("$")
        else:
            self._fault(at, "between two $ stands mathematics in TeX", r"write `\$` for a dollar, or the characters")
            self.math = True

    def _shift(self, at: int, sign: str) -> None:
        if self.math:
            self.waiting.append((at, _shifted(sign)))
        else:
            self._put(sign)

    def _mark(self, at: int, mark: str) -> None:
        is_home = mark == "~" and self.value[at - 1 : at] == "/"  # somebody's pages: /~osk
        self._put("~" if is_home else _MARKS[mark])

    def _words(self, at: int, text: str) -> None:
        if self.waiting:
            self._put(text[0])
            text = text[1:]
        self.groups[-1][0].append(text)


def _accented(mark: str) -> Make:
    def make(text: str) -> str | None:
        first = {"ı": "i", "ȷ": "j"}.get(text[:1], text[:1])
        return unicodedata.normalize("NFC", first + mark) + text[1:] if first.isalpha() else None

    return make


def _shifted(name: str) -> Make:
    table = SHIFTED[name]
    return lambda text: text.translate(table) if all(ord(character) in table for character in text) else None
