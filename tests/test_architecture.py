"""The page on architecture: its diagram is what the code imports, and what it names is there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from test_import_rules import FLOORS, KB, modules, within

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "contributing" / "architecture.md").read_text("utf-8")
WIDTH = 12


def folder(module: str) -> str:
    """The folder of a module of the library, by its name alone."""
    return module.removeprefix("kb.").partition(".")[0]


def diagram() -> str:
    """Each folder, the highest first, with those that it imports from."""
    folders = sorted({name.removeprefix("kb.") for name in FLOORS} - {"kb"})
    graph: dict[str, set[str]] = {name: set() for name in folders}
    for module, others in within("kb", KB).items():
        if folder(module) in graph:
            graph[folder(module)] |= {folder(other) for other in others} & set(folders) - {folder(module)}
    highest_first = sorted(folders, key=lambda name: (-FLOORS[f"kb.{name}"], name))
    lines = (
        f"{name:<{WIDTH}}{' '.join(n for n in reversed(highest_first) if n in graph[name])}" for name in highest_first
    )
    return "\n".join(line.rstrip() for line in lines)


def test_the_diagram_is_what_the_code_imports() -> None:
    drawn = PAGE.partition("## What imports what")[2].partition("```text\n")[2].partition("\n```")[0]

    assert diagram() == drawn


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:scripts|docs|tests)/[\w./<>-]+)`", PAGE))))
def test_every_file_it_names_is_there(path: str) -> None:
    assert list(ROOT.glob(re.sub(r"<[^>]*>", "*", path).rstrip("/")))


def test_it_tells_where_to_make_ten_changes() -> None:
    rows = re.findall(r"^\| ([^|]+) \| [^|]*`", PAGE.partition("## Where do I change")[2], re.MULTILINE)

    assert len(rows) >= 10


def test_no_two_public_classes_of_the_engine_share_a_name() -> None:
    named: dict[str, list[str]] = {}
    for module, file in modules("kb").items():
        for each in ast.parse(file.read_text("utf-8")).body:
            if isinstance(each, ast.ClassDef) and not each.name.startswith("_"):
                named.setdefault(each.name, []).append(module)

    assert {} == {name: where for name, where in named.items() if len(where) > 1}
