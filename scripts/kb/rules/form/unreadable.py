"""Every file can be read: UTF-8, not empty, plain YAML or BibTeX."""

from collections.abc import Iterator

from kb.finding import Finding, impossible
from kb.mark import Mark
from kb.model import Corpus

BIBLIOGRAPHY = "refs.bib"


def check(corpus: Corpus) -> Iterator[Finding]:
    """Every file can be read: UTF-8, not empty, plain YAML or BibTeX."""
    faults = [fault for fault in corpus.faults if fault.rule == "unreadable"]
    yield from faults
    resting = sum(bool(statement.evidence) for statement in corpus.statements.values())
    if resting and not corpus.sources and all(fault.mark.path != BIBLIOGRAPHY for fault in faults):
        yield impossible(
            Mark(BIBLIOGRAPHY),
            f"{BIBLIOGRAPHY} holds no source, against {resting:,} statements that rest on one",
            "put the file back where it was",
        )
