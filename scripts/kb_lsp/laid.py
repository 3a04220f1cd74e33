"""The files of a repository with the texts of an editor laid over them, and the day on which they are seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kb.load.door import Admitted, admit
from kb.load.today import BadEpoch, Day, day


def laid_over(admitted: Admitted, texts: Mapping[str, str]) -> Admitted:
    """What was let in, with unsaved texts in the place of files; what was wrong with those files is past."""
    if not texts:
        return admitted
    files = {**admitted.files, **{path: text.encode("utf-8", "surrogatepass") for path, text in texts.items()}}
    faults = tuple(fault for fault in admitted.faults if fault.mark.path not in texts)
    return Admitted(dict(sorted(files.items())), faults)


@dataclass
class Shelf:
    """The files on the disk, read when somebody says that they have changed, and the day that they were last seen."""

    base: Path
    clock: Callable[[], date]
    given: date | None = None
    admitted: Admitted | None = None
    _day: tuple[frozenset[str], Day] | None = None

    def forget(self) -> None:
        """Something has changed on the disk."""
        self.admitted, self._day = None, None

    def with_texts(self, texts: Mapping[str, str]) -> tuple[Admitted, Day]:
        """Everything as it is now, unsaved texts included."""
        if self.admitted is None:
            self.admitted = admit(self.base)
        laid = laid_over(self.admitted, texts)
        unsaved = frozenset(path for path in texts if laid.files[path] != self.admitted.files.get(path))
        if self._day is None or self._day[0] != unsaved:
            self._day = unsaved, self._seen(laid)
        return laid, self._day[1]

    def _seen(self, laid: Admitted) -> Day:
        try:
            found = day(self.base, laid.files) or Day(self.clock())
        except BadEpoch:
            found = Day(self.clock())
        return replace(found, today=self.given) if self.given else found
