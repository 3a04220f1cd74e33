"""Writes made-up entities and sources in the form of the ledger and of ``refs.bib``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass
class Entry:
    """An entity file in the making."""

    id: str
    kind: str
    name: str
    part_of: str = ""
    statements: list[str] = field(default_factory=list)
    claims: list[str] = field(default_factory=list)

    def state(self, slug: str, fields: str, *evidence: str) -> None:
        """Add a statement: its fields, one a line, and its evidence."""
        self.statements.append(_record(slug, fields, evidence))

    def claim(self, slug: str, fields: str, *evidence: str) -> None:
        """Add a claim."""
        self.claims.append(_record(slug, fields, evidence))

    @property
    def text(self) -> str:
        """The file."""
        lines = [f"id: {self.id}", f"kind: {self.kind}", f"names: {{en: {self.name}}}"]
        lines += [f"part-of: [{self.part_of}]"] if self.part_of else []
        lines += ["statements:", *self.statements] if self.statements else []
        lines += ["claims:", *self.claims] if self.claims else []
        return "\n".join(lines) + "\n"


def _record(slug: str, fields: str, evidence: Iterable[str]) -> str:
    lines = [f"  {slug}:", *(f"    {line.strip()}" for line in fields.strip().splitlines()), "    evidence:", *evidence]
    return "\n".join(lines)


def evidence(by: str, at: str, quote: str) -> str:
    """One piece of evidence."""
    return f"      - by: {by}\n        at: {at}\n        quote: {quote}\n        seen: full"


def source(key: str, author: str, title: str, year: int) -> str:
    """One entry of the bibliography."""
    return (
        f"@misc{{{key},\n  author = {{{{{author}}}}},\n  title = {{{title}}},\n"
        f"  howpublished = {{example.org}},\n"
        f"  year = {{{year}}},\n"
        f"  url = {{https://example.org/{key.lower()}/text-of-the-report}},\n  urldate = {{2026-01-15}},\n"
        f"  note = {{Seen whole}},\n  keywords = {{primary}},\n  langid = {{english}}\n}}\n"
    )
