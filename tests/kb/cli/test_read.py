"""`kb read`: what a reader is given and asked, what is recorded, and what is told of what has changed since."""

from __future__ import annotations

import io
import json
import re
import socket
import subprocess
from pathlib import Path

import pytest

from kb.cli import main, parser
from kb.cli.read import FEWEST
from kb.core.model.readings import LEAST
from kb.load.readings import readings
from kb_read.deal import ONE_IN

ROOT = Path(__file__).parents[3]
MANUAL = (ROOT / "docs" / "contributing" / "reading.md").read_text("utf-8")
METHOD = (ROOT / "docs" / "about" / "method.md").read_text("utf-8")
PAGE, FACTS, LOCK = "docs/topic/league.md", "docs/facts/league.yaml", "docs/readings.lock"
TODAY = ("--today", "2020-01-01")
AS = ("--as", "area-editor")
SEED = ("--seed", "16")
PLANTED = 1
"""The place in the order of the page of what this seed plants: Corvia joined in another month."""


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Run the command while somebody types these lines; the code it ends with, and what it says."""

    def run(*answers: str, more: tuple[str, ...] = ()) -> tuple[int, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{answer}\n" for answer in answers)))
        code = main(["read", PAGE, *AS, *SEED, *TODAY, *more])
        return code, capsys.readouterr().out

    return run


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]):
    """Run the command; the code it ends with, and all that it says."""

    def run(*arguments: str) -> tuple[int, str]:
        code = main(["read", *arguments, *TODAY])
        out, err = capsys.readouterr()
        return code, out + err

    return run


def filled(sheet: Path, *verdicts: str) -> None:
    """Fill in a sheet, one verdict a sentence, each a word or a word and a reason."""
    parts = sheet.read_text("utf-8").split("verdict:\nwhy:\n")
    told = [f"verdict: {word}\nwhy: {why}\n" for word, _, why in (each.partition(" ") for each in verdicts)]
    sheet.write_text("".join(part + more for part, more in zip(parts, [*told, ""], strict=True)), "utf-8")


def read_well(league: Path, seed: int = 1, role: str = "area-editor") -> None:
    """Let somebody read the page who catches all that is planted and finds the rest right."""
    sheet, key = league / "well.txt", league / "well.json"
    main(["read", PAGE, "--again", "--sheet", str(sheet), "--key", str(key), "--seed", str(seed), *TODAY])
    planted = [bool(each["false"]) for each in json.loads(key.read_text("utf-8"))["those"]]
    filled(sheet, *("wrong so" if each else "right" for each in planted))
    assert 0 == main(["read", "--take", str(sheet), "--key", str(key), "--as", role, *TODAY])
    sheet.unlink()


def locked(league: Path) -> list[str]:
    file = league / LOCK
    return file.read_text("utf-8").splitlines() if file.exists() else []


def change(file: Path, before: str, after: str) -> None:
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), "utf-8")


def test_each_sentence_is_shown_with_the_statements_and_quotes_behind_it(league, answered):
    _, out = answered("right", "wrong", "the quote has February", "right")

    assert (
        "1. docs/topic/league.md, The League of the Straits\n"
        "   The League was founded at Selin on 3 June 1990 [League2006history, ¶ 1].\n"
        "     league#founded-1990: League of the Straits – founded 1990-06-03; where Selin\n"
        "         League2006history, ¶ 1: “founded at Selin on 3 June 1990”\n"
        "right, wrong, skip or quit? "
    ) in out


def test_the_session_in_the_manual_is_what_is_shown(league, answered):
    shown = re.search(r"```text\n(2\. docs/topic/league\.md.*?right, wrong, skip or quit\? )", MANUAL, re.DOTALL)

    assert shown
    assert shown[1] in answered("right", "wrong", "February", "right")[1]


def test_manual_and_method_tell_the_numbers_that_are_held():
    most = parser().parse_args(["read"]).most

    assert f"so many sentences at most; without it {most} |" in MANUAL
    assert f"only where fewer than {FEWEST} are left" in MANUAL
    assert f"Under {LEAST} % the batch does not count" in MANUAL
    assert f"fewer than {LEAST} % of those" in METHOD
    assert {20: "one in twenty"}[ONE_IN] in MANUAL
    assert {20: "one in twenty"}[ONE_IN] in METHOD


def test_what_is_called_right_is_recorded_where_what_was_planted_is_caught(league, answered):
    before = (league / PAGE).read_bytes()
    code, out = answered("right", "wrong", "the quote has February", "r")
    head, batch, *read = locked(league)

    assert 0 == code
    assert "1 of 1 planted sentences were called wrong\nrecorded 2 sentences as read by area-editor" in out
    assert "readings 1" == head
    assert re.fullmatch("batch [0-9a-f]{8} 2020-01-01 area-editor read 2 planted 1 caught 1", batch)
    assert 2 == len(read)
    assert () == readings((league / LOCK).read_bytes())[1]
    assert before == (league / PAGE).read_bytes()


def test_a_batch_in_which_too_little_is_caught_records_nothing(league, answered):
    code, out = answered("right", "right", "right")

    assert 1 == code
    assert "0 of 1 planted sentences were called wrong\n  missed, month in prose: Corvia joined on 1 September" in out
    assert "on the page: Corvia joined on 1 February 1994" in out
    assert "under 80 %: the batch does not count, and nothing is recorded as read" in out
    assert [] == locked(league)


def test_a_real_sentence_that_is_called_wrong_is_listed_with_its_line_and_reason_and_not_recorded(league, answered):
    code, out = answered("right", "wrong", "February", "wrong", "it is another's habit")

    assert 1 == code
    assert "to mend, and read again then:\n  docs/topic/league.md:9:1: Osk argues that habit" in out
    assert "    it is another's habit\n" in out
    assert 1 == len([line for line in locked(league) if line.startswith("read ")])


def test_a_reading_is_withdrawn_where_another_calls_the_sentence_wrong(league, answered):
    answered("right", "wrong", "February", "right")
    answered("wrong", "too old", "wrong", "February", "right", more=("--again", "--as", "lawyer"))
    read = [line.split()[3] for line in locked(league) if line.startswith("read ")]
    roles = {line.split()[1]: line.split()[3] for line in locked(league) if line.startswith("batch ")}

    assert {"area-editor", "lawyer"} == {*roles.values()}
    assert 2 == len(read)
    assert 1 == len({line.split()[2] for line in locked(league) if line.startswith("read ")})


def test_a_second_reader_vouches_beside_the_first_and_the_same_one_anew(league):
    read_well(league)
    first = [line for line in locked(league) if line.startswith("read ")]
    read_well(league, role="lawyer")
    both = [line for line in locked(league) if line.startswith("read ")]
    read_well(league)
    again = [line for line in locked(league) if line.startswith("read ")]

    assert (2, 4, 4) == (len(first), len(both), len(again))
    assert {*first} < {*both}
    assert 2 == len({*both} & {*again})


def test_what_is_skipped_or_not_reached_counts_neither_way(league, answered):
    _, skipped = answered("right", "skip", "right")
    _, stopped = answered("right", "quit")
    _, ended = answered("right")

    for out in (skipped, stopped, ended):
        assert "0 of 0 planted sentences were called wrong" in out
        assert "nothing is measured, and nothing recorded" in out
    assert [] == locked(league)


def test_an_answer_that_is_none_and_a_missing_reason_are_asked_for_again(league, answered):
    code, out = answered("perhaps", "", "right", "w", "", "February", "right")

    assert 0 == code
    assert 2 == out.count("why? ")


def test_who_stops_at_a_reason_leaves_that_sentence_open(league, answered):
    assert "0 of 0 planted" in answered("right", "wrong")[1]


def test_what_was_read_is_dealt_again_only_with_too_few_others_or_when_asked_for(league, answered, said):
    answered("right", "wrong", "February", "right")
    _, out = answered("right", "wrong", "so", "right")

    assert out.startswith("3 sentences")
    (league / LOCK).unlink()
    assert answered("right", more=("--most", "2"))[1].startswith("2 sentences")


def test_when_everything_is_read_there_is_nothing_to_deal(league, capsys, monkeypatch):
    for seed in range(1, 12):
        deal = league / f"{seed}.txt"
        if main(["read", PAGE, "--sheet", str(deal), "--key", f"{seed}.json", "--seed", str(seed), *TODAY]) == 2:
            break
        planted = [bool(each["false"]) for each in json.loads((league / f"{seed}.json").read_text("utf-8"))["those"]]
        filled(deal, *("wrong so" if each else "right" for each in planted))
        assert main(["read", "--take", str(deal), "--key", f"{seed}.json", *AS, *TODAY]) == 0
    told = capsys.readouterr()

    assert "every sentence of these pages that tells something has been read" in told.err
    assert 3 == len([line for line in locked(league) if line.startswith("read ")])


def test_a_sheet_is_filled_in_and_taken_as_if_it_had_been_asked(league, said, answered):
    answered("right", "wrong", "February", "right")
    asked = [line.split()[2::2] for line in locked(league) if line.startswith("read ")]
    (league / LOCK).unlink()
    sheet, key = league / "sheet.txt", league / "key.json"
    said(PAGE, "--sheet", str(sheet), "--key", str(key), *SEED)
    filled(sheet, "right", "wrong February", "right")
    code, out = said("--take", str(sheet), "--key", str(key), *AS)

    assert 0 == code
    assert "recorded 2 sentences" in out
    assert asked == [line.split()[2::2] for line in locked(league) if line.startswith("read ")]


def test_the_key_lies_in_the_cache_of_the_user_and_serves_once(league, said, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(league / "cache"))
    said(PAGE, "--sheet", "sheet.txt", *SEED)
    (key,) = (league / "cache" / "kb" / "readings").iterdir()
    filled(league / "sheet.txt", "right", "right", "right")
    first, again = said("--take", "sheet.txt", *AS), said("--take", "sheet.txt", *AS)

    assert 1 == first[0]
    assert not key.exists()
    assert 2 == again[0]
    assert "is not known, for there is no" in again[1]
    assert "it was taken in already, or made on another machine" in again[1]


def test_neither_sheet_nor_page_betrays_what_is_planted(league, said):
    page, texts, planted = (league / PAGE).read_bytes(), [], []
    for seed in ("1", "2", "4"):
        said(PAGE, "--sheet", f"{seed}.txt", "--key", f"{seed}.json", "--seed", seed)
        texts.append((league / f"{seed}.txt").read_text("utf-8"))
        those = json.loads((league / f"{seed}.json").read_text("utf-8"))["those"]
        planted += [(n, each) for n, each in enumerate(those) if each["false"]]
    without = {re.sub(r"(?m)^   \S.*|^batch: .*", "", text) for text in texts}

    assert 1 < len({n for n, _ in planted})
    assert 1 == len(without)
    for (_, each), text in zip(planted, texts, strict=True):
        assert each["false"] in text
        assert each["text"] not in text
        assert each["kind"] not in text
    assert page == (league / PAGE).read_bytes()
    assert ["1.json", "1.txt", "2.json", "2.txt", "4.json", "4.txt", "docs", "refs.bib", "texts"] == sorted(
        each.name for each in league.iterdir()
    )


def test_what_changed_between_sheet_and_taking_is_not_recorded(league, said):
    said(PAGE, "--sheet", "sheet.txt", "--key", "key.json", *SEED)
    filled(league / "sheet.txt", "right", "wrong February", "right")
    change(league / PAGE, "founded at Selin", "set up at Selin")
    change(league / FACTS, "stance: argues", "stance: reports")
    _, out = said("--take", "sheet.txt", "--key", "key.json", *AS)

    assert "recorded 0 sentences" in out
    assert "2 more changed while they were read, and are not recorded" in out


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("verdict:\n", "verdict: perhaps\n", "line 12: 'perhaps' is no verdict; write right, wrong or skip"),
        ("verdict:\n", "verdict: wrong\n", "sentence 1 is called wrong; say why in one line"),
        ("batch:", "patch:", "it names no batch"),
        ("2. docs", "1. docs", "sentence 1 stands twice"),
        ("3. docs", "9. docs", "there is no sentence 9 in the batch"),
        ("", "", "has no verdict yet"),
    ],
)
def test_a_sheet_that_cannot_be_taken_is_told_why_and_keeps_its_key(league, said, before, after, told):
    said(PAGE, "--sheet", "sheet.txt", "--key", "key.json", *SEED)
    change(league / "sheet.txt", before, after)
    text = (league / "sheet.txt").read_text("utf-8")
    if "9. docs" in text or "1. docs/topic/league.md, The League of the Straits\n   Corvia" in text:
        (league / "sheet.txt").write_text(text.replace("verdict:\n", "verdict: right\n"), "utf-8")
    code, out = said("--take", "sheet.txt", "--key", "key.json", *AS)

    assert 2 == code
    assert told in out
    assert (league / "key.json").exists()
    assert [] == locked(league)


@pytest.mark.parametrize("key", ["", "{", "[]", '{"version": 1, "batch": "00000000", "those": []}', "[" * 100_000])
def test_a_key_that_is_damaged_or_of_another_batch_is_told(league, said, key):
    said(PAGE, "--sheet", "sheet.txt", "--key", "key.json", *SEED)
    filled(league / "sheet.txt", "right", "right", "right")
    (league / "key.json").write_text(key, "utf-8")
    code, out = said("--take", "sheet.txt", "--key", "key.json", *AS)

    assert 2 == code
    assert out.startswith("kb: key.json: it ")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((PAGE,), "--as is '', against the role of who reads"),
        ((PAGE, "--as", "Area Editor"), "--as is 'Area Editor'"),
        ((PAGE, "--as", "a" * 41), "against the role"),
        (("docs/topic/none.md", *AS), "there is no file or folder"),
        ((PAGE, "--sheet", "docs/sheet.txt"), "would lie among the pages"),
        ((PAGE, "--sheet", "sheet.txt", "--key", "docs/topic/key.json"), "would lie among the pages"),
        ((PAGE, "--sheet", "refs.bib"), "refs.bib is there already"),
        ((PAGE, "--sheet", "sheet.txt", "--key", "refs.bib"), "refs.bib is there already"),
        (("--take", "none.txt", *AS), "none.txt: No such file"),
        (("docs/facts", *AS), "nothing on these pages cites a source"),
        ((PAGE, *AS, "--most", "0"), "--most is 0"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(league, said, arguments, told):
    code, out = said(*arguments)

    assert 2 == code
    assert told in out
    assert 1 == out.count("\n")


def test_nothing_is_read_while_the_ledger_or_the_lock_cannot_be(league, said):
    (league / LOCK).write_text("readings 1\n<<<<<<< HEAD\n", "utf-8")

    assert (2, "kb: docs/readings.lock cannot be read; `kb check` says why\n") == said(PAGE, *AS)
    assert "<<<<<<< HEAD" in (league / LOCK).read_text("utf-8")


def test_one_sentence_alone_cannot_be_measured(league, said):
    change(league / PAGE, "Corvia joined on 1 February 1994 {cite:p}`Gazette1994corvia{¶ 1}`.\n", "")
    change(league / PAGE, "Osk argues that habit holds the League together {cite:p}`Osk2007straits{abstract}`.\n", "")

    assert "none can be made false, so the reading cannot be measured" in said(PAGE, *AS)[1]


def test_changes_are_shown_with_the_words_as_git_has_them(league, answered, said):
    answered("right", "wrong", "February", "right")
    assert (0, "nothing that was read has changed since\n") == said("--changes")
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"]
    for command in (["init", "-q"], ["add", "docs", "refs.bib"], ["commit", "-q", "-m", "All"]):
        subprocess.run([*git, *command], check=True, cwd=league)
    change(league / PAGE, "habit holds", "only habit holds")
    change(league / FACTS, "founded at Selin on", "founded in Selin on")
    code, out = said("--changes", PAGE)

    assert 1 == code
    assert (
        "docs/topic/league.md:7:1: read by area-editor on 2020-01-01\n"
        "         The League was founded at Selin on 3 June 1990 [League2006history, ¶ 1].\n"
        "    league#founded-1990\n"
        "      was  League of the Straits – founded 1990-06-03; where Selin"
        " [League2006history, ¶ 1: “founded at Selin on 3 June 1990”]\n"
        "      now  League of the Straits – founded 1990-06-03; where Selin"
        " [League2006history, ¶ 1: “founded in Selin on 3 June 1990”]\n"
        "docs/topic/league.md:9:1: read by area-editor on 2020-01-01\n"
        "    was  Osk argues that habit holds the League together [Osk2007straits, abstract].\n"
        "    now  Osk argues that only habit holds the League together [Osk2007straits, abstract].\n"
    ) == out


def test_without_git_the_old_words_are_said_to_be_missing(league, answered, said):
    answered("right", "wrong", "February", "right")
    change(league / PAGE, "habit holds", "only habit holds")

    assert "    was  (git does not have it)\n" in said("--changes")[1]


def test_a_sentence_that_is_read_anew_is_no_longer_unread(league, said):
    for seed in (1, 2, 3, 4):
        read_well(league, seed)
    change(league / PAGE, "habit holds", "only habit holds")
    before = said("--changes")[0]
    for seed in (1, 2, 3, 4):
        read_well(league, seed)

    assert 1 == before
    assert 0 == said("--changes")[0]
    assert 3 == len([line for line in locked(league) if line.startswith("read ")])


def test_what_was_read_and_is_gone_is_dropped_with_the_next_reading(league):
    for seed in (1, 2, 3, 4):
        read_well(league, seed)
    before = len([line for line in locked(league) if line.startswith("read ")])
    change(league / PAGE, "Osk argues that habit holds the League together {cite:p}`Osk2007straits{abstract}`.\n", "")
    read_well(league)

    assert 3 == before
    assert 2 == len([line for line in locked(league) if line.startswith("read ")])


def test_a_mend_is_made_in_a_sentence_that_was_read(league):
    change(league / PAGE, "3 June 1990", "3 June 1991")
    for seed in (1, 2, 3, 4):
        read_well(league, seed)
    main(["check", "--fix", *TODAY])

    assert 3 == len([line for line in locked(league) if line.startswith("read ")])
    assert "3 June 1990" in (league / PAGE).read_text("utf-8")


def test_nothing_asks_the_network(league, answered, monkeypatch):
    def refuse(*_: object) -> None:
        raise AssertionError("it reached out")

    monkeypatch.setattr(socket.socket, "connect", refuse)

    assert 0 == answered("right", "wrong", "February", "right")[0]


def test_what_stands_in_content_acts_on_no_terminal_and_no_sheet(league, answered, said):
    change(league / FACTS, "quote: founded at Selin on 3 June 1990", "quote: '\u202e::error::founded at Selin'")
    _, out = answered("right")
    said(PAGE, "--sheet", "sheet.txt", "--key", "key.json", *SEED)

    assert "\u202e" not in out + (league / "sheet.txt").read_text("utf-8")


def test_readings_of_two_branches_come_together(league, answered):
    """As `.gitattributes` has them merged: line by line."""
    (league / ".gitattributes").write_bytes((ROOT / ".gitattributes").read_bytes())
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"]

    def run(*command: str) -> None:
        subprocess.run([*git, *command], check=True, cwd=league, capture_output=True)

    run("init", "-q", "-b", "main")
    run("add", "docs", "refs.bib", ".gitattributes")
    run("commit", "-q", "-m", "All")
    for branch, seed in (("one", 1), ("other", 2)):
        run("checkout", "-q", "-b", branch, "main")
        read_well(league, seed, f"reader-{branch}")
        run("add", LOCK)
        run("commit", "-q", "-m", branch)
    run("merge", "-q", "-m", "Both", "one")
    made, faults = readings((league / LOCK).read_bytes())

    assert () == faults
    assert {"reader-one", "reader-other"} == {batch.role for batch in made.batches.values()}
    assert 4 == len(made.pages[PAGE])
    read_well(league, 1, "third")
    assert () == readings((league / LOCK).read_bytes())[1]
