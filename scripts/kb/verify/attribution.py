"""Whether a sentence leaves what it tells to its author, or to someone who says so."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kb.core.model import Entity, Source
from kb.core.romanised import spelled
from kb.extract.phrases import stands_in
from kb.lang import en
from kb.verify.claims import Telling, terms
from kb.verify.grounds import Witnesses

_SHORT = 3
"""Longer parts of a name in capitals stand for it: *TASS* for *ITAR-TASS*."""
_ADDRESS = re.compile(r"[\w-]{4,}\.\w{2,4}")
"""An outlet that is called by its address, and in prose without its end: *commonspace.eu*."""


def is_attributed(telling: Telling, witnesses: Witnesses) -> bool:
    """Does the sentence name the author, or say that someone says it?"""
    if telling.citation.role in ("cite:t", "cite:ts") or telling.scope.entities & set(telling.claim.statement.author):
        return True
    source = witnesses.sources.get(telling.citation.key)
    if names_source(telling.text, source) or en.ATTRIBUTED.search(telling.text):
        return True
    return (
        _is_said_by_someone(telling, witnesses.named) or _is_said_by_pronoun(telling, witnesses) or _is_quoted(telling)
    )


def names_source(text: str, source: Source | None) -> bool:
    """Does the text name an author of the source, or who published it?"""
    if source is None:
        return False
    outlets = [source.fields.get(name, "").strip("{}") for name in ("publisher", "journaltitle", "organization")]
    tellers = (*source.authors, *outlets)
    called = [*tellers, *(name.partition(".")[0] for name in tellers if _ADDRESS.fullmatch(name))]
    called += [part for name in tellers for part in name.split("-") if part.isupper() and len(part) > _SHORT]
    if any(stands_in(name, text) or stands_in(name.title(), text) for name in called):
        return True
    return any(spelled(maker.family, text) for maker in source.makers.names if not maker.is_body)


def _is_said_by_someone(telling: Telling, named: Mapping[str, Entity]) -> bool:
    """A person's name, or a name that the ledger does not know, stands before a verb of saying."""
    names = telling.scope.names
    roles = {at: named[name.entity_id].acts_as for name in names for at in range(name.start, name.end)}
    said = ((match.start(1), roles.get(match.start(1))) for match in en.SAID_BY.finditer(telling.text))
    return any(known == "person" or (known is None and at) for at, known in said)


def _is_said_by_pronoun(telling: Telling, witnesses: Witnesses) -> bool:
    """A pronoun that can stand for the author says so: the sentences before name one."""
    found = en.BY_PRONOUN.finditer(telling.text)
    words = [next(word for word in match.groups() if word).lower() for match in found]
    if telling.scope.block.kind != "paragraph":
        return bool(words)
    source, before = witnesses.sources.get(telling.citation.key), telling.before
    work = bool(en.WORKS.search(before))
    named = names_source(before, source) or any(
        witnesses.named[name.entity_id].acts_as == "person" for name in witnesses.finder.find(before)
    )
    if _is_person(source):
        alone = source is not None and len(source.authors) == 1
        fitting = [word for word in words if not (alone and word in ("they", "their", "them", "both"))]
        return any(work if word in ("it", "its") else work or named for word in fitting)
    return bool(words) and (work or named or bool(en.BODIES.search(before)))


def _is_person(source: Source | None) -> bool:
    """Is the source by one who has a family name? A body or a text may be *it*."""
    return source is not None and any(not maker.is_body for maker in source.makers.names)


def _is_quoted(telling: Telling) -> bool:
    """The words of the claim stand between quotation marks and are called words: it is spoken about, not told."""
    quoted = " ".join(telling.text[start:end] for start, end, kind in telling.scope.sentence.masked if kind == "quote")
    whole = telling.terms > 0 and terms(telling.claim, quoted) == telling.terms
    return whole and bool(en.OF_WORDS.search(telling.text))
