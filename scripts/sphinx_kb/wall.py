"""The second wall: whatever was read, only known nodes with known attributes and harmless addresses reach a reader.

The first is the checker, which reads the text of a page. It could misread one; here the page is looked at as it was
parsed, and once more with all links resolved. Nothing is mended: what does not belong stops the build.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.errors import SphinxError
from sphinx_design.shared import PassthroughTextElement
from sphinxcontrib.bibtex.nodes import bibliography

from kb.load.paths import DOWNLOADS
from sphinx_kb.charts.nodes import Picture, PictureMark
from sphinx_kb.day_view import DayView
from sphinx_kb.elements import Details, Disputed, Summary
from sphinx_kb.filtering import TimelineFilter
from sphinx_kb.in_dispute import InDispute
from sphinx_kb.knowledge import DOCS, corpus_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

COMMON = frozenset(
    "ids classes names dupnames backrefs docname translated support_smartquotes xml:space is_div"
    " design_component".split()
)
"""What any node may have; of these only ids and classes are ever written."""
_LINK = "refdoc reftype refexplicit refwarn refdomain reftarget"
NODES: dict[type[nodes.Node], str] = {
    nodes.Text: "",
    nodes.document: "source translation_progress",
    nodes.section: "slug",
    **dict.fromkeys((nodes.title, nodes.paragraph, nodes.block_quote, nodes.attribution), ""),
    **dict.fromkeys((nodes.inline, nodes.emphasis, nodes.strong, nodes.superscript, nodes.subscript), ""),
    nodes.rubric: "level slug",
    nodes.bullet_list: "bullet",
    nodes.enumerated_list: "enumtype prefix suffix start",
    **dict.fromkeys((nodes.list_item, nodes.definition_list, nodes.definition_list_item, nodes.term), ""),
    **dict.fromkeys((nodes.definition, nodes.field_list, nodes.field, nodes.field_name, nodes.field_body), ""),
    **dict.fromkeys((nodes.table, nodes.thead, nodes.tbody, nodes.row, nodes.caption, nodes.legend), ""),
    nodes.tgroup: "cols",
    nodes.colspec: "colwidth stub",
    nodes.entry: "morerows morecols",
    **dict.fromkeys((nodes.note, nodes.tip, nodes.hint, nodes.important, nodes.attention, nodes.caution), ""),
    **dict.fromkeys((nodes.warning, nodes.danger, nodes.admonition, addnodes.seealso), ""),
    **dict.fromkeys((nodes.comment, nodes.transition, nodes.compound, nodes.figure), ""),
    nodes.container: "title asof literal_block",
    nodes.literal: "language",
    nodes.literal_block: "language force linenos highlight_args",
    nodes.image: "uri alt candidates original_uri",
    nodes.reference: "internal refuri refid refname reftitle anchorname iscurrent secnumber id_link kbcards",
    nodes.target: "refid refname",
    nodes.footnote: "auto",
    nodes.footnote_reference: "auto refid refname",
    **dict.fromkeys((nodes.citation, nodes.label), ""),
    nodes.raw: "format",
    **dict.fromkeys((nodes.system_message, nodes.problematic), "level line type source refid"),
    addnodes.pending_xref: f"{_LINK} reftargetid reflocalid kbtip kbothers kbfigure",
    addnodes.download_reference: f"{_LINK} filename",
    addnodes.glossary: "sorted",
    addnodes.index: "entries",
    addnodes.toctree: "parent entries includefiles maxdepth caption rawcaption rawentries glob hidden includehidden"
    " numbered titlesonly toctree",
    addnodes.compact_paragraph: "toctree skip_section_number",
    **dict.fromkeys((addnodes.start_of_file, bibliography, PassthroughTextElement), ""),
    InDispute: "",
    Details: "summary",
    Summary: "",
    Picture: "scene narrow paper alt title",
    PictureMark: "drawn",
    Disputed: "",
    DayView: "days",
    TimelineFilter: "title choices",
}
"""Every node that a page may hold, and the attributes it may have beside the common ones."""
_ALLOWED = {kind: COMMON.union(own.split()) for kind, own in NODES.items()}
LEADING = (nodes.raw, addnodes.toctree, nodes.image, addnodes.download_reference)
"""What is written as it stands, or leads to a file or a page; so does whatever has a ``refuri``."""
BREAKS = frozenset({("html", "<br />\n"), ("latex", "\\\\\n")})
"""How MyST writes a line break; no other raw text may stand in any page."""
WORD = re.compile(r"[\w.-]+")
"""An id or a class: it is written into addresses, labels and selectors as it is."""
ADDRESS = re.compile(r"(?i:https?)://[^\s<>\"`\\\x00-\x1f\x7f]+|(?![/.]*//)(?!/)[\w./%-]*(?:#[\w./%:#-]*)?")
"""Of the web, or within the site."""


class Unsafe(SphinxError):
    """A page holds what no page may hold, and the checker has let it pass: the build ends and names the place."""

    category = "A page holds what must not be built"


def on_read(app: Sphinx, document: nodes.document) -> None:
    """Look at a page as it was parsed, before anybody collects its pictures and files."""
    _look(app.env, document, app.env.docname, parsed=True)


def on_resolved(app: Sphinx, document: nodes.document, docname: str) -> None:
    """Look at a page as it will be written. What a builder has put in for itself no page can bring along."""
    package = type(app.builder).__module__.partition(".")[0]
    _look(app.env, document, docname, parsed=False, own="" if package == "sphinx" else package)


def _look(env: BuildEnvironment, document: nodes.document, docname: str, *, parsed: bool, own: str = "") -> None:
    told = []
    for node in document.findall():
        if type(node) is nodes.Text:  # words have no attributes, and lead nowhere
            continue
        if own and type(node).__module__.partition(".")[0] == own:
            continue
        told += [f"{_place(env, node, docname)}: error: {fault}" for fault in faults(env, node, docname, parsed)]
    if told:
        raise Unsafe("\n".join(dict.fromkeys(told)))


def faults(env: BuildEnvironment, node: nodes.Node, docname: str, parsed: bool) -> Iterator[str]:
    """What does not belong in a page, in words."""
    known = _ALLOWED.get(type(node))
    if known is None:
        yield f"a node {type(node).__name__!r}, against the nodes that pages are made of"
    elif isinstance(node, nodes.Element):
        given = node.attributes
        for name in sorted(name for name in given.keys() - known if given[name] not in (None, "", [])):
            yield f"the attribute {name!r} of {node.tagname!r}, against those that it may have"
        for word in (*given["ids"], *given["classes"], *filter(None, [given.get("refid")])):
            if not _is_word(word):
                yield f"the id or class {word!r}, against letters, digits, dots and hyphens"
        if isinstance(node, LEADING) or "refuri" in given:
            yield from _leading(env, node, docname, parsed)


@lru_cache(maxsize=4096)
def _is_word(word: str) -> bool:
    return WORD.fullmatch(word) is not None


def _leading(env: BuildEnvironment, node: nodes.Element, docname: str, parsed: bool) -> Iterator[str]:
    """What leads out of a page, or is written as it stands."""
    if isinstance(node, nodes.raw) and (node.get("format"), node.astext()) not in BREAKS:
        yield f"raw text {node.astext()[:40]!r} for {node.get('format')!r}, against text of the page"
    if "refuri" in node and not ADDRESS.fullmatch(node["refuri"]):
        yield f"an address {node['refuri'][:80]!r}, against http, https or a page"
    entries: list[tuple[str | None, str]] = node["entries"] if isinstance(node, addnodes.toctree) else []
    for _, target in entries:
        if target not in env.found_docs:
            yield f"an entry {target[:80]!r} of a table of contents, against a page"
    if isinstance(node, nodes.image):
        for path in (node["uri"], *node.get("candidates", {}).values()):
            if not _was_read(env, path, docname if parsed else None):
                yield f"the picture {path[:80]!r}, against pictures that the checker has read"
    if isinstance(node, addnodes.download_reference):
        path = env.relfn2path(node["reftarget"], node.get("refdoc", docname))[0]
        if f"{DOCS}/{path}" not in DOWNLOADS:
            yield f"the file {node['reftarget'][:80]!r} to download, against {', '.join(sorted(DOWNLOADS))}"


def _was_read(env: BuildEnvironment, path: str, docname: str | None) -> bool:
    """Is it a file that the checker has let in? At first its path is told from the page, later from the folder."""
    if docname is not None:
        path = env.relfn2path(path, docname)[0]
    return f"{DOCS}/{path}" in corpus_of(env).files


def _place(env: BuildEnvironment, node: nodes.Node | None, docname: str) -> str:
    while node is not None and node.line is None:
        node = node.parent
    path = f"{DOCS}/{env.doc2path(docname, base=False)}"
    return f"{path}:{node.line}" if node is not None else path
