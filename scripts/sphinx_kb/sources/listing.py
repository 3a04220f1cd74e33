"""How a source is listed: one order for all types of entry, titles as they were written, only addresses of the web."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pybtex.richtext import HRef, Tag, Text
from pybtex.style import FormattedEntry
from pybtex.style.formatting import BaseStyle

from sphinx_kb.sources.authors import creators, full_name, labels, plain, sort, year
from sphinx_kb.words import MONTHS

if TYPE_CHECKING:
    from pybtex.database import Entry
    from pybtex.richtext import BaseText

_RANKS = ("primary", "secondary", "tertiary")
_TYPES = {"mastersthesis": "Master's thesis", "phdthesis": "PhD thesis", "techreport": "Report"}
_ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:/.*)?")


def day(iso: str) -> str:
    """``2016-10-14`` as ``14 October 2016``; anything else as it stands."""
    match = _ISO.fullmatch(iso.strip())
    if not match:
        return plain(iso)
    number, month = match[3], match[2]
    words = [str(int(number))] if number else []
    words += [MONTHS[int(month) - 1]] if month and 1 <= int(month) <= 12 else []
    return " ".join([*words, match[1]])


class VouchedStyle(BaseStyle):
    """One order for all types of entry: who, when, what, in what, where to find it, what we saw of it."""

    def __init__(self, **options: object) -> None:
        super().__init__(**options)
        self.sort = sort  # the base class puts plugins of its own in these two places
        self.format_labels = labels

    def format_entry(self, label: str, entry: Entry, bib_data: object = None) -> FormattedEntry:
        """The whole reference."""
        return FormattedEntry(entry.key, Text(*_reference(label, entry)), label)


def _reference(label: str, entry: Entry) -> Iterator[BaseText | str]:
    """The sentences of a reference."""
    fields = entry.fields
    author, dated = _author(entry), label.rpartition(" ")[2]
    title = plain(fields.get("title", entry.key))
    if author:
        yield f"{author} ({dated}). "
        yield from _title(entry, title)
    else:
        yield from _title(entry, title)
        yield f" ({dated})."
    for part in (_container(entry), _publication(entry), _dated(entry), _identifiers(entry)):
        if part:
            yield " "
            yield from part
    if "url" in fields:
        yield from _address(entry)
    remarks = [plain(fields[name]) for name in ("note", "addendum") if fields.get(name)]
    for remark in remarks:
        yield f" {_stopped(remark)}"
    rank = next((rank for rank in _RANKS if rank in fields.get("keywords", "")), None)
    if rank:
        yield f" {rank.capitalize()} source."


def _author(entry: Entry) -> str:
    names = [full_name(person) for person in creators(entry)]
    if not names:
        return plain(entry.fields.get("organization") or entry.fields.get("institution") or "")
    listed = names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
    if not entry.persons.get("author"):
        listed += " (eds.)" if len(names) > 1 else " (ed.)"
    short = plain(entry.fields.get("shortauthor", ""))
    return f"{listed} [{short}]" if short and short != listed else listed


def _title(entry: Entry, title: str) -> Iterator[BaseText | str]:
    whole = entry.type in ("book", "booklet", "collection", "manual", "mastersthesis", "phdthesis", "proceedings",
                           "report", "techreport", "thesis")  # fmt: skip
    subtitle = plain(entry.fields.get("subtitle", ""))
    text = f"{title}: {subtitle}" if subtitle else title
    if whole:
        yield Tag("em", text)
    else:
        yield f"“{text}”"
    if "titleaddon" in entry.fields:
        yield f" [{plain(entry.fields['titleaddon'])}]"
    yield "" if text.endswith(("?", "!", ".")) else "."


def _container(entry: Entry) -> list[BaseText | str]:
    """The journal, book or site it stands in."""
    fields = entry.fields
    name = next(
        (fields[key] for key in ("journal", "journaltitle", "booktitle", "maintitle", "series") if key in fields), ""
    )
    if not name:
        return []
    parts: list[BaseText | str] = ["In " if "booktitle" in fields else "", Tag("em", plain(name))]
    editors = entry.persons.get("editor")
    if editors and entry.persons.get("author"):
        parts.append(", edited by " + " and ".join(full_name(person) for person in editors))
    volume = fields.get("volume", "")
    issue = fields.get("number") or fields.get("issue")
    if volume or issue:
        parts.append(f" {plain(volume)}{f'({plain(issue)})' if issue else ''}")
    if "chapter" in fields:
        parts.append(f", chapter {plain(fields['chapter'])}")
    if "pages" in fields:
        parts.append(f", pp. {re.sub('-+', '–', plain(fields['pages']))}")
    return [*parts, "."]


def _publication(entry: Entry) -> list[str]:
    fields = entry.fields
    kind = plain(fields.get("type", _TYPES.get(entry.type, "")))
    publisher = next(
        (plain(fields[k]) for k in ("publisher", "institution", "school", "howpublished") if k in fields), ""
    )
    if publisher == _author(entry):
        publisher = ""
    place = plain(fields.get("address") or fields.get("location") or "")
    edition = f"{plain(fields['edition'])} edition" if "edition" in fields else ""
    number = ""
    if not any(key in fields for key in ("journal", "journaltitle", "booktitle", "series")):
        number = f"No. {plain(fields['number'])}" if "number" in fields else ""
    text = ", ".join(part for part in (kind, number, edition, publisher, place) if part)
    return [_stopped(text)] if text else []


def _dated(entry: Entry) -> list[str]:
    """The day, where more than the year is known."""
    fields = entry.fields
    iso = fields.get("date", "")
    if len(iso) > 4:
        return [day(iso) + "."]
    if "month" in fields and year(entry) not in fields.get("howpublished", ""):
        month = plain(fields["month"])
        name = MONTHS[int(month) - 1] if month.isdecimal() and 1 <= int(month) <= 12 else month.capitalize()
        return [" ".join(filter(None, [plain(fields.get("day", "")), name, year(entry)])) + "."]
    return []


def _identifiers(entry: Entry) -> list[BaseText | str]:
    parts: list[BaseText | str] = []
    if "isbn" in entry.fields:
        parts.append(f"ISBN {plain(entry.fields['isbn'])}.")
    if "doi" in entry.fields:
        doi = entry.fields["doi"]
        parts += [" " if parts else "", HRef(f"https://doi.org/{doi}", f"doi:{doi}"), "."]
    return parts


def _address(entry: Entry) -> Iterator[BaseText | str]:
    url = entry.fields["url"]
    if not url.startswith(("http://", "https://")):
        return
    yield " "
    yield HRef(url, _shown(url))
    if "urldate" in entry.fields:
        yield f" (seen {day(entry.fields['urldate'])})"
    archived = entry.fields.get("x-archived") or entry.fields.get("archiveurl") or ""
    if archived.startswith(("http://", "https://")):
        yield " ["
        yield HRef(archived, "archived")
        yield "]"
    yield "."


def _shown(url: str) -> str:
    """An address without the parts that say nothing."""
    return re.sub(r"^https?://(www\.)?", "", url).rstrip("/")


def _stopped(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else text + "."
