"""The markup that a page may use: every directive, role, option and argument, each with the form it has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache


@dataclass(frozen=True)
class TextForm:
    """What a text must look like, and how a person is told so; ``is_prose`` is read like any sentence."""

    pattern: str
    told: str
    is_prose: bool = False

    def fits(self, text: str) -> bool:
        """Has the text this form?"""
        return _compiled(self.pattern).fullmatch(text) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


class Body(StrEnum):
    """What stands between the fences of a directive."""

    NONE = "nothing"
    PROSE = "text"
    TABLE = "one table"
    ROWS = "a list of lists, all of one length"
    CARDS = "grid-item-card directives"
    CODE = "code"
    TERMS = "terms at the margin, each with its meaning indented below"
    IDS = "ids of the ledger, one a line"
    CELLS = "the id of an entity and below it that of a statement for each further column or `-`, one a line"
    ROWS_OF_IDS = "ids of the ledger, those of one row on one line, or `-` for a row of which nothing is known"
    PAGES = "paths of pages, one a line"


@dataclass(frozen=True)
class Directive:
    """The shape of one directive; ``within`` is the only one in which it may stand."""

    body: Body
    argument: TextForm | None = None
    options: Mapping[str, TextForm] = field(default_factory=dict)
    needs_argument: bool = True
    needs_body: bool = True
    needs: tuple[str, ...] = ()
    within: str = ""


_ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
_ENDS = r"\x00-\x1f\x7f-\x9f\u2028\u2029"
"""Controls, and whatever ends a line for somebody."""
_TITLE = rf"[^\W_][^{_ENDS}|<>`\\]{{0,60}}(?<! )"
TITLE = TextForm(rf"(?!\s)[^{_ENDS}|<>`\\]{{1,200}}", "a title on one line", is_prose=True)
WORDS = TextForm(rf"(?![\s\"'|>#])(?:(?!\s#)[^{_ENDS}`\\]){{1,300}}(?<!\s)", "words on one line", is_prose=True)
CAPTION = TextForm(r"(?=[^\W_])(?!\d+[.)] )[\w./ -]{1,200}(?<! )", "a file name or a few words, and no markup")
FLAG = TextForm("", "nothing behind it")
HEADS = TextForm("[1-3]", "a number of rows, 1 to 3")
GUTTER = TextForm("[0-5]", "a width, 0 to 5")
COLUMNS = TextForm("[1-4](?:(?: [1-4]){3})?", "one number of columns, or four, such as `1 1 3 3`")
DAY = TextForm(r"[1-9]\d? [A-Z][a-z]{2,8} [12]\d{3}", "a day such as 22 November 2026")
LANGUAGE = TextForm(
    "text|console|yaml|json|markdown|bibtex|python|sql|sparql",
    "text, console, yaml, json, markdown, bibtex, python, sql or sparql",
)
PICTURE = TextForm(rf"(?:\.\./){{0,3}}(?:{_ID}/){{0,3}}{_ID}\.(?:png|jpg|svg)", "the path of a picture (png, jpg, svg)")
PAGE = TextForm(rf"/?(?:\.\./){{0,3}}(?:{_ID}/){{0,3}}{_ID}", "the path of a page, without `.md`")
LISTED = TextForm(rf"/?(?:\.\./){{0,3}}(?:{_ID}/){{0,3}}(?:{_ID}|\*)", "the path of a page, or `folder/*`")
LEADS = TextForm(r"doc", "doc")
ENTITY = TextForm(rf"{_ID}(?: ?@ ?\d{{4}}-\d\d-\d\d)?", "an id of the ledger, or `id @ YYYY-MM-DD`")
ENTITIES = TextForm(rf"{_ID}(?: {_ID}){{0,20}}", "ids of entities")
DRAWN = TextForm(
    "answers|events|map|numbers|parts|sides|spans|timeline",
    "answers, events, map, numbers, parts, sides, spans or timeline",
)
ON = TextForm(r"\d{4}-\d\d-\d\d", "a day such as 2026-11-22")
KINDS = TextForm(rf"{_ID}(?: {_ID}){{0,9}}", "kinds of entities")
WAY = TextForm("language|party|rank|time", "language, party, rank or time")
TITLES = TextForm(rf"{_TITLE}(?: \| {_TITLE}){{1,5}}", "two to six titles with ` | ` between them", is_prose=True)
REFERENCE = TextForm(rf"{_ID}(?:#{_ID})?", "the id of an entity or statement")
CELL = TextForm(rf"{REFERENCE.pattern}|-", "the id of an entity or statement, or `-` where nothing is known")
_SOME = rf"{REFERENCE.pattern}(?: {REFERENCE.pattern}){{0,19}}"
ROW = TextForm(rf"{_SOME}|-", "up to twenty ids, or `-` where nothing is known")
ROW_TITLES = TextForm(
    rf"{_TITLE}(?: \| {_TITLE}){{0,11}}", "one to twelve titles with ` | ` between them", is_prose=True
)

_BOX = Directive(Body.PROSE)
_TOLD = Directive(Body.NONE)
_OF_ONE = Directive(Body.NONE, ENTITY)
_OF_MANY = Directive(Body.IDS)
DIRECTIVES: Mapping[str, Directive] = {
    **dict.fromkeys("note tip hint important attention caution warning danger seealso epigraph".split(), _BOX),
    "admonition": Directive(Body.PROSE, TITLE),
    "keyfacts": Directive(Body.PROSE, options={"asof": DAY}, needs=("asof",)),
    "table": Directive(Body.TABLE, TITLE),
    "list-table": Directive(Body.ROWS, TITLE, {"header-rows": HEADS}, needs_argument=False),
    "figure": Directive(Body.PROSE, PICTURE, {"alt": WORDS}, needs_body=False, needs=("alt",)),
    "grid": Directive(Body.CARDS, COLUMNS, {"gutter": GUTTER}),
    "grid-item-card": Directive(
        Body.PROSE, TITLE, {"link": PAGE, "link-type": LEADS}, needs=("link", "link-type"), within="grid"
    ),
    "code-block": Directive(Body.CODE, LANGUAGE, {"caption": CAPTION}, needs_body=False),
    "glossary": Directive(Body.TERMS),
    "bibliography": Directive(Body.NONE, options={"all": FLAG}, needs=("all",)),
    "toctree": Directive(Body.PAGES, options={"caption": WORDS, "glob": FLAG, "hidden": FLAG}),
    **dict.fromkeys("kb:disputed kb:entities kb:letters kb:planted kb:readings kb:rules kb:totals".split(), _TOLD),
    **dict.fromkeys("kb:withdrawn kb:witnesses".split(), _TOLD),
    **dict.fromkeys("kb:articles kb:members kb:tenures".split(), _OF_ONE),
    **dict.fromkeys("kb:statements kb:timeline".split(), _OF_MANY),
    "kb:matrix": Directive(Body.CELLS, options={"columns": TITLES}, needs=("columns",)),
    "kb:balance": Directive(Body.NONE, WAY),
    "kb:chart": Directive(Body.IDS, DRAWN, {"title": TITLE, "on": ON}, needs=("title",)),
    "kb:day": Directive(Body.IDS, options={"exist": KINDS, "title": TITLE}, needs=("exist", "title")),
    "kb:filter": Directive(Body.NONE, options={"title": TITLE}, needs=("title",), needs_argument=False),
    "kb:member": Directive(Body.ROWS_OF_IDS, ENTITY, {"rows": ROW_TITLES}, needs=("rows",)),
    "kb:factsheet": Directive(Body.ROWS_OF_IDS, options={"rows": ROW_TITLES, "day": ON}, needs=("rows",)),
    "kb:disagreements": Directive(Body.IDS, ENTITIES, needs_argument=False, needs_body=False),
}
"""Every directive there is. What is not listed does not exist, whatever Sphinx and its extensions offer."""

_SOURCE = rf"[A-Za-z][A-Za-z0-9-]{{0,79}}(?:\{{[^{{}}`\\{_ENDS}]{{1,100}}\}})?"
CITED = TextForm(
    rf"{_SOURCE}(?:, ?{_SOURCE}){{0,19}}",
    "`Key{place}`, up to twenty with commas between",
)
TARGET = TextForm(rf"(?:[^<>`\\{_ENDS}]{{1,200}} <{PAGE.pattern}>|{PAGE.pattern})", "a page, or `words <page>`")
FILE = TextForm(rf"(?:\.\./){{0,3}}(?:{_ID}/){{0,3}}[a-z0-9.-]+", "the path of a file")
ROLES: Mapping[str, TextForm] = {
    "cite:p": CITED,
    "cite:t": CITED,
    "doc": TARGET,
    "download": FILE,
    "kb:asof": TextForm("checked", "`checked`"),
    "kb:count": ENTITY,
    "kb:holder": ENTITY,
}
"""Every role there is, with the form of its content."""

DEEPEST = 3
"""How many directives may stand within one another."""
