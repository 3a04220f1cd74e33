"""Runs a batch of inputs through check, fix, export, HTML and Typst, and says what should not have happened."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sphinx.errors import SphinxError

from kb.cli.mend import settle
from kb.core.finding import Finding, Severity
from kb.core.model import Corpus
from kb.export.files import files as handed_on
from kb.load.citation import Work
from kb.load.corpus import assemble
from kb.report import github, json, tally, text
from kb.run.runner import examine
from kb_fuzz import harm, site
from kb_fuzz.bounds import SECONDS, Clock, Hung, bell
from kb_fuzz.ground import TODAY, laid
from kb_fuzz.sown import BIBLIOGRAPHY, ENTRY, Fault, Sown

A_FEW = 8
"""So many broken entries are checked together: each may hide others from the reader, so not all at once."""
MENDABLE = frozenset({"prose-disagrees", "misspelt-name", "locator-disagrees", "stray-character"})
"""Rules of which some findings are mended by `--fix`."""


@dataclass
class Trial:
    """Runs any number of inputs laid side by side; ``folder`` is where a build may write.

    What is ``pressed`` is printed too, which takes as long as all the rest.
    """

    folder: Path
    pressed: bool = False
    seconds: float = SECONDS

    def run(self, inputs: Sequence[Sown]) -> list[Fault]:
        """Everything that should not have happened with these, each blamed on one of them where it can be."""
        faults: list[Fault] = []
        clock, allowed = Clock(), self.seconds * (2 if self.pressed else 1)
        try:
            with bell(2 * allowed):
                faults.extend(self._all(inputs))
        except Hung:
            return [*faults, Fault("slow", f"it takes longer than {2 * allowed:.0f} s", alone=True)]
        except MemoryError:
            return [*faults, Fault("large", "it takes more memory than there is", alone=True)]
        except SystemExit as error:
            return [*faults, Fault("ends the process", str(error)[:300])]
        except Exception as error:
            return [*faults, broken(error)]
        if clock.seconds > allowed:
            faults.append(Fault("slow", f"it takes {clock.seconds:.1f} s", alone=True))
        return faults

    def _all(self, inputs: Sequence[Sown]) -> Iterator[Fault]:
        sound = [each for each in inputs if each.kind != ENTRY or not _unbuilt(assemble(laid([each]), TODAY), each)]
        broken_entries = [each for each in inputs if each not in sound]
        for first in range(0, len(broken_entries), A_FEW):
            yield from self._checked(broken_entries[first : first + A_FEW])[1]
        findings, faults = self._checked(sound)
        yield from faults
        by_path: dict[str, list[Finding]] = {}
        for finding in findings:
            by_path.setdefault(finding.mark.path, []).append(finding)
        yield from _fixed(each for each in sound if _has(by_path, each, MENDABLE))
        yield from self._built(sound, by_path)

    def _checked(self, inputs: Sequence[Sown]) -> tuple[tuple[Finding, ...], list[Fault]]:
        """The findings, and what is wrong with them and with the exported data."""
        corpus = assemble(laid(inputs), TODAY)
        found = examine(corpus).findings
        faults = [_crashed(finding) for finding in found if finding.rule == "rule-crashed"]
        return found, [*faults, *_reported(found, corpus), *_exported(corpus)]

    def _built(self, inputs: Sequence[Sown], found: Mapping[str, list[Finding]]) -> Iterator[Fault]:
        """Build what the check lets pass; what it finds clean may neither be refused nor warned of."""
        severe = {path for path, those in found.items() if any(each.severity is Severity.ERROR for each in those)}
        clean = {each.name for each in inputs if not _bad(found.get(each.path, ()))}
        passed = [each for each in inputs if each.path not in grave(assemble(laid(inputs), TODAY))]
        while passed:
            try:
                for fault in site.build(self.folder, laid(passed), passed, self.pressed):
                    if not fault.kind.startswith("warned") or fault.name in clean:
                        yield fault
                return
            except (SphinxError, SystemExit) as reason:
                named = set(NAMED.findall(str(reason)))
                refused = [each for each in passed if each.name in named]
                for each in refused:
                    if each.path not in severe:
                        yield Fault(f"refused: {_first(reason)}", str(reason)[:300], each.name)
                if not refused:
                    yield from _unnamed(reason, passed, clean)
                    return
                passed = [each for each in passed if each not in refused]


def _unnamed(reason: BaseException, passed: Sequence[Sown], clean: Container[str]) -> Iterator[Fault]:
    """A refusal that names nobody is a fault where the one that is refused is clean; else it is told of none."""
    if len(passed) > 1 or passed[0].name in clean:
        yield Fault(f"refused: {_first(reason)}", str(reason)[:300], alone=True)


NAMED = re.compile(r"\b(f\d+)\b")


def _first(reason: BaseException) -> str:
    return re.sub(r"[^a-z ]", "", re.sub(site.QUOTED, "", str(reason)))[:60]


def grave(corpus: Corpus) -> frozenset[str]:
    """The files with a fault of form, which keeps a build from beginning; one in the bibliography is not among them."""
    faults = [*corpus.faults, *(fault for page in corpus.pages for fault in page.faults)]
    return frozenset(f.mark.path for f in faults if f.severity is Severity.ERROR) - {BIBLIOGRAPHY}


def _reported(found: Iterable[Finding], corpus: Corpus) -> Iterator[Fault]:
    """What is wrong with the reports on them."""
    for finding in found:
        for judge, show in REPORTS:
            for fault in judge(show(finding, corpus)):
                yield Fault(f"report: {fault.partition(':')[0]}", fault)
    for fault in harm.report(json.document(found, tally.tally(corpus, list(found), 0), TODAY)):
        yield Fault(f"report: {fault.partition(':')[0]}", fault)


REPORTS: tuple[tuple[Callable[[str], Iterable[str]], Callable[[Finding, Corpus], str]], ...] = (
    (harm.report, text.plain),
    (harm.annotations, lambda finding, corpus: github.annotation(finding)),
)


def _exported(corpus: Corpus) -> Iterator[Fault]:
    """What is wrong with the exported data."""
    for name, data in handed_on(corpus, Work()):
        for fault in harm.table(data.decode()) if name.endswith(".csv") else ():
            yield Fault(f"export: {fault.partition(':')[0]}", fault)


def _fixed(inputs: Iterable[Sown]) -> Iterator[Fault]:
    """What is wrong with the mended files: a mend takes findings away, brings none, and is done once."""
    for each in inputs:
        wanted = [PurePosixPath(each.path)]
        files = laid([each])
        after, done = settle(files, wanted, TODAY)
        if not done:
            continue
        _, again = settle(after, wanted, TODAY)
        if again:
            yield Fault("fix: it mends anew what it has mended", f"{again[0].old!r} to {again[0].new!r}", each.name)
        before, now = _told(files, each), _told(after, each)
        if not now <= before:
            yield Fault("fix: it makes worse", f"{sorted(now - before)[:2]}", each.name)
        if set(after) != set(files) or [p for p in files if files[p] != after[p] and p != each.path]:
            yield Fault("fix: it changes another file", each.path, each.name)


def _told(files: Mapping[str, bytes], each: Sown) -> frozenset[tuple[str, int, str]]:
    found = examine(assemble(files, TODAY)).findings
    return frozenset((f.rule, f.mark.line, f.text) for f in found if f.mark.path == each.path)


def _unbuilt(corpus: Corpus, each: Sown) -> bool:
    return any(fault.mark.path == each.path and fault.severity is Severity.ERROR for fault in corpus.faults)


def _bad(found: Iterable[Finding]) -> bool:
    return any(finding.severity is not Severity.NOTE for finding in found)


def _has(found: Mapping[str, list[Finding]], each: Sown, rules: frozenset[str]) -> bool:
    return any(finding.rule in rules for finding in found.get(each.path, ()))


def _crashed(finding: Finding) -> Fault:
    names = PurePosixPath(finding.mark.path).stem if finding.mark.path != BIBLIOGRAPHY else ""
    return Fault(f"crash: {re.sub(r'[0-9]+|‘.*?’', '', finding.text)[:80]}", finding.text, names)


def broken(error: BaseException) -> Fault:
    """An exception, told by its kind and by the last place of ours that it came from."""
    trace = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in trace if "/scripts/" in frame.filename and "kb_fuzz" not in frame.filename]
    places = [f"{frame.name} of {Path(frame.filename).name}" for frame in (*ours[-1:], trace[-1])]
    return Fault(f"raises {type(error).__name__} in {' by '.join(dict.fromkeys(places))}", str(error)[:300])
