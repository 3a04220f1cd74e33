"""Says what is bad in an output: a page, a picture, a report, a table."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from html.parser import HTMLParser
from urllib.parse import urlsplit

REFUSED = frozenset(
    "iframe frame frameset object embed applet base portal fencedframe foreignobject animate set math template".split()
)
DATA = frozenset({"application/json", "application/ld+json"})
"""Kinds of scripts that no browser runs: they hold what programs read."""
ADDRESSES = frozenset(
    "href src action formaction poster data background cite longdesc manifest ping srcset xlink:href".split()
)
LOADS = frozenset({"src", "poster", "data", "background", "srcset", "manifest", "ping", "formaction"})
"""Attributes that a browser follows by itself."""
LOADING = frozenset({"link", "use", "image"})
"""Elements whose addresses it follows by itself, whatever the attribute."""
FORMULA = tuple("=+-@\t\r＝＋－＠")
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
SEEN = frozenset("\n")
DEEPEST = 3
"""How many folders deep the pages of these sites lie, and so how far up a link may lead."""
csv.field_size_limit(10**9)  # a cell may hold the whole of what a stranger wrote
_COLOUR = re.compile(r"\x1b\[[0-9;]*m|\x1b\[2K\r?")
_COMMAND = re.compile(r"^\s*::|##\[", re.MULTILINE)
_OURS = re.compile(r"::(error|warning|notice)( (file=|title=)[^:]*)?::")
_STYLE = re.compile(r"url\(|expression|@import|position\s*:\s*fixed", re.IGNORECASE)
_SHEET = re.compile(r"@import|url\(\s*[\"']?(?!data:)[a-z]*:?//|expression", re.IGNORECASE)


class _Page(HTMLParser):
    """Reads a page as a browser would, and notes what it would follow or run."""

    def __init__(self, scripts: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts, self.known = scripts, set[str]()
        self.faults: list[str] = []
        self.within, self.text = "", ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Judge an element and its attributes."""
        given = {name.lower(): value or "" for name, value in attrs}
        if tag in ("script", "style"):
            self.within, self.text = tag, ""
        if tag == "script":
            self.address, self.kind = rooted(given.get("src", "")), given.get("type", "")
        if tag in REFUSED:
            self.faults.append(f"the element {tag!r} stands in the page")
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            self.faults.append(f"the page sends readers away: {given.get('content', '')[:70]}")
        for name, value in given.items():
            self.faults.extend(_attribute(tag, name, value, given))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """To a browser a slash at the end of an element means nothing."""
        self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        """Gather the text of scripts and styles."""
        if self.within:
            self.text += data

    def handle_endtag(self, tag: str) -> None:
        """Judge a script or a style once it is whole."""
        if tag != self.within:
            return
        self.within = ""
        if tag == "style" and _SHEET.search(self.text):
            self.faults.append(f"a style asks another host: {self.text[:70]}")
        elif tag == "script" and self.kind not in DATA:
            self.known.add(self.address or self.text)
            if (self.address or self.text) not in self.scripts:
                self.faults.append(f"a script stands in the page: {self.address or self.text[:70]!r}")

    def close(self) -> None:
        """A script that never ends runs to the end of the page."""
        if self.within:
            self.faults.append(f"a {self.within} never ends")
        super().close()


@lru_cache(maxsize=64)
def page(html: str, scripts: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """What is bad in a page; ``scripts`` are those of the theme."""
    return tuple(_read(html, scripts).faults)


def scripts_of(html: str) -> set[str]:
    """The scripts of a page, each in a form that does not depend on where the page lies."""
    return _read(html, frozenset()).known


def _read(html: str, scripts: frozenset[str]) -> _Page:
    read = _Page(scripts)
    read.feed(html)
    read.close()
    return read


def rooted(address: str) -> str:
    """An address as it is from the root of the site."""
    return re.sub(r"^(\.\./)+|^/(?=[^/\\])", "", address)


def _attribute(tag: str, name: str, value: str, given: dict[str, str]) -> Iterator[str]:
    shown = f"{tag} {name}={value[:70]!r}"
    if name.startswith("on") or name == "srcdoc":
        yield f"an attribute runs code: {shown}"
    if name == "style" and _STYLE.search(value):
        yield f"a style reaches out: {shown}"
    if name in ADDRESSES:
        follows = name in LOADS or (tag in LOADING and given.get("rel") != "canonical")
        yield from _address(re.sub(r"[\x00-\x20\x7f]", "", value), follows, shown)


def _address(plain: str, follows: bool, shown: str) -> Iterator[str]:
    try:
        scheme = urlsplit(plain).scheme if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", plain) else ""
    except ValueError:
        yield f"an address that cannot be read: {shown}"
        return
    if scheme and scheme.lower() not in ("http", "https"):
        yield f"an address of another scheme: {shown}"
    elif plain.startswith(("//", "\\\\", "/\\", "\\/")):
        yield f"an address of another host: {shown}"
    elif follows and scheme:
        yield f"a browser would ask another host: {shown}"
    elif not scheme and (plain.startswith("/") or plain.count("../") > DEEPEST or "outside/" in plain):
        yield f"an address outside the site: {shown}"


def picture(svg: str) -> Iterator[str]:
    """What is bad in an SVG file."""
    for pattern, what in PICTURE.items():
        if re.search(pattern, svg, re.IGNORECASE):
            yield f"the picture holds {what}"


PICTURE = {
    r"<\s*(\w+:)?script": "a script",
    r"\son\w+\s*=": "an attribute that runs code",
    r"<!(DOCTYPE|ENTITY)": "a document type",
    r"<\s*(\w+:)?(foreignObject|iframe|animate|set)\b": "an element that is no drawing",
    r"javascript:|data:text": "a script as an address",
    r"(href|src)\s*=\s*[\"'](?!#|data:image/(png|jpeg))": "a reference to another file",
    r"@import|url\(\s*[\"']?(?!#)": "a style that asks another file",
    r"<\?xml-stylesheet": "a style sheet of its own",
    r"encoding\s*=\s*[\"'](?!utf-8)": "another encoding",
}


def report(text: str) -> Iterator[str]:
    """What is bad in something printed to a terminal or the log of a workflow."""
    text = _COLOUR.sub("", text)
    if not (text.isascii() and text.replace("\n", "").isprintable()):
        unseen = {f"U+{ord(c):04X}" for c in set(text) - SEEN if unicodedata.category(c) in UNSEEN}
        if unseen:
            yield f"it prints {', '.join(sorted(unseen))}"
    found = _COMMAND.search(text)
    if found:
        yield f"a line is a command to the runner: {text[found.start() : found.start() + 60]!r}"


def annotations(text: str) -> Iterator[str]:
    """What is bad in a report for GitHub: a line is one of our commands, or a plain line."""
    for line in text.split("\n"):
        ours = _OURS.match(line)
        yield from report(line[ours.end() :] if ours else line)


def table(text: str) -> Iterator[str]:
    """What is bad in a CSV file."""
    for row in csv.reader(io.StringIO(text)):
        for cell in row:
            if cell.strip().startswith(FORMULA):
                yield f"a spreadsheet would take this for a formula: {cell[:60]!r}"
            if not cell.isprintable() and {c for c in cell if unicodedata.category(c) in ("Cc", "Cs") and c != "\n"}:
                yield f"a control character in a cell: {cell[:60]!r}"
