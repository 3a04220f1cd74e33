"""The ``kb`` domain: what pages may say of the ledger, and where its links lead."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.util.nodes import make_refnode

from sphinx_kb import directives, roles, tooltips
from sphinx_kb import nodes as kb_nodes
from sphinx_kb.elements import Disputed
from sphinx_kb.knowledge import Knowledge
from sphinx_kb.sources import shelves
from sphinx_kb.weak import weaknesses

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from docutils.nodes import Element
    from docutils.parsers.rst import Directive
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment
    from sphinx.roles import XRefRole
    from sphinx.util.typing import RoleFunction

LEDGER = "facts/index"
FACTS = "facts/"


def also(ids: Iterable[str]) -> str:
    """A short name for several statements, by which a link names the further cards that it opens."""
    return hashlib.sha256(" ".join(ids).encode()).hexdigest()[:8]


class KbDomain(Knowledge):
    """What a build knows, with the roles and directives that say it."""

    roles: ClassVar[dict[str, RoleFunction | XRefRole]] = {
        "count": roles.CountRole(),
        "holder": roles.Holder(),
        "asof": roles.AsOf(),
    }
    directives: ClassVar[dict[str, type[Directive]]] = {**directives.ALL}

    def clear_doc(self, docname: str) -> None:
        """Forget a page that is read again, or has gone."""
        self.indexes.discard(docname)
        self.counting.discard(docname)
        self.terms.pop(docname, None)

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process has read; the corpus is the same in all."""
        self.indexes.update(otherdata["indexes"] & set(docnames))
        self.counting.update(otherdata["counting"] & set(docnames))
        self.terms.update({name: found for name, found in otherdata["terms"].items() if name in docnames})

    def resolve_any_xref(
        self, env: BuildEnvironment, fromdocname: str, builder: Builder, target: str, node: pending_xref,
        contnode: Element,
    ) -> list[tuple[str, nodes.reference]]:  # fmt: skip
        """Plain Markdown links never mean the ledger."""
        return []

    def resolve_xref(
        self, env: BuildEnvironment, fromdocname: str, builder: Builder, typ: str, target: str, node: pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:  # fmt: skip
        """A link to an entity, a statement, a judgement, a source or a part of the ledger's index."""
        id, _, slug = target.partition("#")
        if typ == "source":
            docname, anchor = shelves.places(self.corpus).get(target, ""), shelves.anchor(target)
        else:
            docname, anchor = (LEDGER, target) if typ == "ledger" else (f"{FACTS}{id}", slug)
        if docname not in env.all_docs:
            return None
        made = make_refnode(builder, fromdocname, docname, anchor, contnode, node.get("kbtip"))
        made["classes"] += node["classes"]
        if kb_nodes.SAID in node["classes"]:
            return made
        others = node.get("kbothers", ())
        made["kbcards"] = [target, *others] if typ == "statement" or others else []
        if typ == "statement" and target in self.corpus.statements:
            self._vouch(env, builder, target, made)
            if node.get("kbfigure") and builder.format == "typst":
                made["classes"] += weaknesses(self.corpus, contnode.astext(), (target, *others))
        if others:
            made["classes"].append(f"kb-also-{also(others)}")
        if made.get("reftitle"):
            made["classes"].append("kb-tip")
        return made

    def _vouch(self, env: BuildEnvironment, builder: Builder, id: str, made: nodes.reference) -> None:
        """Tell what the statement rests on; mark a figure that is in doubt."""
        made["reftitle"] = tooltips.tooltip(self.corpus, self.corpus.statements[id])
        if "kb-agreed" in made["classes"] and id in self.doubted:
            made["classes"] += ["kb-disputed", *["kb-settled"] * tooltips.is_settled(self.corpus, id, self.doubted)]
            if builder.format == "html":
                made += Disputed()
