"""What is printed is written in letters that the fonts of the PDFs hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from unicodedata import name

from kb.core.finding import Finding, impossible
from kb.core.mark import Mark
from kb.core.model import Count, Entity, Page, Source, Statement
from kb.load.letters import unprintable, unprintable_in

NOT_PRINTED = (
    *("docs/contributing/", "docs/facts/", "docs/rules/"),
    *("docs/about/audits", "docs/about/corrections", "docs/about/criteria", "docs/about/errors", "docs/about/method"),
    *("docs/about/planted-errors", "docs/about/sources"),
    *("docs/reference/a-z", "docs/reference/on-this-day", "docs/reference/references"),
)
"""Pages that only the site has; of the ledger's own pages the PDFs tell what other pages take from them."""
QUOTING = "{kb:statements}"
"""The directive by which a page shows the words of sources."""
UNSHOWN = ("keywords", "langid", "abstract", "file")
"""Fields of the bibliography that no reference shows, beside those that begin with ``x-``."""
NAMED = 3
"""How many letters of a text are named."""
Text = tuple[Mark, str, str | None]
"""A text, a line or a field at a time, with its place and its statement."""


def check(
    entities: Mapping[str, Entity],
    shown_in_full: frozenset[str],
    unprintable_on_pages: tuple[Text, ...],
    unprintable_in_sources: tuple[Text, ...],
) -> Iterator[Finding]:
    """What is printed is written in letters that the fonts of the PDFs hold."""
    of_entities = (text for entity in entities.values() for text in _of_entity(entity, shown_in_full))
    for mark, text, statement in (*unprintable_on_pages, *unprintable_in_sources, *_unprintable(of_entities)):
        letters = unprintable_in(text)
        told = ", ".join(f"{letter!r} ({name(letter, f'U+{ord(letter):04X}')})" for letter in letters[:NAMED])
        more = f" and {len(letters) - NAMED} more" if len(letters) > NAMED else ""
        yield impossible(
            mark,
            f"no font of the PDFs holds {told}{more}",
            "write it in Latin letters; the words of a source may stay as they are in the entities, as `quote`",
            statement=statement,
            seen=tuple(letters),
        )


def _unprintable(texts: Iterable[Text]) -> tuple[Text, ...]:
    return tuple(each for each in texts if unprintable_in(each[1]))


def unprintable_on_pages(pages: tuple[Page, ...]) -> tuple[Text, ...]:
    """The lines of pages that the fonts cannot print."""
    return _unprintable((mark, text, None) for page in _printed(pages) for mark, text in _lines(page))


def unprintable_in_sources(sources: Mapping[str, Source]) -> tuple[Text, ...]:
    """The fields of the bibliography that the fonts cannot print."""
    return _unprintable((mark, text, None) for source in sources.values() for mark, text in _fields(source))


def shown_in_full(pages: tuple[Page, ...]) -> frozenset[str]:
    """The entities and statements that a printed page shows with the words of their sources."""
    return frozenset(id for page in _printed(pages) if QUOTING in page.source for id in _named(page))


def _printed(pages: tuple[Page, ...]) -> Iterator[Page]:
    return (page for page in pages if not page.path.startswith(NOT_PRINTED))


def _of_entity(entity: Entity, shown: frozenset[str]) -> Iterator[Text]:
    named = entity.marks.get("names", entity.mark)
    yield from ((named, text, None) for text in (entity.label, entity.short or ""))
    for statement in entity.statements:
        yield from _statement(statement, quoted=entity.id in shown or statement.id in shown)
    for judgement in entity.judgements:
        for field in ("question", "because"):
            yield judgement.marks.get(field, judgement.mark), getattr(judgement, field), None


def _named(page: Page) -> Iterator[str]:
    """What directives and roles name, without what the front matter says the page is about."""
    front = page.source.find("\n---") if page.source.startswith("---") else -1
    last = page.source.count("\n", 0, front) + 1 if front > 0 else 0
    return (each.id for each in page.references if each.mark.line > last)


def _lines(page: Page) -> Iterator[tuple[Mark, str]]:
    """The lines as they were typed, each from its first such letter; then what is typed as ``&#x4e60;``."""
    if not unprintable_in(page.source) and "&" not in page.source:
        return
    told = set()
    for number, line in enumerate(page.source.split("\n"), 1):
        if found := unprintable().search(line):
            told.add(number)
            yield Mark(page.path, number, found.start() + 1), line
    for sentence in (sentence for block in page.blocks for sentence in block.sentences):
        found = unprintable().search(sentence.text)
        if found and (mark := sentence.place(page.path, found.start())).line not in told:
            yield mark, sentence.text


def _fields(source: Source) -> Iterator[tuple[Mark, str]]:
    for field, text in source.fields.items():
        if field not in UNSHOWN and not field.startswith("x-"):
            yield source.marks.get(field, source.mark), text


def _statement(statement: Statement, quoted: bool) -> Iterator[tuple[Mark, str, str]]:
    value = statement.value
    texts: dict[str, Iterable[str]] = {
        "value": [value] if isinstance(value, str) else value.of if isinstance(value, Count) else [],
        "number": [statement.number or ""],
        "inferred": [statement.inferred or ""] if quoted else [],
    }
    for field, those in texts.items():
        yield from ((statement.marks.get(field, statement.mark), text, statement.id) for text in those)
    for evidence in statement.evidence:
        for field in ("at", "quote") if quoted else ("at",):
            yield evidence.marks.get(field, evidence.mark), getattr(evidence, field), statement.id


FIXTURES = (unprintable_on_pages, unprintable_in_sources, shown_in_full)
