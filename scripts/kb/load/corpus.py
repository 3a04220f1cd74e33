"""Reads a repository and assembles the corpus: the one place that opens the content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType

from kb.core.finding import Finding, impossible
from kb.core.mark import Mark
from kb.core.model import Corpus, Entity, Source
from kb.core.model.pages import is_manual
from kb.load import ledger
from kb.load.bibliography import PATH as BIBLIOGRAPHY
from kb.load.bibliography import bibliography
from kb.load.door import Admitted, admit, sift
from kb.load.events import EVENTS
from kb.load.kept import Kept, kept
from kb.load.lockfile import PATH as LOCK
from kb.load.lockfile import lock
from kb.load.naming import NAMES, naming
from kb.load.pages import page
from kb.load.paths import REDIRECTS, FileKind, kind_of
from kb.load.pictures import picture
from kb.load.readings import PATH as READINGS
from kb.load.readings import readings
from kb.load.redirects import redirects
from kb.load.schema import KINDS, PROPERTIES, schema
from kb.load.score import PATH as SCORE
from kb.load.score import score
from kb.load.today import Day
from kb.load.waivers import PATH as WAIVERS
from kb.load.waivers import waivers
from kb.load.words import WORDS, words


def read(root: Path) -> dict[str, bytes]:
    """The files that may be read, by path relative to the repository."""
    return dict(admit(root).files)


def load(root: Path, today: date) -> Corpus:
    """Read and assemble a repository."""
    return assembled(root, admit(root), Day(today))


def assembled(root: Path, admitted: Admitted, day: Day) -> Corpus:
    """Make the corpus of what was let in of a repository, seen from a day; what has not changed is not read again."""
    with kept(root) as held:
        return assemble(admitted.files, day.today, admitted.faults, day.uncommitted, held)


def assemble(
    files: Mapping[str, bytes],
    today: date,
    refused: Sequence[Finding] = (),
    uncommitted: Mapping[str, date] = MappingProxyType({}),
    held: Kept | None = None,
) -> Corpus:
    """Make the corpus of files held in memory, and of what was refused at the door.

    Documents are memoised, so replacing one of them is cheap; ``held`` is what was made of them in the last run.
    """
    held = held or Kept()
    files, faults = sift(files)
    found = [*refused, *faults]
    law = (files.get(KINDS, b""), files.get(PROPERTIES, b""), files.get(EVENTS, b""))
    declared, faults = schema(*law)
    found.extend(faults)
    entities: dict[str, Entity] = {}
    for path in sorted(files):
        if is_entity(path):
            made, faults = held.made(ledger.entity, path, files[path], declared, of=(path, files[path], *law))
            found.extend(faults)
            if made is not None:
                _add(entities, made, found)
    entries = files.get(BIBLIOGRAPHY, b"")
    library = held.made(bibliography, entries, of=(entries,))
    found.extend(library.faults)
    sources: dict[str, Source] = {source.key: source for source in library.sources}
    documents = {
        path: held.made(page, path, files[path], of=(path, files[path])) for path in sorted(files) if is_document(path)
    }
    found.extend(fault for each in documents.values() for fault in each.faults)
    found.extend(
        fault for path in sorted(files) if kind_of(path) is FileKind.PICTURE for fault in picture(path, files[path])
    )
    locked, faults = lock(files.get(LOCK, b""))
    found.extend(faults)
    planted, faults = score(files.get(SCORE, b""))
    found.extend(faults)
    seconded, faults = readings(files.get(READINGS, b""))
    found.extend(faults)
    called, faults = naming(files.get(NAMES, b""))
    found.extend(faults)
    worded, faults = words(files.get(WORDS))
    found.extend(faults)
    moved, faults = redirects(files.get(REDIRECTS, b""))
    found.extend(faults)
    accepted, boilerplate, faults = waivers(files.get(WAIVERS, b""))
    found.extend(faults)
    return Corpus(
        entities=entities,
        properties=declared.properties,
        kinds=declared.kinds,
        sources=sources,
        broken_sources=library.broken,
        pages=tuple(each for path, each in documents.items() if is_page(path)),
        lock=locked,
        boilerplate=boilerplate,
        waivers=accepted,
        today=today,
        faults=tuple(found),
        naming=called,
        words=worded,
        events=declared.events,
        manuals=tuple(each for path, each in documents.items() if is_manual(path)),
        documents={path: each.source for path, each in documents.items()},
        files=frozenset(files),
        uncommitted=uncommitted,
        planted=planted,
        readings=seconded,
        redirects=moved,
    )


def is_entity(path: str) -> bool:
    """Is this file one entity of the ledger?"""
    return kind_of(path) is FileKind.ENTITY


def is_document(path: str) -> bool:
    """Is this file a text for readers under ``docs/``, a page or the manual of a rule?"""
    return kind_of(path) is FileKind.PAGE


def is_page(path: str) -> bool:
    """Is this file a page under ``docs/``? The manual of each rule is none."""
    return is_document(path) and not is_manual(path)


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
