"""Roles that write what follows from the ledger: members on a day, the holder of a post, the day of checking."""

from __future__ import annotations

from datetime import date

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxRole

from kb.core.derive import holders, roll
from kb.core.model import Corpus
from sphinx_kb import nodes as kb_nodes
from sphinx_kb import words
from sphinx_kb.knowledge import corpus_of

logger = logging.getLogger(__name__)
NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()


class Impossible(ValueError):
    """What a role or directive asks for does not exist; the message says why."""


def asked(content: str, corpus: Corpus) -> tuple[str, date]:
    """``league @ 2016-10-14`` as an entity and a day; without a day, today."""
    id, _, day = (part.strip() for part in content.partition("@"))
    if id not in corpus.entities:
        raise Impossible(f"the ledger knows no entity {id!r}")
    return id, on_day(day, f"{id} @ YYYY-MM-DD") if day else corpus.today


def on_day(written: str, form: str = "YYYY-MM-DD") -> date:
    """``2016-10-14`` as a day; ``form`` is what somebody should have written."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise Impossible(f"{written!r} is not a day: write `{form}`") from None


def in_words(number: int) -> str:
    """Small numbers as words."""
    return NUMBERS[number] if number < len(NUMBERS) else f"{number:,}"


class LedgerRole(SphinxRole):
    """Writes nodes made from the corpus, or warns where it cannot."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """What the role writes."""
        try:
            return self.write(corpus_of(self.env)), []
        except Impossible as reason:
            logger.warning("%s: %s", self.name, reason, location=self.get_location())
            return [nodes.Text(self.text)], []

    def write(self, corpus: Corpus) -> list[nodes.Node]:
        """The nodes of this role."""
        raise NotImplementedError


class CountRole(LedgerRole):
    """``{kb:count}`league @ 2016-10-14` ``: how many members, in words."""

    def write(self, corpus: Corpus) -> list[nodes.Node]:
        """A number that links to the roll it counts."""
        body, day = asked(self.text, corpus)
        members = roll(corpus, body, day)
        if not members.possibly:
            raise Impossible(f"the ledger has no roll of {body!r} on {day}")
        said = in_words(len(members.surely))
        if members.possibly != members.surely:
            said = f"{said} to {in_words(len(members.possibly))}"
        made = kb_nodes.link("entity", body, said, "kb-derived")
        names = sorted(corpus.entities[id].label for id in members.possibly if id in corpus.entities)
        made["kbtip"] = (
            f"Counted from the ledger: {corpus.entities[body].label} on {words.day(day)} • {', '.join(names)}"
        )
        return [made]


class Holder(LedgerRole):
    """``{kb:holder}`secretary-general @ 2016-10-14` ``: who held a post."""

    def write(self, corpus: Corpus) -> list[nodes.Node]:
        """The name of the holder, linked to the statement of the tenure."""
        post, day = asked(self.text, corpus)
        found = holders(corpus, post, day)
        if not found:
            raise Impossible(f"the ledger knows nobody who held {post!r} on {day}")
        made: list[nodes.Node] = []
        for tenure in found:
            acting = " (acting)" if tenure.as_ == "acting" else ""
            made += [nodes.Text(" or ")] * bool(made)
            made.append(kb_nodes.link("statement", tenure.id, kb_nodes.said(corpus, tenure) + acting, "kb-derived"))
        return made


class AsOf(LedgerRole):
    """``{kb:asof}`checked` ``: the day up to which the facts were checked."""

    def write(self, corpus: Corpus) -> list[nodes.Node]:
        """The day in words."""
        return [nodes.Text(words.day(corpus.today))]
