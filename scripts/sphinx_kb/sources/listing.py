"""How a source is listed: one order for all types of entry, titles as they were written, only addresses of the web."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote

from pybtex.richtext import HRef, Tag, Text
from pybtex.style import FormattedEntry
from pybtex.style.formatting import BaseStyle

from kb.core.addresses import fault_of, linked, shown
from kb.core.months import name as month_name
from kb.core.published import month, published
from kb.extract.phrases import stands_in
from sphinx_kb.sources.authors import after_author, labels, named, sort, year

if TYPE_CHECKING:
    from pybtex.richtext import BaseText

    from kb.core.model import Source

_TYPES = {"mastersthesis": "Master's thesis", "phdthesis": "PhD thesis", "techreport": "Report"}
_WITHIN = str.maketrans("“”", "‘’")
_ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:/.*)?")


def day(iso: str) -> str:
    """``2016-10-14`` as ``14 October 2016``; anything else as it stands."""
    match = _ISO.fullmatch(iso.strip())
    if not match:
        return iso
    number, month = match[3], match[2]
    words = [str(int(number))] if number else []
    words += [month_name(int(month))] if month and 1 <= int(month) <= 12 else []
    return " ".join([*words, match[1]])


class VouchedStyle(BaseStyle):
    """One order for all types of entry: who, when, what, in what, where to find it, what we saw of it."""

    def __init__(self, **options: object) -> None:
        BaseStyle.__init__(self, **options)
        self.sort = sort  # the base class puts plugins of its own in these two places
        self.format_labels = labels

    def format_entry(self, label: str, source: Source, bib_data: object = None) -> FormattedEntry:
        """The whole reference."""
        return FormattedEntry(source.key, Text(*_reference(label, source)), label)


def _reference(label: str, source: Source) -> Iterator[BaseText | str]:
    """The sentences of a reference."""
    author, dated = _author(source), after_author(label, source)
    dated = dated if dated.startswith(year(source)) else year(source)
    if author:
        yield f"{author} ({dated}). "
        yield from title(source)
    else:
        yield from title(source)
        yield f" ({dated})."
    for part in (container(source), publication(source), _dated(source), identifiers(source), _address(source)):
        if part:
            yield " "
            yield from part
    for name in ("note", "addendum"):
        if source.fields.get(name):
            yield f" {_stopped(source.fields[name])}"
    if source.rank:
        yield f" {source.rank.capitalize()} source."


def _said(source: Source, *names: str) -> str:
    """The first of these fields that says something."""
    return next((source.fields[name] for name in names if source.fields.get(name)), "")


def _author(source: Source) -> str:
    if not source.makers.names:
        return ""
    listed = named(source.makers)
    if source.made_by == "editor":
        listed += " (eds.)" if len(source.makers.names) > 1 or source.makers.others else " (ed.)"
    short = _said(source, "shortauthor")
    return f"{listed} [{short}]" if short and short != listed else listed


def title(source: Source) -> Iterator[BaseText | str]:
    """The title, in italics or in quotation marks; quotation marks within these are single ones."""
    whole = source.type in ("book", "booklet", "collection", "manual", "mastersthesis", "phdthesis", "proceedings",
                            "report", "techreport", "thesis")  # fmt: skip
    title, subtitle = _said(source, "title") or source.key, _said(source, "subtitle")
    text = f"{title}: {subtitle}" if subtitle else title
    if whole:
        yield Tag("em", text)
    else:
        yield f"“{text.translate(_WITHIN)}”"
    if addition := _said(source, "titleaddon"):
        yield f" [{addition}]"
    yield "" if text.endswith(("?", "!", ".")) else "."


def container(source: Source) -> list[BaseText | str]:
    """The journal, book or site it stands in."""
    name = _said(source, "journal", "journaltitle", "booktitle", "maintitle", "series")
    if not name:
        return []
    parts: list[BaseText | str] = ["In " if source.fields.get("booktitle") else "", Tag("em", name)]
    editors = source.people.get("editor")
    if editors and source.made_by == "author":
        parts.append(f", edited by {named(editors)}")
    volume, issue = _said(source, "volume"), _said(source, "number", "issue")
    if volume or issue:
        parts.append(f" {volume}{f'({issue})' if issue else ''}")
    if chapter := _said(source, "chapter"):
        parts.append(f", chapter {chapter}")
    if pages := _said(source, "pages"):
        parts.append(f", pp. {re.sub('-+', '–', pages)}")
    return [*parts, "."]


def publication(source: Source) -> list[str]:
    """What kind of work it is, of which number and edition, by whom, and where."""
    kind = _said(source, "type") or _TYPES.get(source.type, "")
    publisher = _said(source, "publisher", "institution", "school", "howpublished")
    if publisher == _author(source):
        publisher = ""
    place, edition, number = _said(source, "address", "location"), _said(source, "edition"), ""
    if not _said(source, "journal", "journaltitle", "booktitle", "series"):
        number = _said(source, "number")
    told = (kind, number and f"No. {number}", edition and f"{edition} edition", publisher, place)
    text = ", ".join(part for part in told if part)
    return [_stopped(text)] if text else []


def _dated(source: Source) -> list[str]:
    """The day, where more than the year is known."""
    iso = source.fields.get("date", "")
    if len(iso) > 4:
        return [_stopped(day(iso))]
    said = _said(source, "month")
    if said and published(source) and not stands_in(year(source), source.fields.get("howpublished", "")):
        number = month(said)
        name = month_name(int(number)) if number else said.capitalize()
        return [" ".join(filter(None, [_said(source, "day"), name, year(source)])) + "."]
    return []


def identifiers(source: Source) -> list[BaseText | str]:
    """The numbers by which libraries know it."""
    isbn, doi = _said(source, "isbn"), source.fields.get("doi", "")
    parts: list[BaseText | str] = [f"ISBN {isbn}."] if isbn else []
    if doi:
        address = f"https://doi.org/{quote(doi, safe='/:;()')}"
        parts += [" " if parts else "", HRef(address, f"doi:{doi}"), "."]
    return parts


def _address(source: Source) -> list[BaseText | str]:
    """The address, the day it was seen, and the copy: only what readers may be sent to."""
    url = source.fields.get("url", "")
    if not url or fault_of(url):
        return []
    parts: list[BaseText | str] = [HRef(linked(url), shown(url))]
    if seen := source.fields.get("urldate"):
        parts.append(f" (seen {day(seen)})")
    archived = source.fields.get("x-archived") or source.fields.get("archiveurl") or ""
    if archived and not fault_of(archived):
        parts += [" [", HRef(linked(archived), "archived"), "]"]
    return [*parts, "."]


def _stopped(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else text + "."
