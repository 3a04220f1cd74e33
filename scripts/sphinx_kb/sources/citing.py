"""How a source is cited: author and year in brackets or in the sentence, the place after the year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypedDict

from pybtex.richtext import Text
from pybtex.style.template import Node
from sphinxcontrib.bibtex.style.referencing import BaseReferenceStyle
from sphinxcontrib.bibtex.style.template import join, join2, pre_text, reference

from kb.core.places import in_order
from sphinx_kb.sources.authors import after_author, short_author
from sphinx_kb.sources.short import in_short, legend
from sphinx_kb.words import together

if TYPE_CHECKING:
    from pybtex.richtext import BaseText
    from pybtex.style import FormattedEntry
    from sphinxcontrib.bibtex.style.template import SphinxReferenceInfo

    from kb.core.model import Source


class Cited(TypedDict):
    """What is known of one source where it is cited."""

    entry: Source
    formatted_entry: FormattedEntry
    reference_info: SphinxReferenceInfo


def _author(children: Sequence[object], data: Cited) -> Text:
    """The author as a citation names it."""
    return Text(short_author(data["entry"]))


def _dated(children: Sequence[object], data: Cited) -> Text:
    """The year of a citation, or what else tells it from others of its author."""
    return Text(after_author(data["formatted_entry"].label, data["entry"]))


def _place(children: Sequence[object], data: Cited) -> Text:
    """The place in the source."""
    return Text(together(data["reference_info"].post_text))


def _whole(children: Sequence[object], data: Cited) -> Text:
    """Author and year, on one line if possible."""
    return Text(data["formatted_entry"].label)


author, dated, place, whole = (Node(each.__name__, each) for each in (_author, _dated, _place, _whole))


@dataclass
class AuthorYear(BaseReferenceStyle):
    """``(Indeo 2016, ¶ 3; Aris 2018, p. 2)`` and ``Indeo (2016, ¶ 3)``; locators follow the year."""

    roles: list[str] = field(default_factory=lambda: ["p", "t", "alp", "author", "year"])

    def role_names(self) -> list[str]:
        """The roles that this style knows, without ``cite:``."""
        return self.roles

    def in_order(self, places: Iterable[str]) -> list[str]:
        """The places of one source in the order in which they stand there."""
        return in_order(places)

    def in_short(self, source: Source) -> FormattedEntry:
        """The source in the short list of a printed page."""
        return in_short(source)

    def legend(self, sources: Sequence[Source]) -> str:
        """What is said once of all sources of such a list."""
        return legend(sources)

    def outer(self, role_name: str, children: list[BaseText]) -> Node:
        """The group: in brackets, or in the sentence."""
        between, last = "; " if role_name in ("p", "alp") else ", ", " and " if role_name == "t" else None
        group: Node = join(sep=between, last_sep=last)[children]
        bracketed: Node = join["(", group, ")"]
        return bracketed if role_name == "p" else group

    def inner(self, role_name: str) -> Node:
        """One source of the group."""
        linked: Node = reference[{"author": author, "year": dated, "t": dated}.get(role_name, whole)]
        if role_name in ("author", "year"):
            return linked
        located: Node = join2(sep1=" ", sep2=", ")[pre_text, linked, place]
        named: Node = join[author, " (", located, ")"]
        return named if role_name == "t" else located
