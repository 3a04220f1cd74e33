"""The sources that a page cites, whole and with their addresses, which on paper nobody can follow."""

from __future__ import annotations

from collections.abc import Container
from html import escape
from typing import TYPE_CHECKING

from pybtex.backends.html import Backend

from kb.core.addresses import shown
from sphinx_kb.foreign import marked
from sphinx_kb.knowledge import corpus_of
from sphinx_kb.sources.domain import cited_in
from sphinx_kb.sources.spoken import scripts, title_language

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from kb.core.model import Source


class _Paper(Backend):
    """As pybtex writes HTML, but that an address is escaped, and shown by its host; the style sheet prints it whole."""

    @staticmethod
    def format_href(url: str, text: str, external: bool = False) -> str:
        """A link that leads out."""
        return f'<a class="external" href="{escape(url)}">{escape(shown(url).partition("/")[0])}</a>' if text else ""


_HTML = _Paper()  # type: ignore[no-untyped-call]  # pybtex types its functions in part


def references(env: BuildEnvironment, anchors: Container[str]) -> dict[str, str]:
    """The reference of each source that has one of these anchors, as HTML, in the order of the bibliography."""
    sources = corpus_of(env).sources
    found = (each for each in cited_in(env).citations if each.citation_id in anchors)
    return {each.citation_id: _spoken(each.formatted_entry.text.render(_HTML), sources[each.key]) for each in found}


def _spoken(html: str, source: Source) -> str:
    """A reference with its title in the language of the source, and with whatever else is in another script."""
    code, told = title_language(source), scripts(source)
    before, title, after = html.partition(escape(source.title, quote=False)) if code else (html, "", "")
    spoken = f'<span lang="{code}">{title}</span>' if title else ""
    return f"{marked(before, told)}{spoken}{marked(after, told)}"
