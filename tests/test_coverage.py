"""The two founding documents are covered, sentence by sentence, and the lock is what their texts make it."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from kb.core.model import Corpus
from kb.load.corpus import assemble, read
from kb.load.lockfile import PATH
from kb.load.today import today
from kb.lock.coverage import Covered, coverage, shares
from kb.lock.fingerprints import TEXT, make
from kb.lock.sentences import sentences
from kb.run.known import start

ROOT = Path(__file__).parents[1]


def covered(corpus: Corpus) -> tuple[Covered, ...]:
    return start(corpus).ask(coverage)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    files = read(ROOT)
    day = today(ROOT, files)
    assert day is not None
    return assemble(files, day)


@pytest.fixture(scope="module")
def texts(corpus: Corpus) -> dict[str, str]:
    """The texts in the folder that KB_TEXTS names; ``none`` says that they are not at hand."""
    folder = os.environ.get("KB_TEXTS", "")
    if folder == "none" or not (folder or os.environ.get("CI") == "true"):
        pytest.skip("the texts are not at hand: KB_TEXTS names no folder")
    names = [source.fields[TEXT] for source in corpus.sources.values() if TEXT in source.fields]
    missing = [name for name in names if not (Path(folder) / name).is_file()]
    assert not missing, f"KB_TEXTS is {folder!r}, and these texts are not there: {missing}"
    return {name: (Path(folder) / name).read_text(encoding="utf-8") for name in names}


def test_every_sentence_figure_and_name_is_carried(corpus: Corpus) -> None:
    gaps = {(each.source, each.sentence.locator): each.gaps for each in covered(corpus) if each.gaps}

    assert {} == gaps
    assert {"ArisNDcsto", "Indeo2016strategy"} == {each.source for each in covered(corpus)}
    assert all(done == of > 40 for done, of in shares(covered(corpus)).values())


def test_only_notices_of_the_publisher_are_left_aside(corpus: Corpus) -> None:
    aside = [each for each in covered(corpus) if each.boilerplate]

    assert {"ArisNDcsto"} == {each.source for each in aside}
    assert not any(each.sentence.figures for each in aside)
    assert len(aside) <= 8


def test_a_statement_taken_away_leaves_a_gap(corpus: Corpus) -> None:
    carriers = [item.by for each in covered(corpus) for item in each.carried if len(item.by) == 1]
    alone = {by[0] for by in carriers}
    assert alone
    for name in sorted(alone):
        subject = name.partition("#")[0]
        entity = corpus.entities[subject]
        kept = replace(entity, statements=tuple(s for s in entity.statements if s.id != name))
        less = replace(corpus, entities={**corpus.entities, subject: kept})

        assert [each for each in covered(less) if each.gaps], name


def test_the_lock_is_what_the_texts_make_it(corpus: Corpus, texts: dict[str, str]) -> None:
    assert make(corpus, texts).decode() == (ROOT / PATH).read_text(encoding="utf-8")


def test_the_lock_holds_no_sentence_of_the_texts(texts: dict[str, str]) -> None:
    lock = (ROOT / PATH).read_text(encoding="utf-8")

    told = [sentence for text in texts.values() for sentence in sentences(text) if len(sentence) > 60]

    assert told
    assert not [sentence for sentence in told if sentence in lock]


def test_every_quote_of_a_text_at_hand_stands_in_one_of_its_sentences(corpus: Corpus, texts: dict[str, str]) -> None:
    for source in corpus.sources.values():
        if TEXT in source.fields:
            told = sentences(texts[source.fields[TEXT]])
            quotes = {e.quote for s in corpus.by_source[source.key] for e in s.evidence if e.by == source.key}

            assert [quote for quote in quotes if not any(quote in sentence for sentence in told)] == []


def test_nearly_every_record_says_in_fields_what_happened(corpus: Corpus) -> None:
    """At most 15 % of all statements are told in words alone, each with the reason why no event fits."""
    records = [
        s for s in corpus.statements.values() if not s.is_claim and corpus.properties[s.property].tells == "event"
    ]
    free = [statement for statement in records if statement.free]

    assert [] == [s.id for s in records if not (s.events or s.free)]
    assert len(free) <= 0.15 * len(corpus.statements)
