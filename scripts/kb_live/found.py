"""What is found on a page, as the page itself shows it: beside the part that it is about, and counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from kb.core.finding import Finding
from kb.core.model import Corpus
from kb_lsp.look import Look
from sphinx_kb.knowledge import docname_of, path_of

WORDS = 12
"""So many words of a line tell which sentence is meant."""


@dataclass(frozen=True)
class Shown:
    """One finding: the line of the file, or the anchor of the page, beside which it stands, and what it says."""

    line: int
    anchor: str
    severity: str
    rule: str
    text: str
    help: str
    words: str


def on_page(look: Look, name: str) -> dict[str, object]:
    """What is found on a page, and how much in which other files; whether all has been looked at."""
    own = _file(look.corpus, name)
    graver = Counter(
        path
        for path, those in look.findings.items()
        for each in those
        if path != own and each.severity.value in ("error", "warning")
    )
    return {
        "path": own,
        "found": [asdict(each) for each in _shown(look.corpus, look.findings.get(own, ()))],
        "elsewhere": [{"path": path, "times": times} for path, times in sorted(graver.items())],
        "whole": look.is_whole,
    }


def _file(corpus: Corpus, name: str) -> str:
    """The file that a page is made of."""
    those = (entity.mark.path for entity in corpus.entities.values())
    return next((path for path in those if docname_of(path) == name), path_of(name))


def _shown(corpus: Corpus, found: Iterable[Finding]) -> list[Shown]:
    return [
        Shown(
            line=each.mark.line,
            anchor=_anchor(corpus, each),
            severity=each.severity.value,
            rule=each.rule,
            text=each.text,
            help=each.help,
            words=_words(corpus, each),
        )
        for each in sorted(found, key=lambda each: (each.mark.line, each.mark.column))
    ]


def _anchor(corpus: Corpus, finding: Finding) -> str:
    """The place of the statement in which a finding in the ledger stands; a page has lines instead."""
    those = (s for s in corpus.statements.values() if s.mark.path == finding.mark.path)
    above = [(s.mark.line, s.id) for s in those if s.mark.line <= finding.mark.line]
    return max(above)[1].partition("#")[2] if above else ""


def _words(corpus: Corpus, finding: Finding) -> str:
    lines = corpus.documents.get(finding.mark.path, "").split("\n")
    words = lines[finding.mark.line - 1].split() if finding.mark.line <= len(lines) else []
    return " ".join(words[:WORDS]) + (" …" if len(words) > WORDS else "")
