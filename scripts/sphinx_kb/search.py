"""What search looks through: every page with its headings and names, and in which section of it each word stands.

It is made of what the checker has read, and small enough to be had whole; ``docs/_static/search.js`` puts in order
what is found. Sphinx's own index holds the ledger word for word and knows no names, and its script fetches every page
that it finds.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders.html import StandaloneHTMLBuilder

from kb.core.model import Corpus, Entity, Page
from kb.core.model.pages import is_manual
from kb.core.months import name
from kb.load.anchors import Anchors
from sphinx_kb.knowledge import corpus_of, docname_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FILE = "_static/search-index.js"
GROUPS = {
    "briefs/": "Briefs",
    "sessions/": "Sessions",
    "facts/": "Ledger",
    "rules/": "Rules",
    "contributing/": "For contributors",
    "about/": "About this work",
}
"""What a page is found under, by the beginning of its name; all others are plain pages."""
PAGES = "Pages"
SUMMARY = 180
"""Characters of its first sentences that stand below the title of a page."""
HOMES = 2
"""So many pages at most are named as those that tell most of an entity."""
WORD = re.compile(r"\d{1,2}[a-z]+\d{4}|[^\W\d_]{2,}|\d+")
_DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(name(n).lower() for n in range(1, 13))}) (\d{{4}})\b")
"""A day is a word of its own as well: ``15may1992``."""
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class _Index:
    """Pages with their sections, numbered through, and the numbers of those in which each word stands."""

    def __init__(self) -> None:
        self.pages: list[list[object]] = []
        self.sections = 0
        self.words: dict[str, list[int]] = {}

    def page(
        self, docname: str, title: str, summary: str, names: list[str], sections: list[list[str]], homes: list[str]
    ) -> None:
        """Add a page; its sections follow one another, the first being what stands above all headings.

        ``homes`` are the pages to read that tell most of an entity.
        """
        group = next((group for start, group in GROUPS.items() if docname.startswith(start)), PAGES)
        self.pages.append([docname, title, group, summary, names, sections, homes])
        self.sections += 1 + len(sections)

    def words_of(self, text: str, section: int) -> None:
        """Note where words stand; sections come in their order."""
        for word in WORD.findall(_DAY.sub(r"\g<0> \1\2\3", text.casefold())):
            found = self.words.setdefault(stem(word), [])
            if found[-1:] != [section]:
                found.append(section)

    def document(self) -> str:
        """The whole as a script; numbers of sections are told by how far each lies behind the one before."""
        told = ";".join(f"{word}:{','.join(_steps(found))}" for word, found in sorted(self.words.items()))
        return f"window.kbIndex = {json.dumps({'pages': self.pages, 'words': told}, ensure_ascii=False)};\n"


def write(app: Sphinx, exception: Exception | None) -> None:
    """Lay the index beside the script that reads it."""
    builder = app.builder
    if exception is None and isinstance(builder, StandaloneHTMLBuilder) and not builder.embedded:
        place = Path(app.outdir) / FILE
        place.parent.mkdir(exist_ok=True)
        place.write_text(index(corpus_of(app.env)), encoding="utf-8", newline="\n")


def instead(app: Sphinx) -> None:
    """No index of Sphinx's own; the page of results is ours."""
    builder = app.builder
    if isinstance(builder, StandaloneHTMLBuilder) and not builder.embedded:
        builder.search = False
        app.config.html_additional_pages = {**app.config.html_additional_pages, "search": "search.html"}


def index(corpus: Corpus) -> str:
    """The index of everything that can be found."""
    made = _Index()
    for page in (*corpus.pages, *corpus.manuals):
        _add(made, corpus, page)
    at_home = _homes(corpus)
    for entity in corpus.entities.values():
        kind = corpus.kinds[entity.kind].label if entity.kind in corpus.kinds else entity.kind
        made.page(
            docname_of(entity.mark.path), _capital(entity.label), kind, _names(entity), [], at_home.get(entity.id, [])
        )
    return made.document()


def _add(made: _Index, corpus: Corpus, page: Page) -> None:
    """A page; of the manuals of rules, which hold examples of what is wrong, the headings alone are looked through."""
    first = made.sections
    anchors = Anchors()
    sections: list[list[str]] = []
    for block in page.blocks:
        text = " ".join(sentence.text for sentence in block.sentences)
        if block.kind == "heading":
            anchor = anchors.name(text)
            if text != page.title and anchor in page.anchors:
                sections.append([anchor, text])
        elif not is_manual(page.path) and block.kind != "front-matter":
            made.words_of(text, first + len(sections))
    about = _names(corpus.entities[page.about[0]]) if page.about and page.about[0] in corpus.entities else []
    made.page(docname_of(page.path), page.title, summary(page), about, sections, [])


def _homes(corpus: Corpus) -> dict[str, list[str]]:
    """For each entity the pages that cite most of what its statements rest on, at the places where they rest."""
    resting: dict[tuple[str, str], set[str]] = {}
    for statement in corpus.statements.values():
        for one in statement.evidence:
            resting.setdefault((one.by, one.at), set()).add(statement.subject)
    told: dict[str, Counter[str]] = {}
    for page in corpus.pages if resting else ():
        cited = (each for block in page.blocks for sentence in block.sentences for each in sentence.citations)
        for citation in cited if page.vouched else ():
            for id in resting.get((citation.key, citation.locator), ()):
                told.setdefault(id, Counter())[docname_of(page.path)] += 1
    return {id: [name for name, times in pages.most_common(HOMES) if times > 1] for id, pages in told.items()}


def summary(page: Page) -> str:
    """The first sentences, as far as they go whole; of a long one its beginning."""
    told = ""
    for block in page.blocks:
        for sentence in block.sentences if block.kind in ("paragraph", "item") else ():
            if any(kind == "role" for _, _, kind in sentence.masked):
                continue  # what a role says stands only on the built page
            words = " ".join(sentence.text.split())
            if told and len(told) + len(words) >= SUMMARY:
                return told
            told = f"{told} {words}".strip()
            if len(told) > SUMMARY:
                return told[:SUMMARY].rsplit(" ", 1)[0] + " …"
    return told


def _names(entity: Entity) -> list[str]:
    """Everything that it is called, in every language."""
    return list(dict.fromkeys([*(name.text for name in entity.names), *entity.also]))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def stem(word: str) -> str:
    """A word without its ending; ``search.js`` does the same to what is asked for."""
    for ending, least, instead in (
        ("ies", 5, "y"),
        ("ing", 6, ""),
        ("ed", 5, ""),
        ("es", 5, ""),
        ("s", 4, ""),
        ("e", 4, ""),
    ):
        if len(word) >= least and word.endswith(ending) and not word.endswith("ss"):
            return word[: -len(ending)] + instead
    return word


def _steps(numbers: list[int]) -> Iterator[str]:
    before = 0
    for number in numbers:
        yield _short(number - before)
        before = number


def _short(number: int) -> str:
    """A number to the base of 36, as JavaScript reads it."""
    written = ""
    while number or not written:
        number, digit = divmod(number, len(DIGITS))
        written = DIGITS[digit] + written
    return written
