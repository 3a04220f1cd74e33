"""Hands one input to check, export, HTML and PDF, and says in sentences what should not have happened."""

from __future__ import annotations

import importlib.metadata
import io
import json
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import traceback
import unicodedata
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from unittest.mock import patch

from bs4 import BeautifulSoup
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils

from hostile import made, output
from hostile.bounds import bounds
from hostile.inputs import Input
from hostile.watch import OPENED, host, watch
from kb.cli import main
from kb.export.files import files as handed_on
from kb.load.citation import Work
from kb.load.corpus import load
from kb_fuzz import harm, site

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests" / "corpus"
BASE = Path(__file__).parent / "base"
TODAY = date(2020, 1, 1)
EPOCH = "1577836800"
BUILDERS = ("typstpdf", "html")
"""The quicker one comes first: of many inputs side by side, it finds out which are refused."""
CANARIES = ("md", "txt", "csv", "png", "bib", "yaml", "svg", "html")
_ENTRY = re.compile(r"^@\w+\{([^,\s]*)", re.MULTILINE)


@dataclass
class Built:
    """What a build came to: why it refused, if it did, and what it said."""

    place: Path
    refused: str = ""
    warnings: str = ""
    status: str = ""


@dataclass
class Ground:
    """A small repository in a folder of its own, with the canaries beside it."""

    folder: Path
    token: str = field(default_factory=lambda: f"canary-{secrets.token_hex(8)}")
    host: socket.socket = field(default_factory=host)

    @property
    def root(self) -> Path:
        """The repository."""
        return self.folder / "root"

    @property
    def outside(self) -> Path:
        """A folder that nothing may read."""
        return self.folder / "outside"

    def lay(self, inputs: Iterable[Input]) -> None:
        """Lay the base, the canaries, and the inputs over them."""
        _cleared(self.folder)
        shutil.copytree(CORPUS, self.root)
        shutil.copytree(BASE, self.root / "docs", dirs_exist_ok=True)
        for name in ("_static", "_templates", "facts/schema"):
            shutil.copytree(ROOT / "docs" / name, self.root / "docs" / name, dirs_exist_ok=True)
        shutil.copyfile(ROOT / "docs" / "conf.py", self.root / "docs" / "conf.py")
        self.outside.mkdir()
        for suffix in CANARIES:
            (self.outside / f"canary.{suffix}").write_text(f"{self.token}\n", "utf-8")
        (self.outside / "folder").mkdir()
        (self.outside / "folder" / "page.md").write_text(f"# {self.token}\n", "utf-8")
        for each in inputs:
            self._add(each)

    def _add(self, each: Input) -> None:
        for path, text in each.files.items():
            place = self.root / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(self._filled(text).encode("utf-8", "surrogatepass"))
        for path, recipe in each.made.items():
            made.make(recipe, self.root / path, self.outside / "canary.md")
        for path, target in each.links.items():
            place = self.root / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.symlink_to(self._filled(target))
        if each.entries:
            file = self.root / "refs.bib"
            file.write_bytes(_merged(file.read_text("utf-8"), self._filled(each.entries)).encode())
        if each.ignored:
            (self.root / ".gitignore").write_text("".join(f"/{path}\n" for path in each.ignored), "utf-8")
            subprocess.run(["git", "init", "-q", str(self.root)], check=True)

    def lines(self, each: Input) -> frozenset[int]:
        """The lines of its file that hold the words at which it is to be found."""
        file = self.root / each.path
        if not each.at or not file.is_file():
            return frozenset()
        lines = file.read_text("utf-8", "replace").split("\n")
        return frozenset(number for number, line in enumerate(lines, 1) if self._filled(each.at) in line)

    def _filled(self, text: str) -> str:
        """Put in where the canaries are."""
        port = self.host.getsockname()[1]
        up = "../../../outside"
        return (
            text.replace("@OUTSIDE@", str(self.outside)).replace("@UP@", up).replace("@HOST@", f"127.0.0.1:{port}")
            .replace("@TOKEN@", self.token)
        )  # fmt: skip


def _cleared(folder: Path) -> None:
    """Remove a folder, and the closed ones in it, which only root can remove as they are."""
    for place, within, _ in os.walk(folder):
        for closed in (path for name in within if not (path := Path(place, name)).is_symlink()):
            closed.chmod(0o700)
    shutil.rmtree(folder, ignore_errors=True)


def _merged(text: str, more: str) -> str:
    """Put entries among others, each where its key sorts; what is no entry comes last."""
    parts = re.split(r"^(?=@)", f"{text.rstrip()}\n\n{more.strip()}\n", flags=re.MULTILINE)
    entries = [part.strip() for part in parts if part.strip()]
    return "\n\n".join(sorted(entries, key=lambda part: (_ENTRY.match(part) or [0, "￿"])[1])) + "\n"


def checked(ground: Ground, number: int = 1) -> tuple[list[dict], list[str]]:
    """The findings of the check, and what is wrong with its reports."""
    reports: dict[str, str] = {}
    findings: list[dict] = []
    with bounds("the check", number) as faults, chdir(ground.root):
        try:
            reports["json"] = _reported("json")
            findings = json.loads(reports["json"])["findings"]
            if not _is_plain(findings):
                reports |= {form: _reported(form) for form in ("text", "github")}
        except Exception as error:
            faults.append(f"the check ends in a traceback: {_place(error)}")
    judges = {"json": harm.report, "text": harm.report, "github": harm.annotations}
    for form, text in reports.items():
        faults += [f"the report as {form}: {fault}" for fault in dict.fromkeys(judges[form](text))]
        if ground.token in text:
            faults.append(f"the report as {form} holds the words of the canary file")
    return findings, faults


def _reported(form: str) -> str:
    """What the check prints in one format."""
    printed = io.StringIO()
    with redirect_stdout(printed), redirect_stderr(printed):
        main(["check", "--format", form, "--today", str(TODAY)])
    return printed.getvalue()


def _is_plain(findings: Iterable[dict]) -> bool:
    """Do they quote nothing that could act on a terminal or a runner, so that one format shows as much as another?"""
    told = "".join(f"{f['path']}{f['text']}{f['help']}" for f in findings)
    return told.isascii() and told.isprintable() and "::" not in told and "##" not in told


def exported(ground: Ground, number: int = 1) -> list[str]:
    """What is wrong with the exported data."""
    with bounds("the export", number) as faults:
        try:
            corpus = load(ground.root, TODAY)
            told = [data.decode() for name, data in handed_on(corpus, Work()) if name.endswith(".csv")]
            faults += [f"the export: {fault}" for table in told for fault in harm.table(table)]
        except Exception as error:
            faults.append(f"the export ends in a traceback: {_place(error)}")
    return faults


def built(ground: Ground, builder: str, number: int = 1) -> tuple[Built, list[str]]:
    """What one build came to, and what should not have happened in it."""
    docs, made_ = ground.root / "docs", Built(ground.folder / builder)
    status, warnings = io.StringIO(), io.StringIO()
    with bounds(f"the build of {builder}", number) as faults:
        try:
            plugins = patch.object(importlib.metadata, "entry_points", site.entry_points)  # half of a refused build
            paths = patch.object(sys, "path", [*sys.path])  # conf.py lengthens it, and every look-up goes through it
            with plugins, paths, patch_docutils(), docutils_namespace():
                trees = ground.folder / "trees"
                app = Sphinx(docs, docs, made_.place, trees, builder, status=status, warning=warnings, freshenv=True)
                app.build()
        except SphinxError as error:
            made_.refused = str(error) or "refused without a word"
        except SystemExit as error:
            made_.refused = str(error)
            faults.append(f"{builder} ends the process that hosts it")
        except Exception as error:
            made_.refused = f"{type(error).__name__}: {error}"
            faults.append(f"{builder} ends in a traceback: {_place(error)}")
    made_.warnings, made_.status = warnings.getvalue(), status.getvalue()
    for told in (made_.refused, made_.warnings, made_.status):
        faults += [f"{builder} says: {fault}" for fault in harm.report(told)]
    return made_, faults


def _place(error: BaseException) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {str(error)[:120]} in {last.name} of {Path(last.filename).name}"


@dataclass(frozen=True)
class Bare:
    """What a site without any input holds: its scripts, and its static files, which need no second look."""

    scripts: frozenset[str] = frozenset()
    files: frozenset[str] = frozenset()

    @classmethod
    def of(cls, place: Path) -> Bare:
        """Look through such a site."""
        static = [file for file in (place / "_static").rglob("*") if file.is_file()]
        scripts = [harm.scripts_of(page.read_text("utf-8")) for page in place.rglob("*.html")]
        return cls(frozenset().union(*scripts), frozenset(file.relative_to(place).as_posix() for file in static))


BARE = Bare()


@dataclass
class Outcome:
    """All that came of laying some inputs on the ground."""

    findings: list[dict]
    builds: Mapping[str, Built]
    faults: list[str]

    @property
    def is_clean(self) -> bool:
        """Has the check neither an error nor a warning?"""
        return all(finding["severity"] == "note" for finding in self.findings)


def tried(
    ground: Ground, inputs: Collection[Input], bare: Bare = BARE, builders: tuple[str, ...] = BUILDERS
) -> Outcome:
    """Lay the inputs, run everything, and look at all that came out.

    What only the kernel saw may have been another program of the machine, which would not come twice.
    """
    outcome = _once(ground, inputs, bare, builders)
    return _once(ground, inputs, bare, builders) if outcome.faults == [OPENED] else outcome


def _once(ground: Ground, inputs: Collection[Input], bare: Bare, builders: tuple[str, ...]) -> Outcome:
    os.environ |= {"SOURCE_DATE_EPOCH": EPOCH, "NO_COLOR": "1"}  # with colours, Sphinx writes over its own lines
    ground.lay(inputs)
    own = tuple(ground.folder / name for name in (*BUILDERS, "trees"))
    with watch(ground.outside, ground.host, *own) as seen:
        findings, faults = checked(ground, len(inputs))
        faults += exported(ground, len(inputs))
        builds = {}
        for builder in builders:
            builds[builder], more = built(ground, builder, len(inputs))
            faults += more
            if len(inputs) > 1 and any(_names(builds[builder], each) for each in inputs):
                break  # what is refused by name is left out first
    outcome = Outcome(findings, builds, [*faults, *dict.fromkeys(seen.seen), *_left(ground, bare)])
    outcome.faults += [f"a rule breaks down: {f['text'][:160]}" for f in findings if f["rule"] == "rule-crashed"]
    outcome.faults += _passed_and_not_built(outcome) if outcome.is_clean else ()
    return outcome


def together(ground: Ground, inputs: Sequence[Input], bare: Bare) -> tuple[frozenset[str], list[dict], Outcome]:
    """Build side by side what a build takes; what it refuses by name, and what the check finds in all of them."""
    refused: list[Input] = []
    findings: list[dict] = []
    while True:
        outcome = tried(ground, [each for each in inputs if each not in refused], bare)
        findings = findings or outcome.findings
        left = [each for each in inputs if each not in refused]
        more = [each for each in left if any(_names(made_, each) for made_ in outcome.builds.values())]
        if not more:
            return frozenset(each.id for each in refused), findings, outcome
        refused += more


def _names(made_: Built, each: Input) -> bool:
    """Does the build refuse this input, and not only something in a file that all share?"""
    return each.path != "refs.bib" and f"{each.path}:" in made_.refused


def _left(ground: Ground, bare: Bare) -> Iterator[str]:
    """What is bad in what was left behind."""
    yield from output.site(ground.folder / "html", bare.scripts, bare.files)
    for builder in BUILDERS:
        for file in sorted((ground.folder / builder).rglob("*")):
            if file.is_file() and ground.token.encode() in file.read_bytes():
                yield f"the words of the canary file stand in {builder}/{file.name}"


def _passed_and_not_built(outcome: Outcome) -> Iterator[str]:
    for name, made_ in outcome.builds.items():
        if made_.refused:
            yield f"the check passes what {name} refuses: {made_.refused[:300]}"
        elif made_.warnings:
            yield f"the check passes what {name} warns of: {made_.warnings[:300]}"


def judged(each: Input, outcome: Outcome, ground: Ground) -> list[str]:
    """What is wrong with what came of one input."""
    faults = list(outcome.faults)
    lines = ground.lines(each)
    found = [f for f in outcome.findings if f["severity"] != "note" and _concerns(f, each, lines)]
    errors = [f for f in found if f["severity"] == "error"]
    if each.expect == "refused":
        faults += _not_refused(each, errors, outcome)
    elif each.expect == "found" and not found:
        faults.append(f"the check finds nothing at {each.at!r} of {each.path}: {_told(outcome.findings)}")
    elif each.expect == "harmless":
        faults += [f"the check finds: {_headline(f)}" for f in outcome.findings if f["severity"] != "note"]
        faults += _not_shown(each, outcome) if outcome.builds else ()
    return faults


def judged_beside(each: Input, outcome: Outcome, is_refused: bool, is_clean: bool) -> Iterator[str]:
    """What is wrong with what came of one input among many, none of which may spoil the build for another."""
    yield from outcome.faults
    for name, made_ in outcome.builds.items():
        if made_.refused:
            yield f"{name} is refused: {made_.refused[:300]}"
        if is_clean and each.path in made_.warnings:
            yield f"the check passes what {name} warns of: {made_.warnings[:300]}"
    if is_refused and is_clean:
        yield "it is refused, and the check passes it"
    if each.expect == "harmless":
        yield from _not_shown(each, outcome)


def _not_refused(each: Input, errors: list[dict], outcome: Outcome) -> Iterator[str]:
    if not errors:
        rule = f" [{each.rule}]" if each.rule else ""
        yield f"the check has no error{rule} at {each.at!r} of {each.path}: {_told(outcome.findings)}"
    for name, made_ in outcome.builds.items():
        if not made_.refused:
            yield f"{name} does not refuse it"


def _concerns(finding: Mapping, each: Input, lines: Container[int]) -> bool:
    """Is it about the file, or a folder that holds it, and about the line, if one is named?"""
    path = finding["path"]
    if each.path and path != each.path and not each.path.startswith(f"{path}/"):
        return False
    if each.rule and finding["rule"] != each.rule:
        return False
    return not each.at or finding["line"] in lines


def _told(findings: list[dict]) -> str:
    return "; ".join(_headline(f) for f in findings if f["severity"] != "note")[:300] or "nothing"


def _headline(finding: Mapping) -> str:
    return f"{finding['path']}:{finding['line']}: {finding['severity']}: {finding['text'][:120]} [{finding['rule']}]"


def _not_shown(each: Input, outcome: Outcome) -> Iterator[str]:
    """Words that readers should see and do not."""
    files = sorted(outcome.builds["html"].place.glob(f"{each.page}.html"))
    if not each.shows or not files:
        yield from [f"no page {each.page} was made"] if each.shows else ()
        return
    words = " ".join(_read(file.read_text("utf-8")) for file in files)
    yield from (f"readers do not see {shown!r}" for shown in each.shows if _plain(shown) not in words)


@lru_cache(maxsize=64)  # a page that lists sources shows many inputs
def _read(html: str) -> str:
    """What readers see of a page."""
    tree = BeautifulSoup(html, "html.parser")
    return _plain((tree.find("article") or tree).get_text())


def _plain(text: str) -> str:
    """With single spaces, composed letters and straight quotation marks."""
    return unicodedata.normalize("NFC", " ".join(text.split())).translate(str.maketrans("“”‘’", "\"\"''"))
