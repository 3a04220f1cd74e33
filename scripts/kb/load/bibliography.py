"""Reads ``refs.bib``: every source once, with the place of every field."""

from __future__ import annotations

import logging
import re
from functools import lru_cache

import bibtexparser
from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, Entry, ParsingFailedBlock

from kb.finding import Finding, impossible
from kb.load.decoding import decode
from kb.mark import Mark
from kb.model import Source

PATH = "refs.bib"
RANKS = ("primary", "secondary", "tertiary")
OTHERS = "others"
"""So BibTeX ends a list of authors that names some of them: ``Osk, Mira and others``."""


@lru_cache(maxsize=64)
def bibliography(data: bytes) -> tuple[tuple[Source, ...], tuple[Finding, ...]]:
    """Read all entries in order; what cannot be read is a finding at its line."""
    text, faults = decode(PATH, data)
    if text is None:
        return (), faults
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    library = bibtexparser.parse_string(text)
    sources: list[Source] = []
    found: list[Finding] = []
    for block in library.blocks:
        mark = Mark(PATH, (block.start_line or 0) + 1)
        if isinstance(block, Entry):
            sources.append(_source(block, mark))
        elif isinstance(block, DuplicateBlockKeyBlock):
            found.append(_twice(mark, block.key, Mark(PATH, (block.previous_block.start_line or 0) + 1)))
        elif isinstance(block, DuplicateFieldKeyBlock):
            keys = ", ".join(sorted(block.duplicate_keys))
            text_ = f"the field {keys!r} stands twice in one entry"
            found.append(impossible(mark, text_, "keep one of the two", rule="duplicate-key"))
        elif isinstance(block, ParsingFailedBlock):
            text_ = "this is not a BibTeX entry: a brace, a quote or a comma is missing or one too many"
            found.append(impossible(mark, text_, "compare it with the entries around it", rule="unreadable"))
    return tuple(sources), tuple(found)


def _twice(mark: Mark, key: str, first: Mark) -> Finding:
    return impossible(
        mark,
        f"the source {key!r} stands twice",
        "merge the two entries, or give the second its own key",
        compare=(first,),
        rule="duplicate-key",
    )


def _source(entry: Entry, mark: Mark) -> Source:
    fields = {field.key.lower(): str(field.value) for field in entry.fields}
    words = {word.strip() for word in fields.get("keywords", "").split(",")}
    rank = next((rank for rank in RANKS if rank in words), "")
    marks = {field.key.lower(): Mark(PATH, (field.start_line or 0) + 1, 3) for field in entry.fields}
    return Source(entry.key, entry.entry_type, fields, rank, _authors(fields), mark, marks)


def _authors(fields: dict[str, str]) -> tuple[str, ...]:
    """The names by which prose names the authors: family names, or the body in braces."""
    field = fields.get("author") or fields.get("organization") or fields.get("editor") or ""
    names = [name.strip() for name in re.split(r"\s+and\s+(?![^{]*\})", field)]
    return tuple(_family(name) for name in names if name and name != OTHERS)


def _family(name: str) -> str:
    name = name.strip()
    if name.startswith("{") and name.endswith("}"):
        return name.strip("{}").strip()
    family, comma, _ = name.partition(",")
    return family.strip("{} ") if comma else name.split()[-1].strip("{}")
