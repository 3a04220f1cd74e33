"""The double entry: each figure of a statement stands in a quote of its evidence, or in the note that infers it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kb.core.dates import Date
from kb.core.digits import grouped, plain
from kb.core.mark import Mark
from kb.core.model import Count, Statement
from kb.evidence.quotes import Part, Readable, parts, spelled_out, together
from kb.extract.phrases import stands_in


@dataclass(frozen=True, slots=True)
class Gap:
    """A field of which a part stands nowhere, and what the quotes hold in its stead, if anything."""

    field: str
    value: str
    mark: Mark
    part: Part
    instead: tuple[str, ...]


@lru_cache(maxsize=16384)
def gaps(statement: Statement) -> tuple[Gap, ...]:
    """Every field whose value cannot be read in the evidence; where several parts lack, the first that conflicts."""
    return tuple(_gaps(statement))


def _gaps(statement: Statement) -> Iterator[Gap]:
    quotes = together(evidence.quote for evidence in statement.evidence)
    note = together([statement.inferred or ""])
    places = together(evidence.at for evidence in statement.evidence)
    for field, value, needed in _figures(statement):
        texts = (quotes, note, places) if field.startswith("articles") else (quotes, note)
        lacking = [part for part in needed if not any(part.stands_in(text) for text in texts)]
        if lacking:
            yield _gap(statement, field, value, lacking, quotes)
    yield from _told(statement, (quotes, note, places))
    if statement.number and not any(stands_in(_spelled(statement.number), text.text) for text in (quotes, note)):
        mark = statement.marks.get("number", statement.mark)
        yield Gap("number", statement.number, mark, Part("number", 0, statement.number), ())


def _gap(statement: Statement, field: str, value: str, lacking: list[Part], quotes: Readable) -> Gap:
    """Numbers of a quote are in conflict only where nobody says how the value was inferred."""
    rivals = {part: () if statement.inferred else tuple(sorted(part.rivals(quotes))) for part in lacking}
    worst = next((part for part in lacking if rivals[part]), lacking[0])
    mark = statement.marks.get(f"{field}.n") or statement.marks.get(field, statement.mark)
    name = statement.property if field == "value" else field.partition(".")[0]
    return Gap(name, value, mark, worst, tuple(worst.spelled(number) for number in rivals[worst]))


def _spelled(number: str) -> str:
    return " ".join(number.casefold().split())


def _told(statement: Statement, texts: tuple[Readable, ...]) -> Iterator[Gap]:
    """Figures in a value that is a text of our own: carried by the evidence, or by another field that is."""
    if not isinstance(statement.value, str):
        return
    carried = {part.value for _, _, needed in _figures(statement) for part in needed}
    for part in spelled_out(statement.value):
        if part.value not in carried and not any(part.stands_in(text) for text in texts):
            rivals = () if statement.inferred else sorted(part.rivals(texts[0]))
            instead = tuple(part.spelled(number) for number in rivals)
            mark = statement.marks.get("value", statement.mark)
            yield Gap(statement.property, part.word, mark, part, instead)


def _figures(statement: Statement) -> Iterator[tuple[str, str, tuple[Part, ...]]]:
    dated = {
        "value": statement.value, "on": statement.on, "from": statement.from_, "until": statement.until,
        "through": statement.through, "as-of": statement.as_of,
        **{f"dates.{n}": when for n, when in enumerate(statement.dates)},
    }  # fmt: skip
    for field, when in dated.items():
        if isinstance(when, Date):
            yield field, str(when), parts(when)
    counted = {"value": statement.value, **{f"counts.{n}": count for n, count in enumerate(statement.counts)}}
    for field, count in counted.items():
        if isinstance(count, Count):
            yield field, str(count), tuple(Part("number", n, grouped(n)) for n in count.written)
    for order in statement.orders:
        if order.length:
            ends = (order.length.n, *([] if order.length.to is None else [order.length.to]))
            yield order.field, str(order.length), tuple(Part("number", n, plain(n)) for n in ends)
    for n, article in enumerate(statement.articles):
        yield f"articles.{n}", str(article), (Part("number", article, str(article)),)
    if statement.ordinal is not None:
        yield "ordinal", str(statement.ordinal), (Part("number", statement.ordinal, str(statement.ordinal)),)
