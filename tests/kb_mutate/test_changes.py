"""Changes of code: each is a small one, leaves a program, and the module that is read is the changed one."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kb_mutate.changes import changed, changes
from kb_mutate.overlay import VARIABLE

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "scripts" / "kb").rglob("*.py"))


def made(source: str) -> list[str]:
    return [changed(source, each) for each in changes(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a < b", ["a <= b"]),
        ("a <= b < c", ["a < b < c", "a <= b <= c"]),
        ("a == b", ["a != b"]),
        ("a in b", ["a not in b"]),
        ("a not  in b", ["a in b"]),
        ("a is not b", ["a is b"]),
        ("a and b or c", ["a or b or c", "a and b and c"]),
        ("not a", ["a"]),
        ("a - 1", ["a + 1", "a - 2"]),
        ("any(a)", ["all(a)"]),
        ("'é'.startswith(a)", ["'é'.endswith(a)"]),
        ("x = True", ["x = False"]),
        ("if a:\n    b", ["if (not (a)):\n    b"]),
        ("[a for a in b if a]", ["[a for a in b if True]"]),
        ("f'{a < b}'", []),
        ("raise X(a < b)", []),
        ("def f(a: int = 1) -> 'b < c': ...", ["def f(a: int = 2) -> 'b < c': ..."]),
        ("@cache(1)\ndef f(): ...", []),
    ],
)
def test_what_is_changed(source: str, expected: list[str]):
    assert expected == made(source)


def test_every_change_of_the_engine_leaves_a_program_that_says_something_else():
    for file in MODULES:
        source = file.read_text("utf-8")
        before = ast.dump(ast.parse(source))
        for each in changes(source)[::7]:
            assert before != ast.dump(ast.parse(changed(source, each))), (file, each)


def test_the_changed_module_is_read_in_place_of_its_file(tmp_path: Path):
    path = ROOT / "scripts" / "kb" / "core" / "mark.py"
    text = tmp_path / "text.py"
    text.write_text(path.read_text("utf-8") + "\nCHANGED = True\n", encoding="utf-8")
    (tmp_path / "sitecustomize.py").write_text("from kb_mutate.overlay import install\n\ninstall()\n")
    settings = {**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT / 'scripts'}"}
    asks = [sys.executable, "-c", "import kb.core.mark as m, kb.core.dates; print(hasattr(m, 'CHANGED'))"]

    def answer(changed: str) -> str:
        return subprocess.run(asks, env={**settings, VARIABLE: changed}, capture_output=True, text=True).stdout.strip()

    assert "True" == answer(f"kb.core.mark\n{path}\n{text}")
    assert "False" == answer("")
