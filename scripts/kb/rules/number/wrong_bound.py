"""A count is bounded as the words beside it in its source are."""

import re
from collections.abc import Iterator

from kb.core.finding import Finding, impossible
from kb.core.model import Count, Statement
from kb.extract.numbers import WORDS, number
from kb.extract.units import bound_after, bound_before

WORDS_BEFORE = {
    "about": "около|примерно|порядка|приблизительно",
    "nearly": "nearly|almost|почти",
    "at-least": "не менее|не меньше|как минимум|по меньшей мере|минимум",
    "over": "более|свыше|больше",
    "up-to": "до|не более|не больше|максимум",
    "under": "менее|меньше",
}
BEFORE = [(bound, re.compile(rf"(?<!не )\b(?:{words})\s$")) for bound, words in WORDS_BEFORE.items()]
FITTING = {"nearly": ("about", "under"), "under": ("under", "up-to"), "over": ("over", "at-least")}
"""What a bound may be entered as: itself, or what allows more on the same side."""
NUMBER = re.compile(rf"(?<![\d.,])\d+(?:[ ,\u00a0]\d{{3}})*(?:\.\d+)?|\b{WORDS}\b")
SCALE = re.compile(r"[ \u00a0-]?(?:(thousand|тыс)|(million|млн|миллион))")


def check(statement: Statement) -> Iterator[Finding]:
    """A count is bounded as the words beside it in its source are."""
    counts = [("value", statement.value)] if isinstance(statement.value, Count) else []
    for field, count in (*counts, *((f"counts.{n}", count) for n, count in enumerate(statement.counts))):
        said = {bound: e for e in statement.evidence for bound in _bounds(e.quote, count.n)}
        noted = {bound for bound in _bounds(statement.inferred or "", count.n) if bound != "exactly"}
        if said and not any(count.bound in FITTING.get(bound, (bound,)) for bound in (*said, *noted)):
            bound, evidence = next(iter(said.items()))
            yield impossible(
                statement.marks.get(field, statement.mark),
                f"{count.bound} {count.n:,g}, against {bound} in the quote of {evidence.by} ({evidence.at})",
                "write `bound:` as the source has it: about, at-least, over, under, up-to; without one it is exact",
                compare=(evidence.marks.get("quote", evidence.mark),),
                statement=statement.id,
                seen=(count.bound, bound),
            )


def _bounds(text: str, n: float) -> list[str]:
    """How each mention of the number is bounded there."""
    lower = text.lower()
    return [_bound(lower, match.start(), match.end()) for match in NUMBER.finditer(lower) if n in _values(match, lower)]


def _values(match: re.Match[str], text: str) -> tuple[float, ...]:
    """What the number may be: some write 3.500 for three thousand and a half."""
    digits = re.sub(r"[ \u00a0]", "", match[0])
    value = number(digits if digits[0].isdigit() else match[0])
    scale = SCALE.match(text, match.end())
    if scale:
        return (value * (1000 if scale[1] else 10**6),)
    return (value, value * 1000) if re.fullmatch(r"\d{1,3}\.\d{3}", digits) else (value,)


def _bound(text: str, start: int, end: int) -> str:
    read = next((bound for bound, words in BEFORE if words.search(text[:start])), None)
    before = read or bound_before(text, start)
    return before if before != "exactly" else _after(text, end)


def _after(text: str, end: int) -> str:
    if re.match(r" (?:и|или) (?:более|больше)\b", text[end:]):
        return "at-least"
    return bound_after(text, end)[0]
