"""What a page asks of the ledger, by a role or a directive, the ledger can tell."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kb.core.dates import Date
from kb.core.derive import dates, holders, holds_on, overruled, roll, stated, tenures
from kb.core.finding import Finding, impossible
from kb.core.model import Asked, Ledger, Page, Statement
from kb.core.truth import Truth


def check(ledger: Ledger, pages: tuple[Page, ...], manuals: tuple[Page, ...]) -> Iterator[Finding]:
    """What a page asks of the ledger, by a role or a directive, the ledger can tell."""
    for page in (*pages, *manuals):
        for asked in page.asked:
            why = _why(asked, ledger)
            if why:
                help = "correct the id or the day, or state in the ledger what should be told"
                yield impossible(asked.mark, f"{asked.by!r} tells nothing: {why}", help, seen=(asked.by, asked.of))


def _why(asked: Asked, ledger: Ledger) -> str:
    """Why nothing would be told; an id that the ledger does not know is another rule's."""
    id, _, written = (part.strip() for part in asked.of.partition("@"))
    if asked.by == "kb:timeline":
        return (
            ""
            if any(_is_dated(s) and not overruled(ledger, s) for s in _named(asked.of, ledger))
            else "none of these has a date"
        )
    if id not in ledger.entities:
        return ""
    try:
        day = date.fromisoformat(written) if written else ledger.today
    except ValueError:
        return f"{written!r} is no day"
    match asked.by:
        case "kb:count" if not roll(ledger, id, day).possibly:
            return f"there is no roll of {id!r} on {day}"
        case "kb:holder" if not holders(ledger, id, day):
            return f"nobody held {id!r} on {day}"
        case "kb:tenures" if not tenures(ledger, id):
            return f"nobody held {id!r}"
        case "kb:articles" if not any(statement.articles for statement in ledger.entities[id].statements):
            return f"no statement of {id!r} is on an article"
        case "kb:members" if not any(_is_member(s, ledger, day if written else None) for s in _named(id, ledger)):
            return f"there are no members of {id!r}"
    return ""


def _named(ids: str, ledger: Ledger) -> Iterator[Statement]:
    for id in ids.split():
        if id in ledger.statements:
            yield ledger.statements[id]
        elif id in ledger.entities:
            yield from ledger.entities[id].statements


def _is_dated(statement: Statement) -> bool:
    return bool(isinstance(statement.value, Date) or stated(statement)[0] or statement.as_of or dates(statement))


def _is_member(statement: Statement, ledger: Ledger, day: date | None) -> bool:
    declared = ledger.properties.get(statement.property)
    is_one = declared is not None and declared.roll == "member" and not overruled(ledger, statement)
    return is_one and (day is None or holds_on(ledger, statement, day) is not Truth.NEVER)
