"""What is asked of a builder while a page is printed: where links lead, what stands in the document, and its day."""

from __future__ import annotations

from collections.abc import Set
from functools import cached_property
from urllib.parse import quote

from sphinx.builders import Builder

from sphinx_typst.days import moment


class Printing(Builder):
    """The builder as citations, front matter and the translator see it; those who write are built upon it."""

    included: Set[str] = frozenset()
    """The pages that stand in the document being written."""
    place = ""
    """The page and line being written."""

    @cached_property
    def moment(self) -> int:
        """The moment that the PDFs bear; an extension may have set the day after this builder was made."""
        return moment(self.config.typst_today)

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """An address that the translator turns into a label, or into the page on the site."""
        return "%" + docname

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """The same from everywhere."""
        return self.get_target_uri(to, typ)

    def web_url(self, docname: str, anchor: str = "") -> str:
        """Where the page stands on the site; nothing if the site has no address."""
        base = self.config.html_baseurl
        suffix = self.config.html_link_suffix or self.config.html_file_suffix or ".html"
        return f"{base.rstrip('/')}/{quote(docname)}{suffix}{anchor}" if base else ""
