"""`kb stale`: which pages, and which statements of what goes on, nobody has looked at for longest."""

from __future__ import annotations

import argparse
from datetime import date

from kb.cli.place import corpus_of, root
from kb.cli.say import say
from kb.core.dates import Date
from kb.core.mark import Mark
from kb.report.json import harmless
from kb.run.known import start
from kb.run.stale import AgedPage, Ongoing, aged_pages, ongoing


def stale(arguments: argparse.Namespace) -> bool:
    """Print both lists, what is out of date longest first."""
    corpus = corpus_of(root(), arguments.today)
    run = start(corpus)
    pages, statements = aged_pages(run), ongoing(run)
    if arguments.format == "json":
        whole = {"version": 1, "today": str(corpus.today), "pages": [*map(_page, pages)]}
        print(harmless({**whole, "ongoing": [*map(_statement, statements)]}))
        return True
    say("Pages, by the day up to which they hold, then by the newest event that they tell:")
    say(*(_page_line(page, corpus.today) for page in pages))
    say("", "What is said to go on, by the newest day on which a witness was published or looked up:")
    say(*(_statement_line(each, corpus.today) for each in statements))
    return True


def _page_line(page: AgedPage, today: date) -> str:
    told = f"newest event told {page.newest} ({_ago(page.newest.earliest, today)})" if page.newest else "tells no event"
    return f"{_place(page.mark)}: as of {page.asof} ({_ago(page.asof, today)}); {told}"


def _statement_line(each: Ongoing, today: date) -> str:
    told = (
        f"{each.witness} {each.what} {each.day} ({_ago(each.day.earliest, today)})" if each.day else "no dated witness"
    )
    return f"{_place(each.mark)}: {each.statement.id}; {told}"


def _ago(day: date, today: date) -> str:
    days = (today - day).days
    return f"{days:,} {'day' if days == 1 else 'days'} ago"


def _place(mark: Mark) -> str:
    return f"{mark.path}:{mark.line}"


def _page(page: AgedPage) -> dict[str, object]:
    return {"path": page.mark.path, "line": page.mark.line, "asof": str(page.asof), "newest": _text(page.newest)}


def _statement(each: Ongoing) -> dict[str, object]:
    return {
        "statement": each.statement.id,
        "path": each.mark.path,
        "line": each.mark.line,
        "checked": _text(each.statement.checked),
        "witness": each.witness or None,
        "day": _text(each.day),
        "what": each.what or None,
    }


def _text(day: Date | None) -> str | None:
    return str(day) if day else None
