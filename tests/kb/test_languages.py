"""English is lists of words and patterns that the stages import, and nothing that decides."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from kb.lang import en

SCRIPTS = Path(__file__).parents[2] / "scripts"
NAMES = [name for name in vars(en) if name.isupper()]
USED = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SCRIPTS.rglob("*.py")) if path.name != "en.py")


def test_english_holds_nothing_but_words_and_patterns() -> None:
    tree = ast.parse(Path(en.__file__).read_text(encoding="utf-8"))

    assert {type(node) for node in tree.body} <= {ast.Assign, ast.Expr, ast.Import, ast.ImportFrom}


@pytest.mark.parametrize("name", NAMES)
def test_every_list_and_pattern_is_used(name: str) -> None:
    own = Path(en.__file__).read_text(encoding="utf-8")

    assert re.search(rf"\ben\.{name}\b", USED) or len(re.findall(rf"\b{name}\b", own)) > 1


@pytest.mark.parametrize("name", NAMES)
def test_no_word_stands_in_a_list_twice(name: str) -> None:
    tree = ast.parse(Path(en.__file__).read_text(encoding="utf-8"))
    node = next(n for n in tree.body if isinstance(n, ast.Assign) and ast.unparse(n.targets[0]) == name)
    lists = [n.func.value for n in ast.walk(node) if isinstance(n, ast.Call) and ast.unparse(n.func).endswith(".split")]
    words = [word for each in lists for word in ast.literal_eval(each).split()]

    assert sorted(set(words)) == sorted(words)
