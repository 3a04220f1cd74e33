"""The block tokens that a page may be made of, and what to write instead of any other."""

from __future__ import annotations

from markdown_it.token import Token

from kb.load.bodies import FENCES
from kb.load.fence import RAW, Fault
from kb.load.syntax import attributes

SHOWN = frozenset(
    "paragraph heading bullet_list ordered_list list_item blockquote table thead tbody tr th td dl dt dd"
    " footnote_reference".split()
)
"""What a page is made of, besides directives."""
REFUSED = {
    "hr": ("a line across the page", "begin a section with a heading"),
    "code_block": ("an indented text", "begin the lines at the margin; code stands between fences"),
    "myst_line_comment": ("a comment", "remove it, or say it to the reader"),
    "myst_block_break": ("a break `+++`", "remove it"),
    "myst_target": ("a target `(…)=`", "link to the heading: `#its-words-in-lower-case`"),
    "field_list": ("a list of fields", "write a list of definitions, or sentences"),
    "front_matter": ("a second front matter", "write it as text"),
}
ATTRIBUTES = {"ordered_list_open": {"start"}, "th_open": {"style"}, "td_open": {"style"}}
_PARTS = ("fieldlist_name", "fieldlist_body")
"""Parts of what is refused as a whole."""
_FINE = frozenset(f"{name}{end}" for name in (*SHOWN, *_PARTS) for end in ("_open", "_close")) | {"inline", *FENCES}
"""The tokens that any page may have."""


def hold(token: Token, row: int, late: bool, fault: Fault) -> None:
    """Is it anything that a page is made of? What comes ``late`` is no front matter."""
    if not token.attrs and not token.meta and token.type in _FINE:
        return
    name = token.type.removesuffix("_open").removesuffix("_close")
    if token.nesting != -1 and token.type not in _FINE and (name != "front_matter" or late):
        what, help = REFUSED.get(name, (f"{name.replace('_', ' ')!r}", "write it in plain Markdown"))
        fault(row, "", f"{what} does not belong in a page", help, RAW)
    elif attributes(token) - ATTRIBUTES.get(token.type, set()):
        text = f"the attributes of a {name.replace('_', ' ')} do not belong in a page"
        fault(max(row - 1, 0), "{", text, "remove the braces and what stands in them", RAW)
