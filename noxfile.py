"""Every task of the project. `nox` alone checks the facts, then builds the PDFs and the site that offers them."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OLDEST = (3, 11)
if sys.version_info < OLDEST:
    sys.exit("The tasks need Python 3.11 or newer, and nox runs on {}.{}.".format(*sys.version_info))

import nox

sys.path.insert(0, str(Path(__file__).parent / "scripts"))
import kept
import papers
import shelf
from kb.report.neutral import neutral

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.sessions = ["check", "pdf", "html"]
nox.options.stop_on_first_error = True

BUILD = Path("build")
HTML, PDF, WORK = BUILD / "html", BUILD / "pdf", BUILD / ".work"
PLAIN = {"LC_ALL": "C", "PYTHONUTF8": "1"}
"""Builds are the same in every locale, and Sphinx does not start in one that the system does not know."""
ENVIRONMENTS: dict[str, Path] = {}
"""Where the programs of each environment lie, once it has been furnished in this run."""


def furnish(session: nox.Session, group: str) -> None:
    """Install a compiled list of packages, then the project itself without asking for more."""
    session.log(f"Installing requirements/{group}.txt; the first time takes a minute or two.")
    session.install("--require-hashes", "-r", f"requirements/{group}.txt")
    session.install("--no-deps", "--no-build-isolation", "-e", ".")
    ENVIRONMENTS[group] = Path(session.bin)


@nox.session(name="docs-environment", default=False, reuse_venv=True)
def docs_environment(session: nox.Session) -> None:
    """Install what `check`, `html` and `pdf` share; runs by itself before them."""
    furnish(session, "docs")


@nox.session(name="tests-environment", default=False, reuse_venv=True)
def tests_environment(session: nox.Session) -> None:
    """Install what `tests` and `browser` share; runs by itself before them."""
    furnish(session, "tests")


def run(session: nox.Session, group: str, program: str, *arguments: str, **settings: str) -> None:
    """Run a program of a furnished environment."""
    session.run(str(ENVIRONMENTS[group] / program), *arguments, env=settings, external=True)


@nox.session(python=False, requires=["docs-environment"])
def check(session: nox.Session) -> None:
    """Hold prose, ledger and bibliography against each other; takes the arguments of `kb check`."""
    run(session, "docs", "kb", "check", *session.posargs)


@nox.session(python=False, requires=["docs-environment"])
def html(session: nox.Session) -> None:
    """Build the site into build/html, offering the PDFs of build/pdf; with `-- --changed` only what has changed."""
    asked = argparse.ArgumentParser(prog="nox -s html --", description=html.__doc__, allow_abbrev=False)
    asked.add_argument(
        "--changed", action="store_true", help="go on from the last such build; of all else be sure with `nox`"
    )
    os.environ["KB_PDFS"] = str(PDF.resolve())
    if asked.parse_args(session.posargs).changed:
        build_changed(session, "html", HTML)
    else:
        build(session, "html", HTML)


@nox.session(python=False, requires=["docs-environment"])
def pdf(session: nox.Session) -> None:
    """Build the briefs and the book into build/pdf, or `-- NAME…` alone; `--paper us-letter` for other paper."""
    asked = argparse.ArgumentParser(prog="nox -s pdf --", description=pdf.__doc__, allow_abbrev=False)
    asked.add_argument("name", nargs="*", help="a brief, such as kazakhstan-2022")
    asked.add_argument("--paper", default=os.environ.get("KB_PAPER", ""), help="a4 (the default) or us-letter")
    named = asked.parse_args(session.posargs)
    for slip in papers.unknown(named.name, Path()):
        session.error(neutral(slip))
    os.environ["KB_PAPER"] = named.paper
    if named.name:
        build_some(session, named.name)
    else:
        build(session, "typstpdf", PDF, suffix=".pdf")


def build(session: nox.Session, builder: str, place: Path, suffix: str = "") -> None:
    """Build from nothing in build/.work, warnings being errors; only a whole build reaches its place.

    Pages that the build before has read from the very same files, without a warning, are not read a second time.
    """
    with placing(session, place):
        read = kept.whole(Path(), WORK)
        work = shelf.room(WORK, place.name)
        sphinx(session, builder, read.folder, work)
        read.settle()
        changed, removed = shelf.sync(work, place, suffix)
        shelf.remove(work)
    session.log(f"Built {place}: {changed} files changed, {removed} removed. What stands now:")
    for line in shelf.describe(HTML) + shelf.describe(PDF):
        session.log(neutral(f"  {line}"))


def build_changed(session: nox.Session, builder: str, place: Path) -> None:
    """Read and write only what has changed since the last build of this kind, which stays in build/.work."""
    with placing(session, place):
        read = kept.begun(Path(), WORK)
        work = WORK / f"{place.name}-{read.folder.name}"
        sphinx(session, builder, read.folder, work)
        changed, removed = shelf.sync(work, place, "")
    session.log(f"Built {place}: {changed} files changed, {removed} removed.")


def build_some(session: nox.Session, names: list[str]) -> None:
    """Build a few PDFs, reading only what has changed since pages were last read; the others stay as they are."""
    with placing(session, PDF):
        read = kept.begun(Path(), WORK)
        work = shelf.room(WORK, PDF.name)
        sphinx(session, "typstpdf", read.folder, work, "-D", f"typst_only={','.join(names)}")
        changed = shelf.add(work, PDF, ".pdf")
        made = sorted(shelf.walk(work, ".pdf"))
        shelf.remove(work)
    session.log(f"Built {', '.join(str(PDF / file) for file in made)}: {changed} changed.")


def _placing(session: nox.Session, place: Path) -> Iterator[None]:
    """Keep other builds out; where nothing can be placed, say why."""
    try:
        with shelf.alone(BUILD, session.log):
            shelf.check(HTML, PDF)
            yield
    except (shelf.Refused, OSError) as reason:
        session.error(neutral(f"{place} stays as it was: {reason}"))


placing = contextmanager(_placing)


def sphinx(session: nox.Session, builder: str, read: Path, work: Path, *options: str) -> None:
    """Build, warnings being errors; what is read is kept in a folder of its own."""
    wanted = ["-W", "-n", "-j", "auto", "-b", builder, "-d", str(read), *options]
    run(session, "docs", "sphinx-build", *wanted, "docs", str(work), **PLAIN)


@nox.session(python=False, requires=["tests-environment"])
def tests(session: nox.Session) -> None:
    """Run all tests but those in a browser; what KB_SITE and KB_PDFS name is not built again."""
    spread = ["-n", "auto", "--dist", "loadscope", "--no-loadscope-reorder"]
    run(session, "tests", "pytest", *spread, "-m", "not browser", *session.posargs)


@nox.session(python=False, requires=["tests-environment"])
def browser(session: nox.Session) -> None:
    """Look at the built pages in a browser, in KB_SITE if it is set; skips without a browser, fails where CI is set.

    Of pages that one template writes from records it judges the words of one in eight; with KB_EVERY_PAGE set, of all.
    """
    run(session, "tests", "pytest", "-n", "auto", "--dist", "worksteal", "-m", "browser", *session.posargs)


@nox.session(python=False, requires=["tests-environment"])
def fuzz(session: nox.Session) -> None:
    """Mutate pages, ledger files and entries, and run everything; takes the arguments of `python -m kb_fuzz`."""
    run(session, "tests", "python", "-m", "kb_fuzz", *session.posargs)


@nox.session(python=False, requires=["tests-environment"])
def mutate(session: nox.Session) -> None:
    """Change the code in small ways, one at a time, and list what no test notices; takes paths of modules."""
    run(session, "tests", "python", "-m", "kb_mutate", *session.posargs)


@nox.session(python=False, requires=["docs-environment"])
def plant(session: nox.Session) -> None:
    """Plant every error that can be planted in copies of the content; takes the arguments of `kb plant`."""
    run(session, "docs", "kb", "plant", *session.posargs)


@nox.session(python=False, requires=["docs-environment"])
def bench(session: nox.Session) -> None:
    """Measure what made-up content costs, with `-- site` the site, with `-- print` the PDFs; see `kb bench --help`."""
    run(session, "docs", "kb", "bench", *session.posargs)


@nox.session(reuse_venv=True)
def lint(session: nox.Session) -> None:
    """Read code, text and workflows for slips that need no knowledge of the subject."""
    session.install("--require-hashes", "-r", "requirements/lint.txt")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("mypy")
    session.run("codespell")
    session.run("yamllint", "--strict", ".")
    session.run("zizmor", "--offline", "--no-progress", "--persona=auditor", ".github")


@nox.session(reuse_venv=True)
def live(session: nox.Session) -> None:
    """Serve the site while you write, with what is found beside each sentence; a brief is printed when you open it."""
    furnish(session, "live")
    session.run("python", "-m", "kb_live", *session.posargs, env=PLAIN)


@nox.session(reuse_venv=True)
def lock(session: nox.Session) -> None:
    """Compile requirements/ anew from pyproject.toml; `-- --upgrade` takes newer versions."""
    session.install("--require-hashes", "-r", "requirements/lock.txt")
    compile_list(session, "tests", "pyproject.toml", *session.posargs)
    for group in ("docs", "live", "lint", "lsp"):
        compile_list(session, group, "pyproject.toml", "--constraint", "requirements/tests.txt", *session.posargs)
    for group in ("nox", "lock"):
        compile_list(session, group, *session.posargs)


def compile_list(session: nox.Session, group: str, *arguments: str) -> None:
    """Compile one group for every supported Python and system, with hashes and without addresses."""
    session.run(
        "uv", "pip", "compile", *arguments, "--group", group, "--output-file", f"requirements/{group}.txt",
        "--universal", "--python-version", "3.11", "--fork-strategy", "fewest",
        "--generate-hashes", "--no-emit-index-url", "--no-config", "--quiet",
        "--custom-compile-command", "nox -s lock",
    )  # fmt: skip
