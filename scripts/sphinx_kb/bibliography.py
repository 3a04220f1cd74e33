"""How sources are cited and listed: author and year, letters where two look alike, titles as they were written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from string import ascii_lowercase
from typing import TYPE_CHECKING

import pybtex.plugin
import sphinxcontrib.bibtex.plugin
from pybtex.richtext import HRef, Tag, Text
from pybtex.style import FormattedEntry
from pybtex.style.formatting import BaseStyle
from sphinxcontrib.bibtex.style.referencing import BaseReferenceStyle
from sphinxcontrib.bibtex.style.template import join, join2, node, pre_text, reference

from sphinx_kb.knowledge import corpus_of
from sphinx_kb.words import MONTHS, together

if TYPE_CHECKING:
    from pybtex.database import Entry, Person
    from pybtex.richtext import BaseText
    from sphinx.application import Sphinx

STYLE = "vouched"
"""The name of both styles, for ``bibtex_default_style`` and ``bibtex_reference_style``."""
_RANKS = ("primary", "secondary", "tertiary")
_TYPES = {"mastersthesis": "Master's thesis", "phdthesis": "PhD thesis", "techreport": "Report"}
_INITIALS = re.compile(r"[A-Z]{2,6}")
_ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:/.*)?")


def register() -> None:
    """Make the styles known, and remember the plugins that would be looked up again for every citation."""
    pybtex.plugin.register_plugin("pybtex.style.formatting", STYLE, VouchedStyle, force=True)
    sphinxcontrib.bibtex.plugin.register_plugin("sphinxcontrib.bibtex.style.referencing", STYLE, AuthorYear, force=True)
    for group, name in (("pybtex.backends", "plaintext"), ("pybtex.backends", "docutils")):
        pybtex.plugin.register_plugin(group, name, pybtex.plugin.find_plugin(group, name), force=True)


def name_bodies(app: Sphinx) -> None:
    """A body that the ledger knows by initials is cited by them: ``CSTO 2016``."""
    initials = {}
    for entity in corpus_of(app.env).entities.values():
        short = next((name.text for name in entity.names if _INITIALS.fullmatch(name.text)), None)
        initials |= {name.text: short for name in entity.names if short}
    for entry in app.env.get_domain("cite").bibdata.data.entries.values():
        names = [full_name(person) for person in creators(entry)]
        if "shortauthor" not in entry.fields and any(name in initials for name in names) and len(names) == 1:
            entry.fields["shortauthor"] = initials[names[0]]


def creators(entry: Entry) -> list[Person]:
    """Authors, else editors."""
    return list(entry.persons.get("author") or entry.persons.get("editor") or [])


def plain(text: str) -> str:
    """A field without the braces that protect capitals."""
    return str(Text.from_latex(text))


def surname(person: Person) -> str:
    """The family name, or the whole name of a body."""
    return plain(" ".join([*person.prelast_names, *person.last_names]) or str(person))


def full_name(person: Person) -> str:
    """``Davide Indeo``; a body as it is called."""
    names = (person.first_names, person.middle_names, person.prelast_names, person.last_names, person.lineage_names)
    return plain(" ".join(name for part in names for name in part))


def short_author(entry: Entry) -> str:
    """How a citation names the author: ``Indeo``, ``Aris and Snetkov``, ``Aris et al.``, or a body's short name."""
    if "shortauthor" in entry.fields:
        return plain(entry.fields["shortauthor"])
    names = [surname(person) for person in creators(entry)]
    if not names:
        organisation = entry.fields.get("organization") or entry.fields.get("institution")
        return plain(organisation or entry.fields.get("title", entry.key))
    if len(names) > 2:
        return f"{names[0]} et al."
    return " and ".join(names)


def year(entry: Entry) -> str:
    """The year, or ``n.d.`` where none was seen."""
    match = re.search(r"\d{4}", entry.fields.get("year") or entry.fields.get("date") or "")
    return match[0] if match else "n.d."


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


def sort(entries: Iterable[Entry]) -> list[Entry]:
    """By author as cited, year, title."""
    return sorted(
        entries, key=lambda entry: (_folded(short_author(entry)), year(entry), entry.fields.get("title", ""), entry.key)
    )


def labels(sorted_entries: Iterable[Entry]) -> Iterator[str]:
    """``Indeo 2016``; letters where two labels would be the same."""
    bare = [f"{short_author(entry)} {year(entry)}" for entry in sorted_entries]
    total, seen = Counter(bare), Counter[str]()
    for label in bare:
        letter = _letter(seen[label]) if total[label] > 1 else ""
        seen[label] += 1
        yield f"{label}{'-' if letter and label.endswith('.') else ''}{letter}"


def _folded(text: str) -> str:
    return re.sub(r"^(the|a) ", "", text.casefold())


def _letter(number: int) -> str:
    first, second = divmod(number, 26)
    return (ascii_lowercase[first - 1] if first else "") + ascii_lowercase[second]


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


@node
def author(children: Sequence[object], data: dict) -> Text:
    """The author as a citation names it."""
    return Text(data["formatted_entry"].label.rpartition(" ")[0])


@node
def dated(children: Sequence[object], data: dict) -> Text:
    """The year of a citation, with its letter."""
    return Text(data["formatted_entry"].label.rpartition(" ")[2])


@node
def place(children: Sequence[object], data: dict) -> Text:
    """The place in the source."""
    return Text(together(data["reference_info"].post_text))


@node
def whole(children: Sequence[object], data: dict) -> Text:
    """Author and year, on one line if possible."""
    return Text(data["formatted_entry"].label)


@dataclass
class AuthorYear(BaseReferenceStyle):
    """``(Indeo 2016, ¶ 3; Aris 2018, p. 2)`` and ``Indeo (2016, ¶ 3)``; locators follow the year."""

    roles: list[str] = field(default_factory=lambda: ["p", "t", "alp", "author", "year"])

    def role_names(self) -> list[str]:
        """The roles that this style knows, without ``cite:``."""
        return self.roles

    def outer(self, role_name: str, children: list[BaseText]) -> object:
        """The group: in brackets, or in the sentence."""
        if role_name == "p":
            return join["(", join(sep="; ")[children], ")"]
        return join(sep="; " if role_name == "alp" else ", ", last_sep=" and " if role_name == "t" else None)[children]

    def inner(self, role_name: str) -> object:
        """One source of the group."""
        if role_name == "author":
            return reference[author]
        if role_name == "year":
            return reference[dated]
        if role_name == "t":
            located = join2(sep1=" ", sep2=", ")[pre_text, reference[dated], place]
            return join[author, " (", located, ")"]
        return join2(sep1=" ", sep2=", ")[pre_text, reference[whole], place]
