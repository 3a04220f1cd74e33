"""A work stands in the bibliography once."""

import re
from collections.abc import Iterator, Mapping

from rapidfuzz import fuzz

from kb.core.addresses import plain
from kb.core.finding import Finding, doubtful, impossible
from kb.core.model import Source
from kb.core.origins import rests_on
from kb.core.published import published

ALIKE = 90
"""From this likeness on, two titles are the same but for a slip."""
SLIP = 75
"""From this likeness on, two words are the same but for a slip."""
WHOLE = ("book", "collection", "report", "thesis")
HELP = "keep one entry and let everything cite it; a copy of the other says so by `x-derives = {KEY}`"


def check(sources: Mapping[str, Source]) -> Iterator[Finding]:
    """A work stands in the bibliography once."""
    first: dict[tuple[str, str], Source] = {}
    groups: dict[tuple[str, str], list[Source]] = {}
    for source in sources.values():
        for name, value in _numbers(source):
            other = first.setdefault((name, value), source)
            if other is not source:
                text = f"{source.key} and {other.key} have the same {name}, {value}"
                yield impossible(source.mark, text, HELP, compare=(other.mark,), seen=(source.key, other.key))
        year = published(source)
        group = groups.setdefault((" ".join(source.authors).casefold(), year.text[:4] if year else ""), [])
        for other in (other for other in group if _alike(source, other) and not _declared(source, other, sources)):
            text = f"{source.key} and {other.key} share author and year, and the titles {source.title!r}"
            text += f" and {other.title!r} are nearly the same"
            yield doubtful(source.mark, text, HELP, compare=(other.mark,), seen=(source.key, other.key))
        group.append(source)


def _numbers(source: Source) -> Iterator[tuple[str, str]]:
    """What belongs to one work only."""
    fields = source.fields
    if "doi" in fields:
        yield "DOI", fields["doi"].lower()
    if "isbn" in fields and source.type in WHOLE:
        yield "ISBN", re.sub(r"[^\dXx]", "", fields["isbn"])
    if fields.get("url"):
        yield "address", plain(fields["url"])


def _alike(one: Source, other: Source) -> bool:
    """Do the titles differ by no more than a slip? Figures, or a word of its own, tell works of one series apart."""
    pair = one.title.casefold(), other.title.casefold()
    if not all(pair) or re.findall(r"\d+", pair[0]) != re.findall(r"\d+", pair[1]) or fuzz.ratio(*pair) < ALIKE:
        return False
    if set(_numbers(one)) & set(_numbers(other)):
        return False  # that was said already
    words = [re.findall(r"\w{4,}", title) for title in pair]
    return all(_has(word, words[1]) for word in words[0]) and all(_has(word, words[0]) for word in words[1])


def _has(word: str, words: list[str]) -> bool:
    return word in words or any(fuzz.ratio(word, other) >= SLIP for other in words)


def _declared(one: Source, other: Source, sources: Mapping[str, Source]) -> bool:
    return other.key in rests_on(one.key, sources) or one.key in rests_on(other.key, sources)
