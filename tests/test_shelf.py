"""What was last built whole stays readable, and nothing stale stays beside it."""

from pathlib import Path

import pytest

import shelf
from killing import killed_at_random, killed_before_each_step, started


@pytest.fixture
def built(tmp_path: Path) -> Path:
    files = {"index.html": "new", "facts/treaty.html": "treaty", ".doctrees/index.doctree": "x"}
    return fill(tmp_path / "built", files)


def fill(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def read(folder: Path) -> dict[str, str]:
    return {str(file.relative_to(folder)): file.read_text() for file in folder.rglob("*") if file.is_file()}


def test_an_empty_shelf_receives_all_but_the_offcuts(built: Path, tmp_path: Path) -> None:
    counts = shelf.sync(built, tmp_path / "html")

    assert read(tmp_path / "html") == {"index.html": "new", "facts/treaty.html": "treaty"}
    assert counts == (2, 0)


def test_only_what_differs_is_written_and_what_is_stale_leaves_with_its_folder(built: Path, tmp_path: Path) -> None:
    html = fill(tmp_path / "html", {"index.html": "old", "facts/treaty.html": "treaty", "gone/page.html": "gone"})
    before = (html / "facts/treaty.html").stat().st_mtime_ns

    counts = shelf.sync(built, html)

    assert read(html) == {"index.html": "new", "facts/treaty.html": "treaty"}
    assert counts == (1, 1)
    assert (html / "facts/treaty.html").stat().st_mtime_ns == before
    assert not (html / "gone").exists()


def test_a_folder_that_became_a_file_and_the_reverse_change_places(tmp_path: Path) -> None:
    built = fill(tmp_path / "built", {"a": "file", "b/c": "file"})
    html = fill(tmp_path / "html", {"a/c": "file", "b": "file"})

    shelf.sync(built, html)

    assert read(html) == {"a": "file", "b/c": "file"}


def test_a_shelf_of_pdfs_takes_nothing_else(tmp_path: Path) -> None:
    built = fill(tmp_path / "built", {"book.pdf": "pdf", "book.typ": "source"})

    shelf.sync(built, tmp_path / "pdf", ".pdf")

    assert read(tmp_path / "pdf") == {"book.pdf": "pdf"}


def test_one_that_is_added_takes_the_place_of_its_like_and_the_others_stay(tmp_path: Path) -> None:
    built = fill(tmp_path / "built", {"one.pdf": "new", "one.typ": "source", "deep/three.pdf": "third"})
    pdf = fill(tmp_path / "pdf", {"one.pdf": "old", "two.pdf": "second"})
    before = (pdf / "two.pdf").stat().st_mtime_ns

    changed = shelf.add(built, pdf, ".pdf")

    assert read(pdf) == {"one.pdf": "new", "two.pdf": "second", "deep/three.pdf": "third"}
    assert changed == 2
    assert (pdf / "two.pdf").stat().st_mtime_ns == before


def test_one_is_added_to_a_shelf_that_is_not_there_yet(tmp_path: Path) -> None:
    assert 1 == shelf.add(fill(tmp_path / "built", {"one.pdf": "new"}), tmp_path / "pdf", ".pdf")
    assert read(tmp_path / "pdf") == {"one.pdf": "new"}


def test_a_shelf_says_what_stands_on_it(built: Path, tmp_path: Path) -> None:
    shelf.sync(built, tmp_path / "html")
    fill(tmp_path / "pdf", {"book.pdf": "x" * 2000})

    assert shelf.describe(tmp_path / "html") == [
        f"{tmp_path / 'html'}: 2 pages, begin at {tmp_path / 'html' / 'index.html'}"
    ]
    assert shelf.describe(tmp_path / "pdf") == [
        f"{tmp_path / 'pdf'}: 1 to print",
        f"  {tmp_path / 'pdf' / 'book.pdf'} (2 kB)",
    ]
    assert shelf.describe(tmp_path / "nothing") == []


ONE = {"index.html": "one", **{f"page/{n}.html": f"one {n}" for n in range(3)}, "same.css": "both", "gone/a.js": "one"}
OTHER = {"index.html": "two", **{f"page/{n}.html": f"two {n}" for n in range(3)}, "same.css": "both", "new/b.js": "two"}
BEFORE = "import shelf\nfrom pathlib import Path\nfrom itertools import cycle\n"
TWO_STEPS = "shelf._exchange = lambda one, other: False"
"""As on systems where two folders cannot change places in one step."""


@pytest.fixture
def three(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Two builds, and a shelf that holds the first."""
    one, other, html = fill(tmp_path / "one", ONE), fill(tmp_path / "other", OTHER), tmp_path / "html"
    shelf.sync(one, html)
    return one, other, html


def test_a_placing_that_is_ended_at_any_step_leaves_the_old_shelf_or_the_new_one(
    three: tuple[Path, Path, Path],
) -> None:
    one, other, html = three
    seen = []
    for _ in killed_before_each_step(placing(other, html)):
        seen.append(read(html))
        shelf.sync(one, html)
        assert read(html) == ONE
        assert left_over(html) == []

    assert [each for each in seen if each not in (ONE, OTHER)] == []
    assert seen[0] == ONE
    assert seen[-1] == OTHER


def test_where_it_takes_two_steps_the_old_shelf_is_put_back(three: tuple[Path, Path, Path]) -> None:
    one, other, html = three
    seen, gone = [], 0
    for _ in killed_before_each_step(f"{placing(other, html)}\n{TWO_STEPS}"):
        gone += not html.exists()
        shelf.recover(html)
        seen.append(read(html))
        assert left_over(html) == []
        shelf.sync(one, html)

    assert [each for each in seen if each not in (ONE, OTHER)] == []
    assert gone == 1


def test_a_placing_that_is_ended_at_any_moment_leaves_the_old_shelf_or_the_new_one(
    three: tuple[Path, Path, Path],
) -> None:
    one, other, html = three
    forever = f"""{BEFORE}
def run():
    for built in cycle([{str(other)!r}, {str(one)!r}]):
        shelf.sync(Path(built), Path({str(html)!r}))
"""
    seen = [read(html) for _ in killed_at_random(forever, 100, seed=8, longest=0.05)]

    assert [each for each in seen if each not in (ONE, OTHER)] == []
    assert ONE in seen
    assert OTHER in seen


def placing(built: Path, html: Path) -> str:
    """Code that places once."""
    return f"{BEFORE}\ndef run(): shelf.sync(Path({str(built)!r}), Path({str(html)!r}))"


def left_over(html: Path) -> list[str]:
    """What placing has left beside the shelf."""
    return [path.name for path in html.parent.iterdir() if path.name.startswith(".")]


def test_a_full_disk_leaves_the_old_shelf_and_nothing_beside_it(three: tuple[Path, Path, Path], tmp_path: Path) -> None:
    _, other, html = three
    fill(other, {"page/large.html": "x" * 100_000})
    limited = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))"
    ran = started(f"{placing(other, html)}\n{limited}\nrun()")

    assert ran.wait() == 1
    assert read(html) == ONE
    assert left_over(html) == []


def test_a_second_build_says_that_it_waits_and_comes_after_the_first(tmp_path: Path) -> None:
    code = f"{BEFORE}\nwith shelf.alone(Path({str(tmp_path / 'build')!r}), lambda told: print(told, flush=True)): "
    with shelf.alone(tmp_path / "build", pytest.fail):
        second = started(code + "print('second', flush=True)")
        assert second.stdout
        said = second.stdout.readline()
        (tmp_path / "first").touch()
    rest = second.stdout.read()

    assert said == f"Another build is at work in {tmp_path / 'build'}; waiting until it is done.\n".encode()
    assert (second.wait(), rest) == (0, b"second\n")


def test_a_build_that_was_killed_keeps_nobody_waiting(tmp_path: Path) -> None:
    code = (
        f"{BEFORE}\nimport time\nwith shelf.alone(Path({str(tmp_path)!r}), print): print(flush=True); time.sleep(600)"
    )
    first = started(code)
    assert first.stdout
    first.stdout.readline()
    first.kill()
    first.wait()

    with shelf.alone(tmp_path, pytest.fail):
        pass


@pytest.mark.parametrize("link", ["build", "build/html", "build/.work", "build/pdf"])
def test_a_link_on_the_way_is_refused_and_what_lies_behind_it_stays(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, link: str
) -> None:
    fill(tmp_path / "repository", {"precious/file": "x"})
    monkeypatch.chdir(tmp_path / "repository")
    if link != "build":
        Path("build").mkdir()
    Path(link).symlink_to("." if link == "build" else "..")
    with pytest.raises(shelf.Refused, match=f"^{link} is a link, and builds go into plain folders: remove it$"):
        shelf.check(*map(Path, ("build/html", "build/pdf", "build/.work")))
    if link != "build/pdf":
        with pytest.raises(shelf.Refused):
            shelf.sync(built, Path("build/html")) if link != "build/.work" else shelf.room(Path(link), "html")

    assert read(tmp_path / "repository")["precious/file"] == "x"


@pytest.mark.parametrize("name", [".html.coming", ".html.before"])
def test_a_link_where_a_new_shelf_is_put_together_is_not_followed(built: Path, tmp_path: Path, name: str) -> None:
    precious = fill(tmp_path / "precious", {"file": "x"})
    html = fill(tmp_path / "html", {"index.html": "old"})
    (tmp_path / name).symlink_to(precious)
    shelf.sync(built, html)

    assert read(html)["index.html"] == "new"
    assert read(precious) == {"file": "x"}


def test_a_lock_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(shelf.Refused), shelf.alone(tmp_path, print):
        pass

    assert not (tmp_path / "elsewhere").exists()


def test_links_on_the_shelf_go_and_what_they_lead_to_stays(built: Path, tmp_path: Path) -> None:
    precious = fill(tmp_path / "precious", {"file": "x", "index.html": "new"})
    html = tmp_path / "html"
    html.mkdir()
    (html / "facts").symlink_to(precious)
    (html / "index.html").symlink_to(precious / "index.html")
    shelf.sync(built, html)

    assert read(html) == {"index.html": "new", "facts/treaty.html": "treaty"}
    assert not any(path.is_symlink() for path in html.rglob("*"))
    assert read(precious) == {"file": "x", "index.html": "new"}


def test_each_build_has_an_empty_room_and_what_ended_ones_left_is_cleared(tmp_path: Path) -> None:
    left = shelf.room(tmp_path / ".work", "html")
    fill(left, {"index.html": "half"})
    precious = fill(tmp_path / "precious", {"file": "x"})
    (tmp_path / ".work" / "html-link").symlink_to(precious)
    room = shelf.room(tmp_path / ".work", "html")

    assert list(room.iterdir()) == []
    assert list((tmp_path / ".work").iterdir()) == [room]
    assert read(precious) == {"file": "x"}
