"""The floors of the house: who may import whom, read from the import statements."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[1] / "scripts"
FLOORS = {
    "kb.cli": 9,
    "kb.compare": 8,
    "kb.export": 8,
    "kb.fix": 8,
    "kb.report": 8,
    "kb.run": 7,
    "kb.rules": 6,
    "kb.verify": 5,
    "kb.lock": 4,
    "kb.evidence": 4,
    "kb.annotate": 3,
    "kb.extract": 2,
    "kb.network": 2,
    "kb.query": 2,
    "kb.load": 1,
    "kb.lang": 0,
    "kb.core": 0,
    "kb": 0,
}
"""The stages of the engine from the ground up: a folder may import from those below it, and from its own floor."""
READS = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "print", "input", "eval", "exec"}
OWN_WORDS = {"kb.lang.scales"}
"""What reads words of a language that lie beside it and are part of the code."""
CLOCKS = {"today", "now", "utcnow", "time", "fromtimestamp"}


def modules(package: str) -> dict[str, Path]:
    """Every module of a package by its dotted name."""
    files = sorted((SCRIPTS / package).rglob("*.py"))
    names = [".".join(file.relative_to(SCRIPTS).with_suffix("").parts).removesuffix(".__init__") for file in files]
    return dict(zip(names, files, strict=True))


KB = modules("kb")
RULES = [name for name in KB if name.startswith("kb.rules.") and name.count(".") == 3]
LINES = 28
"""So many lines of a function of a rule, without its docstring."""


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


@pytest.mark.parametrize(
    "package", ["kb", "kb_bench", "kb_fuzz", "kb_lsp", "kb_mutate", "kb_plant", "kb_read", "sphinx_kb", "sphinx_typst"]
)
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
            {"sphinx", "docutils", "nox", "myst_parser", "pybtex", "sphinx_kb", "sphinx_typst", "requests", "urllib"}
            | {"pygls", "lsprotocol"},
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
    others = [name for name in KB if not name.startswith(("kb.load", "kb.cli")) and name not in OWN_WORDS]

    assert {name: found for name in others if (found := calls(KB[name]) & READS)} == {}


def test_a_rule_does_not_read_the_clock():
    assert {name: found for name in RULES if (found := calls(KB[name]) & CLOCKS)} == {}


def _lines(function: ast.FunctionDef) -> int:
    told = ast.get_docstring(function, clean=False)
    return function.end_lineno - function.lineno + 1 - (len(told.splitlines()) if told else 0)


@pytest.mark.parametrize("module", RULES)
def test_a_rule_says_in_one_line_what_it_holds_and_has_short_functions(module):
    tree = ast.parse(KB[module].read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    check = next(node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "check")

    assert ast.get_docstring(tree) == ast.get_docstring(check)
    assert "\n" not in str(ast.get_docstring(check))
    assert [(each.name, _lines(each)) for each in functions if _lines(each) > LINES] == []


PROSE = [name for name in RULES if name.startswith(("kb.rules.prose.", "kb.rules.claim.", "kb.rules.event."))]
MODULES, ALL_LINES = 12, 1_200
"""So many modules, and lines in them, does a rule on prose rest on, beside the words of ``core`` and ``lang``."""


def below(module: str, graph: dict[str, set[str]]) -> set[str]:
    """All that a module imports, and what that imports in its turn."""
    found: set[str] = set()
    todo = [module]
    while todo:
        for other in graph[todo.pop()] - found:
            found.add(other)
            todo.append(other)
    return found


@pytest.mark.parametrize("module", PROSE)
def test_a_rule_on_prose_rests_on_little(module):
    graph = {name: others & set(KB) for name, others in within("kb", KB).items()}
    words = ("kb.core", "kb.lang")
    rests = {name for name in below(module, graph) if not name.startswith(words) and KB[name].name != "__init__.py"}

    assert len(rests) <= MODULES
    assert sum(len(KB[name].read_text("utf-8").splitlines()) for name in rests) <= ALL_LINES
