"""One statement as a row: what is said, when and of whom, what it rests on, and whether anyone disagrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from kb.core.dates import Date
from kb.core.model import Corpus, Evidence, Judgement, Statement
from sphinx_kb import events, orders, words
from sphinx_kb import nodes as kb_nodes
from sphinx_kb.inferred import inferred
from sphinx_kb.knowledge import knowledge_of
from sphinx_kb.nodes import paragraph, text
from sphinx_kb.withdrawal import why

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

STANCES = {"calls": "calls it so"}


class Teller:
    """Tells statements of one corpus in the page that is being read."""

    def __init__(self, env: BuildEnvironment, document: nodes.document, corpus: Corpus) -> None:
        self.env, self.document, self.corpus = env, document, corpus

    def statement_row(self, statement: Statement, anchor: bool = False, subject: bool = False) -> nodes.row:
        """Property · value · evidence."""
        name = [paragraph(text(kb_nodes.label(self.corpus, statement), "kb-property"))]
        if subject:
            name.insert(0, paragraph(kb_nodes.entity(self.corpus, statement.subject)))
        return kb_nodes.row([name, self._said(statement), self.evidence(statement)], statement.slug if anchor else "")

    def claim_row(self, claim: Statement, anchor: bool = False) -> nodes.row:
        """Author · what is claimed · evidence."""
        who = self._authors(claim)
        return kb_nodes.row(
            [
                [paragraph(*who), paragraph(text(claim.stance or "", "kb-stance"))],
                self._claimed(claim),
                self.evidence(claim),
            ],
            claim.slug if anchor else "",
        )

    def _authors(self, claim: Statement) -> list[nodes.Node]:
        if claim.author:
            return kb_nodes.entities(self.corpus, claim.author)
        keys = dict.fromkeys(evidence.by for evidence in claim.evidence)
        names = [name for key in keys if key in self.corpus.sources for name in self.corpus.sources[key].authors]
        return [nodes.Text(words.listed(list(dict.fromkeys(names))) or "The source")]

    def _claimed(self, claim: Statement) -> list[nodes.Node]:
        made: list[nodes.Node] = [paragraph(*kb_nodes.value(self.corpus, claim))]
        if claim.hedge:
            made.append(paragraph(text(f"hedged: {', '.join(claim.hedge)}", "kb-note")))
        time = words.span(claim)
        if time:
            made.append(paragraph(text(time, "kb-note")))
        return [*made, *self._rest(claim)]

    def _said(self, statement: Statement) -> list[nodes.Node]:
        first = paragraph(*kb_nodes.value(self.corpus, statement))
        time = words.span(statement)
        if time and isinstance(statement.value, str):
            return [first, paragraph(text(time, "kb-note"), *self._tagged(statement)), *self._rest(statement)]
        first += [nodes.Text(f" {time}")] * bool(time)
        first += self._tagged(statement)
        return [first, *self._rest(statement)]

    def _rest(self, statement: Statement) -> list[nodes.Node]:
        return [*self._more(statement), *self.disagreement(statement)]

    def _tagged(self, statement: Statement) -> list[nodes.Node]:
        return [node for tag in self._tags(statement) for node in (nodes.Text(" "), text(tag, "kb-tag"))]

    def _tags(self, statement: Statement) -> list[str]:
        dates = [statement.value, statement.on, statement.from_, statement.until, statement.through, statement.as_of]
        coarse = dict.fromkeys(filter(None, (words.precision(d) for d in dates if isinstance(d, Date))))
        return [
            *([statement.as_.replace("-", " ")] if statement.as_ else []),
            *coarse,
            *["inferred"] * bool(statement.inferred),
            *["planned"] * statement.planned,
        ]

    def _more(self, statement: Statement) -> list[nodes.Node]:
        """The qualifiers that a statement carries beside its value."""
        corpus = self.corpus
        given: list[tuple[str, list[nodes.Node]]] = [
            *events.told(corpus, statement),
            ("by" if isinstance(statement.value, Date) else "who", self._set(statement)),
            ("in", kb_nodes.entities(corpus, statement.where)),
            ("with", kb_nodes.entities(corpus, statement.with_)),
            (
                "articles" if len(statement.articles) > 1 else "article",
                _plain(words.listed([str(n) for n in statement.articles])),
            ),
            ("ordinal", _plain(str(statement.ordinal or ""))),
            ("number", _plain(statement.number or "")),
            *orders.told(corpus, statement),
            ("also names", _plain(", ".join([*map(words.when, statement.dates), *map(words.count, statement.counts)]))),
        ]
        named = (([text(f"{name} ", "kb-note")] * bool(name) + parts) for name, parts in given if parts)
        made: list[nodes.Node] = [paragraph(*parts, classes=["kb-more"]) for parts in named]
        if statement.inferred:
            made.append(paragraph(text("inferred from ", "kb-note"), *inferred(corpus, statement), classes=["kb-more"]))
        if statement.superseded_by:
            newer = kb_nodes.link("statement", _full(statement, statement.superseded_by), statement.superseded_by)
            made.append(paragraph(text("superseded by ", "kb-note"), newer, classes=["kb-more"]))
        if statement.withdrawn:
            made.append(why(statement.withdrawn))
        return made

    def _set(self, statement: Statement) -> list[nodes.Node]:
        made = kb_nodes.entities(self.corpus, statement.who)
        return [*made, text(" (complete list)", "kb-note")] if made and statement.complete else made

    def evidence(self, statement: Statement) -> list[nodes.Node]:
        """Each source with its place, its words, and how they were seen."""
        places: dict[tuple[str, str], list[Evidence]] = {}
        for one in statement.evidence:
            places.setdefault((one.by, one.at), []).append(one)
        return [*map(self._place, places.values())]

    def _place(self, those: list[Evidence]) -> nodes.paragraph:
        line = paragraph(classes=["kb-evidence"])
        for one in those:
            if one.quote:
                line += [kb_nodes.quotation(self.corpus, one), nodes.Text(" ")]
        line += kb_nodes.cited(self.env, self.document, those)
        seen = dict.fromkeys(kb_nodes.how_seen(self.corpus, one) for one in those)
        line += [nodes.Text(" "), text(", ".join(seen), "kb-seen")]
        return line

    def disagreement(self, statement: Statement) -> list[nodes.Node]:
        """What else is said of the same, and what we make of it."""
        others = knowledge_of(self.env).disputes.get(statement.id, ())
        judged = self.corpus.judged.get(statement.id, ())
        made: list[nodes.Node] = [self._judged(statement, judgement) for judgement in judged]
        spoken_of = {id for judgement in judged for id in judgement.statements}
        rest = [id for id in others if id not in spoken_of]
        if rest:
            made.append(
                paragraph(
                    text("†", "kb-mark"), " Other statements differ: ", *self.links(rest), ".", classes=["kb-dispute"]
                )
            )
        return made

    def _judged(self, statement: Statement, judgement: Judgement) -> nodes.paragraph:
        others = [id for id in judgement.statements if id != statement.id]
        if judgement.follow == statement.id:
            verdict, those = " Followed here, over ", others
        elif judgement.follow:
            verdict, those = " Not followed here; we follow ", [judgement.follow]
        else:
            verdict, those = " Left open, beside ", others
        where = kb_nodes.link("judgement", judgement_target(self.corpus, judgement), "why")
        looks = ["kb-dispute", *["kb-settled"] * (judgement.follow == statement.id)]
        return paragraph(text("†", "kb-mark"), verdict, *self.links(those), " (", where, ").", classes=looks)

    def links(self, ids: list[str] | tuple[str, ...]) -> list[nodes.Node]:
        """Statements in plain words, each a link."""
        made: list[nodes.Node] = []
        for id in ids:
            other = self.corpus.statements.get(id)
            said = f"“{kb_nodes.brief(self.corpus, other)}”" if other else id
            made += [nodes.Text("; ")] * bool(made) + [kb_nodes.link("statement", id, said)]
        return made


def judgement_target(corpus: Corpus, judgement: Judgement) -> str:
    """Where a judgement stands: the entity and its number among the judgements there."""
    number = corpus.entities[judgement.entity].judgements.index(judgement) + 1
    return f"{judgement.entity}#judgement-{number}"


def _plain(content: str) -> list[nodes.Node]:
    return [nodes.Text(content)] if content else []


def _full(statement: Statement, slug: str) -> str:
    return slug if "#" in slug else f"{statement.subject}#{slug}"
