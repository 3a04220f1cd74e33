"""A ledger file as a document: ``docs/facts/treaty.yaml`` is the page ``facts/treaty``, told from the corpus."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from babel import Locale
from docutils import nodes
from sphinx.parsers import Parser

from kb.core.model import Corpus, Entity, Statement
from kb.core.provisions import is_primary, provisions
from sphinx_kb import named
from sphinx_kb import nodes as kb_nodes
from sphinx_kb.evidence import Teller
from sphinx_kb.judged import fold
from sphinx_kb.knowledge import corpus_of, knowledge_of
from sphinx_kb.nodes import paragraph, section, text
from sphinx_kb.words import plural

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

LANGUAGE_NAMES = Locale("en").languages
"""What a language is called, by its code."""
OF = " in the ledger"
"""Behind the name in a title, for a page to read may be called by the name alone."""
HEAD = ("What", "Value", "On what it rests")
WIDTHS = (16, 42, 42)


class EntityParser(Parser):
    """Sphinx asks for a document; the corpus, not the text, is what it is told from."""

    supported = ("ledger",)

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Fill the document with the entity of that file."""
        del inputstring  # read long ago, with the place of every value, by kb.load
        env: BuildEnvironment = document.settings.env
        corpus = corpus_of(env)
        entity = corpus.entities[env.docname.rpartition("/")[2]]
        env.metadata[env.docname]["orphan"] = ""  # the ledger's own index lists it; the sidebar would not end
        if env.docname.startswith(named.FOLDER):
            document += named.page(corpus, entity)
            return
        slugs = {statement.slug: (None, statement.slug, "") for statement in entity.statements}
        env.metadata[env.docname]["myst_slugs"] = slugs  # here MyST looks for the place that a link leads to
        document += EntityPage(env, document, corpus, entity).whole()


class EntityPage:
    """All that the ledger says of one entity, and where else it is named."""

    def __init__(self, env: BuildEnvironment, document: nodes.document, corpus: Corpus, entity: Entity) -> None:
        self.corpus, self.entity = corpus, entity
        self.teller = Teller(env, document, corpus)

    def whole(self) -> nodes.section:
        """The page."""
        title = nodes.title("", self.entity.label, text(OF, "kb-of"))
        page = nodes.section("", title, ids=[self.entity.id], names=[nodes.fully_normalize_name(self.entity.label)])
        page["classes"].append("kb-entity")
        page += self._card()
        plain = [s for s in self.entity.statements if not s.is_claim]
        claims = [s for s in self.entity.statements if s.is_claim]
        if plain:
            page += section("Statements", "kb-statements", self._statements(plain))
        if claims:
            page += section("What authors claim", "kb-claims", self._claims(claims))
        if self.entity.judgements:
            page += section("Where statements disagree", "kb-judgements", *self._judgements())
        elsewhere = [*named.below(self.teller.env, self.corpus, self.entity)]
        page += elsewhere
        if not self.entity.statements and not elsewhere:
            page += paragraph("The ledger names it and says nothing of it yet.")
        return page

    def _card(self) -> nodes.Node:
        """Names, ids, and what it is part of."""
        fields = nodes.field_list(classes=["kb-card"])
        for name, content in self._lines():
            fields += nodes.field("", nodes.field_name("", name), nodes.field_body("", paragraph(*content)))
        return fields

    def _lines(self) -> Iterable[tuple[str, list[nodes.Node]]]:
        entity, corpus = self.entity, self.corpus
        for code in dict.fromkeys(name.language for name in entity.names):
            names = [name.text for name in entity.names if name.language == code]
            others = names[1:] if code == "en" else names
            if others:
                spoken = [f"language-{code}"] if code != "en" and code in LANGUAGE_NAMES else []
                made = text(" · ".join(others), *spoken)
                yield ("Also called" if code == "en" else LANGUAGE_NAMES.get(code, code)), [made]
        if entity.part_of:
            yield "Part of", kb_nodes.entities(corpus, entity.part_of)
        parts = [other.id for other in corpus.entities.values() if entity.id in other.part_of]
        if parts:
            yield "Parts", kb_nodes.entities(corpus, parts)
        provided = knowledge_of(self.teller.env).run.ask(provisions).get(entity.id, ())
        if provided:
            yield "What it provides", [nodes.Text(_told_by_text(provided, corpus))]
        if entity.stands_for:
            yield "Stands for", kb_nodes.entities(corpus, [entity.stands_for])
        for name, id in entity.ids.items():
            yield name.capitalize(), [text(id)]
        yield "Id", [nodes.literal("", entity.id)]

    def _statements(self, statements: list[Statement]) -> nodes.table:
        rows = [self.teller.statement_row(statement, anchor=True) for statement in statements]
        return kb_nodes.table(HEAD, WIDTHS, rows, "kb-table")

    def _claims(self, claims: list[Statement]) -> nodes.table:
        rows = [self.teller.claim_row(claim, anchor=True) for claim in claims]
        return kb_nodes.table(("Who", "Claim", "On what it rests"), WIDTHS, rows, "kb-table", "kb-claims")

    def _judgements(self) -> Iterable[nodes.Node]:
        for number, judgement in enumerate(self.entity.judgements, 1):
            yield fold(self.teller, judgement, [f"judgement-{number}"])


def _told_by_text(provided: Sequence[Statement], corpus: Corpus) -> str:
    """How much of what an instrument provides was seen in its text, or in another primary source."""
    primary = sum(is_primary(statement, corpus.sources) for statement in provided)
    return f"{primary:,} of {plural(len(provided), 'statement')} rest on its text or another primary source"
