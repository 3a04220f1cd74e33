"""The key of a source is author, year and a word, and the year is the work's."""

import re
from collections.abc import Iterator

from kb.core.finding import Finding, impossible
from kb.core.model import Source
from kb.core.published import published

_KEY = re.compile(r"[A-Z][A-Za-z-]*?\d?(?P<year>\d{4}|ND)[a-z][a-z0-9]*", re.ASCII)


def check(source: Source) -> Iterator[Finding]:
    """The key of a source is author, year and a word, and the year is the work's."""
    form = _KEY.fullmatch(source.key)
    when = published(source)
    if form is None:
        yield impossible(
            source.mark,
            f"the key {source.key!r} is not author, year and word, such as Indeo2016strategy",
            "write the author, the year (`ND` where none was seen) and one word of the title in lower case",
            seen=(source.key,),
        )
        return
    told = form["year"]
    field = "date" if "date" in source.fields else "year"
    if told == "ND" and when is None and field not in source.fields:
        return
    if when is None or told == "ND" or not when.earliest.year <= int(told) <= when.latest.year:
        stated = source.fields.get(field, "")
        yield impossible(
            source.marks.get(field, source.mark),
            f"{source.key} has {told} in its key, against {f'{field} {stated}' if stated else 'no year in its fields'}",
            "compare both with the work; a year that was not seen is `ND` in the key, and no field",
            compare=(source.mark,),
            seen=(source.key, stated),
        )
