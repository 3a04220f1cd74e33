"""How a source is cited: author and year in brackets or in the sentence, the place after the year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pybtex.richtext import Text
from sphinxcontrib.bibtex.style.referencing import BaseReferenceStyle
from sphinxcontrib.bibtex.style.template import join, join2, node, pre_text, reference

from kb.core.places import in_order
from sphinx_kb.words import together

if TYPE_CHECKING:
    from pybtex.richtext import BaseText


@node
def author(children: Sequence[object], data: dict) -> Text:
    """The author as a citation names it."""
    return Text(data["formatted_entry"].label.rpartition(" ")[0])


@node
def dated(children: Sequence[object], data: dict) -> Text:
    """The year of a citation, with its letter."""
    return Text(data["formatted_entry"].label.rpartition(" ")[2])


@node
def place(children: Sequence[object], data: dict) -> Text:
    """The place in the source."""
    return Text(together(data["reference_info"].post_text))


@node
def whole(children: Sequence[object], data: dict) -> Text:
    """Author and year, on one line if possible."""
    return Text(data["formatted_entry"].label)


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

    def outer(self, role_name: str, children: list[BaseText]) -> object:
        """The group: in brackets, or in the sentence."""
        if role_name == "p":
            return join["(", join(sep="; ")[children], ")"]
        return join(sep="; " if role_name == "alp" else ", ", last_sep=" and " if role_name == "t" else None)[children]

    def inner(self, role_name: str) -> object:
        """One source of the group."""
        if role_name == "author":
            return reference[author]
        if role_name == "year":
            return reference[dated]
        if role_name == "t":
            located = join2(sep1=" ", sep2=", ")[pre_text, reference[dated], place]
            return join[author, " (", located, ")"]
        return join2(sep1=" ", sep2=", ")[pre_text, reference[whole], place]
