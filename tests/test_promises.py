"""What README.md and CONTRIBUTING.md show is what a reader gets."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kb.load.corpus import assemble, read
from kb.load.today import today
from kb.report.text import plain
from kb.run import examine

ROOT = Path(__file__).parents[1]
SLIPS = {
    "README.md": ("docs/facts/secretary-general.yaml", "    through: 2017-05-01", "    through: 2016-05-01"),
    "CONTRIBUTING.md": ("docs/treaty/treaty.md", "15 May 1992", "15 May 1993"),
}


@pytest.mark.parametrize("page", SLIPS)
def test_the_finding_that_is_shown_is_the_finding_that_is_made(page: str) -> None:
    told = (ROOT / page).read_text("utf-8")
    shown = re.search(r"^(docs/\S+:\d+:\d+: error: .*?)\n```$", told, re.DOTALL | re.MULTILINE)
    assert shown
    path, right, wrong = SLIPS[page]
    files = read(ROOT)
    assert right in files[path].decode()
    files[path] = files[path].decode().replace(right, wrong, 1).encode()
    day = today(ROOT, files)
    assert day
    corpus = assemble(files, day)
    printed = "\n".join(plain(finding, corpus) for finding in examine(corpus).findings)

    assert shown[1] in printed


def test_every_command_of_the_readme_is_a_session() -> None:
    sessions = set(re.findall(r"`nox -s (\w+)", (ROOT / "README.md").read_text("utf-8")))
    defined = set(re.findall(r"^def (\w+)\(session", (ROOT / "noxfile.py").read_text("utf-8"), re.MULTILINE))

    assert {"tests", "lint", "plant"} <= sessions <= defined


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_every_local_link_leads_somewhere(page: str) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", (ROOT / page).read_text("utf-8"))

    assert targets
    assert [] == [target for target in targets if not (ROOT / target).exists()]
