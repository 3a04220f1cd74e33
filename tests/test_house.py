"""What is installed is what is declared, and what is declared is used."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
TYPES = {"_typeshed"}
"""What only the reader of types knows; nobody installs it."""
OWN = {file.stem for folder in ("scripts", "tests") for file in (ROOT / folder).iterdir()}


def imports(folder: str) -> set[str]:
    """The distributions whose packages the Python files of a folder import."""
    trees = [ast.parse(file.read_text("utf-8")) for file in (ROOT / folder).rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    modules = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    modules += [node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level]
    packages = {module.partition(".")[0] for module in modules} - set(sys.stdlib_module_names) - OWN - TYPES
    known = packages_distributions()
    return {normal(known[package][0]) if package in known else package for package in packages}


def declared(*groups: str) -> set[str]:
    """The distributions that the project and these groups ask for by name."""
    lines = [*PROJECT["project"]["dependencies"]]
    for group in groups:
        lines += [line for line in PROJECT["dependency-groups"][group] if isinstance(line, str)]
    return {normal(re.match(r"[\w.-]+", line)[0]) for line in lines}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_library_imports_what_it_declares_and_no_less() -> None:
    assert declared() == imports("scripts/kb")


@pytest.mark.parametrize(
    ("folder", "groups"),
    [
        ("scripts/sphinx_kb", ["docs"]),
        ("scripts/sphinx_typst", ["docs"]),
        ("scripts/kb_lsp", ["lsp"]),
        ("scripts/kb_live", ["docs", "live"]),
        ("tests", ["docs", "live", "lsp", "tests"]),
    ],
)
def test_nothing_is_imported_that_only_another_package_asked_for(folder: str, groups: list[str]) -> None:
    assert imports(folder) - declared(*groups) == set()


@pytest.mark.parametrize("group", ["docs", "lint", "live", "lock", "lsp", "nox", "tests"])
def test_a_compiled_list_pins_what_is_declared_with_hashes_and_without_addresses(group: str) -> None:
    text = (ROOT / "requirements" / f"{group}.txt").read_text("utf-8")
    entries = [entry for entry in re.split(r"\n(?=\S)", text) if not entry.startswith("#")]
    pinned = {normal(entry.partition("==")[0]) for entry in entries}
    wanted = declared(group) if group not in ("lock", "nox") else {{"lock": "uv"}.get(group, group)}

    assert wanted - pinned == set()
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text
