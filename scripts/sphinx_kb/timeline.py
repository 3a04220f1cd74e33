"""By what a timeline is filtered: of which kind a statement's subject is, and who acts in it."""

from __future__ import annotations

from kb.core.model import Corpus, Statement

ACTING = frozenset({"state", "organisation", "person"})
"""The parts of those that act wherever a statement is about them; others act where an event says so."""


def kind(corpus: Corpus, statement: Statement) -> str:
    """The kind of its subject."""
    return corpus.entities[statement.subject].kind


def actors(corpus: Corpus, statement: Statement) -> tuple[str, ...]:
    """Who does something by its events, and of those whom it is about or of whom it is said, those who can act."""
    value = statement.value if isinstance(statement.value, tuple) else ()
    told = [statement.subject, *value, *statement.who]
    acting = [id for id in told if id in corpus.entities and _acts(corpus, id)]
    doing = [id for each in statement.events for id in each.agent if id in corpus.entities]
    return tuple(dict.fromkeys((*doing, *acting)))


def names(corpus: Corpus, statement: Statement) -> list[str]:
    """The same as classes, by which the script finds what a reader chose."""
    return [f"kb-kind-{kind(corpus, statement)}", *(f"kb-who-{id}" for id in actors(corpus, statement))]


def _acts(corpus: Corpus, id: str) -> bool:
    return corpus.kinds[corpus.entities[id].kind].acts_as in ACTING
