"""What is printed is written in letters that the fonts of the PDFs hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from unicodedata import name

from kb.core.finding import Finding, impossible
from kb.core.mark import Mark
from kb.core.model import Count, Entity, Page, Source, Statement
from kb.load.letters import unprintable, unprintable_in

NOT_PRINTED = ("docs/facts/", "docs/contributing/", "docs/rules/")
"""Pages that only the site has; of the ledger's own pages the PDFs tell what other pages take from them."""
QUOTING = "{kb:statements}"
"""The directive by which a page shows the words of sources."""
UNSHOWN = ("keywords", "langid", "abstract", "file")
"""Fields of the bibliography that no reference shows, beside those that begin with ``x-``."""


NAMED = 3
"""How many letters of a text are named."""


def check(entities: Mapping[str, Entity], sources: Mapping[str, Source], pages: tuple[Page, ...]) -> Iterator[Finding]:
    """What is printed is written in letters that the fonts of the PDFs hold."""
    for mark, text, statement in printed(entities, sources, pages):
        letters = unprintable_in(text)
        if letters:
            told = ", ".join(f"{letter!r} ({name(letter, f'U+{ord(letter):04X}')})" for letter in letters[:NAMED])
            more = f" and {len(letters) - NAMED} more" if len(letters) > NAMED else ""
            yield impossible(
                mark,
                f"no font of the PDFs holds {told}{more}",
                "write it in Latin letters; the words of a source may stay as they are in the entities, as `quote`",
                statement=statement,
                seen=tuple(letters),
            )


def printed(
    entities: Mapping[str, Entity], sources: Mapping[str, Source], pages: tuple[Page, ...]
) -> Iterator[tuple[Mark, str, str | None]]:
    """Every text that a PDF may show, a line or a field at a time, with its place and statement."""
    those = [page for page in pages if not page.path.startswith(NOT_PRINTED)]
    for page in those:
        yield from ((mark, text, None) for mark, text in _lines(page))
    for source in sources.values():
        yield from ((mark, text, None) for mark, text in _fields(source))
    shown = {id for page in those if QUOTING in page.source for id in _named(page)}
    for entity in entities.values():
        named = entity.marks.get("names", entity.mark)
        yield from ((named, text, None) for text in (entity.label, entity.short or ""))
        for statement in entity.statements:
            yield from _statement(statement, quoted=bool(shown & {entity.id, statement.id}))
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
