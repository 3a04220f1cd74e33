"""Files that a PDF carries: whatever extensions hand over for its pages, without being asked what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx.errors import ExtensionError

if TYPE_CHECKING:
    from typst import PDFStandard

    from sphinx_typst.assemble import Document
    from sphinx_typst.printing import Printing

EVENT = "typst-attach"
"""Emitted with the page that a document begins with, and the names of all pages that came into it.

A handler returns the files for them, each a mapping with ``name``, ``data`` (bytes), ``mime-type`` and ``description``,
and where it is something else than the data that the pages were made from, ``relationship``.
"""
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*\.[a-z0-9]+")
RELATIONSHIPS = ("data", "source", "alternative", "supplement")
"""What an attached file is to the document, in the words of Typst."""


@dataclass(frozen=True)
class Attachment:
    """A file that is attached to one PDF."""

    name: str
    data: bytes
    mime: str
    description: str
    relationship: str

    def told(self, target: str) -> dict[str, str]:
        """What the template must know."""
        return {
            "name": self.place(target),
            "mime-type": self.mime,
            "description": self.description,
            "relationship": self.relationship,
        }

    def place(self, target: str) -> str:
        """The name under which it is saved, and lies among the sources: no two PDFs carry the same."""
        return f"{target}-{self.name}"


def attachments(builder: Printing, document: Document) -> list[Attachment]:
    """What all handlers hand over, by name; two of one name cannot be told apart by a reader."""
    pages = sorted(document.included)
    found = [_checked(each) for handed in builder.events.emit(EVENT, document.docname, pages) for each in handed or ()]
    names = [each.name for each in found]
    for name in names:
        if names.count(name) > 1:
            raise ExtensionError(f"two files are attached to {document.target}.pdf as {name!r}")
    return sorted(found, key=lambda each: each.name)


def _checked(handed: dict[str, object]) -> Attachment:
    name, data = str(handed["name"]), handed["data"]
    relationship = str(handed.get("relationship", "data"))
    if not NAME.fullmatch(name):
        raise ExtensionError(f"{name!r} is no name of an attached file, which has letters, digits and an ending")
    if not isinstance(data, bytes):
        raise ExtensionError(f"the file {name!r} is {type(data).__name__}, against bytes")
    if relationship not in RELATIONSHIPS:
        raise ExtensionError(f"{name!r} is attached as {relationship!r}, against {', '.join(RELATIONSHIPS)}")
    return Attachment(name, data, str(handed["mime-type"]), str(handed["description"]), relationship)


def named(kept: Sequence[PDFStandard]) -> str:
    """The standards as they are called: ``PDF/A-3A, PDF/UA-1``."""
    return ", ".join(f"PDF/{each.upper()}" for each in kept)


def standards(wanted: Sequence[PDFStandard], attached: bool) -> list[PDFStandard]:
    """The standards of a document: PDF/A-2 holds no files but other PDF/A, so with one attached it becomes PDF/A-3."""
    return [*_third(wanted)] if attached else [*wanted]


def _third(wanted: Sequence[PDFStandard]) -> Iterator[PDFStandard]:
    thirds: dict[PDFStandard, PDFStandard] = {"a-2a": "a-3a", "a-2b": "a-3b", "a-2u": "a-3u", "a-4": "a-4f"}
    for each in wanted:
        yield thirds.get(each, each)
