"""Makes ``sources.lock``: fingerprints, figures and names of each sentence of the sources whose text is at hand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from kb.annotate.entities import NameFinder, finder
from kb.core.digits import plain
from kb.core.model import Corpus, Evidence, LockedSource, Source
from kb.extract import mentions
from kb.extract.mention import Mention
from kb.extract.phrases import whole
from kb.load.lockfile import VERSION
from kb.lock.sentences import fingerprint, normal, sentences

TEXT = "x-text"
"""The field of ``refs.bib`` that names the file in which a source's whole text is kept, outside the repository."""
_NAME = re.compile(r"\b(?:[A-Z][\w’-]*[a-z]\w*|[A-Z]{2,}s?)(?: (?:(?:of|and|for|the) )?(?:[A-Z][\w’-]*|\([A-Z]+\)))*")
_CAPITALS = re.compile(r"\b[A-Z]{4,}(?: [A-Z]{4,})+\b")
_COMMON = frozenset(
    "After During From However If In Instead Moreover Please Russian-led The These This You Your Following It Edited"
    " Further Non-subscribers".split()
)


def make(corpus: Corpus, texts: Mapping[str, str]) -> bytes:
    """The lock for the given texts, by file name. Raises ``KeyError`` with the name of a text that is missing."""
    wanted = {source.fields[TEXT]: source for source in corpus.sources.values() if TEXT in source.fields}
    known = finder(corpus.entities)
    sources = {source.key: _source(corpus, source, texts[name], known) for name, source in sorted(wanted.items())}
    body = {"version": VERSION, "sources": dict(sorted(sources.items()))}
    return (json.dumps(body, ensure_ascii=False, indent=1) + "\n").encode()


def _source(corpus: Corpus, source: Source, text: str, finder: NameFinder) -> dict[str, object]:
    found = []
    quotes = {normal(e.quote): fingerprint(e.quote) for s in corpus.by_source.get(source.key, ()) for e in s.evidence
              if e.by == source.key and e.quote}  # fmt: skip
    for number, sentence in enumerate(sentences(text), 1):
        found.append(
            {
                "fingerprint": fingerprint(sentence),
                "locator": f"sentence {number}",
                "figures": [_told(figure) for figure in mentions.find(sentence)],
                "names": list(dict.fromkeys(_names(finder, sentence))),
                "quotes": sorted(mark for quote, mark in quotes.items() if whole(quote).search(sentence)),
            }
        )
    return {"fingerprint": fingerprint(text), "sentences": found}


def _told(figure: Mention) -> str:
    value = plain(figure.value) if isinstance(figure.value, float) else str(figure.value)
    return " ".join(part for part in (figure.kind, value, figure.unit if figure.kind == "duration" else "") if part)


def _names(finder: NameFinder, sentence: str) -> Iterator[str]:
    sentence = _CAPITALS.sub(lambda match: match[0].title(), sentence)
    known = finder.find(sentence)
    taken = [(span.start, span.end) for span in known]
    taken += [(figure.start, figure.end) for figure in mentions.find(sentence)]
    for span in known:
        if sentence[span.start].isupper():
            yield sentence[span.start : span.end]
    for match in _NAME.finditer(sentence):
        for start, words in _parts(match):
            end = start + len(words)
            if words not in _COMMON and not any(a < end and start < b for a, b in taken):
                yield words


def _parts(match: re.Match[str]) -> Iterator[tuple[int, str]]:
    """The capitalised words of a run, without a common word that opens the sentence."""
    offset = match.start()
    for words in re.split(r"(?: (?:of|and|for|the) | )", match[0]):
        start = match.string.index(words, offset)
        offset = start + len(words)
        yield start, words.strip("()")


def is_locked(lock: Mapping[str, LockedSource], evidence: Evidence) -> bool:
    """Was the whole text of its source at hand when the lock was made?"""
    return evidence.by in lock


def holds(lock: Mapping[str, LockedSource], evidence: Evidence) -> bool:
    """Does the lock have this quote in one sentence of its source?"""
    mark = fingerprint(evidence.quote)
    return evidence.by in lock and any(mark in sentence.quotes for sentence in lock[evidence.by].sentences)
