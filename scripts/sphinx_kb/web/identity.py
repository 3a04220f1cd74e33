"""Under what a page is known: its title, its day, its address, and the commit that holds what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from sphinx_kb.knowledge import corpus_of, knowledge_of, path_of
from sphinx_kb.page_context import day
from sphinx_kb.search import summary

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from kb.core.dates import Date


@dataclass(frozen=True, slots=True)
class Identity:
    """A page as others name it. ``address`` is empty where the site has none, ``commit`` where git names none."""

    name: str
    path: str
    title: str
    site: str
    author: str
    day: Date
    commit: str
    address: str

    @property
    def whole(self) -> str:
        """The site of which it is a part; nothing for the page that has the name of the site."""
        return "" if self.title == self.site else self.site


def identity(app: Sphinx, name: str) -> Identity:
    """What is known of a page by the time it is written."""
    config, meta = app.config, app.env.metadata[name]
    path = app.builder.get_target_uri(name)
    return Identity(
        name=name,
        path=path,
        title=app.env.titles[name].astext(),
        site=config.project,
        author=config.author,
        day=day(meta.get("asof"), corpus_of(app.env).today),
        commit=knowledge_of(app.env).commit,
        address=urljoin(config.html_baseurl, path) if config.html_baseurl else "",
    )


def summary_of(app: Sphinx, page: Identity) -> str:
    """What a page says first; nothing of one that is told from the ledger."""
    return next((summary(each) for each in corpus_of(app.env).pages if each.path == path_of(page.name)), "")


def is_site(app: Sphinx) -> bool:
    """Is it the site that is built, and no book or text of it?"""
    builder: Any = app.builder
    return builder.format == "html" and not getattr(builder, "embedded", False)
