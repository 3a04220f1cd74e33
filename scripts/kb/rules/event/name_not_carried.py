"""A name that no source of the sentence carries does not stand in it, whether the ledger knows it or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kb.annotate.spans import AnnotatedSentence
from kb.core.finding import Finding, doubtful
from kb.core.model import Source
from kb.core.romanised import spelled
from kb.evidence.candidate import Candidate
from kb.extract.phrases import fold
from kb.lang.names import COMMON_CAPITALS, NAME, NATIONALITIES
from kb.verify.grounds import Witnesses
from kb.verify.retold import is_hidden, is_told
from kb.verify.verdict import VerifiedPage

_FORM = 5
"""So many letters at its beginning the forms of a name share."""
_REMEMBERED = 3000
"""So many characters of a page before a sentence: what was named there is known."""
_MAKERS = ("author", "editor", "title", "journaltitle", "organization", "publisher", "howpublished", "note", "location")


@dataclass(frozen=True, slots=True)
class Uncarried:
    """A name of a sentence that stands in nothing behind it."""

    scope: AnnotatedSentence
    start: int
    name: str
    keys: tuple[str, ...]


def check(reading: VerifiedPage, witnesses: Witnesses) -> Iterator[Finding]:
    """A name that no source of the sentence carries does not stand in it, whether the ledger knows it or not."""
    for found in uncarried(reading, witnesses):
        yield doubtful(
            found.scope.sentence.place(reading.page.path, found.start),
            f"{found.name} is named, but nothing that {', '.join(found.keys)} backs has this name",
            "check the name at the cited place; if it is right, put the words that have it into the statement's quote",
            seen=(found.name,),
        )


def uncarried(reading: VerifiedPage, witnesses: Witnesses) -> Iterator[Uncarried]:
    """Every name of a page that stands neither in its sources nor before it on the page."""
    before = ""
    for scope in reading.scopes:
        text = scope.sentence.text
        names = [match for match in NAME.finditer(text) if not _is_plain(match[0], match.start(), text, scope)]
        if names and is_told(scope) and scope.groups:
            keys = tuple(dict.fromkeys(citation.key for citation in scope.citations))
            heard = witnesses.evidence.candidates_elsewhere(scope.citations)
            texts = [before, *_said(heard), *_made(keys, witnesses.sources)] if heard else []
            for match in names if texts else ():
                if not any(_carries(texts, word) for word in match[0].split()):
                    yield Uncarried(scope, match.start(), match[0], keys)
        before = f"{before} {text}"[-_REMEMBERED:]


def _said(heard: tuple[Candidate, ...]) -> Iterator[str]:
    return (text for each in heard for text in (*each.texts, *each.labels))


def _made(keys: tuple[str, ...], sources: Mapping[str, Source]) -> Iterator[str]:
    """Who made the sources, and what they are called."""
    for key in keys:
        fields = sources[key].fields if key in sources else {}
        yield from (key, *(fields[field] for field in _MAKERS if field in fields))


def _is_plain(name: str, start: int, text: str, scope: AnnotatedSentence) -> bool:
    """Is it no name of its own: a known one, the first word of a sentence, an adjective, a month?"""
    first = start == 0 or re.search(r"(?:[.:!?“(|]\W*|[/-])$", text[:start])
    common = all(word in COMMON_CAPITALS or word.rstrip("s") in NATIONALITIES for word in name.split())
    return bool(first) or common or is_hidden(scope, start, start + len(name))


def _carries(texts: list[str], word: str) -> bool:
    """Does a text have the word, or its beginning as another form of it has it: *Turkish* for *Turkey*?"""
    short = fold(word).rstrip("s'’").casefold()
    short = short[:_FORM] if len(short) >= _FORM else f" {short}"
    return any(short in f" {text.casefold()}" for text in texts) or any(spelled(word, text) for text in texts)
