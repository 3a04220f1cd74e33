"""Mistakes of voice on a page: an author or a day dropped, a hedge dropped or added, a verb made stronger."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from kb_plant.known import Known, any_of
from kb_plant.lines import Line
from kb_plant.planted import Planted

_SAYS = (
    r"(?:argu|say|said|report|h[eo]ld|call|regard|find|found|read|judg|count|credit|recall|describ|tell|told|not|see|trac"
    r"|write|wrote|expect|warn|speak|spoke|take|explain|observ|conclud|suggest)[a-z]*"
)
_STRONGER = {
    "said": "confirmed", "says": "confirms", "wrote": "proved", "writes": "proves", "reported": "confirmed",
    "reports": "confirms", "argues": "proves", "judges": "proves", "holds": "proves", "expects": "knows",
    "expected": "knew", "suggests": "proves", "doubts": "refutes", "thinks": "knows",
}  # fmt: skip
_VERB = re.compile(rf"\b(?:{'|'.join(_STRONGER)})\b(?= (?:that|it|so|in)\b|,)")
_IS = re.compile(r"\b(?:is|are|has|have)\b(?= [a-z])")
_WAS = re.compile(r"\b(?:was|were)\b(?= [a-z]+ed\b)")
_SECOND = re.compile(r"\band (?:[A-Z][\w.]* )*$")
"""Before a second author: without him the first is still named."""
_AS_OF = re.compile(r",? as of (?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4}")


def plants(line: Line, known: Known) -> Iterator[Planted]:
    """Every mistake of voice in one line."""
    if line.is_heading:
        return
    claims = [(key, claim) for key, locator in line.cited() for claim in known.claims(key, locator)]
    for pattern in _attributions({name for key, claim in claims if claim.alone for name in known.authors[key]}):
        for match in line.free(pattern):
            if not _SECOND.search(line.text[: match.start()]):
                yield _without("attribution dropped", line, [match])
    hedges = list(line.free(any_of({word for _, claim in claims for word in claim.hedges})))
    if hedges:
        yield _without("hedge dropped", line, hedges)
    for match in line.free(_VERB) if any(line.cited()) else ():
        yield line.plant("verb made stronger", match.span(), _STRONGER[match[0]])
    for match in list(line.free(_WAS))[:1] if any(line.cited()) and not claims else ():
        yield line.plant("hedge added", (match.end(), match.end()), " reportedly")
    if not re.search(r"\b[Aa]s of\b", line.text):
        for match in list(line.free(_IS))[:1]:
            yield line.plant("“currently” put in", (match.end(), match.end()), " currently")
    for match in line.free(_AS_OF):
        if not _is_of_page(line, match):
            yield line.plant("as-of date dropped", match.span(), "")


def _is_of_page(line: Line, match: re.Match[str]) -> bool:
    """Is it the day of the whole page, which stands above its title and is lost with no sentence?"""
    stated = re.search(r"^asof: (\d{4}-\d\d-\d\d)$", line.sheet.text, re.MULTILINE)
    day = date.fromisoformat(stated[1]) if stated else None
    return day is not None and match[0].endswith(f" as of {day.day} {day:%B %Y}")


def _attributions(names: Iterable[str]) -> Iterator[re.Pattern[str]]:
    """How a sentence names the author: «X judges that», «in X's view,», «as X reads it,», «according to X,»."""
    name = any_of(names).pattern
    full = rf"(?:[A-Z]\w+ )?{name}"
    yield re.compile(rf"{full}(?:, [^,]+,)? (?:also |then |later )?{_SAYS}(?: (?:it )?that)? ")
    yield re.compile(rf"\b[Ii]n {full}['’]s? \w+,? ")
    yield re.compile(rf"\b[Aa]s {full} {_SAYS}(?: it)?,? ")
    yield re.compile(rf"\b[Aa]ccording to {full},? ")
    yield re.compile(rf", {full} {_SAYS}(?=[, {{.])")


def _without(kind: str, line: Line, found: Sequence[re.Match[str]]) -> Planted:
    text = line.text
    for match in reversed(found):
        before, after = text[: match.start()], text[match.end() :]
        text = before + (after[1:] if before[-1:] in ("", " ") and after[:1] == " " else after)
    return line.plant(kind, (0, len(line.text)), text[0].upper() + text[1:])
