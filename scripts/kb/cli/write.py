"""Writes files so that each is whole at every moment: the old one until the new one is complete."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile

from kb.cli.place import CannotRun


def write(files: Mapping[Path, bytes], room: Path) -> None:
    """Write all of them in a room on the same disk first, where nothing is read, then move each over the old one."""
    beside: dict[Path, Path] = {}
    try:
        for file, data in files.items():
            beside[file] = _beside(file, data, room)
        for file, new in beside.items():
            new.replace(file)
    except OSError as fault:
        raise CannotRun(f"{fault.filename or ', '.join(map(str, files))}: {fault.strerror}") from None
    finally:
        for new in beside.values():
            new.unlink(missing_ok=True)


def _beside(file: Path, data: bytes, room: Path) -> Path:
    """The new content under another name, safe on the disk, with the rights of the old file."""
    if file.is_symlink():
        raise CannotRun(f"{file} is a link, and only files are written")
    with NamedTemporaryFile(dir=room, prefix=f".{file.name}.", suffix=".new", delete=False) as opened:
        new = Path(opened.name)
        try:
            opened.write(data)
            opened.flush()
            os.fsync(opened.fileno())
            new.chmod(file.stat().st_mode if file.exists() else 0o666 & ~_umask())
        except BaseException:
            new.unlink(missing_ok=True)
            raise
    return new


def _umask() -> int:
    """What this process takes away from the rights of new files; it can be asked only by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
