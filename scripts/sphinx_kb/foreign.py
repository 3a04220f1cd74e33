"""Marks words in other scripts with their language, so that they are spoken and hyphenated as what they are.

Whoever quotes or names knows the language and says it; here is found what stands between English words: an author in a
citation, a word in a note. A language that is written in Latin letters can not be told by them, and is not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import ClassVar

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from kb.core.alphabets import script_of

SPOKEN = {
    "ARABIC": "ar",
    "ARMENIAN": "hy",
    "CJK": "zh",
    "CYRILLIC": "ru",
    "DEVANAGARI": "hi",
    "GEORGIAN": "ka",
    "GREEK": "el",
    "HANGUL": "ko",
    "HEBREW": "he",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
}
"""The language that words of a script are taken for, where nobody says more."""
_LETTER = r"[\u0370-\u1fff\u2c80-\ud7ff\uf900-\uffdc]"
_WORDS = re.compile(rf"{_LETTER}+(?:[^\w<>&]*{_LETTER}+)*")
_TAG_OR_WORDS = re.compile(rf"<[^>]*>|{_WORDS.pattern}")
_CLASS = "language-"


class MarkForeign(SphinxPostTransform):
    """Runs when links are resolved, for only then the authors of citations stand in the text."""

    default_priority = 710
    formats = ("html",)
    left: ClassVar[tuple[type[nodes.Node], ...]] = (nodes.literal, nodes.literal_block, nodes.raw, nodes.title)
    """What is no prose, and headings, whose words are also taken for the list of contents."""

    def run(self, **_: object) -> None:
        """Set words of other scripts apart, but for those that are marked already."""
        for text in list(self.document.findall(nodes.Text)):
            if _WORDS.search(text) and not self._is_marked(text):
                text.parent.replace(text, [*parted(text.astext())])

    def _is_marked(self, text: nodes.Text) -> bool:
        node: nodes.Node | None = text.parent
        while isinstance(node, nodes.Element):
            classes: list[str] = node["classes"]
            if isinstance(node, self.left) or any(name.startswith(_CLASS) for name in classes):
                return True
            node = node.parent
        return False


def parted(text: str, told: Mapping[str, str] = SPOKEN) -> Iterator[nodes.Node]:
    """A text, with the words of other scripts set apart."""
    end = 0
    for found in _WORDS.finditer(text):
        spoken = language(found[0], told)
        if spoken:
            yield from (nodes.Text(text[end : found.start()]),) if found.start() > end else ()
            yield nodes.inline("", found[0], classes=[_CLASS + spoken])
            end = found.end()
    if end < len(text):
        yield nodes.Text(text[end:])


def marked(html: str, told: Mapping[str, str] = SPOKEN) -> str:
    """The same in what is written as HTML and holds no mark yet."""

    def mark(found: re.Match[str]) -> str:
        spoken = "" if found[0].startswith("<") else language(found[0], told)
        return f'<span lang="{spoken}">{found[0]}</span>' if spoken else found[0]

    return _TAG_OR_WORDS.sub(mark, html)


def language(words: str, told: Mapping[str, str] = SPOKEN) -> str:
    """The language of words by the script of their first letter; nothing for a script that is not known here."""
    return told.get(script_of(words[0]), "")
