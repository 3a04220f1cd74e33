"""Citations of a brief: a number and the place in the source, and a list of references that tells every place cited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinxcontrib.bibtex.citation_target import CitationTarget, parse_citation_targets

if TYPE_CHECKING:
    from sphinx_typst.builder import TypstBuilder


def number_citations(builder: TypstBuilder, tree: nodes.document) -> None:
    """Replace the citations of a page by numbers in order of appearance, and append the list they lead to."""
    if "cite" not in builder.env.domains:
        return
    known = {citation.key: citation for citation in builder.env.get_domain("cite").citations}
    cited: dict[str, dict[str, None]] = {}
    for node in list(tree.findall(lambda n: isinstance(n, pending_xref) and n.get("refdomain") == "cite")):
        targets = [target for target in parse_citation_targets(node["reftarget"]) if target.key in known]
        for target in targets:
            cited.setdefault(target.key, {}).update(dict.fromkeys(target.post.split(", ") if target.post else ()))
        numbers = {key: number for number, key in enumerate(cited, 1)}
        node.replace_self(_citation(node["reftype"], targets, numbers, known))
    if cited:
        _append(tree, _references(builder, cited, known))


def _citation(style: str, targets: list[CitationTarget], numbers: dict[str, int], known: dict[str, Any]) -> nodes.Node:
    """``[3, ¶ 1; 5]``, with the author before it where the sentence names him by the citation."""
    made = nodes.inline(classes=["cited"])
    if style == "t" and targets:
        made += nodes.Text(f"{known[targets[0].key].formatted_entry.label} ")
    made += nodes.Text("[")
    for place, target in enumerate(targets):
        made += nodes.Text("; " if place else "")
        number = str(numbers[target.key])
        made += nodes.reference("", number, internal=True, refid=_id(numbers[target.key]))
        made += nodes.Text(f", {target.post}" if target.post else "")
    made += nodes.Text("]")
    return made


def _id(number: int) -> str:
    return f"source-{number}"


def _references(builder: TypstBuilder, cited: dict[str, dict[str, None]], known: dict[str, Any]) -> nodes.section:
    section = nodes.section("", nodes.title("", "References"), ids=["references"], classes=["references"])
    domain = builder.env.get_domain("cite")
    for number, (key, places) in enumerate(cited.items(), 1):
        entry = nodes.citation("", nodes.label("", str(number)), ids=[_id(number)])
        paragraph = domain.backend.paragraph(known[key].formatted_entry)
        if places:
            paragraph += nodes.inline("", f" Cited: {', '.join(places)}.", classes=["places"])
        entry += paragraph
        section += entry
    return section


def _append(tree: nodes.document, section: nodes.section) -> None:
    top = next(iter(tree.findall(nodes.section)), tree)
    top += section
