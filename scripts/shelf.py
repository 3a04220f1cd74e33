"""The shelf: what was last built whole, which stays there until the next build is whole too."""

import filecmp
import shutil
from collections.abc import Iterator
from pathlib import Path

OFFCUTS = (".doctrees", ".buildinfo", ".buildinfo.bak")


def place(built: Path, shelf: Path, suffix: str = "") -> tuple[int, int]:
    """Make the shelf hold what was built; return how many files were changed and how many removed.

    Each file is written beside its place and moved there, so that nobody meets half a file.
    """
    fresh = set(walk(built, suffix))
    changed = {file for file in fresh if not is_same(built / file, shelf / file)}
    stale = set(walk(shelf)) - fresh
    for file in stale:
        (shelf / file).unlink()
    remove_empty_folders(shelf)
    for file in changed:
        copy(built / file, shelf / file)
    return len(changed), len(stale)


def walk(folder: Path, suffix: str = "") -> Iterator[Path]:
    """Every file with that suffix below the folder, but for what the builder keeps for itself."""
    for file in folder.rglob(f"*{suffix}"):
        place_in_folder = file.relative_to(folder)
        if file.is_file() and not set(OFFCUTS).intersection(place_in_folder.parts):
            yield place_in_folder


def is_same(one: Path, other: Path) -> bool:
    """Whether both files exist and hold the same bytes."""
    return other.is_file() and filecmp.cmp(one, other, shallow=False)


def remove_empty_folders(folder: Path) -> None:
    """Remove every folder below this one that holds nothing."""
    for inner in sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True):
        if not any(inner.iterdir()):
            inner.rmdir()


def copy(source: Path, target: Path) -> None:
    """Put a copy of the file in its place in one step."""
    target.parent.mkdir(parents=True, exist_ok=True)
    coming = target.with_name(f".{target.name}.coming")
    shutil.copyfile(source, coming)
    coming.replace(target)


def describe(shelf: Path) -> list[str]:
    """What stands on the shelf: the number of pages and where to begin, or each PDF and its size."""
    pages = sum(1 for _ in walk(shelf, ".html"))
    if pages:
        return [f"{shelf}: {pages} pages, begin at {shelf / 'index.html'}"]
    papers = sorted(walk(shelf, ".pdf"))
    if not papers:
        return []
    return [
        f"{shelf}: {len(papers)} to print",
        *(f"  {shelf / file} ({(shelf / file).stat().st_size / 1000:,.0f} kB)" for file in papers),
    ]
