"""Reads the front matter of a page: what it is about, and the words of ours that it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kb.finding import Finding, impossible
from kb.load.fields import closest
from kb.load.folding import fold
from kb.load.yaml_marks import Located, parse
from kb.mark import Mark
from kb.model import Block, Reference, Sentence

KNOWN = ("about", "asof", "answer", "series", "title", "description", "orphan", "nosearch", "keywords")
OURS = ("answer", "description")


@dataclass(frozen=True)
class Front:
    """The front matter: fields as text, entities, and blocks of prose."""

    fields: Mapping[str, str] = field(default_factory=dict)
    about: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    blocks: tuple[Block, ...] = ()
    faults: tuple[Finding, ...] = ()


def front(path: str, text: str) -> Front:
    """Read front matter that begins on the second line of the file."""
    root, faults = parse(path, text)
    found = [_down(fault) for fault in faults]
    items = root.items if root else {}
    for name, located in items.items():
        if name not in KNOWN:
            help = closest(name, KNOWN) or f"fields are {', '.join(KNOWN)}"
            mark = _mark(located.key)
            found.append(impossible(mark, f"front matter has an unknown field {name!r}", help, rule="schema"))
    about = items.get("about")
    references = tuple(Reference(item.text or "", _mark(item.mark)) for item in (about.list if about else []))
    fields = {name: located.text or "" for name, located in items.items()}
    lines = text.split("\n")
    blocks = tuple(block for name in OURS if name in items and (block := _block(path, lines, items[name])))
    return Front(fields, tuple(reference.id for reference in references), references, blocks, tuple(found))


def _mark(mark: Mark) -> Mark:
    return replace(mark, line=mark.line + 1)


def _down(fault: Finding) -> Finding:
    return replace(fault, mark=_mark(fault.mark), compare=tuple(_mark(mark) for mark in fault.compare))


def _block(path: str, lines: list[str], located: Located) -> Block | None:
    """The lines of one text, each placed where it stands in the file."""
    sentences = []
    row = located.mark.line - 1
    for line in (located.text or "").split("\n"):
        words = line.strip()
        while words and row < len(lines) and words not in lines[row]:
            row += 1
        if not words or row == len(lines):
            continue
        column = lines[row].find(words) + 1
        folded, kept = fold(words)
        places = tuple((row + 2, column + at) for at in kept)
        sentences.append(Sentence(folded, places, (), (), Mark(path, row + 2, column)))
    return Block("front-matter", tuple(sentences), 0, located.mark.line + 1) if sentences else None
