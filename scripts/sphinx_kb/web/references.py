"""The sources that a page cites, whole and with their addresses: for paper, where no link can be followed."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from pybtex.backends.html import Backend

from kb.core.languages import CODES
from sphinx_kb.knowledge import corpus_of
from sphinx_kb.sources.domain import cited_in
from sphinx_kb.web import shown

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


class _Paper(Backend):
    """As pybtex writes HTML, but for addresses, which it does not escape; on paper they are shown after the link."""

    @staticmethod
    def format_href(url: str, text: str, external: bool = False) -> str:
        """A link that leads out."""
        return f'<a class="external" href="{escape(url)}">{text}</a>' if text else ""


_HTML = _Paper()


def references(env: BuildEnvironment, name: str) -> list[tuple[str, str]]:
    """The reference of each source as HTML, and its language, in the order of the bibliography."""
    wanted, sources = set(shown.cited(env, name)), corpus_of(env).sources
    found = (each for each in cited_in(env).citations if each.key in wanted)
    return [
        (each.formatted_entry.text.render(_HTML), CODES.get(sources[each.key].fields.get("langid", ""), "en"))
        for each in found
    ]
