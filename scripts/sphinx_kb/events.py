"""Statements as what happened, told as their properties tell it: «Corvia becomes a member of the League»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docutils import nodes

from kb.core.model import Corpus, Event, Statement
from kb.query.sentences import UNNAMED, parts, sentence
from sphinx_kb import nodes as kb_nodes
from sphinx_kb import words

LONG = 100
"""From so many characters on, the words of a record are long for a row of a timeline."""
KEPT = 0.7
"""So much of the length of a record's words, at least, has a sentence that says as much."""
_MANY = re.compile(r"\b(?:[Ff]orces|[Ee]xercises)$")
"""Names in the plural, after which it *are*, not *is*."""
_POINTS_BACK = re.compile(r"(?:It|Its|They|Their|He|His|She|Her|This|Both)\b")
"""Words that are clear on the page of their entity, and nowhere else."""


def event(corpus: Corpus, statement: Statement) -> str:
    """A statement as something that happened.

    A role goes before what it is held as: «takes office as acting secretary general». Where a property names who
    acts and the statement does not, the sentence ends before it: «The protocol is ratified». A record is told in its
    own words or, where that reads better, in the sentence of its event: see :func:`recorded`.
    """
    declared = corpus.properties.get(statement.property)
    if declared is None or not declared.event:
        return recorded(corpus, statement) if isinstance(statement.value, str) else kb_nodes.told(corpus, statement)
    entity = corpus.entities[statement.subject]
    called = entity.called
    happened = declared.event.replace("{value}", kb_nodes.said(corpus, statement))
    happened = happened.replace(" by {who}", f" by {_who(corpus, statement)}" if statement.who else "")
    if statement.as_:
        happened = happened.replace("as {subject}", f"as {statement.as_} {called}")
    if _MANY.search(called):
        happened = happened.replace("{subject} is ", f"{called} are ")
    happened = happened.replace("{subject}", called)
    return happened[:1].upper() + happened[1:]


def recorded(corpus: Corpus, statement: Statement) -> str:
    """A record in the words of its statement, or in the sentence of its event.

    The sentence is chosen where it says as much and the words read worse in a row: they point back to a subject that
    stands on another page («It held its nineteenth session»), or they are ``LONG`` and the sentence is shorter. It
    says as much if there is one event, and no other beside it; if somebody or something is named that acts, comes
    about or is acted on; if it is no speech or rule, and nothing that somebody only reported, of which the words tell
    more; and if it is no shorter than most (``KEPT``) of the words. In all else the words stand as they are, which
    are short and tell how it was.
    """
    said = kb_nodes.brief(corpus, statement)
    if len(statement.events) != 1:
        return said
    (only,) = statement.events
    made = sentence(corpus, only)
    if not (only.agent or only.theme) or made.startswith(UNNAMED) or not _is_whole(corpus, only):
        return said
    if len(made) < KEPT * len(said) or _POINTS_BACK.match(made):
        return said
    is_long = len(said) >= LONG and len(made) < len(said) and corpus.events[only.type].family != "holds"
    return made if is_long or _POINTS_BACK.match(said) else said


def _is_whole(corpus: Corpus, only: Event) -> bool:
    """Has its sentence a place for everybody who is named, and is it about what was done or came about?"""
    declared = corpus.events.get(only.type)
    if declared is None or declared.family in ("says", "provides") or only.modality == "reported":
        return False
    return all(f"{{{role}}}" in declared.sentence for role, fillers in only.roles.items() if fillers)


def told(corpus: Corpus, statement: Statement) -> Iterator[tuple[str, list[nodes.Node]]]:
    """What its fields say happened, each event with a word for its line: «event», then «further»."""
    for n, each in enumerate(statement.events):
        yield ("further" if n else "event"), [_sentence(corpus, each), *_marks(each)]
    if statement.free:
        yield "no event", [nodes.Text(statement.free)]


def _sentence(corpus: Corpus, each: Event) -> nodes.inline:
    made = nodes.inline("", "", classes=["kb-event"])
    for part in parts(corpus, each):
        made += kb_nodes.link("entity", part.id, part.text) if part.id else nodes.Text(part.text)
    return made


def _marks(each: Event) -> Iterator[nodes.Node]:
    """Whether it happened and how far, in words of their own, for whoever only looks over a page."""
    for mark in filter(None, ("not" if each.negated else "", each.modality)):
        yield from (nodes.Text(" "), kb_nodes.text(mark, "kb-tag"))


def _who(corpus: Corpus, statement: Statement) -> str:
    return words.listed([corpus.entities[id].label if id in corpus.entities else id for id in statement.who])
