"""What is cited speaks of what the sentence says and names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kb.annotate.entities import spellings
from kb.annotate.spans import AnnotatedSentence, EntitySpan, Group
from kb.core.dates import Date
from kb.core.finding import Finding, doubtful
from kb.core.model import Citation, Entity, Sentence, Source
from kb.evidence.candidate import Candidate
from kb.evidence.index import EvidenceIndex
from kb.extract.durations import Reach, weigh
from kb.extract.phrases import carries, stands_in, whole
from kb.lang import en
from kb.lang.stems import stems
from kb.verify.grounds import Witnesses
from kb.verify.verdict import Outcome, VerifiedPage


@dataclass(frozen=True, slots=True)
class Unsupporting:
    """A citation that says nothing of the sentence; ``none`` if the ledger has nothing from the source at all."""

    scope: AnnotatedSentence
    citation: Citation
    none: bool


_KIN = re.compile(r"['’]s? (?:\w+ )?(?:successor|predecessor)\b")
"""Behind a name that only says who somebody else is."""
_MISSING = re.compile(r"(?: itself)? (?:is|was|were|had been) (?:absent|missing|not among)\b")
"""Behind whoever is not on the list that is cited."""
_SHORT = 8
"""So many words a sentence has that says no more than what the next one tells."""
_PLACED = re.compile(r"\b(?:in|at|to|from) (?:the )?$")
_ASIDE = re.compile(
    r"\b(?:former|once|formerly|ex-|post-|(?:in|took) (?:the )?place of|instead of|rather than|unlike|but for|without"
    r"|not)"
    r"(?: [\w,]+){0,3} $"
)
_ABSENT = re.compile(
    r"\b(?:not|no|nothing|none|nor)\b.*\b(?:found|seen)\b|\bfound (?:no|none|nothing)\b", re.IGNORECASE
)
"""What was looked for is named all the more where no source speaks of it."""
_MEDIUM = re.compile(
    r"(?:['’]s?|n)? (?:own |state |news |foreign )*(?:embassy|channel|agency|newspaper|paper|television|broadcaster"
    r"|daily|weekly|site|outlet|magazine|portal|press|radio|media|journalists?|reporters?)\b"
)
_ADJECTIVE = re.compile(r"[A-Z][a-z]+")
_IN = re.compile(r"\bin (?:[A-Z]\w+(?:,| and| or) )*$")
_SPOKEN = re.compile(r"(?:$|[.,;:)]| (?:and|or) [A-Z])")
_WRITTEN = re.compile(
    r" (?:(?:and|or) [A-Z]\w+ )?(?:texts?|wordings?|translations?|versions?|originals?|titles?|languages?)\b"
)
ANY = ""
"""Stands for all sources, where persons are looked up by source."""
_BODIES = ("author", "organization", "howpublished", "journal", "journaltitle")


@dataclass(frozen=True, slots=True)
class Strange:
    """A person or place that none of the cited sources speaks of."""

    scope: AnnotatedSentence
    name: EntitySpan
    citations: Group


def check(
    reading: VerifiedPage, witnesses: Witnesses, persons_by_source: Mapping[str, frozenset[str]]
) -> Iterator[Finding]:
    """What is cited speaks of what the sentence says and names."""
    for found in unsupporting(reading, witnesses):
        cited = found.citation
        where = f"{cited.key} ({cited.locator})" if cited.locator else cited.key
        text = f"no statement rests on {cited.key}" if found.none else f"nothing that {where} backs speaks of this"
        yield doubtful(
            cited.mark,
            text,
            "cite the source that says it, or record in the ledger what this one says",
            seen=(cited.key, cited.locator),
        )
    for stranger in strange(reading, witnesses, persons_by_source):
        keys = ", ".join(dict.fromkeys(citation.key for citation in stranger.citations))
        yield doubtful(
            stranger.scope.sentence.place(reading.page.path, stranger.name.start),
            f"{stranger.name.form} is named, but nothing that {keys} backs speaks of {stranger.name.form}",
            "check the name at the cited place; if it is right, cite what names it, or add it to the statement",
            seen=(stranger.name.form,),
        )


def unsupporting(reading: VerifiedPage, witnesses: Witnesses) -> Iterator[Unsupporting]:
    """Every citation of a page that backs nothing of its sentence; a source needs to speak at one of its places."""
    heard = witnesses.evidence
    sound = reading.with_outcome(Outcome.SUPPORTED, Outcome.COMPUTED)
    backed = {(f.scope.sentence, s) for f in sound for s in f.statements}
    articles = _articles(reading)
    for scope in reading.scopes:
        said = articles.get(scope.sentence, set())
        for group in scope.groups:
            speaks = {
                citation
                for citation in group
                for candidate in heard.at(citation.key, citation.locator)
                if (scope.sentence, candidate.id) in backed or _speaks(candidate, scope, reading, witnesses.named)
            }
            speaking = {citation.key for citation in speaks}
            speaking |= {c.key for c in group if _counts_from(c, scope, reading, heard)}
            speaking |= {
                c.key for c in group if any(stands_in(a, scope.sentence.text) for a in _wrote(c, witnesses.sources))
            }
            for citation in group:
                if not heard.places(citation.key) and citation.key in witnesses.sources:
                    yield Unsupporting(scope, citation, True)
                elif heard.at(citation.key, citation.locator) and (
                    citation.key not in speaking
                    or _tells_of_others(heard.heard(c for c in group if c.key == citation.key), said)
                    or (citation not in speaks and _tells_of_others(heard.heard((citation,)), said))
                ):
                    yield Unsupporting(scope, citation, False)


def _articles(reading: VerifiedPage) -> dict[Sentence, set[object]]:
    """The articles that each sentence names."""
    found: dict[Sentence, set[object]] = {}
    for article in (f for f in reading.figures if f.figure.kind == "article"):
        found.setdefault(article.scope.sentence, set()).add(article.figure.value)
    return found


def _tells_of_others(candidates: Sequence[Candidate], said: set[object]) -> bool:
    """Do all tell of articles, and none of an article that the sentence names?"""
    return bool(said) and all(
        (told := {*candidate.figures.articles, *(value for kind, value, _ in candidate.worded if kind == "article")})
        and not told & said
        for candidate in candidates
    )


def _counts_from(citation: Citation, scope: AnnotatedSentence, reading: VerifiedPage, heard: EvidenceIndex) -> bool:
    """Does a length of time in the sentence run from or to a date that the place has?"""
    lasting = [f.figure for f in reading.lasting if f.scope is scope]
    if not lasting:
        return False
    own = [date for candidate in heard.at(citation.key, citation.locator) for date in candidate.figures.dates]
    around = [end for f in reading.figures if f.scope.block is scope.block for end in _ends(f.figure.value)]
    around += [date for candidate in heard.heard(scope.citations) for date in candidate.figures.dates]
    return any(weigh(figure, (*own, *around), own) is Reach.RIGHT for figure in lasting if own)


def _ends(value: object) -> tuple[Date, ...]:
    return value.ends if isinstance(value, Date) else ()


def _wrote(citation: Citation, sources: Mapping[str, Source]) -> tuple[str, ...]:
    """The authors of the cited source: a sentence that names one speaks of it."""
    source = sources.get(citation.key)
    return tuple(author for author in source.authors if author) if source else ()


def _speaks(candidate: Candidate, scope: AnnotatedSentence, reading: VerifiedPage, named: Mapping[str, Entity]) -> bool:
    """Does the statement share two words with the sentence, or one and something that both name?"""
    shared = len(candidate.shared(scope.sentence.text))
    if shared >= min(2, len(stems(scope.sentence.text, candidate.common))):
        return True
    meant = {stood for id in scope.entities if id in named and (stood := named[id].stands_for)}
    specific = candidate.mentions & ((scope.entities | meant) - reading.about)
    return len(specific) > 1 or (
        shared == 1 and bool(specific or candidate.entities & (scope.entities | scope.carried))
    )


def strange(
    reading: VerifiedPage, witnesses: Witnesses, persons_by_source: Mapping[str, frozenset[str]]
) -> Iterator[Strange]:
    """Every person and place that a sentence names, and of which no cited source speaks."""
    heard, entities = witnesses.evidence, witnesses.named
    cited = _by_section(reading)
    for scope in reading.scopes:
        if scope.entities <= reading.about:
            continue
        heading = scope.block.kind == "heading" and scope.block.section > 1
        around = cited[scope.block.section] if heading else cited[0]
        citations = scope.citations or around
        candidates = (*_behind(scope, citations, heard), *_opens(scope, reading.scopes, heard))
        known = _mentioned(candidates, entities) | reading.about
        here = _mentioned(heard.heard(citations), entities) | reading.about
        known |= _authors(scope.citations and (citations if scope.groups else around), persons_by_source)
        for name in scope.names if candidates else ():
            about = here if entities[name.entity_id].acts_as == "state" else known
            far = name.entity_id not in about and entities[name.entity_id].stands_for not in about
            if not far or not _asserts(name, scope, witnesses):
                continue
            if _has_office(name, scope) or not _is_worded(entities[name.entity_id], candidates):
                yield Strange(scope, name, citations)


def _has_office(name: EntitySpan, scope: AnnotatedSentence) -> bool:
    """Is it the state of an office or a ministry: *the president of Corvia*, *Corvia's defence ministry*?"""
    text = scope.sentence.text
    return bool(en.OFFICE_OF.search(text[: name.start]) or en.OFFICE_BEHIND.match(text[name.end :]))


def _is_worded(entity: Entity, candidates: Sequence[Candidate]) -> bool:
    """Does its name, of a person the family name, stand in words behind the sentence, whatever their language?"""
    if entity.acts_as not in ("state", "place", "person"):
        return False
    texts = [text for candidate in candidates for text in (*candidate.texts, *candidate.labels)]
    names = (form.split()[-1:] if entity.acts_as == "person" else form.split() for form in spellings(entity))
    return any(all(carries(texts, word) for word in words) for words in names)


def _mentioned(candidates: Sequence[Candidate], entities: Mapping[str, Entity]) -> frozenset[str]:
    """What the statements name; who names a capital may mean its state."""
    named = frozenset().union(*(candidate.mentions for candidate in candidates))
    return named | {state for id in named if id in entities and (state := entities[id].stands_for)}


def _by_section(reading: VerifiedPage) -> Mapping[int, Group]:
    """The citations of each section; those of the page under 0."""
    found: dict[int, list[Citation]] = defaultdict(list)
    for scope in reading.scopes:
        for citation in (c for group in scope.groups for c in group):
            found[0].append(citation)
            found[scope.block.section].append(citation)
    return defaultdict(tuple, {section: tuple(citations) for section, citations in found.items()})


def _behind(scope: AnnotatedSentence, citations: Group, heard: EvidenceIndex) -> tuple[Candidate, ...]:
    """What stands behind a sentence: all of the sources it cites, or only the place that it takes over."""
    inherits = bool(scope.inherited) and not scope.groups
    return heard.heard(citations) if inherits else heard.candidates_elsewhere(citations)


def _opens(scope: AnnotatedSentence, every: Sequence[AnnotatedSentence], heard: EvidenceIndex) -> tuple[Candidate, ...]:
    """What the next sentence of the paragraph is cited for, where one of a few words only opens it."""
    if scope.groups or len(scope.sentence.text.split()) > _SHORT:
        return ()
    behind = [each for each in every if each.block is scope.block and each.sentence.mark > scope.sentence.mark]
    return heard.candidates_elsewhere(behind[0].citations) if behind and behind[0].groups else ()


def _is_aside(name: EntitySpan, scope: AnnotatedSentence, entities: Mapping[str, Entity]) -> bool:
    """Does it only say whence someone comes, what once was, or whom a list leaves out?"""
    head = scope.sentence.text[: name.start]
    persons = [n for n in scope.names if entities[n.entity_id].acts_as == "person" and n.end < name.start]
    return bool(_ASIDE.search(head)) or any(head[n.end :] in (" of ", " from ") for n in persons)


def _asserts(name: EntitySpan, scope: AnnotatedSentence, witnesses: Witnesses) -> bool:
    """Persons always, states in a list, places after in, at, to, from: ``Moscow said`` is no place.

    A sentence that takes over a citation asserts all that it names: most often it has lost a citation of its own.
    """
    entities = witnesses.named
    role = entities[name.entity_id].acts_as
    if scope.block.is_headline or not scope.citations:
        return role == "person"
    if _is_absent(name, scope) or _is_language(name, scope, entities) or _is_of_source(name, scope, witnesses.sources):
        return False
    if _KIN.match(scope.sentence.text, name.end) or (role == "state" and _MISSING.match(scope.sentence.text, name.end)):
        return False
    if not scope.groups or role == "person":
        return True
    if role == "state":
        return not _is_aside(name, scope, entities)
    head, tail = scope.sentence.text[: name.start], scope.sentence.text[name.end :]
    return role == "place" and bool(_PLACED.search(head) or en.SPEAKS.match(tail))


def _is_absent(name: EntitySpan, scope: AnnotatedSentence) -> bool:
    """Does it stand behind the last citation, in words on what was looked for and not found?"""
    start = scope.groups[-1][-1].at if scope.groups else 0
    return name.start >= start and bool(_ABSENT.search(scope.sentence.text[start:]))


def _is_language(name: EntitySpan, scope: AnnotatedSentence, entities: Mapping[str, Entity]) -> bool:
    """Is ``Russian`` what a text is written in? The other form of a state is its adjective: *in Russia* is a place."""
    entity = entities[name.entity_id]
    if entity.acts_as != "state" or name.form not in entity.also or not _ADJECTIVE.fullmatch(name.form):
        return False
    head, tail = scope.sentence.text[: name.start], scope.sentence.text[name.end :]
    return bool(_IN.search(head) and _SPOKEN.match(tail)) or bool(_WRITTEN.match(tail))


def _is_of_source(name: EntitySpan, scope: AnnotatedSentence, sources: Mapping[str, Source]) -> bool:
    """Is it said of a cited author or medium, or within its name: *Corvia's embassy*, *Russia in Global Affairs*?"""
    if _MEDIUM.match(scope.sentence.text[name.end :]):
        return True
    cited = [sources[c.key].fields for c in scope.citations if c.key in sources]
    bodies = {fields[field].strip("{}") for fields in cited for field in _BODIES if field in fields}
    longer = (whole(body) for body in bodies if len(body) > name.end - name.start)
    at = (match for body in longer for match in body.finditer(scope.sentence.text))
    return any(match.start() <= name.start and name.end <= match.end() for match in at)


def _authors(citations: Group, persons_by_source: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Persons of the ledger who wrote what is cited; where nothing is cited, who wrote any source."""
    keys = [citation.key for citation in citations] if citations else [ANY]
    return frozenset().union(*(persons_by_source.get(key, frozenset()) for key in keys))


def persons_by_source(entities: Mapping[str, Entity], sources: Mapping[str, Source]) -> Mapping[str, frozenset[str]]:
    """The persons of the ledger among the authors of each source, and under ``ANY`` of all of them."""
    by_word: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities.values():
        for word in entity.label.split() if entity.acts_as == "person" else ():
            by_word[word].append(entity)
    found: dict[str, frozenset[str]] = {}
    for source in sources.values():
        likely = ((author, who) for author in source.authors for who in by_word.get((author.split() or [""])[-1], ()))
        found[source.key] = frozenset(who.id for author, who in likely if stands_in(author, who.label))
    return {**found, ANY: frozenset().union(*found.values())}


FIXTURES = (persons_by_source,)
