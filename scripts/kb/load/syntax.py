"""The parser of pages: it makes of every text the tokens that MyST makes of it under the configuration of the site."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import make_fence_rule
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.field_list import fieldlist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

_COLONS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list", "footnote_def"]}
_AFTER = ("image", "code_inline", "link_close", "span_close")


def _parser() -> MarkdownIt:
    """As ``myst_parser`` builds it; a test holds the two against each other."""
    parser = MarkdownIt("commonmark").enable("table")
    parser.use(front_matter_plugin).use(myst_block_plugin).use(myst_role_plugin)
    parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    colons = make_fence_rule(markers=(":",), token_type="colon_fence", exact_match=False)  # noqa: S106
    parser.block.ruler.before("fence", "colon_fence", colons, _COLONS)
    parser.use(deflist_plugin).use(fieldlist_plugin)
    parser.use(attrs_plugin, after=_AFTER, spans=True, span_after="footnote_ref").use(attrs_block_plugin)
    parser.disable(["html_block", "html_inline"])
    parser.disable("text_join")  # which would take away where an escape or an entity was written
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # every link is read, and judged by us
    return parser


def attributes(token: Token) -> set[str]:
    """What stands in braces for this token, also what the parser itself would not hand on, such as ``onclick``."""
    return {*token.attrs, *token.meta.get("insecure_attrs", ())}


PARSER = _parser()
