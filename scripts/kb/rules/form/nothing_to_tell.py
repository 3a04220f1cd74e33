"""What a page asks of the ledger, by a role or a directive, the ledger can tell."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kb.core.answer import Answer
from kb.core.dates import Date
from kb.core.derive import holders, holds_on, overruled, roll, stated, tenures, typed
from kb.core.finding import Finding, impossible
from kb.core.model import Asked, Corpus, Statement


def check(corpus: Corpus) -> Iterator[Finding]:
    """What a page asks of the ledger, by a role or a directive, the ledger can tell."""
    for page in (*corpus.pages, *corpus.manuals):
        for asked in page.asked:
            why = _why(asked, corpus)
            if why:
                help = "correct the id or the day, or state in the ledger what should be told"
                yield impossible(asked.mark, f"{asked.by!r} tells nothing: {why}", help, seen=(asked.by, asked.of))


def _why(asked: Asked, corpus: Corpus) -> str:
    """Why nothing would be told; an id that the ledger does not know is another rule's."""
    id, _, written = (part.strip() for part in asked.of.partition("@"))
    if asked.by == "kb:timeline":
        return (
            ""
            if any(_is_dated(s) and not overruled(corpus, s) for s in _named(asked.of, corpus))
            else "none of these has a date"
        )
    if id not in corpus.entities:
        return ""
    try:
        day = date.fromisoformat(written) if written else corpus.today
    except ValueError:
        return f"{written!r} is no day"
    match asked.by:
        case "kb:count" if not roll(corpus, id, day).possibly:
            return f"there is no roll of {id!r} on {day}"
        case "kb:holder" if not holders(corpus, id, day):
            return f"nobody held {id!r} on {day}"
        case "kb:tenures" if not tenures(corpus, id):
            return f"nobody held {id!r}"
        case "kb:articles" if not any(statement.articles for statement in corpus.entities[id].statements):
            return f"no statement of {id!r} is on an article"
        case "kb:members" if not any(_is_member(s, corpus, day if written else None) for s in _named(id, corpus)):
            return f"there are no members of {id!r}"
    return ""


def _named(ids: str, corpus: Corpus) -> Iterator[Statement]:
    for id in ids.split():
        if id in corpus.statements:
            yield corpus.statements[id]
        elif id in corpus.entities:
            yield from corpus.entities[id].statements


def _is_dated(statement: Statement) -> bool:
    return bool(isinstance(statement.value, Date) or stated(statement)[0] or statement.as_of or typed(statement).dates)


def _is_member(statement: Statement, corpus: Corpus, day: date | None) -> bool:
    declared = corpus.properties.get(statement.property)
    is_one = declared is not None and declared.roll == "member" and not overruled(corpus, statement)
    return is_one and (day is None or holds_on(corpus, statement, day) is not Answer.NEVER)
