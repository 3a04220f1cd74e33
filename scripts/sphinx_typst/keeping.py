"""Keeps together what no line may part: a sign and its number, a day and its month, a day and its year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from babel.core import Locale, UnknownLocaleError
from docutils import nodes

from sphinx_typst.scripts import ALPHABETS

AROUND = 40
"""Letters before and behind a place by which it is found again in its page."""
JOINT = "\u00a0"
SIGNS = "¶§№"
SHORT = "[Aa]rts? [Pp]p? [Pp]aras? [Cc]hs? [Nn]os? [Vv]ols? [Cc]ls? ss? ст с п гл".split()
"""Words for a place in a source that end in a full stop."""
LONG = "[Aa]rticles? [Cc]hapters? [Pp]aragraphs? [Ss]ections? [Aa]nnex [Сс]тать[яиею] [Пп]ункт[аеу]?".split()
TOLD = ("answer", "asof", "newest", "date", "cite")
"""What a page says of itself in its front matter and is printed in sentences."""
VERBATIM = (nodes.literal, nodes.math, nodes.raw)
"""What stands within a line to the letter."""
_DAY = r"(?<![\d.,:])(?:[1-9]|[12]\d|3[01])"


class Keeping:
    """The places at which no line may end, in a language and those whose letters tell them."""

    def __init__(self, language: str, months: Iterable[str] = ()) -> None:
        named = {*months, *_months({language, *ALPHABETS, "en"})}
        months_ = "|".join(re.escape(name) for name in sorted(named, key=lambda name: (-len(name), name)))
        place = rf"(?:[{SIGNS}]|(?<![\w’'])(?:{'|'.join(SHORT)})\.|\b(?:{'|'.join(LONG)}))(?={{gap}}(?:\d|[IVXLC]+\b))"
        day = rf"{_DAY}(?={{gap}}(?:{months_})\b)"
        self._pattern = f"(?:{place}|{day}|,(?={{gap}}[{SIGNS}])){{gap}}"
        self._loose = self._with("[ \n]")
        self._torn = self._with("[ \u00a0]*\r?\n[ \u00a0]*")
        self._dated = re.compile(rf"({_DAY}{JOINT}(?:{months_}))[ \n](?=\d{{4}}\b)")

    def _with(self, gap: str) -> re.Pattern[str]:
        return re.compile(self._pattern.replace("{gap}", gap))

    def joined(self, text: str) -> str:
        """The text, no letter longer or shorter, in which such places have a space that no line ends at."""
        joined = self._loose.sub(lambda found: found[0][:-1] + JOINT, text)
        return self._dated.sub(lambda found: found[1] + JOINT, joined)

    def torn(self, lines: str) -> Iterator[tuple[str, str]]:
        """What is parted over two of these lines, and the words around it."""
        for found in self._torn.finditer(lines):
            following = re.compile(r"\S*").match(lines, found.end())
            around = lines[max(0, found.start() - AROUND) : found.end() + AROUND]
            yield f"{found[0].strip()} | {following[0] if following else ''}", around

    def mended(self, told: Mapping[str, object]) -> dict[str, object]:
        """What a page says of itself, with that joined which is printed in sentences."""
        return {name: self._each(value) if name in TOLD else value for name, value in told.items()}

    def _each(self, told: object) -> object:
        if isinstance(told, list):
            return [self._each(value) for value in told]
        return self.joined(told) if isinstance(told, str) else told

    def mend(self, tree: nodes.document) -> None:
        """Join what belongs together in all text of a tree, also where a part of it is a link or slanted."""
        for block in tree.findall(_is_block):
            texts = [each for each in block.findall(nodes.Text) if not isinstance(each.parent, VERBATIM)]
            whole = "".join(texts)
            joined = self.joined(whole)
            start = 0
            for text in texts if joined != whole else ():
                end = start + len(text)
                if joined[start:end] != text:
                    text.parent.replace(text, nodes.Text(joined[start:end]))
                start = end


def _is_block(node: nodes.Node) -> bool:
    """Is this a paragraph, title, caption or the like?"""
    return isinstance(node, nodes.TextElement) and not isinstance(node, (nodes.Inline, nodes.FixedTextElement))


def _months(languages: Iterable[str]) -> Iterator[str]:
    """The names of the months, as they stand in dates of these languages."""
    for language in sorted(languages):
        try:
            yield from Locale.parse(language.replace("-", "_")).months["format"]["wide"].values()
        except (ValueError, UnknownLocaleError):
            continue
