"""A statement that is withdrawn: how that is written, and what may not rest on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from kb.core.dates import parse
from kb.core.derive import roll
from kb.core.finding import Severity
from kb.core.model import Withdrawal
from kb.load.corpus import assemble
from kb.report.text import headline
from kb.run.runner import check
from kb.verify.verdict import Outcome, VerifiedPage

LEAGUE = "docs/facts/league.yaml"
WITHDRAWN = "    withdrawn: {reason: The paper took it back., day: 2019-06-01}\n"
SENTENCE = "Corvia joined on 1 February 1994 {cite:p}`Gazette1994corvia{¶ 1}`."


def laid(small: dict[str, bytes], written: str, slug: str = "corvia") -> dict[str, bytes]:
    text = small[LEAGUE].decode().replace(f"  {slug}:\n", f"  {slug}:\n{written}")
    return {**small, LEAGUE: text.encode()}


def test_reason_and_day_are_read(small: dict[str, bytes]) -> None:
    corpus = assemble(laid(small, WITHDRAWN), date(2020, 1, 1))

    assert corpus.statements["league#corvia"].withdrawn == Withdrawal("The paper took it back.", parse("2019-06-01"))
    assert [] == [fault.text for fault in corpus.faults if fault.mark.path == LEAGUE]


def test_both_are_needed_and_nothing_else_is_known(small: dict[str, bytes]) -> None:
    for written, said in {
        "    withdrawn: {reason: The paper took it back.}\n": "'withdrawn' has no 'day'",
        "    withdrawn: {day: 2019-06-01}\n": "'withdrawn' has no 'reason'",
        "    withdrawn: true\n": "'withdrawn' is not a mapping",
        "    withdrawn: {reason: So it is., day: 2019-06-01, by: me}\n": "'withdrawn' has an unknown field 'by'",
    }.items():
        corpus = assemble(laid(small, written), date(2020, 1, 1))

        assert said in [fault.text for fault in corpus.faults if fault.rule == "schema"]


def test_no_figure_rests_on_it(small: dict[str, bytes], read_page: Callable[..., VerifiedPage]) -> None:
    files = {LEAGUE: laid(small, WITHDRAWN)[LEAGUE].decode()}

    outcomes = [figure.outcome for figure in read_page(SENTENCE).figures]
    withdrawn = [figure.outcome for figure in read_page(SENTENCE, files).figures]

    assert outcomes == [Outcome.SUPPORTED]
    assert withdrawn != outcomes


def test_a_sentence_that_rests_on_it_alone_is_a_finding(small: dict[str, bytes]) -> None:
    def failing(files: dict[str, bytes]) -> list[str]:
        found = check(assemble(files, date(2020, 1, 1)))
        return [headline(f) for f in found if f.severity is not Severity.NOTE and f.mark.path.endswith(".md")]

    assert failing(small) == []
    found = failing(laid(small, WITHDRAWN))
    assert found
    assert all(each.startswith("docs/topic/league.md:8:") for each in found)


def test_it_counts_in_no_roll(small: dict[str, bytes]) -> None:
    def members(files: dict[str, bytes]) -> frozenset[str]:
        return roll(assemble(files, date(2020, 1, 1)), "league", date(1995, 1, 1)).surely

    assert members(small) == {"arvenia", "boreland", "corvia"}
    assert members(laid(small, WITHDRAWN)) == {"arvenia", "boreland"}
