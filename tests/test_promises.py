"""What README, CONTRIBUTING, the manual, the commands and the configuration promise is what a reader gets."""

from __future__ import annotations

import argparse
import ast
import os
import pstats
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from kb.cli import parser
from kb.core.model import Corpus
from kb.load.corpus import assemble, read
from kb.load.today import today
from kb.report.text import plain
from kb.rules.process import too_many_waivers, waiver_without_reason
from kb.rules.source import quote_too_long
from kb.run.fixtures import Run
from kb.run.rules import NEVER
from kb.run.runner import examine, rules
from kb.verify.verdict import Outcome
from test_import_rules import FLOORS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
MANUAL = {path.name: path.read_text("utf-8") for path in (ROOT / "docs" / "contributing").glob("*.md")}
METHOD = (ROOT / "docs" / "about" / "method.md").read_text("utf-8")
PAGES = {"README.md": README, "CONTRIBUTING.md": CONTRIBUTING, "SECURITY.md": (ROOT / "SECURITY.md").read_text("utf-8")}
NOX = (ROOT / "noxfile.py").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
SLIPS = {
    "README.md": ("docs/facts/secretary-general.yaml", "    through: 2017-05-01", "    through: 2016-05-01"),
    "CONTRIBUTING.md": ("docs/treaty/treaty.md", "15 May 1992", "15 May 1993"),
}
WORDS = {2: "two", 5: "five", 12: "twelve", 100: "hundred"}
CALLS = 40_000_000
"""So many calls of functions are a few seconds' work on any machine; today it is a quarter of them."""


@cache
def real() -> Corpus:
    """The content as it is."""
    files = read(ROOT)
    day = today(ROOT, files)
    assert day
    return assemble(files, day)


@cache
def clean() -> Run:
    """A run over the content as it is, of which is taken over what a slip does not reach."""
    return examine(real(), keeps=True).run


def found(path: str, right: str, wrong: str) -> list[str]:
    """What is printed when one thing in a file is mistyped."""
    files = read(ROOT)
    assert right in files[path].decode()
    files[path] = files[path].decode().replace(right, wrong, 1).encode()
    corpus = assemble(files, real().today)
    return [plain(finding, corpus) for finding in examine(corpus, before=clean()).findings]


@pytest.mark.parametrize("page", SLIPS)
def test_the_finding_that_is_shown_is_the_finding_that_is_made(page: str) -> None:
    shown = re.search(r"^(docs/\S+:\d+:\d+: error: .*?)\n```$", PAGES[page], re.DOTALL | re.MULTILINE)
    assert shown

    assert shown[1] in "\n".join(found(*SLIPS[page]))


def test_a_changed_fact_brings_up_statements_and_sentences_that_no_longer_fit() -> None:
    told = found("docs/facts/treaty.yaml", "    signed: 1992-05-15\n", "    signed: 1992-05-16\n")
    rules_ = {path: {re.search(r"\[([\w-]+)\]$", each.partition("\n")[0])[1] for each in told if each.startswith(path)}
              for path in ("docs/facts/treaty.yaml", "docs/treaty/articles.md")}  # fmt: skip

    assert {"value-contradicts-quote", "entry-disagrees"} <= rules_["docs/facts/treaty.yaml"]
    assert {"prose-disagrees"} <= rules_["docs/treaty/articles.md"]


@cache
def sessions() -> dict[str, tuple[list[str], str]]:
    """Every session of the noxfile: what it requires, and what it says of itself."""
    made = {}
    for node in ast.parse(NOX).body:
        if isinstance(node, ast.FunctionDef) and node.decorator_list:
            given = {word.arg: ast.literal_eval(word.value) for word in node.decorator_list[0].keywords}
            made[given.get("name", node.name)] = (given.get("requires", []), ast.get_docstring(node) or "")
    return made


def in_order(name: str) -> list[str]:
    """A session after all that it requires."""
    return [each for other in sessions()[name][0] for each in in_order(other)] + [name]


def test_every_session_of_the_readme_is_there_and_every_session_for_people_is_in_the_readme() -> None:
    told = set(re.findall(r"`nox -s (\w+)", README))

    assert told == {name for name in sessions() if not name.endswith("-environment")}


def test_bare_nox_runs_what_the_readme_says_in_that_order() -> None:
    told = re.search(r"^\| `nox` \| (.*), in this order \|$", README, re.MULTILINE)
    chosen = ast.literal_eval(re.search(r"^nox\.options\.sessions = (.*)$", NOX, re.MULTILINE)[1])
    run = list(dict.fromkeys(name for session in chosen for name in in_order(session)))

    assert told
    assert re.findall(r"`(\w+)`", told[1]) == [name for name in run if not name.endswith("-environment")]


def test_the_readme_says_where_things_are_built() -> None:
    assert 'BUILD = Path("build")\nHTML, PDF, WORK = BUILD / "html", BUILD / "pdf", ' in NOX
    assert all(f"`build/{folder}`" in README for folder in ("html", "pdf"))


def test_no_task_says_which_day_it_is() -> None:
    """Only the repository itself does, so that it is the same day for whoever runs the task, and wherever."""
    tasks = {"noxfile.py": NOX, "ci.yml": (ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8")}

    assert [] == [name for name, text in tasks.items() if re.search("SOURCE_DATE_EPOCH|--today", text)]


def test_every_compiled_list_is_compiled_anew_by_one_session() -> None:
    lists = {path.stem for path in (ROOT / "requirements").glob("*.txt")}
    compiled = set(re.findall(r'"(\w+)"', NOX[NOX.index("def lock(") : NOX.index("def compile_list(")])) & lists

    assert compiled == lists


def test_the_oldest_python_is_the_same_everywhere() -> None:
    oldest = PROJECT["project"]["requires-python"].removeprefix(">=")
    workflow = (ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8")

    assert f"You need Python {oldest} or newer" in README
    assert oldest == ast.literal_eval(re.search(r"python: (\[.*\])", workflow)[1])[0]
    assert f'"--python-version", "{oldest}"' in NOX


def test_installing_the_project_brings_the_checker() -> None:
    assert {"kb": "kb.cli:command"} == PROJECT["project"]["scripts"]
    assert callable(import_module("kb.cli").command)


def test_check_answers_in_a_few_seconds(tmp_path: Path) -> None:
    """What it does is counted and not timed, for a machine may be busy."""
    counted = tmp_path / "counted"
    command = [sys.executable, "-m", "cProfile", "-o", str(counted), "-m", "kb.cli", "check"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert 0 == ran.returncode, ran.stdout
    assert 1_000_000 < pstats.Stats(str(counted)).total_calls < CALLS
    assert "answers in a few seconds" in README


def test_sphinx_starts_by_hand_as_the_readme_says_and_by_the_tasks_in_every_locale() -> None:
    """In an unknown locale Sphinx ends before it reads any file; once it no longer does, nothing need be said."""
    settings, program = re.search(r"`(LC_ALL=\w+) (sphinx-build) docs build/", README).groups()
    version = [sys.executable, "-m", "sphinx", "--version"]
    unknown = {name: value for name, value in os.environ.items() if name not in ("LC_ALL", "LC_CTYPE")}
    unknown["LANG"] = unknown["LC_ALL"] = "xx_YY"
    named = unknown | dict([settings.split("=")])
    ended, started = (subprocess.run(version, env=each, capture_output=True, check=False) for each in (unknown, named))
    tasks = [line for line in NOX.splitlines() if '"sphinx-' in line]

    assert (1, 0) == (ended.returncode, started.returncode)
    assert b"unsupported locale setting" in ended.stderr
    assert [True] == [bool(re.search(r"\*\*PLAIN\)", task)) for task in tasks]
    assert '"kb_live", *session.posargs, env=PLAIN)' in NOX
    assert program == "sphinx-build"


@pytest.mark.parametrize("page", PAGES)
def test_every_local_link_leads_somewhere(page: str) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", PAGES[page])

    assert targets
    assert [] == [target for target in targets if not (ROOT / target).exists()]


def test_every_room_is_there() -> None:
    rooms = re.findall(r"^\| `([^`]+)` \|", README.partition("### Rooms")[2].partition("###")[0], re.MULTILINE)

    assert len(rooms) == 8
    assert [] == [room for room in rooms if not (ROOT / room).exists()]


def test_tests_mirror_scripts() -> None:
    packages = {path.parent.name for path in (ROOT / "scripts").glob("*/__init__.py")}

    assert packages <= {path.name for path in (ROOT / "tests").iterdir()}


def test_the_floors_of_the_readme_are_those_that_are_held() -> None:
    drawn = README.partition("### Stages of")[2].partition("```text\n")[2].partition("```")[0]
    stages = [re.findall(r"[a-z]+", line.partition("  " * 6)[0]) for line in drawn.splitlines()]
    floors = [{FLOORS[f"kb.{name}"] for name in names if f"kb.{name}" in FLOORS} for names in stages]

    assert {name.removeprefix("kb.") for name in FLOORS} - {"kb"} <= {name for names in stages for name in names}
    assert [1] * len(floors) == [len(each) for each in floors]
    assert sorted(floors, key=max, reverse=True) == floors


def shown_commands() -> Iterator[tuple[str, str]]:
    """Every `kb …` that a page, the help or a finding shows, with where."""
    texts = {**PAGES, **MANUAL, "method.md": METHOD, "CHANGELOG.md": (ROOT / "CHANGELOG.md").read_text("utf-8")}
    texts |= {path.stem: path.read_text("utf-8") for path in (ROOT / "docs" / "rules").rglob("*.md")}
    texts |= {path.stem: path.read_text("utf-8") for path in (ROOT / "scripts" / "kb").rglob("*.py")}
    for name, text in texts.items():
        for line in re.findall(r"`(kb [a-z][^`\n]*)`|^\$ (kb [^\n]*)$", text, re.MULTILINE):
            yield name, line[0] or line[1]


EXAMPLES = {
    "DIR": "texts", "ID": "treaty", "RULE": "schema", "SLUG": "schema", "DATE": "2020-01-01",
    "{finding.rule}": "schema", "N": "3",
}  # fmt: skip


@pytest.mark.parametrize("command", sorted({command for _, command in shown_commands()}))
def test_every_command_that_is_shown_is_understood(command: str) -> None:
    words = [EXAMPLES.get(word, word) for word in shlex.split(command)[1:]]
    if len(words) == 1:
        assert words[0] in commands()  # only named
    else:
        parser().parse_args(words)


def commands() -> dict[str, argparse.ArgumentParser]:
    """Every command of kb."""
    (action,) = (a for a in parser()._actions if isinstance(a, argparse._SubParsersAction))
    return dict(action.choices)


@pytest.mark.parametrize("name", commands())
def test_every_command_says_what_it_does_and_does_something(name: str) -> None:
    command = commands()[name]
    module, _, function = command.get_default("run").partition(":")
    unexplained = [a.dest for a in command._actions if not a.help and a.choices is None]

    assert re.match(r"[A-Z].*\.$", command.description or "")
    assert callable(getattr(import_module(f"kb.cli.{module}"), function))
    assert [] == unexplained


def test_every_option_of_check_is_in_its_manual() -> None:
    options = {option for a in commands()["check"]._actions for option in a.option_strings if option.startswith("--")}
    formats = next(a.choices for a in commands()["check"]._actions if a.dest == "format")
    told = re.findall(r"^\| `(--[a-z]+)(?: ([a-z]+|DATE))?` \|", MANUAL["check.md"], re.MULTILINE)

    assert options - {"--help"} == {option for option, _ in told}
    assert set(formats) == {value for option, value in told if option == "--format"}


def test_the_shares_that_are_explained_are_all_there_are() -> None:
    table = MANUAL["check.md"].partition("| share |")[2].partition("\n\n")[0]
    told = {name for row in re.findall(r"^\| ([a-z, ]+) \|", table, re.MULTILINE) for name in row.split(", ")}

    assert {str(outcome) for outcome in Outcome} == told


def test_the_limits_that_are_told_are_those_that_are_held() -> None:
    check = MANUAL["check.md"]

    assert f"at most {WORDS[quote_too_long.MOST]} words" in CONTRIBUTING
    assert f"at most {quote_too_long.MOST} words" in MANUAL["ledger.md"]
    assert f"at most {quote_too_long.MOST} words" in MANUAL["writing.md"]
    assert f"A reason has at least {WORDS[waiver_without_reason.FEWEST]} words" in check
    assert f"At most {WORDS[round(100 * too_many_waivers.SHARE)]} statements in a hundred may need one" in check


def test_what_is_never_waived_is_named() -> None:
    told = re.search(r"what keeps a reader safe or the build whole \(([^)]+)\)", MANUAL["check.md"])

    assert told
    assert set(NEVER) == set(re.findall(r"`([a-z-]+)`", told[1]))
    assert set(NEVER) <= {rule.slug for rule in rules()}


def test_the_index_of_rules_lists_every_rule_where_its_directive_stands(site: Path) -> None:
    page = BeautifulSoup((site / "rules" / "index.html").read_text("utf-8"), "html.parser")
    listed = [str(link["href"]) for link in page.select(".kb-rules a[href]")]

    assert sorted(f"{rule.family}/{rule.slug}.html" for rule in rules()) == sorted(listed)


def test_what_is_held_against_the_ledger_is_what_the_method_says() -> None:
    loose = {page.path.split("/")[1] for page in real().pages if not page.vouched}

    assert {"about", "contributing"} <= loose <= {"about", "contributing", "rules"}
    assert "*About*, the rules and the pages for contributors are not held against the ledger" in METHOD


def test_what_content_can_not_do_is_held_by_tests() -> None:
    assert "under `tests/hostile`" in MANUAL["trust.md"]
    assert [*(ROOT / "tests" / "hostile").rglob("test_*.py")]


def test_the_two_founding_documents_are_locked() -> None:
    assert 2 == len(real().lock)
    assert "For the two founding documents fingerprints are kept" in METHOD


def test_how_to_cite_names_this_version_and_licence() -> None:
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))

    assert cited["version"] == PROJECT["project"]["version"]
    assert cited["license"] in PROJECT["project"]["license"].split(" AND ")
    assert cited["authors"] == PROJECT["project"]["authors"]
    assert (ROOT / "LICENSES" / f"{cited['license']}.txt").is_file()


@pytest.mark.parametrize("licence", PROJECT["project"]["license"].split(" AND "))
def test_every_licence_is_there_and_told(licence: str) -> None:
    assert (ROOT / "LICENSES" / f"{licence}.txt").is_file()
    assert f"LICENSES/{licence}.txt" in README
    assert licence in (ROOT / "LICENSE").read_text("utf-8")
