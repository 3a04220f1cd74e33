"""Reads a repository and assembles the corpus: the one place that opens the content."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path, PurePosixPath

from kb.finding import Finding, impossible
from kb.load import ledger
from kb.load.bibliography import PATH as BIBLIOGRAPHY
from kb.load.bibliography import bibliography
from kb.load.lockfile import PATH as LOCK
from kb.load.lockfile import lock
from kb.load.naming import NAMES, naming
from kb.load.pages import page
from kb.load.schema import KINDS, PROPERTIES, schema
from kb.load.waivers import PATH as WAIVERS
from kb.load.waivers import waivers
from kb.mark import Mark
from kb.model import Corpus, Entity, Source
from kb.model.pages import is_manual

FACTS = "docs/facts"


def read(root: Path) -> dict[str, bytes]:
    """The files that matter, by path relative to the repository. Links that lead out of it are not followed."""
    found = {}
    inside = root.resolve()
    paths = [root / BIBLIOGRAPHY, *sorted((root / "docs").rglob("*"))]
    for path in paths:
        relative = path.relative_to(root).as_posix()
        if not path.is_file() or not _matters(relative):
            continue
        if path.resolve().is_relative_to(inside):
            found[relative] = path.read_bytes()
    return found


def _matters(path: str) -> bool:
    parts = PurePosixPath(path).parts
    if any(part.startswith(("_", ".")) for part in parts):
        return False
    return path in (BIBLIOGRAPHY, LOCK) or path.endswith(".md") or (path.startswith(FACTS) and path.endswith(".yaml"))


def load(root: Path, today: date) -> Corpus:
    """Read and assemble a repository."""
    return assemble(read(root), today)


def assemble(files: Mapping[str, bytes], today: date) -> Corpus:
    """Make the corpus of files held in memory. Documents are memoised, so replacing one of them is cheap."""
    declared, faults = schema(files.get(KINDS, b""), files.get(PROPERTIES, b""))
    found = list(faults)
    entities: dict[str, Entity] = {}
    for path in sorted(files):
        if is_entity(path):
            made, faults = ledger.entity(path, files[path], declared)
            found.extend(faults)
            if made is not None:
                _add(entities, made, found)
    listed, faults = bibliography(files.get(BIBLIOGRAPHY, b""))
    found.extend(faults)
    sources: dict[str, Source] = {source.key: source for source in listed}
    pages = tuple(page(path, files[path]) for path in sorted(files) if is_page(path))
    found.extend(fault for each in pages for fault in each.faults if fault.rule != "raw-markup")
    locked, faults = lock(files.get(LOCK, b""))
    found.extend(faults)
    called, faults = naming(files.get(NAMES, b""))
    found.extend(faults)
    accepted, boilerplate, faults = waivers(files.get(WAIVERS, b""))
    found.extend(faults)
    return Corpus(
        entities=entities,
        properties=declared.properties,
        kinds=declared.kinds,
        sources=sources,
        pages=pages,
        lock=locked,
        boilerplate=boilerplate,
        waivers=accepted,
        today=today,
        faults=tuple(found),
        naming=called,
    )


@cache
def is_entity(path: str) -> bool:
    """Is this file one entity of the ledger?"""
    here = PurePosixPath(path)
    return here.parent.as_posix() == FACTS and here.suffix == ".yaml" and path != WAIVERS


def is_page(path: str) -> bool:
    """Is this file a page under ``docs/``? The manual of each rule is none."""
    return path.startswith("docs/") and path.endswith(".md") and not is_manual(path)


def _add(entities: dict[str, Entity], made: Entity, found: list[Finding]) -> None:
    other = entities.get(made.id)
    if other is not None:
        found.append(_twice(made.marks.get("id", made.mark), f"the entity {made.id!r}", other.mark))
        return
    entities[made.id] = made
    seen: dict[str, object] = {}
    for statement in made.statements:
        if statement.id in seen:
            first = next(s.mark for s in made.statements if s.id == statement.id)
            found.append(_twice(statement.mark, f"{statement.id!r}", first))
        seen[statement.id] = statement


def _twice(mark: Mark, what: str, other: Mark) -> Finding:
    return impossible(
        mark, f"{what} stands twice", "give one of them its own id", compare=(other,), rule="duplicate-id"
    )
