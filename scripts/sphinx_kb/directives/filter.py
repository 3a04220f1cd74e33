"""A filter of all timelines on the page, with a picture of what they tell."""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.typing import OptionSpec

from kb.core.model import Corpus
from sphinx_kb.directives.base import LedgerDirective
from sphinx_kb.filtering import TimelineFilter
from sphinx_kb.nodes import paragraph


class Filter(LedgerDirective):
    """The place of a filter; what it filters stands on the page as well, and is looked up when all of it is read."""

    option_spec: ClassVar[OptionSpec] = {"title": directives.unchanged_required}

    def write(self, corpus: Corpus) -> list[nodes.Node]:
        """A title and, below it, the filter."""
        title = self.options["title"]
        heading = paragraph(nodes.strong("", title), classes=["kb-chart-title"])
        return [
            nodes.container(
                "", heading, TimelineFilter("", title=title), classes=["kb-chart", "kb-drawn-timeline"], is_div=True
            )
        ]
