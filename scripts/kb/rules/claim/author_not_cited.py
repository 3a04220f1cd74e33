"""Who is quoted as saying something is among those who are cited for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from kb.annotate.spans import AnnotatedSentence, Group
from kb.core.finding import Finding, doubtful
from kb.core.model import Source
from kb.extract.phrases import stands_in
from kb.lang import en
from kb.verify.grounds import Witnesses
from kb.verify.verdict import VerifiedPage


@dataclass(frozen=True, slots=True)
class Misattributed:
    """An author who is quoted where nothing of theirs is cited; ``start`` is where the name stands."""

    scope: AnnotatedSentence
    start: int
    author: str
    cited: Group


class Sayings:
    """Finds authors before a verb of saying, or whose view it is; knows any number of authors at one cost."""

    def __init__(self, authors: Iterable[str]) -> None:
        self._authors = sorted(authors)
        self._search = AhoCorasick(self._authors) if self._authors else None

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """Where an author is said to say something, and who; the longest name at each place."""
        found = self._search.find_matches_as_indexes(text, overlapping=True) if self._search else []
        behind = 0
        for start, end, number in sorted((start, -end, number) for number, start, end in found):
            is_word = not start or not (text[start - 1].isalnum() or text[start - 1] == "_")
            said = en.SAID_BEHIND.match(text, -end) if is_word and start >= behind else None
            if said:
                behind = said.end()
                yield start, self._authors[number]


def check(reading: VerifiedPage, witnesses: Witnesses, sayings: Sayings) -> Iterator[Finding]:
    """Who is quoted as saying something is among those who are cited for it."""
    for found in misattributed(reading, witnesses, sayings):
        keys = " and ".join(dict.fromkeys(citation.key for citation in found.cited))
        yield doubtful(
            found.scope.sentence.place(reading.page.path, found.start),
            f"{found.author} is said to say so, but {keys} is neither by nor about {found.author}",
            "cite the work of theirs that says it, or the report that quotes them; or name who does say it",
            seen=(found.author, keys),
        )


def sayings(sources: Mapping[str, Source]) -> Sayings:
    """The authors of the bibliography."""
    return Sayings({author for source in sources.values() for author in source.authors if _is_name(author)})


def _is_name(author: str) -> bool:
    return len(author) > 2 and author[0].isupper() and not en.NAME_OF_A_BODY.search(author)


def misattributed(reading: VerifiedPage, witnesses: Witnesses, sayings: Sayings) -> Iterator[Misattributed]:
    """Every author who is said to say something in a sentence that cites, or takes over, only works of others."""
    for scope in reading.scopes:
        if scope.block.is_headline:
            continue
        said = list(sayings.find(scope.sentence.text))
        for start, author in said:
            cited = scope.cited(start)
            if not cited or _is_quoted(start, scope) or (len(said) > 1 and not scope.groups):
                continue
            if not _is_behind(author, cited, witnesses):
                yield Misattributed(scope, start, author, cited)


def _is_behind(author: str, cited: Group, witnesses: Witnesses) -> bool:
    """Did the author write one of the cited works, or do they speak of the author?"""
    spoken = [name for c in cited if c.key in witnesses.sources for name in witnesses.sources[c.key].authors]
    if not spoken or any(stands_in(author, name) or stands_in(name, author) or not name.isascii() for name in spoken):
        return True
    candidates = witnesses.evidence.heard(cited)
    named = {span.entity_id for span in witnesses.finder.find(author)}
    return any(
        named & candidate.mentions or any(stands_in(author, text) for text in candidate.texts)
        for candidate in candidates
    )


def _is_quoted(at: int, scope: AnnotatedSentence) -> bool:
    return any(start <= at < end for start, end, _ in scope.sentence.masked)


FIXTURES = (sayings,)
