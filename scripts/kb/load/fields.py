"""Reads single fields of the ledger; a value of the wrong form is a ``schema`` finding at its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from kb.core.dates import BadDate, Date, parse
from kb.core.finding import Finding, impossible
from kb.core.mark import Mark
from kb.core.nearest import did_you_mean
from kb.load.strays import odd_names, tidy
from kb.load.yaml_marks import Located

T = TypeVar("T")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
FIRST, LAST = date(1000, 1, 1), date(9000, 12, 31)
"""What the ledger dates lies between: rules count days and years from there, and the calendar ends soon behind."""
_LONGEST = 2_000
"""So many characters of a text; the ledger's longest has some hundred."""
_SHOWN = 60
"""So many characters of a name that nobody knows."""
_TOLD = 20
"""So many unknown fields of one mapping are told one by one."""


def is_name(text: str) -> bool:
    """Is it a name that addresses and places on a page can be made of?"""
    return _NAME.fullmatch(text) is not None


class Fields:
    """The fields of one mapping. Asking for a field reads it and remembers its marks; the rest is unknown."""

    def __init__(self, located: Located, faults: list[Finding], what: str) -> None:
        self.located = located
        self.faults = faults
        self.what = what
        self.marks: dict[str, Mark] = {}
        self.asked: set[str] = set()
        if not isinstance(located.value, dict):
            self.fault(located.mark, f"{what} is not a mapping", "write it as `field: value` lines")

    def fault(self, mark: Mark, text: str, help: str) -> None:
        """Report a value of the wrong form."""
        self.faults.append(impossible(mark, text, help, rule="schema"))

    def raw(self, name: str, label: str | None = None) -> Located | None:
        """The field as it was written, or nothing."""
        self.asked.add(name)
        found = self.located.items.get(name)
        if found is not None:
            self.marks[label or name] = found.mark
        return found

    def text(self, name: str, required: bool = False) -> str | None:
        """A text on one line."""
        found = self.raw(name)
        if found is None:
            if required:
                self.fault(self.located.key, f"{self.what} has no {name!r}", f"add `{name}: …`")
            return None
        return self.as_text(found, name)

    def as_text(self, found: Located, name: str) -> str | None:
        """The text of a located value."""
        if not isinstance(found.value, str) or not found.value.strip():
            self.fault(found.mark, f"{name!r} is not a text", f"write `{name}: some words`")
            return None
        if len(found.value) > _LONGEST:
            text = f"{name!r} has {len(found.value):,} characters, against {_LONGEST:,} at most"
            self.fault(found.mark, text, "keep to what the source says there, and cite the rest")
            return None
        return " ".join(tidy(found.value).split())

    def texts(self, name: str, label: str | None = None) -> tuple[str, ...]:
        """A text or a list of texts, as a tuple."""
        return self.each(name, label or name, self.as_text)

    def date(self, name: str) -> Date | None:
        """A date in the ledger's form."""
        found = self.raw(name)
        return None if found is None else self.as_date(found, name)

    def as_date(self, found: Located, name: str) -> Date | None:
        """The date of a located value."""
        if found.text is None:
            self.fault(found.mark, f"{name!r} is not a date", f"write `{name}: 2016-10-14`, as precise as the source")
            return None
        try:
            return _reckoned(parse(found.text))
        except BadDate as error:
            help = "write it as precise as the source, and no more precise"
            self.fault(found.mark, f"{name!r}: {error}{odd_names(found.text)}", help)
            return None

    def dates(self, name: str) -> tuple[Date, ...]:
        """A date or a list of dates."""
        return self.each(name, name, self.as_date)

    def number(self, name: str) -> int | None:
        """A whole number."""
        found = self.raw(name)
        return None if found is None else self.as_number(found, name)

    def as_number(self, found: Located, name: str) -> int | None:
        """The whole number of a located value."""
        if found.text is None or not re.fullmatch(r"\d{1,9}", found.text, re.ASCII):
            self.fault(found.mark, f"{name!r} is not a whole number{odd_names(found.text or '')}", f"write `{name}: 4`")
            return None
        return int(found.text)

    def numbers(self, name: str) -> tuple[int, ...]:
        """A whole number or a list of them."""
        return self.each(name, name, self.as_number)

    def flag(self, name: str) -> bool:
        """True or false; absent is false."""
        found = self.raw(name)
        if found is None:
            return False
        if found.text not in ("true", "false"):
            self.fault(found.mark, f"{name!r} is neither true nor false", f"write `{name}: true`")
        return found.text == "true"

    def each(self, name: str, label: str, read: Callable[[Located, str], T | None]) -> tuple[T, ...]:
        """Every member of a list, or the one value there is, as it is read."""
        found = self.raw(name, label)
        if found is None:
            return ()
        return self._members(found, name, label, read)

    def texts_of(self, found: Located, name: str) -> tuple[str, ...]:
        """The texts of a located value that the property names: marks are ``value.0`` and on."""
        return self._members(found, name, "value", self.as_text)

    def _members(
        self, found: Located, name: str, label: str, read: Callable[[Located, str], T | None]
    ) -> tuple[T, ...]:
        items = found.list
        values = []
        for number, item in enumerate(items):
            self.marks[f"{label}.{number}"] = item.mark
            value = read(item, name)
            if value is not None:
                values.append(value)
        return tuple(values)

    def close(self, also: Iterable[str] = ()) -> None:
        """Report every field that nobody asked for; of very many, the first and how many they are."""
        known = self.asked | set(also)
        unknown = [(name, found) for name, found in self.located.items.items() if name not in known]
        for name, found in unknown[:_TOLD]:
            help = did_you_mean(name, known) or f"fields are {', '.join(sorted(known))}"
            self.fault(found.key, f"{self.what} has an unknown field {shortened(name)}", help)
        if len(unknown) > _TOLD:
            more = len(unknown) - _TOLD
            self.fault(unknown[_TOLD][1].key, f"{self.what} has {more:,} more unknown fields", "see the first of them")


def declares_nothing(path: str, root: Located | None, faults: Sequence[Finding]) -> tuple[Finding, ...]:
    """A file of the schema that is empty but for comments would have rules fall silent."""
    if faults or (root is not None and root.value):
        return ()
    text = "the file declares nothing"
    return (impossible(Mark(path), text, "put back what was declared, or restore the file", rule="unreadable"),)


def _reckoned(when: Date) -> Date:
    """The date, if there are days before and after it."""
    if not FIRST.year <= when.earliest.year <= when.latest.year <= LAST.year:
        raise BadDate(f"{when.text!r} is not within the years {FIRST.year} to {LAST.year}")
    return when


def shortened(text: str) -> str:
    """The text in quotation marks, or the beginning of a long one."""
    return repr(text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…")


def one_of(name: str, known: Mapping[str, object]) -> str:
    """What to write instead of an unknown name: the nearest, or all there are."""
    return did_you_mean(name, known) or f"write one of {', '.join(known)}"
