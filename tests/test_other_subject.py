"""The engine on another subject: the lighthouses of some islands, under a schema of its own.

Nothing is changed in the engine for it: what is the subject's own stands in its schema.
"""

from __future__ import annotations

import io
import json
import re
import shutil
from collections.abc import Mapping
from datetime import date
from functools import cache
from math import comb
from pathlib import Path

import pypdf
import pytest
from bs4 import BeautifulSoup
from sphinx.application import Sphinx
from sphinx.util.console import strip_colors
from sphinx.util.docutils import docutils_namespace, patch_docutils

from kb.cli import main
from kb.core.model import Corpus
from kb.load.corpus import assemble, read
from kb.report.text import headline
from kb.run.runner import examine
from kb_plant.score import Score, score
from kb_plant.trial import Trial

ROOT = Path(__file__).parents[1]
HERE = Path(__file__).parent / "other_subject"
FLOORS: Mapping[str, float] = json.loads((Path(__file__).parent / "planted-floors.json").read_text())
TODAY, NOW = date(2005, 1, 1), "1104537600"
EACH, SEED = 16, 2016
OURS = re.compile(r"csto|odkb|collective security|tashkent|armenia|belarus|russia|kyrgyz|tajik|kazakh", re.IGNORECASE)
"""What only the subject of this repository has."""


def corpus(**changed: bytes | None) -> Corpus:
    """The other base, with some files of its schema in other words, or left out."""
    paths = {f"docs/facts/schema/{name}.yaml": data for name, data in changed.items()}
    files = {**read(HERE), **paths}
    return assemble({path: data for path, data in files.items() if data is not None}, TODAY)


def findings(**changed: bytes | None) -> list[str]:
    return [headline(finding) for finding in examine(corpus(**changed)).findings]


def test_the_check_is_clean(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(HERE, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)

    code = main(["check"])

    assert (0, []) == (code, findings())
    assert "0 errors, 0 warnings, 0 notes, 0 waived" in capsys.readouterr().out


def test_it_is_a_base_of_some_size_and_its_kinds_are_its_own() -> None:
    other = corpus()
    plain = [statement for statement in other.statements.values() if not statement.is_claim]

    assert len(other.entities) >= 12
    assert len(plain) >= 60
    assert len(other.sources) >= 12
    assert len([page for page in other.pages if page.vouched]) >= 6
    assert set() == set(other.kinds) & set(assemble(read(ROOT), TODAY).kinds)


def test_without_the_words_of_its_sets_their_sizes_contradict_nothing() -> None:
    told, wrong = b"Three countries passed it", b"Eight countries passed it"
    page = {"docs/act.md": read(HERE)["docs/act.md"].replace(told, wrong)}
    wordless = {path: data for path, data in read(HERE).items() if path != "docs/facts/schema/words.yaml"}

    with_words, without = (
        [headline(finding) for finding in examine(assemble({**files, **page}, TODAY)).findings]
        for files in (read(HERE), wordless)
    )

    assert any("error: Eight countries is not what Board1924act says" in each for each in with_words)
    assert not any("Eight countries is not what Board1924act says" in each for each in without)
    assert any("Eight countries" in each for each in without)


@pytest.mark.parametrize("role", ["state", "organisation", "person", "office", "place", "event"])
def test_a_role_that_no_kind_plays_is_missed(role: str) -> None:
    kinds = (HERE / "docs/facts/schema/kinds.yaml").read_bytes().replace(f", acts-as: {role}".encode(), b"")

    fault = f"docs/facts/schema/kinds.yaml:1:1: error: no kind has `acts-as: {role}`"

    assert [line for line in findings(kinds=kinds) if line.startswith(fault)]


@cache
def sampled() -> Score:
    trial = Trial(read(HERE), TODAY)
    return score([trial.run(planted) for planted in trial.sample(EACH, SEED)])


def test_planted_errors_are_noticed_as_on_our_own_subject() -> None:
    """As in ``test_planted``: no share is so low that its floor would give it in less than one case of a hundred."""
    low = [(kind, *counts) for kind, counts in sampled().kinds.items() if chance(*counts, FLOORS[kind]) <= 0.01]
    caught, planted = sampled().total

    assert [] == low
    assert caught / planted >= 0.9
    assert len(sampled().kinds) >= 93


def chance(caught: int, planted: int, floor: float) -> float:
    """How likely so few or fewer are caught, if the floor holds (binomial)."""
    return sum(comb(planted, n) * floor**n * (1 - floor) ** (planted - n) for n in range(caught + 1))


def build(builder: str, place: Path) -> tuple[Path, str]:
    """The folder of what a builder makes of the base, and its warnings."""
    told, root = io.StringIO(), place / "root"
    shutil.copytree(HERE, root)
    docs = str(root / "docs")
    with pytest.MonkeyPatch.context() as patch, patch_docutils(), docutils_namespace():
        patch.setenv("SOURCE_DATE_EPOCH", NOW)
        app = Sphinx(docs, docs, str(place / "out"), str(place / "trees"), builder, status=None, warning=told)
        app.build()
    return place / "out", strip_colors(told.getvalue())


@pytest.fixture(scope="module", name="other_site")
def _other_site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    return build("html", tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module", name="other_pdfs")
def _other_pdfs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    return build("typstpdf", tmp_path_factory.mktemp("pdfs"))


def test_its_site_is_built_and_its_figures_lead_to_its_statements(other_site: tuple[Path, str]) -> None:
    folder, warnings = other_site
    page = BeautifulSoup((folder / "act.html").read_text(encoding="utf-8"), "html.parser")

    assert "" == warnings
    assert "facts/lights-act.html#passed" in [link.get("href") for link in page.find_all("a")]
    assert (folder / "facts" / "gannet-head.html").is_file()


def test_its_brief_is_printed_on_two_pages_at_most(other_pdfs: tuple[Path, str]) -> None:
    folder, warnings = other_pdfs
    brief = pypdf.PdfReader(folder / "who-keeps-the-lights.pdf")
    text = " ".join(words(folder / "who-keeps-the-lights.pdf").split())

    assert "" == warnings
    assert len(brief.pages) <= 2
    assert "Holm, Orrin and Tarrow founded the Board of Lights on 11 March 1924" in text
    assert "Tarrow leaves Board of Lights" in text


def test_nothing_of_our_own_subject_stands_on_any_page(
    other_site: tuple[Path, str], other_pdfs: tuple[Path, str]
) -> None:
    pages = [path for path in sorted(other_site[0].rglob("*.html")) if "_static" not in path.parts]
    texts = {path.name: path.read_text(encoding="utf-8") for path in pages}
    texts |= {path.name: words(path) for path in sorted(other_pdfs[0].glob("*.pdf"))}

    assert len(texts) >= 25
    assert {} == {name: found[0] for name, text in texts.items() if (found := OURS.search(text))}


def words(pdf: Path) -> str:
    return "\n".join(sheet.extract_text() for sheet in pypdf.PdfReader(pdf).pages)


@pytest.mark.parametrize("package", ["kb", "sphinx_kb", "sphinx_typst"])
def test_no_module_names_the_subject_of_this_repository(package: str) -> None:
    files = [path for path in sorted((ROOT / "scripts" / package).rglob("*")) if path.suffix in (".py", ".typ")]

    assert len(files) >= 15
    assert [path.name for path in files if re.search("csto|odkb", path.read_text(encoding="utf-8"), re.I)] == []
