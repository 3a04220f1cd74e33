"""Reads the pictures of a built page back: what its marks lead to, and which numbers and days it shows where.

It knows nothing of how a picture is drawn but its axes: what stands at a mark is measured between words of the axis.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from kb.core.derive import stated, told_on
from kb.core.model import Corpus, Count, Statement

CLOSE = 0.35
"""So many units a mark may lie from its place: places are written to a tenth."""


@dataclass(frozen=True)
class Picture:
    """A layout of a picture, with the page on which it stands and its kind."""

    page: Path
    kind: str
    drawn: Tag

    @property
    def marks(self) -> list[Tag]:
        """What stands for statements."""
        return list(self.drawn.select("a.kc-mark"))

    def statement(self, mark: Tag, corpus: Corpus) -> Statement | None:
        """The statement to which a mark leads, by its address."""
        path, _, anchor = str(mark["href"]).partition("#")
        return corpus.statements.get(f"{Path(path).stem}#{anchor}")


def pages(site: Path) -> list[Path]:
    """Every page that has a picture."""
    return sorted(path for path in site.rglob("*.html") if 'class="kb-picture' in path.read_text("utf-8"))


def pictures(page: Path, html: str) -> Iterator[Picture]:
    """Every layout of every picture of a page."""
    for drawn in BeautifulSoup(html, "html.parser").select("svg.kb-picture"):
        around = drawn.find_parent(class_="kb-chart")
        named = [name[9:] for name in (around["class"] if isinstance(around, Tag) else ()) if name[:9] == "kb-drawn-"]
        yield Picture(page, named[0] if named else "map", drawn)


def dead(picture: Picture, corpus: Corpus) -> list[str]:
    """Marks that lead to no statement of the ledger, or to none on the site."""
    return [
        f"{picture.page.name}: {mark.get('href')}"
        for mark in picture.drawn.select(".kc-mark")
        if not mark.get("href")
        or picture.statement(mark, corpus) is None
        or str(mark["href"]).partition("#")[2] not in _ids(picture.page.parent / str(mark["href"]).partition("#")[0])
    ]


@cache
def _ids(page: Path) -> frozenset[str]:
    if not page.is_file():
        return frozenset()
    return frozenset(str(tag["id"]) for tag in BeautifulSoup(page.read_text("utf-8"), "html.parser").select("[id]"))


def wrong(picture: Picture, corpus: Corpus) -> list[str]:
    """Marks that do not show what the ledger says."""
    checks = {"numbers": _number, "parts": _part, "spans": _span, "events": _day, "timeline": _day, "sides": _side}
    check = checks.get(picture.kind)
    found = []
    for mark in picture.marks if check else ():
        statement = picture.statement(mark, corpus)
        if check and statement and (fault := check(picture, mark, statement)):
            found.append(f"{picture.page.name}, {picture.kind}, {statement.id}: {fault}")
    return found


def _words(tag: Tag, look: str) -> list[tuple[float, float, str]]:
    return [(float(str(t["x"])), float(str(t["y"])), t.get_text()) for t in tag.select(f"text.kc-{look}")]


def _value(text: str) -> float:
    return float(text.split()[-2 if " " in text else 0].replace(",", ""))


def _number(picture: Picture, mark: Tag, statement: Statement) -> str:
    """Against the scale beside it, and against what is written at it."""
    dot, count = mark.select_one("circle"), statement.value
    if dot is None or not isinstance(count, Count):
        return "it is no number"
    y = float(str(dot["cy"]))
    scale = [(at - 4, float(text.replace(",", ""))) for x, at, text in _words(picture.drawn, "axis") if x < 60]
    beside = [(scale[n], scale[n + 2]) for n in range(0, len(scale), 3) if scale[n + 2][0] - 1 <= y <= scale[n][0] + 1]
    if not beside:
        return f"it stands at {y}, beside no scale"
    (low, nought), (high, most) = beside[0]
    shown = nought + (low - y) / (low - high) * (most - nought)
    if abs(shown - count.n) > CLOSE * most / (low - high):
        return f"it stands at {shown:.0f}, against {count.n:g}"
    written = [text for *_, text in _words(mark, "number")]
    return "" if written in ([], [f"{count.n:,.0f}"]) else f"{written} is written, against {count.n:g}"


def _part(picture: Picture, mark: Tag, statement: Statement) -> str:
    """Against the longest bar of its sort, and against what is written at it."""
    bar, ((*_, text),) = mark.select_one("rect"), _words(mark, "number")
    counts = {count.n for count in statement.counts}
    bars = [each for each in picture.marks if str(each["href"]) == str(mark["href"])]
    longest = max(bars, key=lambda each: _wide(each.select_one("rect")))
    (*_, most), = _words(longest, "number")  # fmt: skip
    number = float(text.split()[0].replace(",", ""))
    ratio = _wide(bar) / _wide(longest.select_one("rect"))
    if number not in counts:
        return f"{text!r} is written, against {sorted(counts)}"
    expected = number / float(most.split()[0].replace(",", ""))
    return "" if abs(ratio - expected) < 0.01 else f"its bar is {ratio:.2f} of the longest, against {expected:.2f}"


def _wide(bar: Tag | None) -> float:
    return float(str(bar["width"])) if bar else 0


def _at(picture: Picture, day: date) -> float:
    """Where a day lies between two years of the axis."""
    years = sorted({(int(t), x) for x, _, t in _words(picture.drawn, "axis") if t.isdigit() and len(t) == 4 and x > 60})
    (one, left), (other, right) = next(pairwise([years[0], years[-1]]))
    first, last = date(one, 1, 1).toordinal(), date(other, 1, 1).toordinal()
    return left + (day.toordinal() - first) / (last - first) * (right - left)


def _span(picture: Picture, mark: Tag, statement: Statement) -> str:
    """A bar against the first day of its statement, a diamond against its day."""
    begin = stated(statement)[0] or told_on(statement)[1]
    bar = mark.select_one("rect")
    if begin is None or begin.precision != "day":
        return ""
    x = float(str(bar["x"])) if bar else float(str(mark.select_one("polygon")["points"]).split(",")[0])  # type: ignore[index]
    expected = _at(picture, begin.earliest)
    return "" if abs(x - expected) < CLOSE else f"it begins at {x}, against {expected:.1f}"


def _day(picture: Picture, mark: Tag, statement: Statement) -> str:
    """Against the middle of its day."""
    dot, day = mark.select_one("circle"), told_on(statement)[1]
    if dot is None or day is None:
        return ""
    middle = date.fromordinal((day.earliest.toordinal() + day.latest.toordinal()) // 2)
    x, expected = float(str(dot["cx"])), _at(picture, middle)
    return "" if abs(x - expected) < CLOSE else f"it stands at {x}, against {expected:.1f}"


def _side(picture: Picture, mark: Tag, statement: Statement) -> str:
    """Against the one event of whom the mark is of; no mark is of anybody else, and nobody is without one."""
    told = sorted(who for each in statement.events for who in each.agent if " " not in who)
    those = sorted(str(m["data-of"]) for m in picture.marks if m["href"] == mark["href"])
    negated = [each.negated for each in statement.events if str(mark["data-of"]) in each.agent]
    full = mark.select_one(".kc-fill-1") is not None
    if told != those:
        return f"it has marks of {those}, against {told}"
    return "" if [not full] == negated else f"it is {'full' if full else 'not full'}, against {negated}"
