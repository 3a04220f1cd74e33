"""Which blocks are open where a token stands, and what its words are by that: a heading, an item, a row."""

from __future__ import annotations

from markdown_it.token import Token

from kb.core.model import Sentence

_KINDS = (
    ("heading", "heading"),
    ("footnote_reference", "footnote"),
    ("dt", "term"),
    ("list_item", "item"),
    ("blockquote", "quote"),
)
_BEGIN = ("table_open", "bullet_list_open", "ordered_list_open", "paragraph_open")


class Level:
    """The blocks that are open within a page or the body of a directive; ``heads`` rows of it are its head."""

    def __init__(self, within: tuple[str, ...], heads: int) -> None:
        self.within, self.heads = within, heads
        self.inside = within[-1] if within else ""
        self.opened: list[str] = []
        self.row: list[Sentence] = []

    def step(self, token: Token) -> None:
        """Go on to the next token."""
        if token.nesting == 1:
            self.opened.append(token.type.removesuffix("_open"))
        elif token.nesting == -1:
            self.opened.pop()

    @property
    def in_cell(self) -> bool:
        """Do words stand in a cell of a table that is written with bars?"""
        return self.opened[-1] in ("td", "th")

    @property
    def in_row(self) -> bool:
        """Do words belong to a row, however the table is written?"""
        return self.in_cell or self.inside == "list-table"

    @property
    def kind(self) -> str:
        """What the words are that stand here."""
        inner = {"": "paragraph", "epigraph": "quote", "figure": "caption"}.get(self.inside, "admonition")
        return next((kind for name, kind in _KINDS if name in self.opened), inner)

    def begins(self, token: Token) -> bool:
        """Does something begin that belongs together, and to nothing before it?"""
        nested = {"list_item", "tr", "thead", "tbody"} & set(self.opened)
        return self.inside not in ("list-table", "table") and token.type in _BEGIN and not nested

    def opens_row(self, token: Token) -> bool:
        """Does a row begin?"""
        return token.type == "tr_open" or (self._is_item(token, "open") and self.opened.count("list_item") == 1)

    def closes_row(self, token: Token) -> bool:
        """Does a row end?"""
        return token.type == "tr_close" or (self._is_item(token, "close") and "list_item" not in self.opened)

    def _is_item(self, token: Token, end: str) -> bool:
        return self.inside == "list-table" and token.type == f"list_item_{end}"
