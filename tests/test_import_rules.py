"""The floors of the house: who may import whom, read from the import statements."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[1] / "scripts"
FLOORS = {
    "kb_bench": 7,
    "kb.cli": 7,
    "kb_plant": 7,
    "kb.run.runner.causes": 6,
    "kb.run.runner.rules": 6,
    "kb.run.runner": 6,
    "kb.rules": 5,
    "kb.lock.fingerprints": 5,
    "kb.prose": 4,
    "kb.core.addresses": 1,
    "kb.core.alphabets": 1,
    "kb.query.questions.balance": 4,
    "kb.lock.fingerprints.coverage": 4,
    "kb.diff": 4,
    "kb.evidence.figures_in_quotes": 4,
    "kb.report.explain": 4,
    "kb.export.tables": 4,
    "kb.core.languages": 4,
    "kb.evidence.names_in_quotes": 4,
    "kb.network": 4,
    "kb.core.origins": 4,
    "kb.export.tables.printed": 4,
    "kb.core.published": 2,
    "kb.query.questions": 4,
    "kb.evidence.quotes": 4,
    "kb.core.waiving": 4,
    "kb.load": 3,
    "kb.core.derive": 3,
    "kb.core.differing": 3,
    "kb.report": 3,
    "kb.lock.fingerprints.sentences": 3,
    "kb.core.model": 2,
    "kb.core.finding": 2,
    "kb.core": 1,
    "kb.core.dates": 1,
    "kb.core.forms": 1,
    "kb.core.mark": 1,
    "kb": 1,
}
"""What stands on which floor: a module may import from its own floor and from those below."""
READS = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "print", "input", "eval", "exec"}
CLOCKS = {"today", "now", "utcnow", "time", "fromtimestamp"}


def modules(package: str) -> dict[str, Path]:
    """Every module of a package by its dotted name."""
    files = sorted((SCRIPTS / package).rglob("*.py"))
    names = [".".join(file.relative_to(SCRIPTS).with_suffix("").parts).removesuffix(".__init__") for file in files]
    return dict(zip(names, files, strict=True))


KB = modules("kb")
RULES = [name for name in KB if name.startswith("kb.rules.") and name.count(".") == 3]
SCREEN = 80


def imports(file: Path, known: dict[str, Path]) -> Iterator[str]:
    """Every module a file imports, also inside functions; of a package, the module that is meant."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file} imports relatively"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in known else str(node.module)


def floor(module: str) -> int:
    """The floor of the nearest package that is listed."""
    parts = module.split(".")
    return next(FLOORS[name] for n in range(len(parts), 0, -1) if (name := ".".join(parts[:n])) in FLOORS)


def within(package: str, known: dict[str, Path]) -> dict[str, set[str]]:
    """Which modules of a package import which others of it."""
    return {
        name: {other for other in imports(file, known) if other.split(".")[0] == package}
        for name, file in known.items()
    }


def test_every_part_has_a_floor_of_its_own():
    parts = {".".join(name.split(".")[:2]) for name in KB}

    assert parts - set(FLOORS) == set()


def test_nothing_is_imported_from_above():
    graph = within("kb", KB)

    assert [(name, other) for name in graph for other in sorted(graph[name]) if floor(other) > floor(name)] == []


def test_rules_never_import_each_other():
    found = {
        (name, other)
        for name, others in within("kb", KB).items()
        for other in others
        if name.startswith("kb.rules") and other.startswith("kb.rules")
    }

    assert found == set()


@pytest.mark.parametrize("package", ["kb", "sphinx_kb"])
def test_no_module_imports_itself_by_a_detour(package):
    graph = within(package, modules(package))

    packages = {name for name in graph if any(other.startswith(f"{name}.") for other in graph)}
    inner = {name: others - packages for name, others in graph.items() if name not in packages}

    assert list(TopologicalSorter(inner).static_order())


@pytest.mark.parametrize(
    ("package", "strangers"),
    [
        (
            "kb",
            {"sphinx", "docutils", "nox", "myst_parser", "pybtex", "sphinx_kb", "sphinx_typst", "requests", "urllib"},
        ),
        ("sphinx_kb", {"sphinx_typst", "nox", "requests"}),
        ("sphinx_typst", {"kb", "sphinx_kb", "nox", "requests"}),
    ],
)
def test_a_package_knows_nothing_of_some_others(package, strangers):
    known = modules(package)
    found = {
        (name, other)
        for name, file in known.items()
        for other in imports(file, known)
        if other.split(".")[0] in strangers
    }

    assert found == set()


def calls(file: Path) -> set[str]:
    """The names of all functions and methods that are called."""
    nodes = [node.func for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    return {node.id if isinstance(node, ast.Name) else getattr(node, "attr", "") for node in nodes}


def test_only_load_reads_and_only_commands_print():
    others = [name for name in KB if not name.startswith(("kb.load", "kb.cli"))]

    assert {name: found for name in others if (found := calls(KB[name]) & READS)} == {}


def test_a_rule_does_not_read_the_clock():
    assert {name: found for name in RULES if (found := calls(KB[name]) & CLOCKS)} == {}


@pytest.mark.parametrize("module", RULES)
def test_a_rule_fits_one_screen_and_says_in_one_line_what_it_holds(module):
    text = KB[module].read_text(encoding="utf-8")
    tree = ast.parse(text)
    check = next(node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "check")

    assert ast.get_docstring(tree) == ast.get_docstring(check)
    assert "\n" not in str(ast.get_docstring(check))
    assert len(text.splitlines()) <= SCREEN
