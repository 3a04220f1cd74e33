"""A command that is ended half-way, or finds the disk full, leaves each file as it was or as it was to become."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kb.cli import main, mend
from killing import killed_at_random, killed_before_each_step, started

IMPORTS = """
import kb.cli.check, kb.cli.cover, kb.cli.hand_over, kb.cli.say, kb.run.rules, kb.verify.page
import os, shutil
from kb.cli import main
kb.run.rules.rules()
"""
PAGES = ("league", "union")
TODAY = ["--today", "2020-01-01"]
COMMANDS = {
    "check --fix": ["check", "--fix", "--format", "json", *TODAY],
    "export": ["export", "--to", "data", *TODAY],
    "lock": ["lock", "--texts", "texts", *TODAY],
}
WRITTEN = {
    "check --fix": tuple(f"docs/topic/{name}.md" for name in PAGES),
    "export": ("data/facts.json", "data/evidence.csv"),
    "lock": ("docs/facts/sources.lock",),
}


@pytest.fixture
def slips(league: Path) -> Path:
    """The small repository with three pages to be mended, old exports, and an old lock."""
    page = league / "docs/topic/league.md"
    wrong = page.read_bytes().replace(b"3 June 1990", b"3 June 1991")
    for name in PAGES:
        page.with_stem(name).write_bytes(wrong)
    (league / "data").mkdir()
    for name in WRITTEN["export"]:
        (league / name).write_text("old\n")
    lock = league / "docs/facts/sources.lock"
    lock.write_bytes(lock.read_bytes() + b"\n")
    return league


def contents(root: Path, paths: tuple[str, ...]) -> tuple[bytes, ...]:
    return tuple((root / path).read_bytes() for path in paths)


class Held:
    """What a command writes: how it was, how it becomes, and how it was left each time."""

    def __init__(self, root: Path, command: str) -> None:
        self.root, self.paths, self.command = root, WRITTEN[command], COMMANDS[command]
        for path in self.paths:
            (root / "kept" / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / path, root / "kept" / path)
        self.old = contents(root, self.paths)
        assert main(self.command) == 0
        self.new = contents(root, self.paths)
        self.seen: list[tuple[bytes, ...]] = []
        self.put_back()
        self.seen.clear()

    def put_back(self) -> None:
        """Note how the files were left, and make them as they were."""
        self.seen.append(contents(self.root, self.paths))
        for path, data in zip(self.paths, self.old, strict=True):
            (self.root / path).write_bytes(data)

    def mixed(self) -> list[tuple[bytes, ...]]:
        """The times at which a file was neither as it was nor as it becomes."""
        both = [set(pair) for pair in zip(self.old, self.new, strict=True)]
        return [each for each in self.seen if any(now not in pair for now, pair in zip(each, both, strict=True))]


@pytest.fixture
def held(slips: Path, request: pytest.FixtureRequest) -> Held:
    return Held(slips, request.param)


@pytest.mark.parametrize("held", COMMANDS, indirect=True)
def test_ended_at_any_step_it_leaves_each_file_whole(held, capsys):
    for _ in killed_before_each_step(f"{IMPORTS}\ndef run(): main({held.command!r})"):
        held.put_back()

    assert held.old != held.new
    assert [] == held.mixed()
    assert (held.old, held.new) == (held.seen[0], held.seen[-1])


@pytest.mark.parametrize("held", COMMANDS, indirect=True)
def test_ended_at_any_moment_it_leaves_each_file_whole(held, capsys):
    forever = f"""{IMPORTS}
def run():
    while True:
        main({held.command!r})
        for path in {held.paths!r}:
            shutil.copyfile("kept/" + path, "beside")
            os.replace("beside", path)
"""
    for _ in killed_at_random(forever, 20, seed=8, longest=0.3):
        held.put_back()

    assert [] == held.mixed()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_is_said_and_leaves_everything_as_it_was(slips, command):
    before = {path: path.read_bytes() for path in slips.rglob("*") if path.is_file()}
    limited = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (50, 50))"
    ran = started(f"{IMPORTS}\n{limited}\nsys.exit(main({COMMANDS[command]!r}))")

    assert 2 == ran.wait()
    assert before == {path: path.read_bytes() for path in slips.rglob("*") if path.is_file()}


def test_a_page_that_changed_while_it_was_read_is_left_alone(slips, capsys, monkeypatch):
    page = slips / "docs/topic/league.md"
    edited = page.read_bytes() + b"\nA new line.\n"
    settle = mend.settle

    def meanwhile(*arguments):
        page.write_bytes(edited)
        return settle(*arguments)

    monkeypatch.setattr(mend, "settle", meanwhile)
    code = main(COMMANDS["check --fix"])

    assert (2, edited) == (code, page.read_bytes())
    assert capsys.readouterr().err == (
        "kb: docs/topic/league.md was changed while it was read, and nothing was mended; run again\n"
    )
