"""A reading survives what changes no words, and dies with a word, a figure, a citation or a statement."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.core.mark import Mark
from kb.core.model import Batch, Citation, Read, Readings
from kb.load.corpus import assemble
from kb.lock.readings import seals, sketch
from kb.lock.standing import Standing, standings
from kb.run.known import start
from kb.run.standing import standing

TODAY = date(2020, 1, 1)
PAGE, FACTS = "docs/topic/league.md", "docs/facts/league.yaml"
HEAD = "---\nabout: [league]\n---\n\n# The League of the Straits\n\n"
SENTENCES = (
    "The League was founded at Selin on 3 June 1990 {cite:p}`League2006history{¶ 1}`.",
    "Corvia joined on 1 February 1994 {cite:p}`Gazette1994corvia{¶ 1}`.",
    "Osk argues that habit holds the League together {cite:p}`Osk2007straits{abstract}`.",
    "On 14 October 2016 it had {kb:count}`league @ 2016-10-14` members {cite:p}`League2006history{¶ 2}`.",
)
BATCH = Batch("a6cecc1b", date(2019, 11, 29), "area-editor", 4, 1, 1)
Files = dict[str, bytes]


def found(files: Files, readings: Readings | None = None) -> tuple[Standing, ...]:
    """How the sentences of the page stand."""
    corpus = assemble(files, TODAY)
    page = next(page for page in corpus.pages if page.path == PAGE)
    those = standing(start(corpus), page)
    return standings((each.resting for each in those), readings, PAGE) if readings else those


def laid(files: Files, *lines: str) -> Files:
    return {**files, PAGE: (HEAD + "\n".join(lines) + "\n").encode()}


def all_read(files: Files) -> Readings:
    """All of the page read."""
    those = [each.resting for each in found(files)]
    read = (Read(each.words, sketch(each.scope.sentence), frozenset(each.rests), BATCH.id) for each in those)
    return Readings({BATCH.id: BATCH}, {PAGE: tuple(read)})


@pytest.fixture(scope="module")
def whole(small: Files) -> Readings:
    """All four sentences read as they are."""
    return all_read(laid(small, *SENTENCES))


def unread(files: Files, readings: Readings) -> list[tuple[bool, bool]]:
    """Of what was changed, whether its words were, and what it rests on."""
    return [(e.has_other_words, e.rests_elsewhere) for e in found(files, readings) if e.is_unread]


def emphasised(line: str, at: int) -> str:
    """The line with one of its plain words in italics."""
    words = list(re.finditer(r"(?<= )[a-z]+(?= )", line.partition("{")[0]))
    word = words[at % len(words)]
    return f"{line[: word.start()]}*{word[0]}*{line[word.end() :]}"


@given(order=st.permutations(range(4)), at=st.integers(0, 20), gaps=st.lists(st.booleans(), min_size=4, max_size=4))
def test_it_survives_moves_emphasis_and_spaces(
    small: Files, whole: Readings, order: list[int], at: int, gaps: list[bool]
) -> None:
    spaced = [emphasised(SENTENCES[n], at).replace(" {cite", "  {cite") for n in order]
    lines = [line + "\n" * gap for line, gap in zip(spaced, gaps, strict=True)]
    moved = {**laid(small, *lines), FACTS: b"\n# a line more\n" + small[FACTS]}

    assert [True] * 4 == [each.is_read for each in found(moved, whole)]


@given(n=st.integers(0, 3), at=st.integers(0, 30), put=st.sampled_from(["never", "few", "17", "Voss,", "(not)"]))
def test_it_dies_with_any_changed_word(small: Files, whole: Readings, n: int, at: int, put: str) -> None:
    told, brace, rest = SENTENCES[n].partition("{")
    words = told.split(" ")
    words[at % (len(words) - 1)] = put
    changed = [*SENTENCES[:n], " ".join(words) + brace + rest, *SENTENCES[n + 1 :]]
    now = found(laid(small, *changed), whole)

    assert [m != n for m in range(4)] == [each.is_read for each in now]
    assert now[n].is_unread
    assert now[n].before == whole.pages[PAGE][n]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("1990 {", "1990, {"),
        ("{¶ 1}", "{¶ 2}"),
        ("League2006history{¶ 1}", "Harbour1990treaty{¶ 1}"),
        (" {cite:p}`League2006history{¶ 1}`", ""),
        ("2016-10-14`", "2016-10-15`"),
        ("3 June", "4 June"),
        ("Osk argues that ", "Osk argues "),
    ],
)
def test_it_dies_with_a_sign_a_citation_or_what_a_role_asks(small: Files, before: str, after: str) -> None:
    readings = all_read(laid(small, *SENTENCES))
    changed = [line.replace(before, after, 1) for line in SENTENCES[:1] + SENTENCES[2:]]
    now = found(laid(small, SENTENCES[1], *changed), readings)

    assert now[0].is_read
    assert not all(each.is_read for each in now)


@pytest.mark.parametrize(
    ("before", "after", "which"),
    [
        ("founded: 1990-06-03", "founded: 1990-06-04", {0}),
        ("where: selin", "where: league", {0}),
        ("founded at Selin on", "founded in Selin on", {0}),
        ("stance: argues", "stance: reports", {2}),
        ("    as: acceded\n", "", {1}),
        ("terms: [habit, held together]", "terms: [habit]", {2}),
    ],
)
def test_it_dies_with_any_change_of_a_statement(small: Files, before: str, after: str, which: set[int]) -> None:
    files = laid(small, *SENTENCES)
    assert before.encode() in files[FACTS]
    changed = {**files, FACTS: files[FACTS].replace(before.encode(), after.encode(), 1)}
    now = found(changed, all_read(files))

    assert which == {n for n, each in enumerate(now) if each.is_unread}
    assert {(False, True)} == set(unread(changed, all_read(files)))
    assert all(now[n].changed for n in which)


def test_it_dies_when_the_ledger_tells_something_else_in_the_sentence(small: Files) -> None:
    files = laid(small, *SENTENCES)
    joined = files["docs/facts/league.yaml"].replace(b"until: 1999-04-02", b"until: 2018-04-02")
    now = found({**files, FACTS: joined}, all_read(files))

    assert now[3].is_unread


def test_it_dies_with_a_statement_that_goes_from_the_place_and_not_with_one_that_comes(small: Files) -> None:
    files = laid(small, *SENTENCES)
    said = "    records: It was founded again.\n    evidence:\n"
    rests = "      - {by: League2006history, at: ¶ 1, quote: founded, seen: full}\n"
    more = f"statements:\n  again:\n{said}{rests}".encode()
    with_one = {**files, FACTS: files[FACTS].replace(b"statements:\n", more, 1)}

    assert [] == unread(with_one, all_read(files))
    assert [(False, True)] == unread(files, all_read(with_one))


def test_it_survives_a_further_witness_elsewhere_and_not_the_loss_of_the_one_it_cites(small: Files) -> None:
    files = laid(small, *SENTENCES)
    cited = b"    evidence:\n"
    further = b"      - {by: Harbour1990treaty, at: preamble, quote: founded on 3 June 1990, seen: full}\n"
    more = {**files, FACTS: files[FACTS].replace(cited, cited + further, 1)}
    other = {**more, FACTS: more[FACTS].replace("at: ¶ 1\n".encode(), "at: ¶ 7\n".encode(), 1)}

    assert [] == unread(more, all_read(files))
    assert [(False, True)] == unread(other, all_read(more))


def test_it_survives_new_lines_and_another_order_in_the_ledger(small: Files) -> None:
    files = laid(small, *SENTENCES)
    one, other = b"    founded: 1990-06-03\n", b"    where: selin\n"
    turned = files[FACTS].replace(one + other, other + b"\n" + one)
    assert turned != files[FACTS]

    assert [] == unread({**files, FACTS: turned}, all_read(files))


def test_a_sentence_that_was_never_read_or_is_gone_is_not_unread(small: Files) -> None:
    readings = all_read(laid(small, *SENTENCES[:2]))

    assert [] == unread(laid(small, SENTENCES[0], SENTENCES[2]), readings)
    assert [True, False] == [each.is_read for each in found(laid(small, SENTENCES[0], SENTENCES[2]), readings)]


def test_of_two_changed_sentences_each_is_taken_for_the_one_it_was(small: Files) -> None:
    readings = all_read(laid(small, *SENTENCES))
    changed = [line.replace(" on ", " just on ") for line in reversed(SENTENCES[:2])]
    now = found(laid(small, *changed), readings)

    assert [readings.pages[PAGE][1], readings.pages[PAGE][0]] == [each.before for each in now]


def test_headings_and_words_without_a_source_are_not_read(small: Files) -> None:
    now = found(laid(small, "It has a history.", "", "## The year 1990", "", SENTENCES[0], "That was so."))

    assert ["The League was founded at Selin on 3 June 1990.", "That was so."] == [
        each.resting.scope.sentence.text for each in now
    ]


def test_the_head_of_a_table_is_not_read_and_its_rows_are(small: Files) -> None:
    table = f"| State | Since |\n|---|---|\n| Corvia | {SENTENCES[1].partition(' on ')[2].rstrip('.')} |"
    now = found(laid(small, table))

    assert ["Corvia | 1 February 1994"] == [each.resting.scope.sentence.text for each in now]


def test_a_new_sentence_much_like_one_that_was_read_and_stands_was_never_read(small: Files) -> None:
    readings = all_read(laid(small, *SENTENCES[:2]))
    like = SENTENCES[1].replace("joined", "joined again")
    now = found(laid(small, SENTENCES[1], like), readings)

    assert [True, False] == [each.is_read for each in now]
    assert now[1].before is None


def test_a_sentence_is_taken_for_another_where_half_of_their_words_are_the_same(small: Files) -> None:
    parts = sketch(found(laid(small, SENTENCES[0]))[0].resting.scope.sentence)
    other = ("ffff", "fffe", "fffd", "fffc", "fffb", "fffa")[: len(parts)]
    half = len(parts) // 2

    def before(*mixed: str) -> Read | None:
        read = Read("0" * 16, mixed, frozenset(), BATCH.id)
        return found(laid(small, SENTENCES[0]), Readings({BATCH.id: BATCH}, {PAGE: (read,)}))[0].before

    assert 6 == len(parts)
    assert before(*parts[:half], *other[:half])
    assert before(*parts[: half - 1], *other[: half + 1]) is None


def test_of_several_readings_the_last_is_told(small: Files) -> None:
    files = laid(small, SENTENCES[2])
    (read,) = all_read(files).pages[PAGE]
    later = Batch("00000000", date(2019, 12, 1), "lawyer", 1, 1, 1)
    both = Readings({BATCH.id: BATCH, later.id: later}, {PAGE: (read, replace(read, batch=later.id))})
    (now,) = found(laid(small, SENTENCES[2].replace("habit", "only habit")), both)

    assert now.before
    assert later.id == now.before.batch


def test_every_fingerprint_has_the_length_that_the_lock_takes(small: Files) -> None:
    those = all_read(laid(small, *SENTENCES)).pages[PAGE]

    assert {16} == {len(each.words) for each in those}
    assert {8} == {len(mark) for each in those for mark in each.rests}
    assert all(0 < len(each.sketch) <= 8 and {len(part) for part in each.sketch} == {4} for each in those)


def test_a_field_that_says_nothing_is_no_part_of_the_fingerprint(small: Files) -> None:
    statement = assemble(small, TODAY).statements["league#founded-1990"]

    assert ["8c836874"] == [*seals(statement, (Citation("League2006history", "¶ 1", 0, Mark("a")),))]


def test_a_sketch_keeps_most_of_a_sentence_with_one_other_word(small: Files) -> None:
    one, other = (
        found(laid(small, text))[0].resting.scope.sentence
        for text in (SENTENCES[2], SENTENCES[2].replace("habit", "custom"))
    )

    assert 2 <= len({*sketch(one)} & {*sketch(other)}) < len(sketch(one))
