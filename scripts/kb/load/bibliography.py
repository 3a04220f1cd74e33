"""Reads ``refs.bib``: every source once, in the words that readers see, with the place of every field.

The site and the PDFs list and cite what was read here, so that nobody reads an entry in two ways.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kb.core.addresses import fault_of, fault_of_doi
from kb.core.finding import Finding, impossible
from kb.core.mark import Mark
from kb.core.model import Corpus, People, Source
from kb.core.model.sources import MAKERS
from kb.core.published import month, readable
from kb.load.bibtex import read
from kb.load.decoding import decode
from kb.load.entries import Entry, Field, Slip
from kb.load.people import body, people
from kb.load.tex import address, words

PATH = "refs.bib"
RANKS = ("primary", "secondary", "tertiary")
PERSONS = ("author", "editor", "translator")
AS_WRITTEN = frozenset("url doi isbn issn eid x-archived archiveurl x-text".split())
"""Fields that hold no words, and no TeX but what other programs put into addresses."""
LINKS = ("url", "x-archived", "archiveurl")
"""Fields of which the references make links."""
DATES = ("date", "year", "origdate", "eventdate", "urldate")
"""Fields that readers are told as a date, and that rules reckon with."""
INHERITING = ("crossref", "xdata")
_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True)
class Bibliography:
    """The sources in order, what is wrong with the file, and the keys of entries that are there but can not be read."""

    sources: tuple[Source, ...]
    faults: tuple[Finding, ...] = ()
    broken: frozenset[str] = frozenset()


@lru_cache(maxsize=64)
def bibliography(data: bytes) -> Bibliography:
    """Read all entries; what can not be read is a finding at its place."""
    text, faults = decode(PATH, data)
    if text is None:
        return Bibliography((), faults)
    entries, slips = read(text)
    reader = _Reader(text)
    known: dict[str, Entry] = {}
    sources: list[Source] = []
    for entry in (entry for entry in entries if entry.whole):
        other = known.setdefault(entry.key.lower(), entry)
        if other is not entry:
            slips.append(_twice(entry, other))
        else:
            sources.append(reader.source(entry))
    found = [*faults, *(reader.finding(slip) for slip in slips), *reader.faults]
    return Bibliography(tuple(sources), tuple(found), frozenset(e.key for e in entries if not e.whole))


def without_sources(corpus: Corpus) -> Iterator[Finding]:
    """An empty bibliography, or none at all, would leave readers with citations that lead nowhere."""
    resting = sum(bool(statement.evidence) for statement in corpus.statements.values())
    if resting and not corpus.sources and all(fault.mark.path != PATH for fault in corpus.faults):
        text = f"{PATH} holds no source, against {resting:,} statements that rest on one"
        yield impossible(Mark(PATH), text, "put the file back where it was", rule="unreadable")


def _twice(entry: Entry, other: Entry) -> Slip:
    text = f"the source {entry.key!r} stands twice"
    if entry.key != other.key:
        text = f"the keys {entry.key!r} and {other.key!r} differ in capitals only"
    help = "merge the two entries, or give the second its own key"
    return Slip(entry.at, text, help, other.at, "duplicate-key")


class _Reader:
    """Makes sources of entries, and collects what in their fields can not be read."""

    def __init__(self, text: str) -> None:
        self.lines = [0, *(match.end() for match in re.finditer("\n", text))]
        self.faults: list[Finding] = []

    def mark(self, at: int) -> Mark:
        line = bisect_right(self.lines, at)
        return Mark(PATH, line, at - self.lines[line - 1] + 1)

    def finding(self, slip: Slip) -> Finding:
        compare = () if slip.other is None else (self.mark(slip.other),)
        return impossible(self.mark(slip.at), slip.text, slip.help, compare=compare, rule=slip.rule)

    def source(self, entry: Entry) -> Source:
        for name in INHERITING:
            if field := entry.fields.pop(name, None):
                text = f"by {name!r} the entry would take over fields of another"
                self._fault(field.at, text, "write out in each entry what it has")
        fields = {name: self._words(field) for name, field in entry.fields.items()}
        kept = {word.strip() for word in fields.get("keywords", "").split(",")}
        named = dict(self._people(entry.fields))
        makers = next((named[role] for role in MAKERS if role in named), People())
        return Source(
            key=entry.key,
            type=entry.type,
            fields=fields,
            rank=next((rank for rank in RANKS if rank in kept), ""),
            mark=self.mark(entry.at),
            marks={name: self.mark(field.at) for name, field in entry.fields.items()},
            people=named,
            authors=tuple(maker.family for maker in makers.names),
        )

    def _fault(self, at: int, text: str, help: str, rule: str = "unreadable") -> None:
        self.faults.append(impossible(self.mark(at), text, help, rule=rule))

    def _words(self, field: Field) -> str:
        if field.name in AS_WRITTEN:
            return self._as_written(field, address(field.value))
        told = words(field.value)
        for at, text, help in told.faults:
            self._fault(field.start + at, f"in {field.name!r} {text}", help)
        for at, url in told.addresses:
            fault = fault_of(url)
            if fault:
                self._fault(field.start + at, f"{field.name!r} is {url!r}, {fault}", "copy it again", "bad-url")
        self._hold_date(field, told.text)
        return told.text

    def _hold_date(self, field: Field, text: str) -> None:
        against = ""
        if field.name in DATES and readable(text) is None:
            against = "a date such as 2016-10-14"
        elif field.name == "month" and month(text) is None:
            against = "jan to dec or 1 to 12"
        if against:
            help = "compare it with the source itself; write it as precise as the source, and no more precise"
            self._fault(field.at, f"{field.name!r} is {text[:60]!r}, against {against}", help)

    def _as_written(self, field: Field, value: str) -> str:
        fault = fault_of(value) if field.name in LINKS else None
        help = "copy the address of the page where the source was seen, or leave the field out"
        if field.name == "doi" and value:
            fault = fault_of_doi(value)
            help = "copy it again from the work or from its publisher's page, or leave the field out"
        if fault:
            self._fault(field.at, f"{field.name!r} is {value[:200]!r}, {fault}", help, "bad-url")
        if field.name == "x-text" and not _FILE.fullmatch(value):
            self._fault(
                field.at, f"'x-text' is {value!r}, against the name of a file", "write the name, with no folder"
            )
        return value

    def _people(self, fields: dict[str, Field]) -> Iterator[tuple[str, People]]:
        for name in (*PERSONS, *MAKERS[2:]):
            field = fields.get(name)
            if field is None or not field.value.strip():
                continue
            if name not in PERSONS:
                yield name, body(field.value)
                continue
            those, faults = people(field.value)
            for written, text, help in faults:
                self._fault(field.start + max(field.value.find(written), 0), f"in {name!r} {text}", help)
            yield name, those
