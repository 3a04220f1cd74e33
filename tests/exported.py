"""A small ledger that has something in every relation, and the real one, for the tests of what is handed on."""

from __future__ import annotations

import random
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from kb.core.derive import dates
from kb.core.model import Corpus
from kb.load.citation import Work
from kb.load.corpus import assemble, load, read

ROOT = Path(__file__).parents[1]
WORK = Work("A knowledge base of the straits", "What is known of the League.", "CC-BY-4.0")
PLAN = """\
id: plan
kind: instrument
names: {en: Plan, ru: План}
short: the plan
also: [the scheme]
part-of: [league]
ids: {wikidata: Q42}
statements:
  may:
    signed: 2003-05-03
    where: boreland
    who: [arvenia, boreland]
    complete: true
    dates: [199X, 2004~]
    counts: [{n: 17000, of: [troops, men], bound: over}, {n: 3, to: 4.5, of: [states]}]
    later: {n: 7, of: months, than: june, bound: over}
    articles: [3, 4]
    event: sign
    agent: [arvenia, the men of Belmark]
    theme: plan
    further:
      - {event: discuss, theme: plan, polarity: not, modality: planned}
    evidence:
      - {by: League2006history, at: ¶ 6, quote: signed on 3 May 2003, seen: full}
      - {by: League2006history, at: ¶ 10, quote: "@SUM(A1) <b> é", seen: excerpt}
      - {by: Osk2007straits, at: p. 2, quote: "'tis \\"so\\" \\\\ é", seen: full}
  june:
    signed: 2003-06-04
    evidence: [{by: Osk2007straits, at: p. 2, quote: signed on 4 June 2003, seen: full}]
  hyper:
    records: "=HYPERLINK(1); DROP TABLE statements; -- ' \\" > ."
    superseded-by: may
    evidence: [{by: Osk2007straits, at: p. 3, quote: "-1+1", seen: excerpt}]
claims:
  said:
    says: The plan is "hollow".
    stance: holds
    hedge: [perhaps]
    author: [Voss]
    terms: [hollow]
    'on': 2004-02
    evidence: [{by: Osk2007straits, at: p. 4, quote: the plan is hollow, seen: full}]
judgements:
  - {question: When?, follow: may, over: [june], because: The minutes of that day exist.}
"""


@cache
def rich() -> Corpus:
    """The small corpus, and a plan that fills what it leaves empty."""
    schema = {path: data for path, data in read(ROOT).items() if path.startswith("docs/facts/schema/")}
    more = {"docs/facts/plan.yaml": PLAN.encode()}
    return assemble({**read(ROOT / "tests" / "corpus"), **schema, **more}, date(2020, 1, 1))


@cache
def real() -> Corpus:
    """The ledger as it is."""
    return load(ROOT, date(2026, 11, 30))


def days(corpus: Corpus, seed: int = 14) -> list[date]:
    """Ten days drawn by lot, and the days around which somebody joined or left."""
    lot = random.Random(seed)  # noqa: S311
    drawn = [date.fromordinal(lot.randrange(date(1990, 1, 1).toordinal(), corpus.today.toordinal())) for _ in range(10)]
    rolls = {name for name, declared in corpus.properties.items() if declared.roll == "member"}
    ends = {when.earliest for s in corpus.statements.values() if s.property in rolls for when in dates(s)}
    return sorted({*drawn, *(end + timedelta(days=n) for end in ends for n in (-1, 0, 1))})


def evidence(corpus: Corpus) -> list[tuple[str, int, str, str, str, str]]:
    """What every statement rests on, as each form of handing it on must give it back."""
    return [
        (s.id, n, e.by, e.at, e.quote, e.seen) for s in corpus.statements.values() for n, e in enumerate(s.evidence, 1)
    ]
