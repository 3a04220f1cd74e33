"""A process that lives on, and builds more than once: it sees what has changed, and survives what is wrong."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils

Build = Callable[..., Any]
SCRIPTS = Path(__file__).parent.parent.parent / "scripts"
TREATY = "docs/facts/harbour-treaty.yaml"
MANUAL = "---\norphan: true\n---\n\n# {}\n\n{}\n"
RULES = {
    "docs/rules/index.md": MANUAL.format("The rules", "```{kb:rules}\n```"),
    "docs/rules/time/early.md": MANUAL.format("early", "Nothing is early."),
}
EVERYTHING = [
    "facts/arvenia", "facts/boreland", "facts/corvia", "facts/harbour-treaty", "facts/index", "facts/league",
    "facts/rask", "facts/secretary", "facts/selin", "facts/voss",
    "index", "references", "rules/index",
    "sources/g", "sources/h", "sources/in-other-languages", "sources/kind-primary", "sources/kind-secondary",
    "sources/l", "sources/o", "topic/league",
]  # fmt: skip
NAMED = ["facts/arvenia", "facts/boreland", "facts/harbour-treaty", "facts/selin", "sources/h"]
"""The pages that show when and where which states signed the treaty."""
HOST = """
import sys
from io import StringIO
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace
source, place = sys.argv[1:]
for turn in (1, 2):
    try:
        with docutils_namespace():
            app = Sphinx(source, source, place, place + "/.trees", "html", status=StringIO(), warning=StringIO())
            app.build()
        print(f"turn {turn}: built")
    except Exception as reason:
        print(f"turn {turn}: {reason}")
print("alive")
"""


def change(root: Path, path: str, before: str, after: str) -> None:
    """Edit one file."""
    text = (root / path).read_text(encoding="utf-8")
    assert before in text
    (root / path).write_text(text.replace(before, after), encoding="utf-8")


def test_a_host_shows_what_is_wrong_and_lives_on(root: Path) -> None:
    (root / "docs/facts/voss.yaml").write_text("id: voss\nid: voss\n", encoding="utf-8")
    command = [sys.executable, "-c", HOST, str(root / "docs"), str(root.parent / "html")]
    told = subprocess.run(command, capture_output=True, text=True, check=True, env={"PYTHONPATH": str(SCRIPTS)})

    fault = "docs/facts/voss.yaml:2:1: error: the key 'id' stands twice in one mapping [duplicate-key]"

    assert [f"turn 1: {fault}", f"turn 2: {fault}", "alive"] == [
        line for line in told.stdout.splitlines() if line.startswith(("turn", "alive"))
    ]


def test_each_build_of_one_application_reads_the_ledger_anew(root: Path, application: Build) -> None:
    with patch_docutils(), docutils_namespace():
        app = application()
        app.build()
        change(root, TREATY, "1990-06-03", "1990-06-05")
        app.build()
        changed = (Path(app.outdir) / "facts/harbour-treaty.html").read_text(encoding="utf-8")
        change(root, TREATY, "id: harbour-treaty", "id: harbour-treaty\nid: again")
        with pytest.raises(SphinxError, match="duplicate-key"):
            app.build()
        change(root, TREATY, "\nid: again", "")
        change(root, TREATY, "1990-06-05", "1990-06-07")
        app.build()
        mended = (Path(app.outdir) / "facts/harbour-treaty.html").read_text(encoding="utf-8")

    assert "5 June 1990" in changed
    assert "7 June 1990" in mended


def test_each_application_of_one_process_reads_the_ledger_anew(root: Path, build: Build) -> None:
    build()
    change(root, TREATY, "1990-06-03", "1990-06-05")
    changed = build().page("facts/harbour-treaty").get_text()
    change(root, TREATY, "id: harbour-treaty", "id: harbour-treaty\nid: again")
    with pytest.raises(SphinxError, match="duplicate-key"):
        build()
    change(root, TREATY, "\nid: again", "")
    change(root, TREATY, "1990-06-05", "1990-06-07")
    mended = build().page("facts/harbour-treaty").get_text()

    assert "5 June 1990" in changed
    assert "7 June 1990" in mended


@pytest.mark.parametrize(
    ("path", "before", "after", "read"),
    [
        (TREATY, "1990-06-03", "1990-06-05", NAMED),
        (TREATY, "Harbour Treaty", "Treaty of the Harbour", EVERYTHING),
        ("refs.bib", "{Harbour Treaty}", "{Treaty of the Harbour}", EVERYTHING),
        ("docs/topic/league.md", "Osk argues", "Mira Osk argues", ["topic/league"]),
        ("docs/rules/time/early.md", "early.", "too early.", ["rules/index", "rules/time/early"]),
    ],
)
def test_what_a_change_makes_untrue_is_read_again_and_no_more(
    root: Path, build: Build, path: str, before: str, after: str, read: list[str]
) -> None:
    first = build(RULES)
    nothing = build()
    change(root, path, before, after)
    again = build()

    assert sorted([*EVERYTHING, "rules/time/early"]) == first.read
    assert [] == nothing.read
    assert read == again.read


def test_on_another_day_every_page_that_tells_the_day_is_read_again(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(RULES)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1609459200")  # 1 January 2021

    assert EVERYTHING == build().read


def test_a_manual_that_comes_or_goes_changes_the_list_of_rules(root: Path, build: Build) -> None:
    build(RULES)
    more = build({"docs/rules/time/late.md": MANUAL.format("late", "Nothing is late.")})
    (root / "docs/rules/time/early.md").unlink()
    fewer = build()

    listed = fewer.page("rules/index").select("#family-time li")

    assert ["index", "rules/index", "rules/time/late"] == more.read  # a table of contents looks for pages itself
    assert ["index", "rules/index"] == fewer.read
    assert ["late: Nothing is late."] == [item.get_text().strip() for item in listed]


def test_the_list_of_rules_tells_each_by_its_first_line(build: Build) -> None:
    listed = build(RULES).page("rules/index").select_one("#family-time")

    assert listed is not None
    assert [("early: Nothing is early.", "time/early.html")] == [
        (item.get_text(strip=False).strip(), item.select_one("a")["href"]) for item in listed.select("li")
    ]
