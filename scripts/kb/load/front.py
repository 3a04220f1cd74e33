"""Reads the front matter of a page: what it is about, and the words of ours that it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from kb.core.finding import Finding, impossible
from kb.core.folding import fold
from kb.core.mark import Mark
from kb.core.model import Block, Reference, Sentence
from kb.core.nearest import did_you_mean
from kb.load.markup import TextForm
from kb.load.yaml_marks import Located, parse

OURS = ("title", "description", "answer")
"""Fields that readers see as sentences of ours."""
_ID = TextForm("[a-z0-9]+(?:-[a-z0-9]+)*", "ids of the ledger")
KNOWN = {
    "about": _ID,
    "asof": TextForm(r"\S{1,30}", "a day such as 2026-11-22"),
    "answer": TextForm(r"(?:[^\x00-\x1f\x7f-\x9f\u2028\u2029]|\n){1,1000}", "a few sentences, one on a line"),
    "series": TextForm("[A-Z][a-z]+(?: [a-z]+){0,3}", "one to four words"),
    "number": TextForm(r"[1-9]\d{0,3}", "a number such as 12"),
    "pages": TextForm("[1-9]", "how many printed pages it may have, 1 to 9"),
    "title": TextForm(r"(?!\s)[^\x00-\x1f\x7f-\x9f\u2028\u2029]{1,120}", "a title on one line"),
    "description": TextForm(r"(?!\s)[^\x00-\x1f\x7f-\x9f\u2028\u2029]{1,300}", "a sentence on one line"),
    "keywords": TextForm(
        "[A-Za-z-]+(?: [A-Za-z-]+)*(?:, [A-Za-z-]+(?: [A-Za-z-]+)*){0,19}", "words, with commas between"
    ),
    "orphan": TextForm("true", "true"),
    "nosearch": TextForm("true", "true"),
}
"""Every field there is, with its form. What is not listed would reach Sphinx, MyST or the theme unread."""


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
            help = did_you_mean(name, KNOWN) or f"fields are {', '.join(KNOWN)}"
            mark = _mark(located.key)
            found.append(impossible(mark, f"front matter has an unknown field {name!r}", help, rule="schema"))
        else:
            found.extend(_misfits(name, located))
    about = items.get("about")
    references = tuple(Reference(item.text or "", _mark(item.mark)) for item in (about.list if about else []))
    fields = {name: located.text or "" for name, located in items.items()}
    lines = text.split("\n")
    blocks = tuple(block for name in OURS if name in items and (block := _block(path, lines, items[name])))
    return Front(fields, tuple(reference.id for reference in references), references, blocks, tuple(found))


def _misfits(name: str, located: Located) -> Iterator[Finding]:
    form = KNOWN[name]
    for value in located.list if name == "about" else [located]:
        if value.text is None or not form.fits(value.text.strip()):
            shown = "a list or mapping" if value.text is None else repr(value.text[:40])
            text = f"{name!r} is {shown}, against {form.told}"
            yield impossible(_mark(value.mark), text, f"write {form.told}", rule="schema")


def _mark(mark: Mark) -> Mark:
    return mark._replace(line=mark.line + 1)


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
