"""``kb diff`` in a clone: what it reads of git, what it refuses, and how it ends."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from kb.cli import main
from kb.load.kept import SETTING

AUTHOR = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]


def git(root: Path, *asked: str) -> str:
    told = subprocess.run(["git", "-C", str(root), *AUTHOR, *asked], check=True, capture_output=True, text=True)
    return told.stdout.strip()


def commit(root: Path, what: str) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", what)


@pytest.fixture(name="clone")
def _clone(league: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small corpus as a clone with one commit."""
    monkeypatch.setenv(SETTING, "off")
    git(league, "init", "-q", "-b", "main")
    commit(league, "begin")
    return league


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def diff(capsys: pytest.CaptureFixture[str], *asked: str) -> tuple[int, str, str]:
    code = main(["diff", *asked, "--today", "2020-01-01"])
    told = capsys.readouterr()
    return code, told.out, told.err


def headlines(out: str) -> list[str]:
    return [line for line in out.splitlines() if not line.startswith(("  ", "finding "))]


STRANGE = ("mian", "--upload-pack=touch x", "HEAD:docs", "HEAD^{tree}", "", "a\x1b[2Jb", "HEAD..main")
LEAGUE = "docs/facts/league.yaml"
FROM = "value changed · league#corvia · from: 1 February 1994 → 2 February 1994"


def test_the_working_tree_is_compared_with_a_branch(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(clone / LEAGUE, "from: 1994-02-01", "from: 1994-02-02")

    code, out, _ = diff(capsys, "main")

    assert code == 0
    assert headlines(out) == [FROM, "the same at home: kb diff main"]


def test_two_commits_are_compared_and_nothing_else(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(clone / LEAGUE, "from: 1994-02-01", "from: 1994-02-02")
    commit(clone, "mend")
    edit(clone / LEAGUE, "founded: 1990-06-03", "founded: 1990-06-04")

    code, out, _ = diff(capsys, "HEAD~1", "HEAD")

    assert code == 0
    assert headlines(out) == [FROM, "the same at home: kb diff 'HEAD~1' HEAD"]


def test_nothing_is_checked_out_and_no_hook_or_filter_runs(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = clone.parent / f"{clone.name}-ran"
    git(clone, "config", "filter.evil.smudge", f"touch '{ran}'; cat")
    git(clone, "config", "filter.evil.clean", f"touch '{ran}'; cat")
    git(clone, "config", "diff.evil.textconv", f"touch '{ran}'; cat")
    git(clone, "config", "core.fsmonitor", f"touch '{ran}'")
    (clone / ".gitattributes").write_text("* filter=evil diff=evil\n", "utf-8")
    before = git(clone, "rev-parse", "HEAD")

    code, out, _ = diff(capsys, "HEAD", "HEAD")

    assert code == 0
    assert out == "no fact has changed\nthe same at home: kb diff HEAD HEAD\n"
    assert not ran.exists()
    assert before == git(clone, "rev-parse", "HEAD")


@pytest.mark.parametrize(
    "name", ["mian", "--upload-pack=touch x", "HEAD:docs", "HEAD^{tree}", "", "a\x1b[2Jb", "HEAD..main"]
)
def test_an_unknown_revision_is_told_with_what_to_do(
    clone: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    code = main(["diff", "--today", "2020-01-01", "--", name])
    told = capsys.readouterr()

    assert code == 2
    assert "there is no revision" in told.err
    assert "git fetch origin main" in told.err
    assert "\x1b" not in told.err
    assert not told.out


def test_a_folder_that_is_no_clone_says_so(league: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = diff(capsys, "main")

    assert code == 2
    assert "is no clone" in err


def test_links_and_other_repositories_are_not_followed(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outside = clone.parent / f"{clone.name}-outside.yaml"
    outside.write_text((clone / LEAGUE).read_text("utf-8"), "utf-8")
    (clone / LEAGUE).unlink()
    (clone / LEAGUE).symlink_to(outside)
    name = git(clone, "rev-parse", "HEAD")
    git(clone, "add", "-A")
    git(clone, "update-index", "--add", "--cacheinfo", f"160000,{name},docs/other")
    git(clone, "commit", "-q", "-m", "lead elsewhere")

    code, out, _ = diff(capsys, "HEAD~1", "HEAD")

    assert code == 1
    assert "entity gone · league" in out
    assert "finding new · docs/facts/league.yaml:1 · stands as a link where a file should [stray-file]" in out


def test_what_the_door_refuses_is_refused_of_a_commit_too(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (clone / "docs" / "topic" / "evil.html").write_text("<script>", "utf-8")
    (clone / "docs" / "Strange").mkdir()
    (clone / "docs" / "Strange" / "a.md").write_text("# A\n", "utf-8")
    (clone / "docs" / "topic" / "long.md").write_text("# Long\n\n" + "word " * 40_000, "utf-8")
    commit(clone, "bring what does not belong there")

    _, out, _ = diff(capsys, "HEAD~1", "HEAD")
    tree = diff(capsys, "HEAD~1")[1]

    told = [line for line in out.splitlines() if line.startswith("finding new")]
    assert len(told) == 3
    assert [line for line in tree.splitlines() if line.startswith("finding new")] == told


def test_a_vanished_id_fails(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(clone / LEAGUE, "  members-1995:", "  three-members:")

    code, out, _ = diff(capsys, "HEAD")

    assert code == 1
    assert "[vanished-id]" in out


def test_code_and_what_decides_on_findings_comes_first(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(clone / LEAGUE, "from: 1994-02-01", "from: 1994-02-02")
    (clone / "scripts").mkdir()
    (clone / "scripts" / "x.py").write_text("print()\n", "utf-8")
    (clone / "docs" / "conf.py").write_text("a = 1\nb = 2\n", "utf-8")

    _, out, _ = diff(capsys, "HEAD")
    commit(clone, "all")
    _, both, _ = diff(capsys, "HEAD~1", "HEAD")

    first = ["rules of judgement changed · docs/conf.py · 2 lines", "code changed · 1 file · scripts/x.py", FROM]
    assert headlines(out)[:3] == first
    assert headlines(both)[:3] == first


def test_json_has_every_change(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(clone / LEAGUE, "from: 1994-02-01", "from: 1994-02-02")

    _, out, _ = diff(capsys, "HEAD", "--format", "json")

    whole = json.loads(out)
    first = whole["changes"][0]
    assert (whole["version"], whole["fails"]) == (1, False)
    assert {name: first[name] for name in ("kind", "where", "what", "old", "new", "told")} == {
        "kind": "value changed",
        "where": "league#corvia",
        "what": "from: 1 February 1994 → 2 February 1994",
        "old": "1 February 1994",
        "new": "2 February 1994",
        "told": ["told at docs/topic/league.md:8, unchanged"],
    }


def test_markdown_is_no_longer_than_a_comment_and_keeps_what_fails(
    clone: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (clone / LEAGUE).read_text("utf-8").replace("  members-1995:", "  three-members:")
    more = "".join(
        f"  more-{n}:\n    records: {'A long story of many words. ' * 40}\n    evidence: []\n" for n in range(100)
    )
    (clone / LEAGUE).write_text(text.replace("claims:\n", f"{more}claims:\n"), "utf-8")

    code, out, _ = diff(capsys, "HEAD", "--format", "markdown")

    assert code == 1
    assert len(out.encode()) <= 20_000
    assert "[vanished-id]" in out
    assert "more of kind statement added" in out
    assert out.endswith("<p>the same at home: <code>kb diff HEAD</code></p>\n")


def test_very_many_that_fail_are_counted_too(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (clone / LEAGUE).read_text("utf-8")
    more = "".join(f"  one-{n}:\n    number-of: {{n: {n}, of: [ships]}}\n    on: {n}\n" for n in range(1900, 2000))
    (clone / LEAGUE).write_text(text.replace("claims:\n", f"{more}claims:\n"), "utf-8")
    commit(clone, "bring them")
    (clone / LEAGUE).write_text(text, "utf-8")

    code, out, _ = diff(capsys, "HEAD", "--format", "markdown")

    assert code == 1
    assert 10_000 < len(out.encode()) <= 20_000
    assert "more of kind finding new" in out
