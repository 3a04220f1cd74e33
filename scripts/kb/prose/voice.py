"""Whether a sentence that tells a claim leaves it to its author and keeps its hedge."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.model import Citation, Corpus
from kb.prose.agreement import Reading
from kb.prose.scope import Scope
from kb.prose.testimony import Witness, testimony
from kb.prose.verdict import Outcome
from kb.prose.words import stems

_SAYING = (
    "accord account add argu ask assess believ call characteri cite claim conclud consider content count credit"
    " describ divid doubt estimat expect expla find found give held hold insist judg look maintain observ opinion"
    " point portray put read recall regard repl report said saw say speak spoke stress suggest tell think thought"
    " told trac treat view voic want warn writ wrot"
).split()
_VERB = rf"(?:(?:{'|'.join(_SAYING)})\w*|see[sn]?|note[sd]?|name[sd]?)\b"
_SPEAKERS = (
    "he she it they who both one others? some analysts scholars study studies review book chapter article note paper"
    " authors? journal agency newspaper report minister president ministry officials? leaders law"
).split()
_VIEWS = "view account judgement opinion reading words telling note report".split()
_ATTRIBUTES = re.compile(
    rf"\baccording to\b|\b(?:in|by|on|to) (?:his|her|its|their|\w+['’]s?) (?:\w+ )?(?:{'|'.join(_VIEWS)})\b"
    rf"|\b(?:{'|'.join(_SPEAKERS)})\b[^.]{{0,40}}\b{_VERB}",
    re.IGNORECASE,
)
_SAID_BY = re.compile(
    r"([A-ZÀ-Þ][\w’'-]+)(?: (?:and|&) [A-ZÀ-Þ][\w’'-]+)?(?:, [^,.]{0,60},)?(?:['’]s)?(?: [a-z]+){0,2}? " + _VERB
)
_HEDGING = "appear seem apparent broadly practically perhaps probabl likely unlikely tend suggest".split()
_HEDGE = re.compile(
    rf"\b(?:(?:{'|'.join(_HEDGING)})|(?:may|might|can be|looks?|in practice|in effect)\b)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence that tells a claim, at a citation of the claim's place."""

    scope: Scope
    citation: Citation
    claim: Witness
    terms: int

    @property
    def text(self) -> str:
        """The sentence."""
        return self.scope.sentence.text


def tellings(reading: Reading, corpus: Corpus) -> Iterator[Telling]:
    """Every sentence of a page that tells a claim in prose; plain statements of the same place may carry it instead."""
    heard = testimony(corpus)
    agreed = _agreed(reading)
    for scope in reading.scopes:
        if scope.block.kind in ("heading", "front-matter", "term", "header-row"):
            continue
        told: dict[str, Telling] = {}
        for citation in (c for group in scope.groups for c in group):
            there = heard.at(citation.key, citation.locator)
            for telling in _told(scope, citation, there, agreed.get(id(scope.sentence), frozenset()), reading):
                told.setdefault(telling.claim.id, telling)
        yield from told.values()


def _told(
    scope: Scope, citation: Citation, there: tuple[Witness, ...], agreed: frozenset[str], reading: Reading
) -> Iterator[Telling]:
    claims = [(terms(witness, scope.sentence.text), witness) for witness in there if witness.statement.is_claim]
    most = max((n for n, _ in claims), default=0)
    plain = [w for w in there if not w.statement.is_claim]
    carried = any(w.id in agreed or _tells(w, scope, reading.about) for w in plain)
    for n, claim in claims:
        if n < most or (n < 2 and n < len(claim.statement.terms) and carried):
            continue
        yield Telling(scope, citation, claim, n)


def _tells(witness: Witness, scope: Scope, about: frozenset[str]) -> bool:
    """Does a plain statement carry the sentence: by what it names, or by its words?"""
    shared = witness.stems & stems(scope.sentence.text)
    return len(shared) >= 3 or (bool(witness.entities & (scope.entities - about)) and len(shared) >= 1)


def _agreed(reading: Reading) -> dict[int, frozenset[str]]:
    found: dict[int, set[str]] = {}
    for read in reading.with_outcome(Outcome.AGREED):
        found.setdefault(id(read.scope.sentence), set()).update(read.statements)
    return {sentence: frozenset(ids) for sentence, ids in found.items()}


def terms(claim: Witness, text: str) -> int:
    """How many of the words by which a claim is known stand in the sentence."""
    low = text.casefold()
    return sum(term.casefold() in low for term in claim.statement.terms)


def is_attributed(telling: Telling, corpus: Corpus) -> bool:
    """Does the sentence name the author, or say that someone says it?"""
    if telling.citation.role in ("cite:t", "cite:ts") or telling.scope.entities & set(telling.claim.statement.author):
        return True
    source = corpus.sources.get(telling.citation.key)
    authors = source.authors if source else ()
    if any(author and author in telling.text for author in authors):
        return True
    outlets = [source.fields.get(name, "") for name in ("publisher", "journaltitle", "organization")] if source else []
    if any(outlet and outlet.strip("{}") in telling.text for outlet in outlets):
        return True
    return bool(_ATTRIBUTES.search(telling.text)) or _is_said_by_someone(telling, corpus) or _is_quoted(telling)


def _is_said_by_someone(telling: Telling, corpus: Corpus) -> bool:
    """A person's name, or a name that the ledger does not know, stands before a verb of saying."""
    kinds = {name.start: corpus.entities[name.entity_id].kind for name in telling.scope.names}
    covered = {at for name in telling.scope.names for at in range(name.start, name.end)}
    for match in _SAID_BY.finditer(telling.text):
        known = kinds.get(match.start(1))
        if known == "person" or (known is None and match.start(1) and match.start(1) not in covered):
            return True
    return False


def _is_quoted(telling: Telling) -> bool:
    """The words of the claim stand between quotation marks: it is spoken about, not told."""
    quoted = " ".join(telling.text[start:end] for start, end, kind in telling.scope.sentence.masked if kind == "quote")
    return telling.terms > 0 and terms(telling.claim, quoted) == telling.terms


def is_hedged(telling: Telling) -> bool:
    """Does the sentence keep a word that hedges the claim, or another that does the same?"""
    low = telling.text.casefold()
    hedges = telling.claim.statement.hedge
    return not hedges or any(word.casefold() in low for word in hedges) or bool(_HEDGE.search(low))
