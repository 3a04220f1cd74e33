"""Mutates entries of the bibliography by their fields, braces and commas."""

from __future__ import annotations

import re
from random import Random

from kb_fuzz import spice

NAMES = (
    "author editor organization title subtitle year date month url doi note keywords langid urldate journaltitle"
    " pages isbn issn publisher booktitle howpublished x-text x-derives x-living x-party x-archived crossref"
    " eventtitle type number edition"
).split()
TYPES = (
    "misc article book inbook incollection report thesis online unpublished inproceedings collection string comment x"
).split()
VALUES = (
    "Osk, Mira", "Osk, Mira and others", "{{League of the Straits}} and Osk", "van der Osk, Jr, Mira", "and",
    "a, b, c, d, e, f", "1995", "ND", "2019-05-01", "1995-13-45", "9999", "https://x.example/a_b%20c?x=1&y=2#z",
    "http://", "10.1000/x", "10.1/<>;()", "english", "klingon", "primary, secondary", "yes", "league", "{", "}", "{}",
    "\\", "\\emph{x", "{\\'e}", "\\'", "$x$", "~", "--", "%", "\\%", "\\&", "#", "\"", "``x''",
    "\\textbf{\\textit{x}}", "\\url{x}", "\\href{x}{y}", "\\input{x}", "ISBN 978-0", "978-0-306-40615-7",
)  # fmt: skip
_FIELD = re.compile(r"^\s*([\w-]+)\s*=\s*(.*?)(,?)$", re.MULTILINE)


def changed(text: str, draw: Random) -> str:
    """Change one field, or one sign that holds the entry together."""
    fields = list(_FIELD.finditer(text))
    if not fields or draw.random() < 0.15:
        return _loosened(text, draw)
    field = draw.choice(fields)
    name, value, comma = field[1], field[2], field[3]
    match draw.randrange(8):
        case 0:
            new = ""
        case 1:
            new = f"{field[0]}\n{field[0]}"
        case 2:
            new = f"  {draw.choice(NAMES)} = {value}{comma}"
        case 3:
            new = f"  {name} = {value}"
        case 4:
            new = f"  {name} = {draw.choice(fields)[2]}{comma}"
        case 5:
            at = draw.randrange(len(value) + 1)
            new = f"  {name} = {value[:at]}{draw.choice((spice.character, spice.word))(draw)}{value[at:]}{comma}"
        case _:
            opened, closed = draw.choice(("{}", "{}", "{}", '""', "  ", ("{{", "}}")))
            new = f"  {name} = {opened}{draw.choice(VALUES)}{closed}{comma}"
    return text[: field.start()] + new + text[field.end() :]


def _loosened(text: str, draw: Random) -> str:
    """Lose or double a brace, a comma, a quotation mark or an equals sign; or name another type."""
    if draw.random() < 0.2:
        return re.sub(r"^@\w+", f"@{draw.choice(TYPES)}", text, count=1)
    signs = [found.start() for found in re.finditer(r"[{}\",=@#\\]", text)]
    if not signs:
        return text
    at = draw.choice(signs)
    return text[:at] + draw.choice(("", text[at] * 2, text[at] * 50)) + text[at + 1 :]
