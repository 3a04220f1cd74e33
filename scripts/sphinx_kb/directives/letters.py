"""Everybody and everything in the ledger by letter, with all other names as pointers to the one it stands under."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from docutils import nodes

from kb.core.dates import Date
from kb.core.derive import tenures
from kb.core.model import Corpus, Entity, Statement
from sphinx_kb import nodes as kb_nodes
from sphinx_kb import words
from sphinx_kb.directives.base import LedgerDirective
from sphinx_kb.directives.tables import begins
from sphinx_kb.knowledge import knowledge_of
from sphinx_kb.nodes import paragraph, section, text

ARTICLE = "the "
SCRIPTS = ("LATIN", "CYRILLIC", "ARMENIAN")
"""Letters stand in this order of scripts; those of any other follow."""


@dataclass(frozen=True)
class Entry:
    """A name in the order of the alphabet; ``language`` is that of a pointer in another language."""

    name: str
    entity: Entity
    is_pointer: bool
    language: str = "en"

    @property
    def letter(self) -> str:
        """The letter that it stands under: without accents, and a sign for what begins with none."""
        first = unicodedata.normalize("NFD", self.name)[:1].upper()
        return first if first.isalpha() else "#"

    @property
    def order(self) -> tuple[int, str, str, bool]:
        """Script, letter, name; an entry before a pointer of the same name."""
        script = unicodedata.name(self.letter, "").partition(" ")[0]
        place = SCRIPTS.index(script) if script in SCRIPTS else len(SCRIPTS)
        return place, self.letter, _plain(self.name), self.is_pointer


class Letters(LedgerDirective):
    """The ledger from A to Z."""

    def write(self, corpus: Corpus) -> list[nodes.Node]:
        """The letters of each script in a row, and a section for each letter."""
        posts = [entity.id for entity in corpus.entities.values() if entity.acts_as == "office"]
        held = [statement for post in posts for statement in tenures(corpus, post)]
        scripts: dict[int, dict[str, list[list[nodes.Node]]]] = {}
        for entry in sorted(entries(corpus.entities.values()), key=lambda entry: entry.order):
            lines = scripts.setdefault(entry.order[0], {}).setdefault(entry.letter, [])
            lines.append([self._line(entry, held)])
        rows = [_row_of(letters) for letters in scripts.values()]
        return [*rows, *(_section(*each) for letters in scripts.values() for each in letters.items())]

    def _line(self, entry: Entry, held: Iterable[Statement]) -> nodes.paragraph:
        """A name with its kind and the first that the ledger tells of it, or with what it is a name of."""
        corpus, entity = self.corpus, entry.entity
        if entry.is_pointer:
            spoken = [f"language-{entry.language}"] if entry.language != "en" else []
            return paragraph(text(entry.name, *spoken), " → ", kb_nodes.link("entity", entity.id, entity.label))
        kind = corpus.kinds[entity.kind].label if entity.kind in corpus.kinds else entity.kind
        told = self._told(entity, held)
        made = paragraph(kb_nodes.link("entity", entity.id, entry.name, "kb-entry"), " ", text(kind, "kb-tag"))
        if told:
            made += [nodes.Text(" "), text(told, "kb-note")]
        return made

    def _told(self, entity: Entity, held: Iterable[Statement]) -> str:
        """The posts that a person held; of all else the first day or figure on which nobody disagrees."""
        posts = [f"{self.corpus.entities[s.subject].label}, {words.span(s)}" for s in held if _names(s, entity.id)]
        if posts:
            return "; ".join(posts)
        dated = [s for s in entity.statements if not isinstance(s.value, str) and self._is_firm(s)]
        if dated:
            return kb_nodes.brief(self.corpus, min(dated, key=lambda s: (not isinstance(s.value, Date), begins(s))))
        return words.plural(len(entity.statements), "statement") if entity.statements else ""

    def _is_firm(self, statement: Statement) -> bool:
        disputed = statement.id in knowledge_of(self.env).disputes
        return not statement.is_claim and not disputed and begins(statement) != date.max


def _names(statement: Statement, id: str) -> bool:
    return isinstance(statement.value, tuple) and id in statement.value


def entries(entities: Iterable[Entity]) -> Iterator[Entry]:
    """An entry for each entity, and a pointer for each further name that stands elsewhere in the alphabet."""
    for entity in entities:
        own = _sorted_as(entity, entity.label)
        yield Entry(own, entity, is_pointer=False)
        seen = [_plain(own)]
        named = [(name.language, _sorted_as(entity, name.text)) for name in entity.names]
        for language, name in (*named, *(("en", _sorted_as(entity, form)) for form in _further(entity))):
            if not any(_is_near(_plain(name), other) for other in seen):
                seen.append(_plain(name))
                yield Entry(name, entity, is_pointer=True, language=language)


def _further(entity: Entity) -> Iterable[str]:
    """Further forms of prose; those of a state are its adjectives."""
    return () if entity.acts_as == "state" else entity.also


def _sorted_as(entity: Entity, name: str) -> str:
    """A person under the family name; all else without its article and with a capital."""
    if entity.acts_as == "person" and " " in name and not name.startswith(ARTICLE):
        first, _, others = name.partition(" ")
        given, _, last = name.rpartition(" ")
        return f"{first}, {others}" if _begins_with_family(entity) else f"{last}, {given}"
    bare = name.removeprefix(ARTICLE)
    return bare[:1].upper() + bare[1:]


def _begins_with_family(person: Entity) -> bool:
    """Does the family name, by which alone a person is also known, come first, as it does in Korean?"""
    return any(name.text == person.label.partition(" ")[0] for name in person.names)


def _is_near(name: str, other: str) -> bool:
    """Would a pointer stand beside what it points to?"""
    return name.startswith(other) or other.startswith(name) or name.partition(",")[0] == other.partition(",")[0]


def _plain(name: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(sign))


def _row_of(letters: Iterable[str]) -> nodes.paragraph:
    """Links to the sections of these letters."""
    made = paragraph(classes=["kb-letters"])
    for letter in letters:
        made += [nodes.reference("", letter, internal=True, refid=_anchor(letter)), nodes.Text(" ")]
    return made


def _section(letter: str, lines: list[list[nodes.Node]]) -> nodes.section:
    return section(letter, _anchor(letter), kb_nodes.bullets(lines, "kb-az"))


def _anchor(letter: str) -> str:
    return f"letter-{ord(letter):x}" if not letter.isascii() or not letter.isalpha() else f"letter-{letter.lower()}"
