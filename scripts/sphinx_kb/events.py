"""Statements as what happened, told as their properties tell it: «Corvia becomes a member of the League»."""

from __future__ import annotations

import re

from kb.core.model import Corpus, Statement
from sphinx_kb import nodes as kb_nodes
from sphinx_kb import words

_MANY = re.compile(r"\b(?:[Ff]orces|[Ee]xercises)$")
"""Names in the plural, after which it *are*, not *is*."""


def event(corpus: Corpus, statement: Statement) -> str:
    """A statement as something that happened.

    A role goes before what it is held as: «takes office as acting secretary general». Where a property names who
    acts and the statement does not, the sentence ends before it: «The protocol is ratified».
    """
    declared = corpus.properties.get(statement.property)
    if declared is None or not declared.event:
        return (kb_nodes.brief if isinstance(statement.value, str) else kb_nodes.told)(corpus, statement)
    entity = corpus.entities[statement.subject]
    called = entity.short or entity.label
    happened = declared.event.replace("{value}", kb_nodes.said(corpus, statement))
    happened = happened.replace(" by {who}", f" by {_who(corpus, statement)}" if statement.who else "")
    if statement.as_:
        happened = happened.replace("as {subject}", f"as {statement.as_} {called}")
    if _MANY.search(called):
        happened = happened.replace("{subject} is ", f"{called} are ")
    happened = happened.replace("{subject}", called)
    return happened[:1].upper() + happened[1:]


def _who(corpus: Corpus, statement: Statement) -> str:
    return words.listed([corpus.entities[id].label if id in corpus.entities else id for id in statement.who])
