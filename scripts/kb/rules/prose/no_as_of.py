"""A page says up to which day it holds, and tells and cites nothing later."""

from collections.abc import Iterator
from datetime import date

from kb.core.finding import Finding, doubtful, impossible
from kb.core.mark import Mark
from kb.core.model import Corpus
from kb.verify.asof import seen_after, stated, told_after
from kb.verify.page import Reading

_MOVE_ON = "compare the page with its sources as they are by now, and write that day into `asof`"


def check(reading: Reading, corpus: Corpus) -> Iterator[Finding]:
    """A page says up to which day it holds, and tells and cites nothing later."""
    said, day, mark = stated(reading.page)
    if said is None and reading.page.about:
        others = [page.path for page in corpus.pages if page.vouched and page.front.get("asof")]
        if others:
            yield doubtful(
                mark,
                f"this page does not say up to which day it holds, and {others[0]} does",
                "write `asof: YYYY-MM-DD` into the front matter: the day on which you compared it with its sources",
                seen=(reading.page.path,),
            )
    elif said is not None and (day is None or day > (last := corpus.latest(mark.path))):
        yield impossible(
            mark,
            f"'asof' is {said!r}, which is " + (f"after {last}" if day else "no day"),
            "write the day on which the page was last compared with its sources, as YYYY-MM-DD",
            seen=(said,),
        )
    elif day is not None:
        yield from _later(reading, corpus, day, mark)


def _later(reading: Reading, corpus: Corpus, day: date, mark: Mark) -> Iterator[Finding]:
    """One finding for all later dates and one for all sources looked up later, at the first of each."""
    told = [(read.mark, f"{read.figure.text} is") for read in told_after(day, reading, corpus)]
    late = seen_after(day, reading.page, corpus)
    seen = [(cited.mark, f"{cited.key} was looked up on {when},") for cited, when in late]
    for those in (told, seen):
        if those:
            place, what = those[0]
            others = len(those) - 1
            more = f"; {others} more here {'is' if others == 1 else 'are'} later too" if others else ""
            text = f"{what} after {day}, the day up to which this page holds{more}"
            yield impossible(place, text, _MOVE_ON, compare=(mark,), seen=(what, str(day)))
