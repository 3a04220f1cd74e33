"""What is mutated: blocks of the real pages, real ledger files and entries, examples of the rules, hostile inputs."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kb_fuzz.ground import ROOT

DOCS = ROOT / "docs"
HOSTILE = ROOT / "tests" / "hostile" / "families"
LONGEST = 2_000
"""Characters of a seed; what a mutation makes of it may be longer."""
FRAME = "---\nabout: [league]\nasof: 2019-05-01\n---\n\n# A page\n\n{}\n"
ENTRY_OF = re.compile(r"^@\w+\{.*?^\}", re.MULTILINE | re.DOTALL)
_EXAMPLE = re.compile(r"^(`{3,})\{code-block\} text\n:caption: (\S+)\n\n(.*?)\n\1$", re.MULTILINE | re.DOTALL)
_CITED = re.compile(r"(\{cite:\w\}`)[^`]*`")
OURS = (
    "League2006history{¶ 1}", "League2006history{¶ 5}", "Gazette1994corvia{¶ 1}", "Osk2007straits{abstract}",
    "Harbour1990treaty{Art. 1},League2006history{¶ 2}",
)  # fmt: skip


@dataclass(frozen=True)
class Seeds:
    """Pages, ledger files, entries, and words that have done harm before."""

    pages: tuple[str, ...]
    facts: tuple[str, ...]
    entries: tuple[str, ...]
    words: tuple[str, ...]


@cache
def seeds() -> Seeds:
    """Everything there is, in a settled order."""
    pages, facts, entries = list[str](), list[str](), list[str]()
    for path, text in _texts():
        if path.endswith(".md"):
            pages.append(text)
        elif path.endswith(".yaml"):
            facts.append(text)
        else:
            entries.extend(ENTRY_OF.findall(text))
    pages += [FRAME.format(_recited(block, n)) for n, block in enumerate(_blocks())]
    return Seeds(
        *(tuple(sorted({t for t in those if len(t) <= LONGEST})) for those in (pages, facts, entries, _words()))
    )


def _texts() -> Iterator[tuple[str, str]]:
    """Whole files: of the small corpus, of the real ledger, of the examples, and what strangers handed in."""
    corpus = ROOT / "tests" / "corpus"
    for file in sorted([*corpus.rglob("*.yaml"), *corpus.rglob("*.md"), *DOCS.glob("facts/*.yaml"), ROOT / "refs.bib"]):
        yield file.name, file.read_text("utf-8")
    for page in sorted(DOCS.glob("rules/*/*.md")):
        for _, path, body in _EXAMPLE.findall(page.read_text("utf-8")):
            if path.startswith(("docs/topic", "docs/facts/", "refs.bib")) and "/schema/" not in path:
                yield path, f"{body}\n"
    for told in _hostile():
        for key, path in (("body", ".md"), ("page", ".md"), ("entity", ".yaml"), ("entries", ".bib")):
            if key in told and "⟦" not in told[key]:
                yield path, FRAME.format(told[key]) if key == "body" else told[key]


def _hostile() -> Iterator[dict]:
    for file in sorted(HOSTILE.glob("*.toml")):
        yield from tomllib.loads(file.read_text("utf-8")).values()


def _blocks() -> Iterator[str]:
    """Blocks of the real pages: paragraphs, lists, tables, directives."""
    for file in sorted(DOCS.rglob("*.md")):
        if "rules" not in file.parts:
            text = re.sub(r"\A---\n.*?\n---\n", "", file.read_text("utf-8"), flags=re.DOTALL)
            yield from (block.strip() for block in re.split(r"\n\n(?!\s)", text) if block.strip())


def _recited(block: str, number: int) -> str:
    """Every other block cites sources of the small repository, so that what follows a citation is looked at too."""
    return _CITED.sub(lambda found: f"{found[1]}{OURS[number % len(OURS)]}`", block) if number % 2 else block


def _words() -> Iterator[str]:
    """Lines of what strangers handed in."""
    for told in _hostile():
        for key in ("body", "page", "entity", "statement", "entries", "fields"):
            lines = str(told.get(key, "")).splitlines()
            yield from (line.strip() for line in lines if 2 < len(line.strip()) < 200 and "⟦" not in line)
