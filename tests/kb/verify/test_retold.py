"""Which statements a sentence retells at a place, and what of it counts as told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from kb.annotate.spans import AnnotatedSentence
from kb.core.derive import typed
from kb.core.mark import Mark
from kb.core.model import EventType, Statement
from kb.evidence.candidate import Candidate
from kb.extract.event_words import event_reader
from kb.lang.stems import stems
from kb.load.corpus import assemble
from kb.run.known import start
from kb.verify.grounds import Witnesses
from kb.verify.page import reading
from kb.verify.reach import witnesses
from kb.verify.retold import denied, denies, is_close, is_hidden, is_told, retold, verbs
from kb.verify.verdict import VerifiedPage

PAGE = "docs/topic/league.md"
PACT = """\
id: pact
kind: instrument
names: {{en: Pact of Pilots}}
statements:
{}
"""
STATEMENT = """\
  {}:
    records: {}
    free: it is an example
    evidence:
      - {{by: League2006history, at: ¶ {}, quote: so it was, seen: full}}
"""
TOLD = {
    "pilots": ("Boreland trains pilots and harbour masters every winter.", 7),
    "masters": ("Boreland pays pilots.", 7),
    "lamps": ("Corvia lights lamps.", 7),
    "ropes": ("Corvia makes ropes.", 8),
}
SEVEN, EIGHT = (f"{{cite:p}}`League2006history{{¶ {n}}}`" for n in (7, 8))
READER = event_reader({
    "sign": EventType("sign", "does", ("sign",), nouns=("signature",), denied_by=("boycott",)),
    "have": EventType("have", "holds", ("have",)),
})  # fmt: skip


@pytest.fixture(name="read")
def _read(small: dict[str, bytes]) -> Callable[[str], tuple[VerifiedPage, Witnesses]]:
    def read(body: str) -> tuple[VerifiedPage, Witnesses]:
        """A page with this body, and what its sources say."""
        written = "".join(STATEMENT.format(name, words, at) for name, (words, at) in TOLD.items())
        text = f"---\nabout: [league]\n---\n\n# The League of the Straits\n\n{body}\n"
        files = {**small, "docs/facts/pact.yaml": PACT.format(written).encode(), PAGE: text.encode()}
        corpus = assemble(files, date(2020, 1, 1))
        page = next(page for page in corpus.pages if page.path == PAGE)
        run = start(corpus)

        assert [] == [fault for fault in corpus.faults if fault.mark.path != PAGE]
        return run.ask(reading, page=page), run.ask(witnesses, page=page)

    return read


@pytest.fixture(name="sentence")
def _sentence(read: Callable[[str], tuple[VerifiedPage, Witnesses]]) -> Callable[[str], AnnotatedSentence]:
    def sentence(body: str) -> AnnotatedSentence:
        """The last sentence of a page."""
        return read(body)[0].scopes[-1]

    return sentence


@pytest.mark.parametrize(
    ("body", "word", "heard", "near"),
    [
        (f"Boreland trains pilots and masters {SEVEN}.", "trains", "pilots masters lamps", "pilots"),
        (f"Boreland trains pilots {SEVEN}.", "trains", "pilots masters lamps", "pilots masters"),
        (f"Corvia lights lamps {SEVEN}, and it makes ropes {EIGHT}.", "lights", "pilots masters lamps", "lamps"),
        (f"Corvia lights lamps {SEVEN}, and it makes ropes {EIGHT}.", "makes", "ropes", "ropes"),
        (f"Corvia makes ropes {EIGHT}, and it sleeps.", "sleeps", "", ""),
        (f"Corvia makes ropes {EIGHT}.\nIt lights lamps.", "lights", "ropes", ""),
        (f"Corvia makes ropes {EIGHT}.\nIt sells ropes.", "sells", "ropes", "ropes"),
        ("Corvia makes ropes.", "makes", "", ""),
        (f"It is so {SEVEN}.", "so", "pilots masters lamps", ""),
    ],
)
def test_what_stands_behind_a_word(read, body: str, word: str, heard: str, near: str) -> None:
    page, there = read(body)
    scope = page.scopes[-1]
    behind = retold(scope, scope.sentence.text.index(word), there)

    assert heard.split() == [each.statement.slug for each in behind.heard]
    assert near.split() == [each.statement.slug for each in behind.near]


def test_what_stands_behind_a_whole_sentence_stands_behind_its_last_citation(read) -> None:
    page, there = read(f"Corvia lights lamps {SEVEN}, and makes ropes {EIGHT}, one may say.")
    scope = page.scopes[-1]

    assert ["ropes"] == [each.statement.slug for each in retold(scope, len(scope.sentence.text), there).heard]
    assert () == retold(scope, len(scope.sentence.text) - 1, there).heard


def test_behind_the_last_citation_nothing_stands(read) -> None:
    page, there = read(f"Corvia makes ropes {EIGHT} and so on.")
    scope = page.scopes[-1]
    last = scope.groups[-1][-1].at

    assert [["ropes"], []] == [
        [each.statement.slug for each in retold(scope, n, there).heard] for n in (last, last + 1)
    ]


@pytest.mark.parametrize(
    ("own", "text", "expected"),
    [
        ("Boreland trains pilots.", "Boreland trains pilots.", True),
        ("Boreland trains pilots and masters in winter and fog.", "Pilots and masters in fog.", True),
        ("Boreland trains pilots and masters in winter and fog.", "Pilots and masters.", False),
        ("Boreland trains pilots and masters in winter, fog and snow.", "Pilots and masters in fog.", True),
        ("Boreland trains pilots and masters.", "Pilots and masters.", True),
        ("Boreland trains pilots, masters and cooks.", "Pilots and masters.", False),
        ("Pilots.", "Pilots.", False),
        ("Pilots train.", "Pilots.", False),
        ("Boreland trains pilots.", "Corvia sleeps.", False),
    ],
)
def test_what_has_much_of_a_statement_is_close_to_it(own: str, text: str, expected: bool) -> None:
    statement = Statement("a#b", "a", "records", own, (), Mark("a"), {})
    candidate = Candidate(statement, typed(statement, ()), (), lambda text: (), lambda text: ())

    assert expected is is_close(candidate, text)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Corvia signed.", True),
        ("## Corvia signed", False),
        ("No word of Corvia was found.", False),
        ("We looked for Corvia.", False),
    ],
)
def test_what_tells_what_happened(sentence, body: str, expected: bool) -> None:
    assert expected is is_told(sentence(body))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Corvia signed and had signed.", ["signed", "signed"]),
        ("Corvia saw the signature.", []),
        ("Corvia had it.", []),
        ("Corvia said “we signed it”, and signed.", ["signed"]),
        ("Corvia wrote `signed`.", []),
    ],
)
def test_which_verbs_tell_what_happened(sentence, body: str, expected: list[str]) -> None:
    assert expected == [word.word for word in verbs(sentence(body), READER)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("It *is so* now.", False),
        ("It “is so” now.", True),
        ("It [is so]{.own} now.", False),
        ("The Pact of Pilots is there.", True),
        ("`is so`", True),
    ],
)
def test_what_is_hidden(sentence, body: str, expected: bool) -> None:
    scope = sentence(body)
    word = next(each for each in ("is so", "Pilots") if each in scope.sentence.text)
    start = scope.sentence.text.index(word)

    assert expected is is_hidden(scope, start, start + len(word))


def test_what_stands_beside_is_not_hidden(sentence) -> None:
    scope = sentence("It was “so” in the Pact of Pilots.")
    text = scope.sentence.text
    first, last = text.index("so"), text.index("Pact")

    assert [False, True, True, False] == [
        is_hidden(scope, *span) for span in ((0, first - 1), (0, first), (first + 2, last + 1), (first + 3, last))
    ]
    assert not is_hidden(scope, text.index("."), len(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Corvia signed.", False), ("Nobody came.", True), ("Corvia boycotted it.", True), ("Corvia left.", False)],
)
def test_what_denies(text: str, expected: bool) -> None:
    assert expected is denies(text, READER)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Corvia signed.", []),
        ("Corvia did not sign the pact on pilots.", [(11, "sign pact pilots")]),
        ("Corvia did not sign, and pilots left.", [(11, "sign")]),
        ("Corvia did not sign because pilots left.", [(11, "sign")]),
        ("Nobody signed and nobody left.", [(0, "signed"), (18, "left")]),
        ("It did not see one lamp or a rope in fog.", [(7, "see lamp rope")]),
        ("It did not see lamps with pilots near ropes then.", [(7, "see lamps pilots near ropes")]),
    ],
)
def test_what_is_denied_are_the_words_behind_a_not(text: str, expected: list[tuple[int, str]]) -> None:
    assert [(at, stems(words)) for at, words in expected] == list(denied(text))
