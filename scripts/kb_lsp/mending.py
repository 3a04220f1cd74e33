"""Quick fixes: of a fault that has one right answer by the ledger, the edit, tried before it is offered."""

from __future__ import annotations

from collections.abc import Iterator

from kb.core.finding import Finding
from kb.fix.edits import Mend, mended, mends
from kb.fix.tidying import tidied
from kb.run.causes import causes, reaches_far
from kb.run.rules import rules
from kb.run.runner import examine
from kb_lsp.look import Look, looks_closely
from kb_lsp.spot import page_of

REREAD = "unread"
"""What is mended is to be read again, which is no reason to leave it wrong."""


def fixes(look: Look, path: str, text: str, lines: range) -> Iterator[tuple[Mend, tuple[Finding, ...]]]:
    """The edits within these lines, each with the findings that go with it."""
    data = text.encode("utf-8", "surrogatepass")
    _, tidy = tidied(path, data)
    found = [each for each in tidy if each.mark.line in lines]
    unread = any(map(reaches_far, causes(look.corpus.faults)))
    read = None if unread else page_of(look, path)
    if read and read.page.source == text:
        found += [m for m in look.asking.call(mends, {"page": read.page}) if m.mark.line in lines]
    for each in found:
        gone = _tried(look, path, data, each)
        if gone:
            yield each, gone


def _tried(look: Look, path: str, data: bytes, mend: Mend) -> tuple[Finding, ...]:
    """The findings of the file that the edit takes away; none if it brings another, or does nothing."""
    after = mended(data, mend)
    if after is None:
        return ()
    before = _found(look, path, data)
    left = {_named(each) for each in _found(look, path, after)}
    gone = tuple(each for each in before if _named(each) not in left)
    return gone if left < {_named(each) for each in before} else ()


def _found(look: Look, path: str, data: bytes) -> tuple[Finding, ...]:
    """What rules that look at one thing after the other find in the file with these bytes."""
    corpus = look.made_of.corpus(path=path, data=data)
    close = tuple(filter(looks_closely, rules()))
    found = examine(corpus, close, frozenset({path}), look.run).findings
    return tuple(each for each in found if each.mark.path == path and each.rule != REREAD)


def _named(finding: Finding) -> tuple[str, int, str]:
    """A finding wherever on its line: a mend may shift what stands behind it."""
    return finding.rule, finding.mark.line, finding.text
