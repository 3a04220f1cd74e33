"""The docutils nodes of which entity pages, tables and timelines are made: links, citations, values, quotations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinxcontrib.bibtex.citation_target import CitationTarget
from sphinxcontrib.bibtex.roles import CitationRef

from kb.core.dates import Date
from kb.core.languages import CODES
from kb.core.model import Corpus, Count, Evidence, Statement
from kb.core.places import joined
from kb.lock.fingerprints import holds
from sphinx_kb import words
from sphinx_kb.sources.domain import cited_in

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

SAID = "kb-said"
"""The class of a link whose words, with those beside it, are all that a card would say."""
_NO_BRACES = str.maketrans("{}", "()")


def text(content: str, *classes: str) -> nodes.inline:
    """Words with a class."""
    return nodes.inline("", content, classes=list(classes))


def paragraph(*parts: nodes.Node | str, classes: Sequence[str] = ()) -> nodes.paragraph:
    """A paragraph of words and nodes."""
    made = nodes.paragraph("", classes=list(classes))
    made += [nodes.Text(part) if isinstance(part, str) else part for part in parts if part]
    return made


def link(kind: str, target: str, content: str | nodes.Node, *classes: str) -> pending_xref:
    """A link to an entity or a statement of the ledger, resolved by the domain."""
    made = pending_xref(
        "", refdomain="kb", reftype=kind, reftarget=target, refexplicit=True, refwarn=True, classes=list(classes)
    )
    made += content if isinstance(content, nodes.Node) else nodes.Text(content)
    return made


def page(env: BuildEnvironment, docname: str, content: nodes.Node) -> pending_xref:
    """A link to a page."""
    return pending_xref(
        "", content, refdomain="std", reftype="doc", refexplicit=True, refwarn=True, reftarget=f"/{docname}",
        refdoc=env.docname,
    )  # fmt: skip


def entity(corpus: Corpus, id: str, short: bool = True) -> nodes.Node:
    """A link to an entity under its short name, or its label."""
    found = corpus.entities.get(id)
    if found is None:
        return nodes.Text(id)
    return link("entity", id, (found.short if short else None) or found.label)


def entities(corpus: Corpus, ids: Iterable[str]) -> list[nodes.Node]:
    """Links to several entities, separated by commas."""
    made: list[nodes.Node] = []
    for id in ids:
        made += [nodes.Text(", ")] * bool(made) + [entity(corpus, id)]
    return made


def cited(env: BuildEnvironment, document: nodes.document, evidence: Iterable[Evidence]) -> nodes.Node:
    """A citation in brackets, as the role ``cite:p`` would make it; each source once, with all its places.

    Of no evidence, which the checker finds, there is nothing to cite.
    """
    places: dict[str, dict[str, None]] = {}
    for one in evidence:
        places.setdefault(one.by, {})[one.at.translate(_NO_BRACES)] = None
    if not places:
        return nodes.Text("")
    those = [CitationTarget(key, "", joined(at)) for key, at in places.items()]
    target = ",".join(f"{one.key}{{{one.post}}}" if one.post else one.key for one in those)
    made = pending_xref(
        target, refdomain="cite", reftype="p", reftarget=target, refexplicit=False, refwarn=True, refdoc=env.docname
    )
    made += nodes.inline("", target)
    document.set_id(made)
    cited_in(env).citation_refs.append(CitationRef(made["ids"][0], env.docname, 0, those))
    return made


def language(corpus: Corpus, evidence: Evidence) -> str:
    """The language a quotation is in: that of its source, else told by its letters."""
    source = corpus.sources.get(evidence.by)
    named = CODES.get(source.fields.get("langid", "").strip().lower()) if source else None
    cyrillic = any("\u0400" <= letter <= "\u04ff" for letter in evidence.quote)
    if named == "en" and cyrillic:
        return "ru"
    return named or ("ru" if cyrillic else "en")


def quotation(corpus: Corpus, evidence: Evidence) -> nodes.inline:
    """The words of the source, in its language."""
    made = text(f"“{evidence.quote}”", "kb-quote")
    made["support_smartquotes"] = False  # the words of a source stay as they are
    spoken = language(corpus, evidence)
    if spoken != "en":
        made["classes"].append(f"language-{spoken}")
    return made


def how_seen(corpus: Corpus, evidence: Evidence) -> str:
    """How much of the source was seen, and whether its words were found in the whole text by machine."""
    if holds(corpus.lock, evidence):
        return "verified against the text"
    return "transcribed, whole text seen" if evidence.seen == "full" else "transcribed, excerpt seen"


def value(corpus: Corpus, statement: Statement) -> list[nodes.Node]:
    """What a statement says its property is."""
    given = statement.value
    if isinstance(given, Date):
        return [text(words.when(given), "kb-value")]
    if isinstance(given, Count):
        return [text(words.count(given), "kb-value")]
    if isinstance(given, str):
        return [nodes.Text(given)]
    return [nodes.inline("", "", *entities(corpus, given), classes=["kb-value"])]


def said(corpus: Corpus, statement: Statement) -> str:
    """The value in plain words."""
    given = statement.value
    if isinstance(given, Date):
        return words.when(given)
    if isinstance(given, Count):
        return words.count(given)
    if isinstance(given, str):
        return given
    return words.listed([corpus.entities[id].label if id in corpus.entities else id for id in given])


def label(corpus: Corpus, statement: Statement) -> str:
    """What an entity page calls the property."""
    declared = corpus.properties.get(statement.property)
    return declared.label if declared else statement.property


def brief(corpus: Corpus, statement: Statement) -> str:
    """A statement in few words, within a page about its subject; a text of ours speaks for itself."""
    if isinstance(statement.value, str):
        return statement.value.rstrip(".")
    return " ".join(filter(None, [label(corpus, statement), said(corpus, statement), words.span(statement)]))


def told(corpus: Corpus, statement: Statement) -> str:
    """A statement as one line of plain words: of whom, what, when."""
    subject = corpus.entities[statement.subject].label if statement.subject in corpus.entities else statement.subject
    return f"{subject}: {brief(corpus, statement)}"


def table(head: Sequence[str], widths: Sequence[int], rows: Iterable[nodes.row], *classes: str) -> nodes.table:
    """A table with a head row."""
    made = nodes.table(classes=list(classes))
    group = nodes.tgroup(cols=len(widths))
    group += [nodes.colspec(colwidth=width) for width in widths]
    group += nodes.thead("", row([[paragraph(title)] for title in head]))
    group += nodes.tbody("", *rows)
    made += group
    return made


def row(cells: Iterable[Sequence[nodes.Node]], id: str = "") -> nodes.row:
    """A row of cells; its id is an anchor."""
    made = nodes.row("", *(nodes.entry("", *cell) for cell in cells))
    if id:
        made["ids"].append(id)
    return made


def bullets(items: Iterable[Sequence[nodes.Node]], *classes: str) -> nodes.bullet_list:
    """A list of items, each made of blocks."""
    return nodes.bullet_list("", *(nodes.list_item("", *item) for item in items), bullet="-", classes=list(classes))


def section(title: str, id: str, *content: nodes.Node) -> nodes.section:
    """A section with a heading and a fixed anchor."""
    return nodes.section("", nodes.title("", title), *content, ids=[id], names=[nodes.fully_normalize_name(title)])
