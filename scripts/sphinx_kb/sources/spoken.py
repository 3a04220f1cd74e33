"""In which language a source speaks: its title and its names are to be read out and hyphenated as what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from docutils import nodes

from kb.core.languages import CODES, LANGUAGES, script_of
from kb.lang import en
from sphinx_kb.foreign import SPOKEN, parted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kb.core.model import Source

_LETTERS = re.compile(r"[a-z]+")
QUOTES = "“”„\"'‘’«»‚"


def title_language(source: Source) -> str:
    """The code of the language that the title is in; nothing for English.

    Somebody put into English what is in Latin letters of a source in Russian, and what has the little words of English.
    """
    named = source.fields.get("langid", "").strip().lower()
    code, script = CODES.get(named, "en"), script_of(source.title)
    if code == "en" or script not in _scripts(named):
        return ""
    is_english = script == "LATIN" and not en.LITTLE.isdisjoint(_LETTERS.findall(source.title.lower()))
    return "" if is_english else code


def scripts(source: Source) -> Mapping[str, str]:
    """For each script the language that its words are taken for in what is said of this source."""
    named = source.fields.get("langid", "").strip().lower()
    return {**SPOKEN, **{script: CODES[named] for script in _scripts(named) if script in SPOKEN}}


def _scripts(named: str) -> tuple[str, ...]:
    """In which scripts a language is written."""
    return (LANGUAGES[named],) if LANGUAGES.get(named) else ("CYRILLIC", "LATIN") if named in LANGUAGES else ()


def speak(made: nodes.paragraph, source: Source) -> nodes.paragraph:
    """Mark in what is written of a source its title, and the words in other scripts.

    Docutils looks for quotation marks by the language of the outermost element of text, and knows few languages: where
    a link still to be resolved stands around the text, an element without a language comes between.
    """
    told = scripts(source)
    for text in list(made.findall(nodes.Text)):
        if isinstance(text.parent, nodes.reference) or text.parent is None:
            continue
        parts = [*_parts(text.astext(), source, told)]
        text.parent.replace(text, parts if isinstance(text.parent, nodes.TextElement) else nodes.inline("", "", *parts))
    return made


def _parts(text: str, source: Source, told: Mapping[str, str]) -> Iterator[nodes.Node]:
    code = title_language(source)
    found = _written(source.title).search(text) if code else None
    yield from parted(text[: found.start()] if found else text, told)
    if found:
        yield nodes.inline("", found[0], classes=[f"language-{code}"])
        yield from parted(text[found.end() :], told)


@cache
def _written(title: str) -> re.Pattern[str]:
    """A title as it is written; its quotation marks are others where it stands in such."""
    return re.compile("".join(f"[{QUOTES}]" if letter in QUOTES else re.escape(letter) for letter in title))
