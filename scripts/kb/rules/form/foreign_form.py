"""Citations, days and quotation marks on a page have the form of this work, and no text is yet to be written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kb.core.finding import Finding, impossible
from kb.core.model import Page, Sentence, Source
from kb.core.months import name

CITE = "write {{cite:p}}`{0}{{¶ 3}}`, with the place in the source"
CITED = (
    re.compile(r"\[@([\w:.-]+)[^\]]*\]"),
    re.compile(r"\\(?:no)?[Cc]ite\w*(?:\[[^\]]*\])*\{([\w:,. -]+)\}"),
    re.compile(r"@?\b([A-Z][A-Za-z]*(?:\d{4}|ND)[a-z]\w*)\b"),
)
"""How others cite, and a bare key; the last counts only where it is one of ours."""
COMMAND = re.compile(r"\\(?:textbf|textit|emph|textsc|underline|href|url|ref|label|section|footnote)\{")
DAY = re.compile(r"(?<![\d/.])(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?![\d/])")
QUOTED = re.compile("«([^»]*)»|„([^”“]*)[“”]")
LATER = re.compile(r"\b(?:TODO|FIXME|TBD|TBC|XXX)\b")


def check(page: Page, sources: Mapping[str, Source]) -> Iterator[Finding]:
    """Citations, days and quotation marks on a page have the form of this work, and no text is yet to be written."""
    for block in page.blocks if page.vouched else ():
        for sentence in block.sentences:
            for at, text, help in sorted([*_cited(sentence, sources), *_days(sentence), *_signs(sentence)]):
                if not any(start <= at < end for start, end, _ in sentence.masked):
                    yield impossible(sentence.place(page.path, at), text, help, seen=(text,))


def _cited(sentence: Sentence, sources: Mapping[str, Source]) -> Iterator[tuple[int, str, str]]:
    met: set[int] = set()
    for shape in CITED:
        for found in shape.finditer(sentence.text):
            bare = shape is CITED[-1]
            if (bare and found[1] not in sources) or any(found.start() <= at < found.end() for at in met):
                continue
            met.update(range(found.start(), found.end()))
            key = found[1] if found[1] in sources else "Key"
            yield found.start(), f"{found[0]!r} is no citation here", CITE.format(key)


def _days(sentence: Sentence) -> Iterator[tuple[int, str, str]]:
    for found in DAY.finditer(sentence.text):
        one, other, year = int(found[1]), int(found[2]), found[3]
        told = [
            f"{d} {name(m)} {year}"
            for d, m in dict.fromkeys(((one, other), (other, one)))
            if m <= 12 and 0 < d < 32 and m
        ]
        if told:
            text = (
                f"{found[0]!r} may be two days" if len(told) > 1 else f"{found[0]!r} is not how a day is written here"
            )
            yield found.start(), text, f"write {' or '.join(told)}"


def _signs(sentence: Sentence) -> Iterator[tuple[int, str, str]]:
    for found in QUOTED.finditer(sentence.text):
        said = found[1] or found[2] or ""
        yield found.start(), f"{found[0]!r} stands in the quotation marks of another language", f"write “{said}”"
    for found in COMMAND.finditer(sentence.text):
        yield (
            found.start(),
            f"{found[0][:-1]!r} is a command of LaTeX, and is printed as it stands",
            "use Markdown, such as **bold**",
        )
    for found in LATER.finditer(sentence.text):
        yield (
            found.start(),
            f"{found[0]!r} stands where a text should",
            "write the text, or leave the sentence out for now",
        )
