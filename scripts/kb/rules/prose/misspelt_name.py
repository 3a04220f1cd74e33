"""A word that is nearly a known name is that name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kb.annotate.entities import spellings
from kb.annotate.lexicon import CAPITALISED, Lexicon, page_words
from kb.annotate.spans import AnnotatedSentence
from kb.core.finding import Finding, impossible
from kb.core.model import Entity
from kb.core.model.pages import HARD
from kb.lang.names import NATIONALITIES
from kb.verify.verdict import VerifiedPage

_GIVEN = re.compile(r"([A-ZÀ-Þ][^\W\d_]{2,}) $")


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A word of prose and the name it nearly is."""

    scope: AnnotatedSentence
    start: int
    end: int
    text: str
    meant: str
    entity_id: str


def check(
    reading: VerifiedPage,
    named: Mapping[str, Entity],
    lexicon: Lexicon,
    library_words: frozenset[str],
    given_names: Mapping[str, frozenset[str]],
) -> Iterator[Finding]:
    """A word that is nearly a known name is that name."""
    wrong = misspellings(reading, lexicon, library_words)
    for found in (*wrong, *mixed_names(reading, named, given_names)):
        entity = named[found.entity_id]
        yield impossible(
            found.scope.sentence.place(reading.page.path, found.start),
            f"{found.text!r} is nearly {found.meant!r} ({entity.id})",
            "write the name as the ledger has it; if it is another name, add its entity or the form to `also`",
            compare=(entity.marks.get("names", entity.mark),),
            seen=(found.text, found.meant),
        )


def misspellings(reading: VerifiedPage, lexicon: Lexicon, library_words: frozenset[str]) -> Iterator[Misspelling]:
    """The near misses of a page; a word of the bibliography, or one the page writes in lower case, is none."""
    here = page_words(reading.page.source)
    for scope in reading.scopes:
        for match in CAPITALISED.finditer(scope.sentence.text):
            if (
                match[0] in library_words
                or match[0] in NATIONALITIES
                or _is_covered(scope, match.start())
                or match[0].lower() in here
            ):
                continue
            meant = lexicon.meant(match[0])
            if meant:
                yield Misspelling(scope, match.start(), match.end(), match[0], meant, lexicon.names[meant])


def mixed_names(
    reading: VerifiedPage, named: Mapping[str, Entity], given_names: Mapping[str, frozenset[str]]
) -> Iterator[Misspelling]:
    """A family name behind the given name of another person of the ledger."""
    for scope in reading.scopes:
        for name in scope.names:
            before = _GIVEN.search(scope.sentence.text[: name.start])
            person = named[name.entity_id]
            if person.acts_as != "person" or not before or name.form[:1].islower():
                continue
            others = given_names.get(before[1], frozenset())
            if others and person.id not in others:
                start = before.start()
                text = scope.sentence.text[start : name.end]
                yield Misspelling(scope, start, name.end, text, person.label, person.id)


def given_names(entities: Mapping[str, Entity]) -> dict[str, frozenset[str]]:
    """Every given name with the persons who bear it."""
    found: dict[str, set[str]] = {}
    for entity in entities.values():
        for form in spellings(entity) if entity.acts_as == "person" else ():
            for word in form.split()[:-1]:
                found.setdefault(word, set()).add(entity.id)
    return {word: frozenset(persons) for word, persons in found.items()}


def _is_covered(scope: AnnotatedSentence, at: int) -> bool:
    hard = any(start <= at < end for start, end, kind in scope.sentence.masked if kind in HARD or kind == "quote")
    return hard or any(name.start <= at < name.end for name in scope.names)


FIXTURES = (given_names,)
