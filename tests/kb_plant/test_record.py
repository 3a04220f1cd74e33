"""What is recorded of a score is read back whole."""

from __future__ import annotations

from datetime import date

from kb.load.score import score as read
from kb_plant.planted import Planted, Sheet
from kb_plant.record import SEED, document
from kb_plant.score import Tried, score

SHEET = Sheet("docs/topic/league.md", "# League\n\nFounded in 1990.\n")


def test_a_score_is_read_as_it_was_recorded():
    missed = Planted("wrong year", SHEET, ((21, 25, "1991"),))
    found = score([Tried(missed, (), ("league#founded",))])
    made, faults = read(document(found, date(2026, 11, 29)).encode())

    assert () == faults
    assert made is not None
    assert (found.kinds, date(2026, 11, 29), SEED) == (made.kinds, made.day, made.seed)
    assert ("docs/topic/league.md:3: wrong year: '1990' → '1991'; backed by league#founded",) == made.unnoticed
