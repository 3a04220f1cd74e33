"""The ``kb`` domain: what pages may say of the ledger, and where its links lead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.domains import Domain
from sphinx.util.nodes import make_refnode

from sphinx_kb import directives, roles, tips
from sphinx_kb.elements import Disputed

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from docutils.nodes import Element
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from kb.core.model import Corpus

LEDGER = "facts/index"
FACTS = "facts/"


class KbDomain(Domain):
    """Holds the corpus of the build; between builds only the pages that list the rules are remembered."""

    name = "kb"
    label = "Knowledge base"
    roles: ClassVar[dict[str, Any]] = {
        "count": roles.Count(),
        "holder": roles.Holder(),
        "asof": roles.AsOf(),
    }
    directives: ClassVar[dict[str, Any]] = directives.ALL
    initial_data: ClassVar[dict[str, Any]] = {"indexes": set()}
    data_version = 1
    corpus: Corpus
    files: dict[str, str]

    @property
    def indexes(self) -> set[str]:
        """The pages that list the rules."""
        return self.data["indexes"]

    def clear_doc(self, docname: str) -> None:
        """Forget a page that is read again, or has gone."""
        self.indexes.discard(docname)

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process has read; the corpus is the same in all."""
        self.indexes.update(otherdata["indexes"] & set(docnames))

    def resolve_any_xref(self, *_: Any) -> list[tuple[str, Element]]:
        """Plain Markdown links never mean the ledger."""
        return []

    def resolve_xref(
        self, env: BuildEnvironment, fromdocname: str, builder: Builder, typ: str, target: str, node: pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:  # fmt: skip
        """A link to an entity, a statement, a judgement or a part of the ledger's index."""
        id, _, slug = target.partition("#")
        docname, anchor = (LEDGER, target) if typ == "ledger" else (f"{FACTS}{id}", slug)
        if docname not in env.all_docs:
            return None
        made = make_refnode(builder, fromdocname, docname, anchor, contnode, node.get("kbtip"))
        made["classes"] += node["classes"]
        if typ == "statement" and target in self.corpus.statements:
            self._vouch(env, builder, target, made)
        if made.get("reftitle"):
            made["classes"].append("kb-tip")
        return made

    def _vouch(self, env: BuildEnvironment, builder: Builder, id: str, made: nodes.reference) -> None:
        """Tell what the statement rests on; mark a figure that is disputed."""
        made["reftitle"] = tips.tip(env, self.corpus, self.corpus.statements[id])
        if "kb-agreed" in made["classes"] and tips.is_disputed(self.corpus, id):
            made["classes"] += ["kb-disputed", *["kb-settled"] * tips.is_settled(self.corpus, id)]
            if builder.format == "html":
                made += Disputed()
