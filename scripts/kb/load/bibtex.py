"""Reads the grammar of BibTeX: entries and fields as written, with the place of each, and what breaks them.

The first slip of an entry is told; where it is plain how the entry goes on it is read on, else reading begins again at
the next ``@``. Nothing is expanded, joined or inherited: what stands there is what is read.
"""

from __future__ import annotations

import re

from kb.load.conflicts import HELP, conflict
from kb.load.cursor import Broken, Cursor
from kb.load.entries import Entry, Field, Slip
from kb.load.values import End, value

_BETWEEN = re.compile(r"(?:\s+|%[^\n]*)*")
_NEXT = re.compile(r"^[ \t]*@", re.MULTILINE)
_HEAD = re.compile(r"@[@ \t]*([^\s{}(),=\"#%@]*)\s*(\{?)")
_KEY = re.compile(r"\s*([^\s{}(),=\"#%]*)(\s*)")
PLAIN_KEY = re.compile(r"(?=.{1,80}\Z)[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*")
"""A key becomes an id of the page and the target of citations."""
_NAME = re.compile(r"[^\s{}(),=\"#%@]+")
_PLAIN_NAME = re.compile(r"[a-z][a-z0-9-]*")
_FIELD = re.compile(r"[A-Za-z][\w-]*\s*=")
_SIMPLE = re.compile(r"\s*([a-z][a-z-]*)[ ]*=[ ]*\{([^{}\n]{0,1000})\},")
_COMPARE = "compare it with the entries around it"
_MOST = 100
"""So many slips are told; a file with more is no bibliography."""
_REFUSED = {
    "string": "write the words out in each entry",
    "preamble": "take it out: TeX is not run here",
    "comment": "begin each line of a comment with %, or take it out",
}


def read(text: str) -> tuple[list[Entry], list[Slip]]:
    """Every entry in order, and the slips."""
    found = conflict(text)
    if found:
        return [], [Slip(*found, HELP)]
    reader = _Reader(text)
    while reader.has_more():
        if len(reader.slips) >= _MOST:
            reader.slips.append(Slip(reader.pos, f"{_MOST} slips stand above; from here on nothing is read", _COMPARE))
            break
        reader.one()
    return reader.entries, reader.slips


class _Reader(Cursor):
    """Goes through the text once, entry by entry and field by field."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.end = 0  # of the value read last
        self.entry = Entry("", "", 0)  # the entry and the field read last
        self.last = ""
        self.entries: list[Entry] = []

    def has_more(self) -> bool:
        return bool(self.skip(_BETWEEN))

    def one(self) -> None:
        """Read one entry; if it breaks, go to where the next may begin."""
        if self.text[self.pos] != "@":
            self._outside()
        else:
            told, self.entry = len(self.slips), Entry("", "", self.pos)
            try:
                self._entry(self.pos)
                return
            except Broken:
                del self.slips[told + 1 :]  # the first is the cause
                self.entry.whole = False
        if self.text[self.pos : self.pos + 1] != "@":
            found = _NEXT.search(self.text, self.pos)
            self.pos = found.end() - 1 if found else len(self.text)

    def _outside(self) -> None:
        at = self.pos
        if self.entry.key and (self.text[at] in ",}" or _FIELD.match(self.text, at)):
            self.entry.whole = self.text[at] == "}"
            text = f"the entry {self.entry.key!r} ends before {self.seen()}: a `}}` too many"
            self.tell(
                at if self.entry.whole else self.end, text, f"take out one `}}` in or after the field {self.last!r}"
            )
        else:
            text = f"{self.seen()} stands outside of all entries, where nobody reads it"
            self.tell(at, text, "take it out; a line of comment begins with %")

    def _entry(self, start: int) -> None:
        head = _HEAD.match(self.text, start)
        assert head  # noqa: S101  # it begins with @
        kind, self.pos = head[1].lower(), head.end()
        if kind in _REFUSED:
            self.give_up(start, f"@{kind} is not read here", _REFUSED[kind])
        if not kind or not head[2]:
            self.give_up(start, f"an entry begins like @misc{{, against {self.seen(start)}", _COMPARE)
        self._keyed(kind, start)
        while self._simple(self.entry) or self.skip() != "}":
            self._field(self.entry)
        self.end = self.pos
        self.pos += 1

    def _simple(self, entry: Entry) -> bool:
        """Read the fields that are written as nearly all are; is there another before the end of the entry?"""
        while match := _SIMPLE.match(self.text, self.pos):
            name = self.last = match[1]
            if name in entry.fields:
                self.pos = match.start(1)
                return True
            entry.fields[name] = Field(name, match[2], match.start(1), match.start(2))
            self.pos = self.end = match.end()
        return False

    def _keyed(self, kind: str, start: int) -> None:
        """Begin the entry with its key; one without a key is read on, and not kept."""
        match = _KEY.match(self.text, self.pos)
        assert match  # noqa: S101  # it matches nothing at all
        key, follows = match[1], self.text[match.end() : match.end() + 1]
        self.entry = Entry(kind, key, start)
        if not key or follows == "=":
            self.tell(start, f"this @{kind} has no key", f"write it first: `@{kind}{{Indeo2016strategy,`")
            self.entry.key = ""
            self.pos = match.end() + 1 if follows == "," else self.pos
            return
        self.entries.append(self.entry)
        self.pos = match.end() + (follows == ",")
        if follows not in (",", "}") and not _FIELD.match(self.text, self.pos):
            self.give_up(match.end(1), f"after the key {key!r} a comma is expected, against {self.seen()}", _COMPARE)
        if not PLAIN_KEY.fullmatch(key):
            text = f"the key {key[:80]!r} is more than a letter and up to 79 letters, digits and single hyphens"
            self.tell(match.start(1), text, "write author, year and a word in ASCII, such as Indeo2016strategy")
            self.entry.whole = False
        elif follows not in (",", "}"):
            self.tell(match.end(1), f"a comma is missing after the key {key!r}", "put one there")

    def _field(self, entry: Entry) -> None:
        at, match = self.pos, _NAME.match(self.text, self.pos)
        if match is None:
            self._stray(entry)
            return
        name = self.last = match[0].lower()
        if not _PLAIN_NAME.fullmatch(name):
            self.tell(at, f"the field {match[0]!r} is called by more than letters, digits and hyphens", "correct it")
        self.pos = match.end()
        if self.skip() == "=":
            self.pos += 1
            self.skip()
        elif self.text[self.pos : self.pos + 1] not in ("{", '"'):
            self.give_up(at, f"{self.seen(at)} stands where a field should", _COMPARE)
        else:
            self.tell(match.end(), f"an equals sign is missing after {match[0]!r}", f"write `{name} = {{…}},`")
        made = value(self.text, self.pos, name)
        self.pos = made.stop
        if made.fault:
            self.tell(at, *made.fault)
        if name in entry.fields:
            text = f"the field {name!r} stands twice in one entry"
            self.slips.append(Slip(at, text, "keep one of the two", entry.fields[name].at, "duplicate-key"))
        elif _PLAIN_NAME.fullmatch(name):
            entry.fields[name] = Field(name, made.text, at, made.start)
        if made.end is End.LOST:
            raise Broken
        entry.whole &= made.end is not End.UNKNOWN
        if made.end is not End.FIELD:
            self._behind(name)

    def _stray(self, entry: Entry) -> None:
        """What stands where the name of a field should."""
        follows, at = self.text[self.pos : self.pos + 1], self.pos
        if follows == "%":
            self.tell(at, "a comment stands inside an entry", "put it above the entry, or take it out")
            self.skip(re.compile(r"[^\n]*"))
        elif follows == ",":
            self.tell(at, "a comma stands where a field should", "take it out")
            self.pos += 1
        elif follows in ("", "@"):
            self.give_up(
                self.end, f"the entry {entry.key!r} is never closed: a `}}` is missing", "put it on a new line"
            )
        else:
            self.give_up(at, f"{self.seen()} stands where a field should", _COMPARE)

    def _behind(self, name: str) -> None:
        """Go on to the next field, or to the brace that closes the entry."""
        self.end = self.pos
        follows = self.skip()
        if follows == "#":
            text = f"the value of {name!r} is joined of pieces by #"
            self.give_up(self.pos, text, "write the whole value between one pair of braces")
        if follows == ",":
            self.pos += 1
        elif _FIELD.match(self.text, self.pos):
            self.tell(self.end, f"a comma is missing after the field {name!r}", "put one after its value")
        elif follows not in ("}", "", "@"):
            text = f"after the field {name!r} a comma is expected, against {self.seen()}"
            self.give_up(self.pos, text, "compare quotes and braces of its value")
