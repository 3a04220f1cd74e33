"""The sources for programs that keep references: RIS, and the JSON of the Citation Style Language.

What a format has a field for stands there; all the rest goes along as notes (RIS) or under ``custom`` (CSL).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from kb.core.languages import CODES
from kb.core.model import Corpus, Maker, People, Source

RIS, CSL = "sources.ris", "sources.csl.json"
_RIS_TYPES = {
    "article": "JOUR", "book": "BOOK", "incollection": "CHAP", "inbook": "CHAP", "inproceedings": "CPAPER",
    "techreport": "RPRT", "report": "RPRT", "phdthesis": "THES", "thesis": "THES", "misc": "ELEC", "online": "ELEC",
}  # fmt: skip
_CSL_TYPES = {
    "article": "article-journal", "book": "book", "incollection": "chapter", "inbook": "chapter",
    "inproceedings": "paper-conference", "techreport": "report", "report": "report", "phdthesis": "thesis",
    "thesis": "thesis", "misc": "webpage", "online": "webpage",
}  # fmt: skip
_RIS_TAGS = {
    "title": "TI", "shorttitle": "ST", "journal": "T2", "journaltitle": "T2", "booktitle": "T2", "howpublished": "PB",
    "publisher": "PB", "institution": "PB", "organization": "PB", "year": "PY", "volume": "VL", "number": "IS",
    "chapter": "SE", "pages": "SP", "doi": "DO", "url": "UR", "isbn": "SN", "issn": "SN", "langid": "LA",
    "keywords": "KW", "edition": "ET", "location": "CY", "address": "CY",
}  # fmt: skip
"""One field for each tag, the first that there is; those of dates and names are told in forms of their own."""
_CSL_FIELDS = {
    "title": "title", "shorttitle": "title-short", "journal": "container-title", "journaltitle": "container-title",
    "booktitle": "container-title", "howpublished": "container-title", "publisher": "publisher",
    "institution": "publisher", "organization": "publisher", "volume": "volume", "number": "issue",
    "chapter": "chapter-number", "pages": "page", "doi": "DOI", "url": "URL", "isbn": "ISBN", "issn": "ISSN",
    "keywords": "keyword", "edition": "edition", "location": "publisher-place", "address": "publisher-place",
    "note": "note",
}  # fmt: skip
_NAMED = {"author": ("AU", "author"), "editor": ("A2", "editor")}
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", re.ASCII)


def ris(corpus: Corpus) -> bytes:
    """All sources as RIS."""
    return "".join(f"{tag}  - {text}\r\n" for each in corpus.sources.values() for tag, text in _tags(each)).encode()


def _tags(source: Source) -> Iterator[tuple[str, str]]:
    yield "TY", _RIS_TYPES.get(source.type, "GEN")
    yield "ID", source.key
    told: set[str] = set()
    for role, people in _named(source).items():
        yield from ((_NAMED[role][0], _line(_inverted(each))) for each in people.names)
    used = set()
    for field, tag in _RIS_TAGS.items():
        if source.fields.get(field) and tag not in used:
            yield tag, _line(source.fields[field])
            used.add(tag)
            told.add(field)
    for field, tag in {"date": "DA", "urldate": "Y2"}.items():
        found = _DAY.fullmatch(source.fields.get(field, ""))
        if found:
            yield tag, "/".join((*(part or "" for part in found.groups()), ""))
            told.add(field)
    for field, text in source.fields.items():
        if field not in told and not (field in _NAMED and not source.people[field].others):
            yield "N1", _line(f"{field}: {text}")
    yield "ER", ""


def _named(source: Source) -> dict[str, People]:
    """Authors and editors; where there are neither, the body that made it is its author, as in our references."""
    named = {role: source.people[role] for role in _NAMED if role in source.people}
    return named or ({"author": source.makers} if source.made_by else {})


def _inverted(maker: Maker) -> str:
    """A body is one name; of a person the family name comes first."""
    return ", ".join(filter(None, (maker.family, maker.given, maker.suffix)))


def _line(text: str) -> str:
    """A line of RIS is a field; what a stranger wrote begins no other."""
    return " ".join(text.split())


def csl(corpus: Corpus) -> bytes:
    """All sources as CSL-JSON."""
    items = [_item(each) for each in corpus.sources.values()]
    return (json.dumps(items, ensure_ascii=True, indent=1) + "\n").encode()


def _item(source: Source) -> dict[str, object]:
    item: dict[str, object] = {"id": source.key, "type": _CSL_TYPES.get(source.type, "document")}
    for role, people in _named(source).items():
        item[_NAMED[role][1]] = [*_people(people.names)]
    for field, name in _CSL_FIELDS.items():
        if source.fields.get(field):
            item.setdefault(name, source.fields[field])
    for field, name in {"year": "issued", "date": "issued", "urldate": "accessed"}.items():
        found = _DAY.fullmatch(source.fields.get(field, ""))
        if found:
            item[name] = {"date-parts": [[int(part) for part in found.groups() if part]]}
    language = CODES.get(source.fields.get("langid", ""))
    if language:
        item["language"] = language
    return item | {"custom": {"type": source.type, "rank": source.rank, "fields": dict(source.fields)}}


def _people(names: Iterable[Maker]) -> Iterator[dict[str, str]]:
    for each in names:
        told = {"literal": each.family} if each.is_body else {"family": each.family, "given": each.given}
        yield {name: text for name, text in (told | {"suffix": each.suffix}).items() if text}
