"""`kb trace`: what each stage made of a place, told in the order of the stages."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.cli import main

PAGE = "docs/topic/league.md"
TODAY = ["--today", "2020-01-01"]


def test_a_sentence_is_told_from_its_bytes_to_its_verdict(league, capsys):
    main(["trace", f"{PAGE}:7", *TODAY])
    expected = f"""\
{PAGE}:7:1
  parse     paragraph in section 1: The League was founded at Selin on 3 June 1990.
            cites League2006history (¶ 1) at {PAGE}:7:57
  extract   date 1990-06-03: '3 June 1990' at {PAGE}:7:36
  annotate  league: 'The League' at {PAGE}:7:1
            selin: 'Selin' at {PAGE}:7:27
            told of before it: league
  retrieve  league#founded-1990: founded 1990-06-03, by League2006history (¶ 1)
  verify    1990-06-03: supported, by league#founded-1990
"""

    assert expected == capsys.readouterr().out


def test_a_wrong_figure_is_told_with_its_verdict_and_its_finding(league: Path, capsys):
    page = league / PAGE
    page.write_text(page.read_text().replace("3 June 1990", "4 June 1990"))
    main(["trace", PAGE, *TODAY])
    told = capsys.readouterr().out

    assert "  verify    1990-06-04: refuted, by league#founded-1990, against 1990-06-03\n" in told
    assert f"  check     {PAGE}:7:36: error: " in told
    assert f"\n{PAGE}:8:1\n" in told


def test_a_statement_is_told_with_the_place_of_each_field(league, capsys):
    main(["trace", "docs/facts/league.yaml:9", *TODAY])
    told = capsys.readouterr().out

    assert told.startswith("docs/facts/league.yaml:6:3\n  parse     league#founded-1990: founded 1990-06-03\n")
    assert "            rests on League2006history (¶ 1): 'founded at Selin on 3 June 1990'\n" in told
    assert 1 == told.count("  parse ")


def test_a_statement_is_told_with_what_its_fields_say_happened(league: Path, capsys):
    file = league / "docs/facts/corvia.yaml"
    record = "statements:\n  gone:\n    records: Corvia did not come.\n    event: attend\n    agent: corvia\n"
    file.write_text(f"{file.read_text()}{record}    theme: the talks\n    polarity: not\n")
    line = file.read_text().splitlines().index("    event: attend") + 1
    main(["trace", f"docs/facts/corvia.yaml:{line}", *TODAY])

    expected = f"tells attend at docs/facts/corvia.yaml:{line}:12: Corvia does not take part in the talks"

    assert f"            {expected}\n" in capsys.readouterr().out


def test_an_entry_is_told_as_it_is_read(league, capsys):
    main(["trace", "refs.bib:3", *TODAY])

    assert capsys.readouterr().out.startswith(
        "refs.bib:1:1\n  parse     misc Gazette1994corvia, secondary, by Straits Gazette\n"
    )


@pytest.mark.parametrize("place", ["docs/facts/schema/kinds.yaml", f"{PAGE}:99", "refs.bib:0", "docs/topic/none.md:1"])
def test_a_place_of_which_nothing_is_read_is_said_to_be_one(league, capsys, place):
    assert 2 == main(["trace", place, *TODAY])
    assert place.partition(":")[0] in capsys.readouterr().err
