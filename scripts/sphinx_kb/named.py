"""Where statements about others name an entity: each below its own, or where they are very many on a page beside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from docutils import nodes

from kb.core.derive import entities as named_in
from kb.core.model import Corpus, Entity, Statement
from sphinx_kb import nodes as kb_nodes
from sphinx_kb.nodes import paragraph, section, text
from sphinx_kb.words import plural

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

FOLDER = "facts/named/"
"""Where such pages stand, each under the id of its entity."""
MANY = 100
"""Of more statements than these the page of the entity lists only about whom they are."""


@lru_cache(maxsize=2)
def naming(corpus: Corpus) -> Mapping[str, list[Statement]]:
    """For each entity the statements about others that name it, in the order of the ledger."""
    found: dict[str, list[Statement]] = {}
    for statement in corpus.statements.values():
        for id in (named_in(statement) - {statement.subject}) & corpus.entities.keys():
            found.setdefault(id, []).append(statement)
    return found


def often_named(corpus: Corpus) -> tuple[str, ...]:
    """The ids of those that have a page of their own for this."""
    return tuple(id for id, statements in naming(corpus).items() if len(statements) > MANY)


def below(env: BuildEnvironment, corpus: Corpus, entity: Entity) -> Iterator[nodes.Node]:
    """What stands on the page of the entity: nothing where nobody names it."""
    found = _by_subject(corpus, entity)
    statements = [statement for those in found.values() for statement in those]
    if len(statements) > MANY:
        told = f"{len(statements):,} statements about {plural(len(found), 'other')} name it. "
        every = kb_nodes.page(env, f"{FOLDER}{entity.id}", nodes.inline("", "Each of them"))
        subjects = sorted(found, key=lambda id: (-len(found[id]), corpus.entities[id].label))
        yield section(
            "Named in other statements", "kb-named", paragraph(told, every, "."), _counted(corpus, found, subjects)
        )
    elif statements:
        lines = ([_line(corpus, statement, kb_nodes.entity(corpus, statement.subject))] for statement in statements)
        yield section("Named in other statements", "kb-named", kb_nodes.bullets(lines, "kb-named"))


def page(corpus: Corpus, entity: Entity) -> nodes.section:
    """The page of its own: every statement below its subject."""
    found = _by_subject(corpus, entity)
    title = f"Where the ledger names {entity.label}"
    lead = paragraph(
        "What is said of ", kb_nodes.link("entity", entity.id, entity.label), " itself stands on its own page."
    )
    items = (
        _all_of(corpus, id, found[id]) for id in sorted(found, key=lambda id: corpus.entities[id].label.casefold())
    )
    return section(title, f"named-{entity.id}", lead, kb_nodes.bullets(items, "kb-named"))


def _by_subject(corpus: Corpus, entity: Entity) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for statement in naming(corpus).get(entity.id, ()):
        found.setdefault(statement.subject, []).append(statement)
    return found


def _counted(corpus: Corpus, found: dict[str, list[Statement]], subjects: Sequence[str]) -> nodes.paragraph:
    line = paragraph(classes=["kb-counted"])
    for place, id in enumerate(subjects):
        line += [nodes.Text(" · ")] * bool(place)
        line += [kb_nodes.entity(corpus, id, short=False), text(f" {len(found[id])}", "kb-note")]
    return line


def _all_of(corpus: Corpus, id: str, statements: Iterable[Statement]) -> list[nodes.Node]:
    subject = paragraph(kb_nodes.entity(corpus, id, short=False))
    return [subject, kb_nodes.bullets([_line(corpus, statement)] for statement in statements)]


def _line(corpus: Corpus, statement: Statement, *subject: nodes.Node) -> nodes.paragraph:
    line = paragraph(*subject, *[nodes.Text(": ")] * bool(subject))
    line += kb_nodes.link("statement", statement.id, kb_nodes.brief(corpus, statement), kb_nodes.SAID)
    return line
