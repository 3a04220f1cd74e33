"""A name that no source of the sentence carries does not stand in it, whether the ledger knows it or not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kb.annotate.spans import AnnotatedSentence
from kb.core.finding import Finding, doubtful
from kb.core.model import Source
from kb.evidence.candidate import Candidate
from kb.extract.phrases import carries
from kb.lang.names import CAPITALS, COMMON_CAPITALS, NAME, NATIONALITIES
from kb.verify.grounds import Witnesses
from kb.verify.retold import is_hidden, is_told
from kb.verify.verdict import VerifiedPage

_PLACED = re.compile(r"\b(?:in|at|to|from|near|visiting|left|reached) $")
"""Before the name of a capital that is a place, and acts for nobody."""
_INITIALS = 3
"""So many initials may stand for a name."""
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
    cited = dict.fromkeys(c.key for scope in reading.scopes for group in scope.groups for c in group)
    before = " ".join(_makers(cited, witnesses.sources))
    for scope in reading.scopes:
        text = scope.sentence.text
        names = [match for match in NAME.finditer(text) if not _is_plain(match[0], match.start(), text, scope)]
        if names and is_told(scope) and scope.groups:
            keys = tuple(dict.fromkeys(citation.key for citation in scope.citations))
            heard = witnesses.evidence.candidates_elsewhere(scope.citations)
            texts = [before, *_said(heard), *_made(keys, witnesses.sources)] if heard else []
            for match in names if texts else ():
                acts = () if _PLACED.search(text[: match.start()]) else CAPITALS.get(match[0], ())
                known = any(carries(texts, word) for word in (*match[0].split(), *acts))
                if not known and not _is_shortened(match[0], texts):
                    yield Uncarried(scope, match.start(), match[0], keys)
        before = f"{before} {text}"[-_REMEMBERED:]


def _said(heard: tuple[Candidate, ...]) -> Iterator[str]:
    return (text for each in heard for text in (*each.texts, *each.labels))


def _made(keys: tuple[str, ...], sources: Mapping[str, Source]) -> Iterator[str]:
    """Who made the sources, and what they are called."""
    for key in keys:
        fields = sources[key].fields if key in sources else {}
        yield from (key, *(fields[field] for field in _MAKERS if field in fields))


def _makers(keys: Iterable[str], sources: Mapping[str, Source]) -> Iterator[str]:
    """Who wrote the sources: whoever is cited on a page may be named all over it."""
    return (author for key in keys if key in sources for author in sources[key].authors)


def _is_shortened(name: str, texts: list[str]) -> bool:
    """Do they have its initials: *RFE/RL* for *Radio Free Europe*?"""
    initials = "".join(word[0] for word in name.split())
    return len(initials) >= _INITIALS and any(initials in text for text in texts)


def _is_plain(name: str, start: int, text: str, scope: AnnotatedSentence) -> bool:
    """Is it no name of its own: a known one, the first word of a sentence, an adjective, a month?"""
    first = start == 0 or re.search(r"(?:[.:!?“(|]\W*|[/-])$", text[:start])
    common = all(word in COMMON_CAPITALS or word.rstrip("s") in NATIONALITIES for word in name.split())
    return bool(first) or common or is_hidden(scope, start, start + len(name))
