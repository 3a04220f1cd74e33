"""Who wrote a source and when, as a citation names it: short, and with letters where two would look alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from string import ascii_lowercase
from typing import TYPE_CHECKING

from pybtex.richtext import Text

from sphinx_kb.knowledge import corpus_of

if TYPE_CHECKING:
    from pybtex.database import Entry, Person
    from sphinx.application import Sphinx

_INITIALS = re.compile(r"[A-Z]{2,6}")


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
