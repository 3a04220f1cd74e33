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
from kb_mutate.plan import BadPlan, plan

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
        ("zip(a, b, strict=True)", []),
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


def test_the_plan_names_modules_and_tests_that_exist_and_asks_for_enough() -> None:
    whole = plan(ROOT)

    assert whole.floor >= 0.9
    assert len(whole.mutants) >= whole.least >= 150


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('[[module]]\npath = "a.py"\ntake = 1\ntests = ["gone.py"]\n', "there is no gone.py"),
        ('[[change]]\npath = "a.py"\nold = "a < c"\nnew = "b"\ntests = ["t.py"]\n', "stands 0 times in a.py"),
        ('[[change]]\npath = "a.py"\nold = " "\nnew = "b"\ntests = ["t.py"]\n', "stands 4 times in a.py"),
        ('[[same]]\npath = "a.py"\nline = "a < c"\nnew = "a <= c"\n', "no module of the plan can be changed so"),
    ],
)
def test_a_plan_that_does_not_fit_the_code_is_refused(tmp_path: Path, text: str, fault: str) -> None:
    lay(tmp_path, text)

    with pytest.raises(BadPlan, match=fault):
        plan(tmp_path)


MODULE = '[[module]]\npath = "a.py"\ntake = {}\ntests = ["t.py"]\n'


def test_what_changes_no_meaning_is_not_drawn(tmp_path: Path) -> None:
    lay(tmp_path, MODULE.format(9) + '[[same]]\npath = "a.py"\nline = "a < b"\nnew = "a <= b"\n')

    assert [("c > d", "c >= d")] == [mutant.lines for mutant in plan(tmp_path).mutants]


def test_other_lines_may_come_without_another_draw(tmp_path: Path) -> None:
    lay(tmp_path, MODULE.format(1))
    (before,) = plan(tmp_path).mutants
    lay(tmp_path, MODULE.format(1), "e = 'nothing that changes'\n\n\na < b\nc > d\n")
    (after,) = plan(tmp_path).mutants

    assert before.lines == after.lines
    assert before.line + 3 == after.line


def lay(root: Path, text: str, module: str = "a < b\nc > d\n") -> None:
    """A project of one module and one file of tests, with this plan."""
    (root / "tests").mkdir(exist_ok=True)
    (root / "tests" / "mutation.toml").write_text(f"floor = 0.9\nleast = 1\n{text}", encoding="utf-8")
    (root / "a.py").write_text(module, encoding="utf-8")
    (root / "t.py").write_text("", encoding="utf-8")


def test_tests_that_notice_a_change_are_told_from_those_that_do_not(tmp_path: Path) -> None:
    """Where the tests only look at what is the same in both, the change goes unnoticed."""
    lay(tmp_path, "", "def less(a, b):\n    return a < b\n")
    scripts = tmp_path / "scripts"
    scripts.mkdir()
    (tmp_path / "a.py").rename(scripts / "a.py")
    looks = "import a\n\n\ndef test_it():\n    assert a.less({}, 2)\n"
    for name, number in (("edge", "2"), ("far", "1")):
        negated = looks.format(number).replace("assert a", "assert not a" if name == "edge" else "assert a")
        (tmp_path / "tests" / f"test_{name}.py").write_text(negated, encoding="utf-8")
    (tmp_path / "room").mkdir()
    text = "def less(a, b):\n    return a <= b\n"
    tries = f"""
from pathlib import Path
from kb_mutate.trial import Trials

root = Path({str(tmp_path)!r})
trials = Trials(root, root / "room", 2)
those = [("tests/test_edge.py",), ("tests/test_far.py",)]
print(trials.unchanged(those), trials.changed([("a", root / "scripts" / "a.py", {text!r}, each) for each in those]))
"""
    settings = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    ran = subprocess.run([sys.executable, "-c", tries], env=settings, capture_output=True, text=True)

    assert ("[] [True, False]", 0) == (ran.stdout.strip(), ran.returncode), ran.stderr
