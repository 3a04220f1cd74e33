"""Mistakes in the values of the ledger: dates, counts, bounds, numbers, and entities named by id."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb_plant.known import Known, another, field_of
from kb_plant.planted import Planted, Sheet, other_digits

_DATED = re.compile(r"^ {4}(?!checked)([\w-]+): *(.*\d{4}.*)$", re.MULTILINE)
_NOT_DATES = frozenset("evidence inferred says records provides aims number counts because question quote".split())
_YEAR = re.compile(r"(?<!\d)\d{4}(?=$|[-/~,\]\s])")
_MONTH = re.compile(r"(?<=\d{4}-)\d\d")
_DAY = re.compile(r"(?<=\d{4}-\d\d-)\d\d")
_BOTH = re.compile(r"(?<=\d{4}-)(\d\d)-(\d\d)")
_COARSE = re.compile(r"(?<![\d-])\d{4}(-\d\d)?(?=$|,|\]|\s)")
_COUNT = re.compile(r"(?<=\bn: )\d+")
_BOUND = re.compile(r", bound: ([a-z-]+)")
_ARTICLES = re.compile(r"(?<=^ {4}articles: \[)\d+", re.MULTILINE)
_NUMBERED = re.compile(r"^ {4}(?:ordinal|number): (\d+)", re.MULTILINE)
_NAMED = re.compile(r"^ {4}([a-z-]+): \[?([a-z0-9-]+(?:, [a-z0-9-]+)*)\]?$", re.MULTILINE)
_LOOSE = frozenset("who with as hedge terms dates articles stance follow over open".split())
_SET = re.compile(r"^ {4}(?:members|signatories|who|observer|leaver): \[([\w-]+), ([^\]]+)\]$", re.MULTILINE)
_COMPLETE = re.compile(r"^ {4}complete: true", re.MULTILINE)
_NEXT = re.compile(r"^ {0,2}\S", re.MULTILINE)


def plants(sheet: Sheet, known: Known) -> Iterator[Planted]:
    """Every mistake in a value of one entity file."""
    for field in _DATED.finditer(sheet.text):
        if field[1] not in _NOT_DATES and "{" not in field[2]:
            yield from _date(sheet, field)
    for pattern, kind in ((_COUNT, "count in the ledger"), (_ARTICLES, "article in the ledger")):
        for match in pattern.finditer(sheet.text):
            yield sheet.plant(kind, *match.span(), str(int(match[0]) + 1))
    for match in _NUMBERED.finditer(sheet.text):
        yield sheet.plant("number in the ledger", *match.span(1), str(int(match[1]) + 1))
    for match in _BOUND.finditer(sheet.text):
        yield sheet.plant("bound dropped in the ledger", *match.span(), "")
        turned = "under" if match[1] in ("over", "about") else "over"
        yield sheet.plant("bound turned in the ledger", *match.span(1), turned)
    yield from _sets(sheet, known)
    yield from _holders(sheet, known)
    for match in _NAMED.finditer(sheet.text):
        if match[1] not in ("kind", "id") and set(match[2].split(", ")) <= set(known.kinds):
            yield from _entity(sheet, match, known)


def _date(sheet: Sheet, field: re.Match[str]) -> Iterator[Planted]:
    def plant(kind: str, match: re.Match[str], new: str, strict: bool = False) -> Planted:
        return sheet.plant(kind, field.start(2) + match.start(), field.start(2) + match.end(), new, strict)

    for match in _YEAR.finditer(field[2]):
        for new in other_digits(match[0]):
            yield plant("year in the ledger", match, new, strict=True)
    for match in _MONTH.finditer(field[2]):
        yield plant("month in the ledger", match, f"{int(match[0]) % 12 + 1:02d}")
        yield plant("month that does not exist", match, "13")
    for match in _DAY.finditer(field[2]):
        yield plant("day in the ledger", match, f"{int(match[0]) % 28 + 1:02d}")
    for match in _BOTH.finditer(field[2]):
        if match[1] != match[2] and int(match[2]) <= 12:
            yield plant("day and month swapped in the ledger", match, f"{match[2]}-{match[1]}")
    for match in _COARSE.finditer(field[2]):
        yield plant("date made more precise", match, f"{match[0]}-17" if match[1] else f"{match[0]}-05")


def _sets(sheet: Sheet, known: Known) -> Iterator[Planted]:
    """A set said to be complete without one of its members; any set with a stranger."""
    for match in _SET.finditer(sheet.text):
        following = _NEXT.search(sheet.text, match.end())
        if _COMPLETE.search(sheet.text, match.end(), following.start() if following else len(sheet.text)):
            yield sheet.plant("member dropped from a set", match.start(1), match.start(2), "")
        other = another(known.of_kind(known.kinds[match[1]]), match[1], match[0], 1) if match[1] in known.kinds else ""
        if other:
            yield sheet.plant("member added to a set", match.start(1), match.start(1), f"{other}, ")


def _holders(sheet: Sheet, known: Known) -> Iterator[Planted]:
    found = list(re.finditer(rf"{field_of(known.laws.held)}(?P<who>[\w-]+)", sheet.text, re.MULTILINE))
    for match in found:
        other = next(person for person in known.acting_as("person") if person != match["who"])
        yield sheet.plant("another holder in the ledger", *match.span("who"), other)
    for n, one in enumerate(found):
        for following in [match for match in found[n + 1 :] if match["who"] != one["who"]][:1]:
            yield sheet.swap("two holders swapped", one.span("who"), following.span("who"))


def _entity(sheet: Sheet, field: re.Match[str], known: Known) -> Iterator[Planted]:
    """An id that nobody has; for one entity another of its kind, or one of a kind that cannot stand there."""
    first = field[2].split(", ")[0]
    span = field.start(2), field.start(2) + len(first)
    yield sheet.plant("unknown id in the ledger", span[1], span[1], "x")
    if field[1] in _LOOSE or "," in field[2]:
        return
    kind, role = known.kinds[first], known.roles[first]
    if role in ("person", "place", "state") and (field[1] not in known.laws.held):
        yield sheet.plant(f"another {role} in the ledger", *span, another(known.of_kind(kind), first, "") or "")
    if field[1] != "part-of":
        wrong = known.of_kind(known.unlike.get(kind, ""))
        yield from (sheet.plant("wrong kind of entity", *span, other) for other in wrong[:1])
