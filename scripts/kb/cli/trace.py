"""`kb trace`: what each stage made of a page, of an entity or of the bibliography, or of one of their lines."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence

from kb.cli.place import CannotRun, corpus_of, root, within
from kb.cli.say import say_all
from kb.core.finding import Finding
from kb.evidence.retrieval import evidence
from kb.load.bibliography import PATH as BIBLIOGRAPHY
from kb.report import trace as told
from kb.run.fixtures import Run
from kb.run.runner import examine
from kb.verify.page import reading

_PLACE = re.compile(r"(.+?)(?::(\d{1,9}))?(?::\d{1,9})?")


def trace(arguments: argparse.Namespace) -> bool:
    """Print what was made of the place, stage by stage."""
    base = root()
    named, line = _parts(arguments.place)
    path = within(base, named).as_posix()
    corpus = corpus_of(base, arguments.today)
    outcome = examine(corpus)
    findings = [each for each in outcome.findings if each.mark.path == path]
    if not say_all(_told(outcome.run, path, line, findings)):
        raise CannotRun(f"nothing that is read stands at {arguments.place}")
    return True


def _parts(place: str) -> tuple[str, int | None]:
    found = _PLACE.fullmatch(place)
    return (found[1], int(found[2]) if found[2] else None) if found else (place, None)


def _told(run: Run, path: str, line: int | None, findings: Sequence[Finding]) -> Iterator[str]:
    corpus = run.corpus
    for page in (page for page in corpus.pages if page.path == path):
        yield from told.page(run.ask(reading, page=page), run.ask(evidence), findings, line)
    for entity in (entity for entity in corpus.entities.values() if entity.mark.path == path):
        yield from told.entity(entity, corpus, findings, line)
    if path == BIBLIOGRAPHY:
        starts = sorted(source.mark.line for source in corpus.sources.values())
        first = max((start for start in starts if line is not None and start <= line), default=None)
        for source in corpus.sources.values():
            if line is None or source.mark.line == first:
                after = next((start for start in starts if start > source.mark.line), None)
                yield from told.source(source, findings, after)
