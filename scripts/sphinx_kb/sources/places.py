"""One source cited at several places in one group is one citation with all its places."""

from __future__ import annotations

from sphinx.addnodes import pending_xref
from sphinx.transforms import SphinxTransform
from sphinxcontrib.bibtex.citation_target import CitationTarget, parse_citation_targets

from kb.core.places import joined


class OneSourceOnce(SphinxTransform):
    """``A{¶ 3},A{¶ 1}`` becomes ``A{¶ 1; ¶ 3}``; otherwise all but the last place would be lost."""

    default_priority = 500

    def apply(self, **_: object) -> None:
        """Rewrite every citation of the document that names a source twice."""
        for node in self.document.findall(pending_xref):
            if node.get("refdomain") == "cite":
                node["reftarget"] = once(node["reftarget"])


def once(target: str) -> str:
    """The same citation with each source named once."""
    try:
        targets = list(parse_citation_targets(target))
    except ValueError:
        return target
    places: dict[str, list[CitationTarget]] = {}
    for one in targets:
        places.setdefault(one.key, []).append(one)
    if len(places) == len(targets):
        return target
    return ",".join(_together(key, those) for key, those in places.items())


def _together(key: str, those: list[CitationTarget]) -> str:
    before = next((f"{{{one.pre}}}" for one in those if one.pre), "")
    after = joined(one.post for one in those)
    return f"{before}{key}" + (f"{{{after}}}" if after else "")
