"""A feed as Atom: two builds of one content make the same, for its day is that of the newest entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urljoin
from xml.sax.saxutils import escape, quoteattr


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; ``lines`` are the items of its list, already HTML."""

    id: str
    title: str
    day: date
    address: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed is called, its file, and the page that it follows."""

    title: str
    file: str
    author: str
    base: str
    page: str

    def written(self, entries: Sequence[Entry]) -> str:
        """The feed as text."""
        page, newest = urljoin(self.base, self.page), max((entry.day for entry in entries), default=date.min)
        own = urljoin(self.base, self.file)
        return (
            '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n'
            f"<title>{escape(self.title)}</title>\n<id>{escape(page)}</id>\n{_updated(newest)}"
            f"<author><name>{escape(self.author)}</name></author>\n"
            f'<link rel="self" href={quoteattr(own)}/>\n<link href={quoteattr(page)}/>\n'
            f"{''.join(map(_entry, entries))}</feed>\n"
        )


def _entry(entry: Entry) -> str:
    content = escape(f"<ul>{''.join(f'<li>{line}</li>' for line in entry.lines)}</ul>")
    return (
        f"<entry>\n<title>{escape(entry.title)}</title>\n<id>{escape(entry.id)}</id>\n{_updated(entry.day)}"
        f'<link href={quoteattr(entry.address)}/>\n<content type="html">{content}</content>\n</entry>\n'
    )


def _updated(day: date) -> str:
    return f"<updated>{day}T00:00:00Z</updated>\n"
