"""What runs elsewhere holds nothing that a stranger could take, and runs what everybody runs."""

from __future__ import annotations

import re
import runpy
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.y*ml"))
TRUST = (ROOT / "docs" / "contributing" / "trust.md").read_text("utf-8")
TEXTS = {path.name: path.read_text("utf-8") for path in WORKFLOWS}
SAFE = {"github.event.pull_request.number", "github.sha", "matrix.python"}
"""What an expression may take: numbers, commits and what the file itself lists."""


def workflow(path: Path) -> dict[Any, Any]:
    return yaml.safe_load(path.read_text("utf-8"))


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in workflow(path)["jobs"].values() for step in job["steps"]]


def sessions(commands: str) -> list[str]:
    """The sessions of nox that commands run, in order; bare `nox` is the empty name."""
    found = re.findall(r"(?:^|[;&\s])nox(?: -s (\w+))?(?=$|[;&\s])", commands, re.MULTILINE)
    return [name for name in found if "-r" not in name]


def ci() -> str:
    """What .ci/run runs, without remarks."""
    lines = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("#"))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_is_started_by_nothing_that_lends_rights(path: Path) -> None:
    started = workflow(path)[True]  # YAML takes `on` for a truth value

    assert {"push", "pull_request"} == set(started)
    assert ["main"] == started["push"]["branches"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_only_read_and_knows_no_secret(path: Path) -> None:
    whole = workflow(path)

    assert {} == whole["permissions"]
    assert [{"contents": "read"}] == [job["permissions"] for job in whole["jobs"].values()]
    assert "secrets" not in TEXTS[path.name].replace("no secret", "")
    assert [False] == [s["with"]["persist-credentials"] for s in steps(path) if "checkout" in s.get("uses", "")]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_shares_no_cache(path: Path) -> None:
    assert [] == [step for step in steps(path) if "cache" in str(step)]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_an_expression_takes_nothing_that_a_stranger_writes(path: Path) -> None:
    taken = {
        word for found in re.findall(r"\$\{\{(.*?)\}\}", TEXTS[path.name]) for word in re.findall(r"[\w.]+", found)
    }

    assert taken <= SAFE
    assert [] == [step for step in steps(path) if "${{" in step.get("run", "")]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_an_action_is_named_by_its_commit(path: Path) -> None:
    used = re.findall(r"uses: (\S+)(.*)", TEXTS[path.name])

    assert used
    assert [] == [name for name, release in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", name)]
    assert [] == [name for name, release in used if not re.fullmatch(r"  # v\d+\.\d+\.\d+", release)]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_job_and_step_ends(path: Path) -> None:
    jobs = list(workflow(path)["jobs"].values())

    assert [] == [job for job in [*jobs, *steps(path)] if not 0 < job.get("timeout-minutes", 0) <= 90]


def test_nothing_elsewhere_installs_what_has_no_hash() -> None:
    commands = [*TEXTS.values(), ci(), (ROOT / ".readthedocs.yaml").read_text("utf-8")]
    installs = [line.strip() for text in commands for line in text.splitlines() if "pip install" in line]

    assert 3 == len(installs)
    assert [] == [line for line in installs if "--require-hashes -r requirements/nox.txt" not in line]


def test_the_same_sessions_run_here_and_there() -> None:
    (there,) = (" \n".join(step.get("run", "") for step in steps(path)) for path in WORKFLOWS)

    assert ["lint", "", "tests", "browser"] == sessions(there) == sessions(ci())


def test_the_tests_look_at_what_was_built_just_before() -> None:
    (there,) = (" \n".join(step.get("run", "") for step in steps(path)) for path in WORKFLOWS)

    assert 'KB_SITE="$PWD/build/html" KB_PDFS="$PWD/build/pdf" nox -s tests' in there
    assert re.search(
        r'^export KB_SITE="\$PWD/build/html" KB_PDFS="\$PWD/build/pdf"\nwithin \d+ nox -s tests$', ci(), re.MULTILINE
    )


def test_ci_ends_each_thing_that_it_runs() -> None:
    runs = [line for line in ci().splitlines() if re.search(r"\b(?:nox -s|nox$|pip|apt-get)\b", line)]

    assert len(runs) >= 7
    assert [] == [line for line in runs if not line.strip().startswith("within ")]


@pytest.mark.parametrize("line", re.findall(r"^    - (cp .*)$", (ROOT / ".readthedocs.yaml").read_text("utf-8"), re.M))
def test_what_read_the_docs_copies_is_built(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    built = {
        f"build/pdf/{target}.pdf" for _, target, _ in runpy.run_path(str(ROOT / "docs/conf.py"))["typst_documents"]
    }

    assert set(shlex.split(line)[1:-1]) - {"-r"} <= built | {"build/html/."}


def test_every_file_that_is_code_is_said_to_be() -> None:
    told = set(re.findall(r"^\| ((?:`[^`|]+`(?:, )?)+) \|", TRUST, re.MULTILINE))
    paths = {path for cell in told for path in re.findall(r"`([^`]+)`", cell)}
    here = files_at_the_top()
    known = {path.split("/")[0] for path in paths}
    words = {"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "CITATION.cff", "LICENSE", "LICENSES"}

    assert {"scripts", "noxfile.py", "docs", ".github", ".ci", "requirements", "pyproject.toml"} <= known
    assert set() == here - known - words
    assert [] == [path for path in paths if "*" not in path and not (ROOT / path).exists()]


def files_at_the_top() -> set[str]:
    """What belongs to the project, not what else lies there; of an unpacked archive all of it does."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    names = listed.stdout.split("\n") if listed.returncode == 0 else [path.name for path in ROOT.iterdir()]
    return {name.partition("/")[0] for name in names if name}
