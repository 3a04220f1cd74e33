"""What a role or directive on a page tells from the small ledger."""

from __future__ import annotations

import pytest

from kb.core.mark import Mark
from kb.core.model import Asked
from kb.core.told import told
from kb.load.corpus import assemble
from rule_examples import TODAY, small_corpus

JUDGED = """judgements:
  - question: Was it founded, or was it there?
    follow: founded-1990
    over: [members-1995]
    because: The history tells of the founding.
claims:
"""


@pytest.mark.parametrize(
    ("by", "of", "slugs"),
    [
        ("kb:statements", "league#corvia league#habit", ["league#corvia", "league#habit"]),
        (
            "kb:statements",
            "harbour-treaty",
            ["harbour-treaty#signed-1990", "harbour-treaty#in-force-1991", "harbour-treaty#open-harbours"],
        ),
        ("kb:matrix", "league league#corvia - harbour-treaty - league#habit", ["league#corvia", "league#habit"]),
        ("kb:timeline", "harbour-treaty", ["harbour-treaty#signed-1990", "harbour-treaty#in-force-1991"]),
        ("kb:timeline", "league#founded-1990 league#members-1995", ["league#founded-1990"]),
        ("kb:members", "league", ["league#arvenia", "league#boreland", "league#corvia"]),
        ("kb:members", "league @ 2000-01-01", ["league#arvenia", "league#boreland"]),
        ("kb:count", "league", ["league#arvenia", "league#boreland"]),
        ("kb:count", "league @ 1995-01-01", ["league#arvenia", "league#boreland", "league#corvia"]),
        ("kb:tenures", "secretary", ["secretary#voss-2001", "secretary#rask-2006"]),
        ("kb:holder", "secretary @ 2003-01-01", ["secretary#voss-2001"]),
        ("kb:articles", "harbour-treaty", []),
        ("kb:disagreements", "league", ["league#founded-1990", "league#members-1995"]),
        ("kb:disagreements", "", ["league#founded-1990", "league#members-1995"]),
        ("kb:disagreements", "secretary", []),
        ("kb:member", "corvia league#habit - harbour-treaty", ["league#corvia", "league#habit"]),
        (
            "kb:factsheet",
            "league#founded-1990 league @ 1995-06-01",
            ["league#arvenia", "league#boreland", "league#corvia", "league#founded-1990"],
        ),
        ("kb:factsheet", "- @ 2003-01-01", ["league#arvenia", "league#boreland", "secretary#voss-2001"]),
        ("kb:totals", "", []),
        ("kb:statements", "nobody", []),
    ],
)
def test_what_is_shown_is_what_is_asked_for(by: str, of: str, slugs: list[str]) -> None:
    files = small_corpus()
    ledger = files["docs/facts/league.yaml"].decode().replace("claims:\n", JUDGED)
    corpus = assemble({**files, "docs/facts/league.yaml": ledger.encode()}, TODAY)

    assert corpus.faults == ()
    assert [statement.id for statement in told(Asked(by, of, Mark("page.md")), corpus)] == slugs


def test_a_day_that_is_none_can_not_be_asked_for() -> None:
    with pytest.raises(ValueError, match="spring"):
        told(Asked("kb:members", "league @ spring", Mark("page.md")), assemble(small_corpus(), TODAY))
