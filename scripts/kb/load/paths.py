"""What a file under ``docs/`` is, told from its path alone; a path that tells nothing is refused."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from kb.core.finding import Finding, impossible
from kb.core.mark import Mark
from kb.core.nearest import did_you_mean

ROOT = "docs"
BIBLIOGRAPHY = "refs.bib"
FACTS = "docs/facts"
READINGS = "docs/readings.lock"
"""What second readers have read: made by `kb read`."""
REDIRECTS = "docs/redirects.yaml"
"""Old addresses, and where they lead."""
LEDGER = frozenset(
    f"{FACTS}/{name}"
    for name in (
        "schema/events.yaml",
        "schema/kinds.yaml",
        "schema/names.yaml",
        "schema/properties.yaml",
        "schema/words.yaml",
        "sources.lock",
        "waivers.yaml",
    )
)
"""Files of the ledger that are no entity."""
LEDGER_SCHEMA = "docs/contributing/ledger.schema.json"
"""The form of ledger files, for editors: made by `kb schema`."""
DOWNLOADS = frozenset(
    {
        "docs/about/planted-errors.json",
        "docs/contributing/check.schema.json",
        "docs/contributing/facts.schema.json",
        "docs/contributing/facts.shapes.ttl",
        LEDGER_SCHEMA,
    }
)
"""What a page may offer to be saved."""
SITE = frozenset(
    {
        "docs/conf.py",
        "docs/_templates/404.html",
        "docs/_templates/foot.html",
        "docs/_templates/page.html",
        "docs/_templates/partials/icons.html",
        "docs/_templates/search.html",
        "docs/_templates/sidebar/navigation.html",
        "docs/_static/day.js",
        "docs/_static/filter.js",
        "docs/_static/fold.js",
        "docs/_static/foot.js",
        "docs/_static/kb.css",
        "docs/_static/kb.js",
        "docs/_static/moved.js",
        "docs/_static/search.js",
        "docs/_static/way.js",
    }
)
"""What runs when the site is built or read: known by name, never by kind, and changed only by people who may."""
POWER = LEDGER | {READINGS, "docs/conf.py"}
"""Files that decide what is asked of the rest, and what is accepted: whoever changes one changes what passes."""
STATIC = frozenset(
    f"docs/_static/{name}"
    for name in (
        *("favicon.svg", "mark-dark.svg", "mark-light.svg"),
        *("readme/brief.png", "readme/page.png", "readme/start.png"),
    )
)
"""Pictures that belong to the site and to no page."""


class FileKind(StrEnum):
    """What a file is."""

    PAGE = "a page"
    ENTITY = "an entity"
    LEDGER = "a part of the ledger"
    SOURCES = "the bibliography"
    PICTURE = "a picture"
    DOWNLOAD = "a file to download"
    SITE = "a part of the site"


LARGEST = {
    FileKind.PAGE: 128 * 1024,
    FileKind.ENTITY: 256 * 1024,
    FileKind.LEDGER: 2 * 1024 * 1024,
    FileKind.SOURCES: 4 * 1024 * 1024,
    FileKind.PICTURE: 2 * 1024 * 1024,
    FileKind.DOWNLOAD: 256 * 1024,
    FileKind.SITE: 1024 * 1024,
}
"""Bytes: about five times what the longest of each is, and no more than can be read while somebody waits."""

_NAME = "[a-z0-9]+(?:-[a-z0-9]+)*"
_LONGEST = 120
"""Characters of a path that every file system and every archive can hold."""
_KINDS = (
    (FileKind.ENTITY, re.compile(rf"{FACTS}/{_NAME}\.yaml")),
    (FileKind.PAGE, re.compile(rf"{ROOT}/(?:{_NAME}/){{0,3}}{_NAME}\.md")),
    (FileKind.PICTURE, re.compile(rf"{ROOT}/(?!facts/)(?:{_NAME}/){{0,3}}{_NAME}\.(?:png|jpg|svg)")),
)
_MADE = frozenset({"docs/404.md", "docs/briefs/knowledge-base.md", "docs/genindex.md", "docs/search.md"})
"""Pages that the site makes itself, and a brief that would be printed over the book."""
_SUFFIXES = (".md", ".yaml", ".png", ".jpg", ".svg")


@lru_cache(maxsize=8192)
def kind_of(path: str) -> FileKind | None:
    """What the file at this path is, or nothing if no such file may be there."""
    if path == BIBLIOGRAPHY:
        return FileKind.SOURCES
    if path in LEDGER or path in (READINGS, REDIRECTS):
        return FileKind.LEDGER
    if path in SITE:
        return FileKind.SITE
    if path in STATIC:
        return FileKind.PICTURE
    if path in DOWNLOADS:
        return FileKind.DOWNLOAD
    if len(path) > _LONGEST or path in _MADE:
        return None
    return next((kind for kind, form in _KINDS if form.fullmatch(path)), None)


@lru_cache(maxsize=1024)
def is_folder(path: str) -> bool:
    """May a folder of this path hold anything that is read?"""
    known = (*SITE, *STATIC, *LEDGER, *DOWNLOADS)
    return kind_of(f"{path}/x.md") is not None or any(other.startswith(f"{path}/") for other in known)


def refused(path: str, folder: bool = False) -> Finding:
    """Why nothing may be at this path, told at the path itself or, where its name cannot be shown, at its folder."""
    name = path.rpartition("/")[2]
    what = f"the {'folder' if folder else 'file'} {name!a}"
    text, help = _why(path, name, folder)
    while not (path.isascii() and path.isprintable()):
        path, _, _ = path.rpartition("/")
    return stray(path or ROOT, f"{what} {text}", help)


def stray(path: str, text: str, help: str) -> Finding:
    """Something that no file of the content is."""
    return impossible(Mark(path), text, help, rule="stray-file")


def too_large(path: str, size: int) -> Finding | None:
    """A file that is longer than its kind may be."""
    kind = kind_of(path)
    if kind is None or size <= LARGEST[kind]:
        return None
    text = f"the file holds {size:,} bytes, against at most {LARGEST[kind]:,} for {kind}"
    return impossible(Mark(path), text, "divide it, or leave out what does not belong there", rule="unreadable")


def _why(path: str, name: str, folder: bool) -> tuple[str, str]:
    stem, dot, suffix = name.rpartition(".")
    if not re.fullmatch(_NAME if folder or not dot else rf"{_NAME}\.[a-z]+", name):
        help = "use the letters a to z, digits and single hyphens, as in `who-is-a-member.md`"
        return "has a name that no page, picture or entity may have", help
    if len(path) > _LONGEST:
        return f"has a path of {len(path)} characters, against at most {_LONGEST}", "shorten the names"
    if path in _MADE:
        return "has the name of a page or a PDF that the site makes itself", "choose another name"
    if folder:
        return "is none that the content has", "lay pages at most three folders below docs"
    if suffix == "yml":
        return "ends in .yml, which is not read, against .yaml", f"rename it to `{stem}.yaml`"
    if f".{suffix}" not in _SUFFIXES:
        near = did_you_mean(path, (*SITE, *STATIC, *DOWNLOADS))
        return (
            "is of no kind that the content has",
            near or f"what is read ends in {', '.join(_SUFFIXES)}; move it away",
        )
    if suffix == "yaml":
        return "is no part of the ledger there", f"an entity is `{FACTS}/{stem}.yaml`"
    return "does not belong in that folder", "lay pages, and pictures beside them, at most three folders below docs"
