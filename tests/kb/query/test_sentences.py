"""A sentence made from the fields of an event: plain English, whoever did what, and whatever is left out."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.core.mark import Mark
from kb.core.model import Corpus, Event, EventType
from kb.core.model.events import MODALITIES
from kb.lang.clauses import third
from kb.load.corpus import assemble, load, read
from kb.query.sentences import Wording, parts, sentence
from kb.query.templates import template

ROOT = Path(__file__).parents[3]
SCHEMA = {path: data for path, data in read(ROOT).items() if path.startswith("docs/facts/schema/")}
NAMES = sorted(assemble(SCHEMA, date(2020, 1, 1)).events)
DANGLING = re.compile(r"\b(?:to|with|from|at|among|in|by|as)$|(?<!ed)(?<!paid)(?<!thought) (?:on|for|of)$")
"""A preposition at the end; behind a participle it is where it belongs: *The list is voted on*."""


@cache
def small() -> Corpus:
    """The small corpus, under the schema of the house."""
    return assemble({**read(ROOT / "tests" / "corpus"), **SCHEMA}, date(2020, 1, 1))


def event(
    name: str, agent: str = "", theme: str = "", to: str = "", negated: bool = False, modality: str = ""
) -> Event:
    """An event whose roles are parted by semicolons."""
    roles = (tuple(filler for filler in role.split("; ") if filler) for role in (agent, theme, to))
    return Event(name, *roles, negated=negated, modality=modality or None, mark=Mark("a"))


def told(name: str, **fields: str | bool) -> str:
    """Its sentence."""
    return sentence(small(), event(name, **fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("expected", "name", "fields"),
    [
        ("Arvenia signs the Harbour Treaty", "sign", {"agent": "arvenia", "theme": "harbour-treaty"}),
        ("Arvenia and Boreland sign it all", "sign", {"agent": "arvenia; boreland", "theme": "it all"}),
        (
            "Arvenia, Boreland and Corvia take part in the talks",
            "attend",
            {"agent": "arvenia; boreland; corvia", "theme": "the talks"},
        ),
        ("Arvenia sends troops to help to Boreland", "send", {
            "agent": "arvenia", "theme": "troops to help", "to": "boreland"}),
        ("Arvenia asks Boreland for a loan", "ask", {"agent": "arvenia", "theme": "a loan", "to": "boreland"}),
        ("Arvenia asks Boreland", "ask", {"agent": "arvenia", "to": "boreland"}),
        ("Arvenia asks for a loan", "ask", {"agent": "arvenia", "theme": "a loan"}),
        ("A loan is asked for", "ask", {"theme": "a loan"}),
        ("Boreland is asked for a loan", "ask", {"theme": "a loan", "to": "boreland"}),
        ("Arvenia says to the press: a few words", "say", {
            "agent": "arvenia", "theme": "a few words", "to": "the press"}),
        ("Arvenia says: a few words", "say", {"agent": "arvenia", "theme": "a few words"}),
        ("Arvenia says to the press", "say", {"agent": "arvenia", "to": "the press"}),
        ("Arvenia says that all is well", "say", {"agent": "arvenia", "theme": "that all is well"}),
        ("It is said: a few words", "say", {"theme": "a few words"}),
        ("The Harbour Treaty is signed", "sign", {"theme": "harbour-treaty"}),
        ("The Harbour Treaty is signed with Boreland", "sign", {"theme": "harbour-treaty", "to": "boreland"}),
        ("The report and a list of names are adopted", "adopt", {"theme": "The report; a list of names"}),
        ("The troops are handed over to Boreland", "hand-over", {"theme": "the troops", "to": "boreland"}),
        ("The new post is decided on", "decide", {"theme": "the new post"}),
        ("It is decided to hold talks", "decide", {"theme": "to hold talks"}),
        ("Arvenia decides to hold talks", "decide", {"agent": "arvenia", "theme": "to hold talks"}),
        ("Arvenia offers to help at once, to Boreland", "offer", {
            "agent": "arvenia", "theme": "to help at once", "to": "boreland"}),
        ("Somebody takes part in the talks", "attend", {"theme": "the talks"}),
        ("The Harbour Treaty enters into force", "enter-into-force", {"theme": "harbour-treaty"}),
        ("Something enters into force", "enter-into-force", {}),
        ("The Harbour Treaty enters into force", "enter-into-force", {"agent": "harbour-treaty"}),
        ("The new arms are supplied", "equip", {"theme": "the new arms"}),
        ("Arvenia supplies Boreland with new arms", "equip", {
            "agent": "arvenia", "theme": "new arms", "to": "boreland"}),
        ("There is a quorum", "be", {"theme": "a quorum"}),
        ("There are five sessions", "be", {"agent": "five sessions"}),
        ("It is the first time", "be", {"theme": "the first time"}),
        ("Arvenia is among the founders", "be", {"agent": "arvenia", "theme": "among the founders"}),
        ("The guests meet in an inner circle", "meet", {"agent": "the guests", "theme": "in an inner circle"}),
    ],
)  # fmt: skip
def test_an_event_reads_as_a_sentence(expected: str, name: str, fields: dict[str, str]) -> None:
    assert expected == told(name, **fields)


@pytest.mark.parametrize(
    ("expected", "negated", "modality"),
    [
        ("Arvenia does not sign the Harbour Treaty", True, ""),
        ("Arvenia is to sign the Harbour Treaty", False, "planned"),
        ("Arvenia is not to sign the Harbour Treaty", True, "planned"),
        ("Arvenia may sign the Harbour Treaty", False, "may"),
        ("Arvenia may not sign the Harbour Treaty", True, "may"),
        ("Arvenia must sign the Harbour Treaty", False, "must"),
        ("Arvenia must not sign the Harbour Treaty", True, "must"),
        ("Arvenia is asked to sign the Harbour Treaty", False, "asked"),
        ("Arvenia is asked not to sign the Harbour Treaty", True, "asked"),
        ("It is proposed that Arvenia sign the Harbour Treaty", False, "proposed"),
        ("It is proposed that Arvenia not sign the Harbour Treaty", True, "proposed"),
        ("Reportedly, Arvenia signs the Harbour Treaty", False, "reported"),
        ("Reportedly, Arvenia does not sign the Harbour Treaty", True, "reported"),
        ("It is denied that Arvenia signs the Harbour Treaty", False, "denied"),
    ],
)
def test_a_sentence_says_whether_and_how_far(expected: str, negated: bool, modality: str) -> None:
    assert expected == told("sign", agent="arvenia", theme="harbour-treaty", negated=negated, modality=modality)


@pytest.mark.parametrize(
    ("expected", "negated", "modality"),
    [
        ("The Harbour Treaty is not signed", True, ""),
        ("The Harbour Treaty is to be signed", False, "planned"),
        ("The Harbour Treaty must not be signed", True, "must"),
        ("It is asked that the Harbour Treaty be signed", False, "asked"),
        ("It is proposed that the Harbour Treaty not be signed", True, "proposed"),
        ("Reportedly, the Harbour Treaty is signed", False, "reported"),
        ("It is denied that the Harbour Treaty is signed", False, "denied"),
    ],
)
def test_so_does_one_in_which_nobody_acts(expected: str, negated: bool, modality: str) -> None:
    assert expected == told("sign", theme="harbour-treaty", negated=negated, modality=modality)


def test_what_ends_of_itself_is_not_asked_but_others_are() -> None:
    assert "It is asked that the talks end" == told("end", theme="the talks", modality="asked")
    assert "It is asked that there be a quorum" == told("be", theme="a quorum", modality="asked")


def test_a_sentence_links_its_entities_and_no_article() -> None:
    made = parts(small(), event("attend", agent="corvia; the press", theme="league", negated=True))

    assert (
        Wording("Corvia", "corvia"), Wording(" and "), Wording("the press"), Wording(" do not take part"),
        Wording(" in "), Wording("the "), Wording("League of the Straits", "league"),
    ) == made  # fmt: skip


def test_an_entity_that_nobody_knows_is_told_by_its_id_and_links_nowhere() -> None:
    made = parts(small(), event("sign", agent="nobody-known"))

    assert (Wording("Nobody-known"), Wording(" signs")) == made


def test_words_with_braces_stay_words() -> None:
    assert "Arvenia signs the {to} of {agent}" == told("sign", agent="arvenia", theme="the {to} of {agent}")


def test_an_event_without_a_sentence_has_a_plain_one() -> None:
    declared = EventType("give-in", "does", ("hand in", "pass in"))
    made = template(declared)

    assert ("hand", "in", ["theme", "to"]) == (made.verb, made.particle, [each.role for each in made.complements])


def test_words_between_two_roles_lead_to_the_second() -> None:
    declared = EventType("lend", "does", ("lend",), sentence="{agent} lends out {theme} for good to {to} at once")
    made = template(declared)

    assert ("out", "at once") == (made.particle, made.tail)
    assert [("theme", ""), ("to", "for good to")] == [(each.role, each.lead) for each in made.complements]


def test_an_event_that_is_not_declared_is_told_by_its_name() -> None:
    assert "Arvenia juggles: two knives" == told("juggle", agent="arvenia", theme="two knives")


@pytest.mark.parametrize("name", NAMES)
def test_each_template_of_the_house_can_be_taken_apart(name: str) -> None:
    declared = small().events[name]
    made = template(declared)
    roles = {made.subject, *(each.role for each in made.complements)}

    assert roles == set(re.findall(r"\{(\w+)\}", declared.sentence))
    assert third(made.verb) == declared.sentence.split()[1].strip(":")


FILLERS = st.lists(
    st.sampled_from(("arvenia", "harbour-treaty", "league", "the men of Boreland", "to hold talks",
                     "in a list, at once", "{to} and {", "A report", "that all is well", "x y")),
    max_size=3, unique=True,
).map("; ".join)  # fmt: skip


@given(st.sampled_from(NAMES), FILLERS, FILLERS, FILLERS, st.booleans(), st.sampled_from(("", *MODALITIES)))
def test_no_sentence_has_holes(
    name: str, agent: str, theme: str, to: str, negated: bool, modality: str
) -> None:  # fmt: skip
    happened = event(name, agent, theme, to, negated, modality)
    made = sentence(small(), happened)
    own = made.replace("{to} and {", "x y")

    assert made == made.strip() != ""
    assert not re.search(r"[{}]|  | [,:;.]|[:,]$|,,|: :", own)
    assert not DANGLING.search(own)
    assert not re.search(r"\b(\w+) \1\b", own.replace("that that", "that").replace("to to", "to"))
    assert made[0] == made[0].upper()
    assert modality != "planned" or " to " in f"{made} "
    assert not negated or " not" in made


def test_every_event_of_the_house_reads_without_a_hole() -> None:
    given = load(ROOT, date(2026, 11, 22))
    told = [sentence(given, each) for statement in given.statements.values() for each in statement.events]

    assert len(told) > 1000
    assert [] == [
        line
        for line in told
        if re.search(r"[{}]|  | [,:;.]|[:,]$", line) or (not line[0].isupper() and line[0].isalpha())
    ]
