"""The day that counts as today: the same in a clone, an archive, a worktree and the repository of somebody else."""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kb.load.corpus import read
from kb.load.today import BadEpoch, Day, day, today

ROOT = Path(__file__).parents[3]
CORPUS = ROOT / "tests" / "corpus"
SEEN = date(2019, 5, 1)
"""The newest day on which anything in the small corpus was seen."""
COMMITTED = "2019-06-01T12:00:00Z"
EVENING, MORNING = "2019-06-01T23:30:00-05:00", "2019-06-02T01:30:00+05:00"


@pytest.fixture(autouse=True)
def nothing_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No settings of this machine, and a person who commits."""
    for name in [name for name in os.environ if name.startswith("GIT_")] + ["SOURCE_DATE_EPOCH"]:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    git(tmp_path, "config", "--global", "user.name", "x")
    git(tmp_path, "config", "--global", "user.email", "x@example.org")
    git(tmp_path, "config", "--global", "protocol.file.allow", "always")


def git(folder: Path, *command: str, at: str = COMMITTED) -> None:
    """Run git in a folder, at a moment."""
    when = {"GIT_COMMITTER_DATE": at, "GIT_AUTHOR_DATE": "2011-01-01T00:00:00Z"}
    subprocess.run(["git", *command], cwd=folder, check=True, env=os.environ | when, capture_output=True)


def head(folder: Path) -> str:
    """The name of the newest commit."""
    asked = subprocess.run(["git", "rev-parse", "HEAD"], cwd=folder, check=True, capture_output=True, text=True)
    return asked.stdout.strip()


def written(folder: Path) -> Path:
    """The small corpus in a folder of its own."""
    shutil.copytree(CORPUS, folder)
    shutil.copy(ROOT / ".gitattributes", folder)
    shutil.copy(ROOT / ".git_archival.txt", folder)
    return folder


def committed(folder: Path, at: str = COMMITTED) -> Path:
    """The small corpus as a repository with one commit."""
    written(folder)
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "x", at=at)
    return folder


def archive(repository: Path, folder: Path) -> Path:
    """An archive of the newest commit, unpacked."""
    packed = folder.with_suffix(".zip")
    git(repository, "archive", "--output", str(packed), "HEAD")
    with zipfile.ZipFile(packed) as opened:
        opened.extractall(folder)
    return folder


def told(folder: Path) -> Day:
    found = day(folder, read(folder))
    assert found
    return found


def inside_another(outer: Path) -> Path:
    """A folder in a repository that is older than what lies in it."""
    outer.mkdir()
    git(outer, "init", "-q")
    git(outer, "commit", "-q", "--allow-empty", "-m", "old", at="2001-01-01T00:00:00Z")
    return outer / "kb"


def copies(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """All the ways in which one commit reaches somebody."""
    own = committed(tmp_path / "own")
    yield "a repository", own
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{own}", "shallow")
    yield "a shallow clone", tmp_path / "shallow"
    git(own, "worktree", "add", "-q", "--detach", str(tmp_path / "worktree"))
    yield "a worktree", tmp_path / "worktree"
    outer = inside_another(tmp_path / "outer").parent
    git(outer, "submodule", "add", "-q", f"file://{own}", "part")
    yield "a submodule", outer / "part"
    yield "an archive", archive(own, tmp_path / "archive")
    yield "an archive inside another repository", archive(own, inside_another(tmp_path / "around"))
    foreign = shutil.copytree(own, tmp_path / "foreign")
    if os.getuid() == 0:
        for path in [foreign, *foreign.rglob("*")]:
            os.chown(path, 12345, 12345, follow_symlinks=False)
    yield "the repository of somebody else", foreign


def test_one_commit_has_one_day_however_it_came(tmp_path):
    found = {name: told(path) for name, path in copies(tmp_path)}
    name = head(tmp_path / "own")

    assert dict.fromkeys(found, Day(date(2019, 6, 1), commit=name)) == found


def test_what_is_not_committed_is_in_no_commit(tmp_path):
    own = committed(tmp_path / "own")
    before = told(own).commit
    (own / "docs/topic/draft.md").write_text("# Draft\n")

    assert (head(own), "") == (before, told(own).commit)


def test_what_git_ignores_is_read_nowhere(tmp_path):
    """But in an archive, which knows of no such thing."""
    read_in = {}
    for name, path in copies(tmp_path):
        (path / ".gitignore").write_text("draft.md\n")
        (path / "docs/topic/draft.md").write_text("# Draft\n")
        read_in[name] = "docs/topic/draft.md" in read(path)

    assert {name: "archive" in name for name in read_in} == read_in


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give a repository away")
def test_git_itself_would_refuse_the_repository_of_somebody_else(tmp_path):
    """What the case above is worth: without naming the repository nothing would be answered."""
    foreign = dict(copies(tmp_path))["the repository of somebody else"]

    with pytest.raises(subprocess.CalledProcessError):
        git(foreign, "log", "-1")


def test_a_folder_inside_another_repository_is_dated_by_itself(tmp_path):
    inner = written(inside_another(tmp_path / "outer"))
    git(inner.parent, "add", "-A")
    git(inner.parent, "commit", "-q", "-m", "all", at="2030-01-01T00:00:00Z")

    assert Day(SEEN) == told(inner)


@pytest.mark.parametrize(("at", "expected"), [(EVENING, date(2019, 6, 2)), (MORNING, date(2019, 6, 2))])
def test_the_day_is_that_of_the_later_calendar_wherever_it_is_read(tmp_path, monkeypatch, at, expected):
    committed(tmp_path / "kb", at)
    days = set()
    for zone in ("UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"):
        monkeypatch.setenv("TZ", zone)
        days.add(told(tmp_path / "kb").today)

    assert {expected} == days


def test_another_repository_named_by_a_hook_is_not_asked(tmp_path, monkeypatch):
    inner = committed(tmp_path / "kb")
    name_of_inner = head(inner)
    outer = inside_another(tmp_path / "outer").parent
    for name, value in {"GIT_DIR": outer / ".git", "GIT_WORK_TREE": outer, "GIT_INDEX_FILE": outer / "x"}.items():
        monkeypatch.setenv(name, str(value))

    assert Day(date(2019, 6, 1), commit=name_of_inner) == told(inner)


def test_what_is_not_committed_may_bear_the_day_of_the_clock(tmp_path):
    root = committed(tmp_path / "kb")
    clock = {datetime.now(UTC).date(), datetime.now().astimezone().date()}
    for name in ("league", "voss"):
        file = root / f"docs/facts/{name}.yaml"
        file.write_bytes(file.read_bytes() + b"# changed\n")
    (root / "docs/topic/new.md").write_text("# New\n")
    found = told(root)

    assert date(2019, 6, 1) == found.today
    assert {"docs/facts/league.yaml", "docs/facts/voss.yaml", "docs/topic/new.md"} == set(found.uncommitted)
    assert set(found.uncommitted.values()) == {max(clock)}


def test_before_the_first_commit_everything_may_bear_the_day_of_the_clock(tmp_path):
    root = written(tmp_path / "kb")
    git(root, "init", "-q")
    found = told(root)

    assert (SEEN, "") == (found.today, found.note)
    assert set(read(root)) == set(found.uncommitted)


def test_what_was_moved_is_committed_all_the_same(tmp_path):
    root = committed(tmp_path / "kb")
    (root / "docs/topic/league.md").rename(root / "docs/topic/union.md")

    assert {} == told(root).uncommitted


@pytest.mark.parametrize("spoil", ["empty", "file", "link"])
def test_a_repository_that_cannot_be_asked_is_said_and_no_outer_one_is(tmp_path, spoil):
    root = written(inside_another(tmp_path / "outer"))
    if spoil == "empty":
        (root / ".git").mkdir()
    elif spoil == "file":
        (root / ".git").write_text("gitdir: /nowhere\n")
    else:
        (root / ".git").symlink_to("/nowhere")
    found = told(root)

    assert SEEN == found.today
    assert found.note.startswith("git does not tell the newest commit (fatal: not a git repository: ")
    assert found.note.endswith("; 2019-05-01 counts as today")


def test_without_git_the_day_changes_not_in_silence(tmp_path, monkeypatch):
    root = committed(tmp_path / "kb")
    monkeypatch.setenv("PATH", str(tmp_path))
    note = "git cannot be asked for the newest commit (No such file or directory); 2019-05-01 counts as today"

    assert Day(SEEN, {}, note) == told(root)


def test_the_configuration_of_a_repository_runs_nothing(tmp_path):
    root = committed(tmp_path / "kb")
    canary = tmp_path / "canary"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {canary}\n")
    program.chmod(0o755)
    for name in ("core.fsmonitor", "core.pager", "core.sshCommand", "gpg.program", "diff.external", "filter.x.clean",
                 "core.alternateRefsCommand", "alias.rev-list", "remote.origin.uploadpack"):  # fmt: skip
        git(root, "config", name, str(program))
    git(root, "config", "log.showSignature", "true")
    git(root, "config", "extensions.partialClone", "origin")
    git(root, "config", "remote.origin.url", f"ext::{program}")
    (root / ".git/info/attributes").write_text("* filter=x\n")
    shutil.rmtree(root / ".git/objects")
    (root / ".git/objects").mkdir()

    assert "git does not tell" in told(root).note
    assert not canary.exists()


def test_an_epoch_that_is_set_is_the_day(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1577836800")

    assert date(2020, 1, 1) == told(committed(tmp_path / "kb")).today
    assert date(2020, 1, 1) == told(written(tmp_path / "plain")).today


def test_an_epoch_before_the_content_is_not_its_day(tmp_path, monkeypatch):
    """Packagers set 1 January 1980 where an archive says nothing else."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "315532800")
    before = "SOURCE_DATE_EPOCH is 1980-01-01, before 2019-05-01, the newest day on which a source was seen"

    own = committed(tmp_path / "kb")

    assert Day(date(2019, 6, 1), {}, f"{before}; 2019-06-01 counts as today", head(own)) == told(own)
    assert Day(SEEN, {}, f"{before}; 2019-05-01 counts as today") == told(written(tmp_path / "plain"))


def test_a_source_seen_in_the_future_does_not_move_the_day_of_a_commit(tmp_path, monkeypatch):
    root = written(tmp_path / "kb")
    file = root / "refs.bib"
    file.write_text(file.read_text("utf-8").replace("2019-05-01", "2099-05-01"), "utf-8")
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "x")
    days = [told(root)]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1559390400")  # the moment of that commit
    days.append(told(root))

    assert [Day(date(2019, 6, 1), commit=head(root))] * 2 == days


@pytest.mark.parametrize("bad", ["soon", "-1", "1e9", "٣١٥٥٣٢٨٠٠", "9" * 12, "9" * 30, "1577836800\x1b[31m"])
def test_an_epoch_that_is_no_moment_is_said(tmp_path, monkeypatch, bad):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", bad)

    with pytest.raises(BadEpoch, match="against a number of seconds since 1970"):
        told(written(tmp_path / "plain"))


def test_examples_on_pages_date_nothing(tmp_path):
    root = written(tmp_path / "kb")
    (root / "docs/topic/example.md").write_text("```yaml\nchecked: 2031-01-01\n```\n")

    assert SEEN == today(root, read(root))


def test_where_nobody_says_there_is_no_day(tmp_path):
    assert day(tmp_path, {}) is None
