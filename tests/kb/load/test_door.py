"""The door: what may be read under docs, what is refused, and that nothing refused is opened."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.load.door import admit, sift
from kb.load.paths import LARGEST, FileKind, kind_of

ROOT = Path(__file__).parents[3]
Lay = Callable[..., Path]


@pytest.fixture
def lay(tmp_path: Path) -> Lay:
    """Lay files into a folder; the page at docs/topic/page.md is always there."""

    def make(*paths: str, data: bytes = b"# A\n") -> Path:
        for path in ("docs/topic/page.md", *paths):
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(data)
        return tmp_path

    return make


def found(root: Path) -> list[tuple[str, str]]:
    return [(fault.rule, fault.mark.path) for fault in admit(root).faults]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("refs.bib", FileKind.SOURCES),
        ("docs/index.md", FileKind.PAGE),
        ("docs/topic/who-is-a-member.md", FileKind.PAGE),
        ("docs/rules/form/schema.md", FileKind.PAGE),
        ("docs/facts/league.yaml", FileKind.ENTITY),
        ("docs/facts/waivers.yaml", FileKind.LEDGER),
        ("docs/facts/schema/kinds.yaml", FileKind.LEDGER),
        ("docs/topic/map.svg", FileKind.PICTURE),
        ("docs/_static/kb.js", FileKind.SITE),
        ("docs/contributing/check.schema.json", FileKind.DOWNLOAD),
        ("docs/contributing/facts.schema.json", FileKind.DOWNLOAD),
    ],
)
def test_a_file_that_the_content_has_is_told_from_its_path(path: str, kind: FileKind) -> None:
    assert kind_of(path) is kind


STRAY = [
    "docs/topic/_page.md", "docs/topic/.page.md", "docs/_topic/page.md", "docs/.topic/page.md", "docs/Topic/page.md",
    "docs/topic/Page.md", "docs/topic/page.MD", "docs/topic/pa ge.md", "docs/topic/pa\nge.md", "docs/topic/p\x1b[2J.md",
    "docs/topic/раge.md", "docs/topic/p\u2024age.md", "docs/topic/-page.md", "docs/topic/a--b.md",
    "docs/topic/page.rst", "docs/topic/page.txt", "docs/topic/page.ipynb", "docs/topic/page.html", "docs/topic/page",
    "docs/topic/page.yaml", "docs/facts/more/league.yaml", "docs/facts/schema/other.yaml", "docs/facts/map.png",
    "docs/a/b/c/d/page.md", "docs/topic/data.json", "docs/_static/evil.html", "docs/_static/evil.js",
    "docs/_static/more.css", "docs/_templates/layout.html", "docs/topic/conf.py", "docs/search.md", "docs/404.md",
    "docs/topic/" + "a" * 120 + ".md", "docs/rules/form/schema.py", "docs/topic/con\u0131.md",
]  # fmt: skip


@pytest.mark.parametrize("path", STRAY)
def test_any_other_file_is_found_and_not_read(path: str, lay: Lay) -> None:
    root = lay(path)

    assert ["stray-file"] == [fault.rule for fault in admit(root).faults]
    assert ["docs/topic/page.md"] == list(admit(root).files)


@pytest.mark.parametrize("path", STRAY)
def test_a_file_in_memory_is_judged_like_one_on_disk(path: str) -> None:
    kept, faults = sift({path: b"# A\n"})

    assert {} == kept
    assert ["stray-file"] == [fault.rule for fault in faults]
    assert all(fault.mark.path.isascii() and fault.mark.path.isprintable() and fault.help for fault in faults)


@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_a_name_is_that_of_a_page_or_its_finding_can_be_shown(name: str) -> None:
    kept, faults = sift({f"docs/topic/{name}.md": b"# A\n"})

    assert len(kept) + len(faults) == 1
    assert all(f"{fault.mark}{fault.text}".isascii() and f"{fault.mark}{fault.text}".isprintable() for fault in faults)


def test_two_names_that_differ_in_case_are_not_both_read(lay: Lay) -> None:
    assert [("stray-file", "docs/topic/PAGE.md")] == found(lay("docs/topic/PAGE.md"))


def test_an_entity_and_a_page_of_one_name_are_one_page_of_the_site() -> None:
    kept, faults = sift({"docs/facts/league.md": b"# A\n", "docs/facts/league.yaml": b"id: league\n"})

    assert ["docs/facts/league.md"] == list(kept)
    assert ["docs/facts/league.yaml"] == [fault.mark.path for fault in faults]


@pytest.mark.parametrize(
    "at", ["docs/topic/other.md", "docs/facts/league.yaml", "docs/more", "refs.bib", "docs/conf.py"]
)
@pytest.mark.parametrize("target", ["secret.md", "/etc/passwd", "docs/topic", "nowhere"])
def test_a_link_is_never_followed(at: str, target: str, lay: Lay) -> None:
    root = lay("secret.md", data=b"secret\n")
    (root / at).parent.mkdir(exist_ok=True)
    (root / at).symlink_to(target if target.startswith("/") else root / target)

    assert [("stray-file", at)] == found(root)
    assert ["docs/topic/page.md"] == list(admit(root).files)


def test_docs_itself_is_no_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "index.md").write_text("# A\n")
    (tmp_path / "docs").symlink_to("elsewhere")

    assert [("stray-file", "docs")] == found(tmp_path)
    assert {} == admit(tmp_path).files


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
@pytest.mark.parametrize("at", ["docs/topic/pipe.md", "docs/facts/pipe.yaml", "refs.bib"])
def test_a_pipe_is_never_opened(at: str, lay: Lay) -> None:
    root = lay("docs/facts/index.md")
    os.mkfifo(root / at)
    thread = threading.Thread(target=lambda: results.append(found(root)), daemon=True)
    results: list[list[tuple[str, str]]] = []
    thread.start()
    thread.join(10)

    assert [[("stray-file", at)]] == results


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="there are no sockets here")
def test_a_socket_is_no_page(lay: Lay, monkeypatch: pytest.MonkeyPatch) -> None:
    root = lay()
    monkeypatch.chdir(root / "docs")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("s.md")

        assert [("stray-file", "docs/s.md")] == found(root)


def test_a_folder_named_like_a_page_is_no_page(lay: Lay) -> None:
    assert [("stray-file", "docs/topic/folder.md")] == found(lay("docs/topic/folder.md/page.md"))


def test_a_file_of_another_repository_within_is_not_read(lay: Lay) -> None:
    root = lay("docs/sub/page.md")
    for folder in (root, root / "docs" / "sub"):
        subprocess.run(["git", "init", "-q", folder], check=True)

    assert ["docs/topic/page.md"] == list(admit(root).files)


@pytest.mark.parametrize("size", [LARGEST[FileKind.PAGE], LARGEST[FileKind.PAGE] + 1])
def test_a_file_is_read_up_to_its_bound(size: int, lay: Lay) -> None:
    root = lay("docs/topic/long.md", data=b"a" * size)

    assert (["unreadable"] * 2 if size > LARGEST[FileKind.PAGE] else []) == [fault.rule for fault in admit(root).faults]


def test_a_sparse_file_of_a_terabyte_is_not_read(lay: Lay) -> None:
    root = lay()
    with (root / "refs.bib").open("wb") as file:
        file.truncate(2**40)

    assert [("unreadable", "refs.bib")] == found(root)


CLOSED = """
import os, sys
from pathlib import Path
from kb.load.door import admit
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
print([(fault.rule, fault.mark.path, fault.text) for fault in admit(Path(sys.argv[1])).faults])
"""


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="there are no such permissions here")
@pytest.mark.parametrize("at", ["docs/topic/page.md", "docs/topic"])
def test_what_cannot_be_opened_is_found(at: str, lay: Lay, tmp_path: Path) -> None:
    for above in (tmp_path, *tmp_path.parents):
        if above.name.startswith(("pytest", "popen", "test")):
            above.chmod(0o755)
    root = lay()
    (root / at).chmod(0)
    ran = subprocess.run(
        [sys.executable, "-c", CLOSED, str(root)], capture_output=True, text=True, check=False, env=dict(os.environ)
    )
    (root / at).chmod(0o755)

    assert f"[('unreadable', {at!r}, 'it cannot be opened: permission denied')]\n" == ran.stdout, ran.stderr


@pytest.fixture
def clone(lay: Lay) -> Path:
    """A repository that ignores drafts."""
    root = lay()
    (root / ".gitignore").write_text("draft.md\n*.swp\n/docs/private/\n")
    subprocess.run(["git", "init", "-q", root], check=True)
    subprocess.run(["git", "-C", root, "add", "."], check=True)
    return root


def test_what_git_ignores_is_no_part_of_the_content(clone: Path, lay: Lay) -> None:
    lay("docs/topic/draft.md", "docs/topic/.page.md.swp", "docs/private/page.md", "docs/topic/new.md")

    assert ["docs/topic/new.md", "docs/topic/page.md"] == list(admit(clone).files)
    assert [] == found(clone)


def test_a_file_that_git_tracks_and_nobody_has_is_absent(clone: Path, lay: Lay) -> None:
    (clone / "docs/topic/page.md").unlink()

    assert {} == admit(clone).files
    assert [] == found(clone)


def test_an_odd_name_that_git_tracks_is_found(clone: Path, lay: Lay) -> None:
    lay("docs/topic/_new.md")

    assert [("stray-file", "docs/topic/_new.md")] == found(clone)


def test_the_real_content_comes_in_whole() -> None:
    admitted = admit(ROOT)
    listed = subprocess.run(
        ["git", "ls-files", "docs", "refs.bib"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    there = {path for path in listed.stdout.split() if kind_of(path) is not FileKind.SITE and (ROOT / path).exists()}

    assert () == admitted.faults
    assert there <= admitted.files.keys()
