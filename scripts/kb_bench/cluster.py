"""One made-up organisation with its treaty, states, posts, forces and meetings, as the ledger has it."""

from __future__ import annotations

from kb_bench.ledger import Entry, evidence, source
from kb_bench.words import Words

SUBJECTS = "borders trade transport training energy water health customs justice research".split()
STATEMENTS = 30


class Cluster:
    """Draws names and days once, so that ledger and prose tell the same."""

    def __init__(self, number: int, words: Words) -> None:
        self.n, self.words = number, words
        self.place, body, *rest = words.names(12)
        self.states, self.people, self.author = rest[:4], rest[4:7], rest[7]
        self.body, self.treaty = f"{body} Organisation", f"{body} Treaty"
        self.post, self.force, self.event = f"{body} Chairman", f"{body} Brigade", f"{body} Congress"
        self.signed, self.effect = words.day(1990, 1992), words.day(1994, 1996)
        self.founded, self.met = words.day(1997, 1999), words.day(2014, 2016)
        self.raised, self.turns = words.day(2001, 2004), [words.day(year, year) for year in (2000, 2006, 2012, 2018)]
        self.troops = words.draw.randint(20, 90) * 100
        self.subjects = words.draw.sample(SUBJECTS, 6)
        self.sources: list[str] = []
        self.keys = [self._source(word, 2017 + n) for n, word in enumerate("text body post force".split())]
        self.keys.append(self._source("essay", 2021, self.author))

    def _source(self, word: str, year: int, author: str = "") -> str:
        key = f"{self.place}{year}{word}"
        title = f"The {word} of the {self.body}"
        self.sources.append(source(key, author or f"Archive of {self.place}", title, year))
        return key

    def id(self, what: str) -> str:
        """The id of an entity of this cluster."""
        return f"{what}-{self.n}"

    @property
    def entries(self) -> list[Entry]:
        """The entities, with thirty statements and claims."""
        return [*self._minor(), self._treaty(), self._body(), self._post(), self._force(), self._event()]

    def _minor(self) -> list[Entry]:
        states = [Entry(self.id(f"state{n}"), "state", name) for n, name in enumerate(self.states)]
        people = [Entry(self.id(f"person{n}"), "person", f"Ivo {name}") for n, name in enumerate(self.people)]
        return [Entry(self.id("place"), "place", self.place), *states, *people]

    def _all(self) -> str:
        return ", ".join(self.id(f"state{n}") for n in range(4))

    @property
    def listed(self) -> str:
        """The states in prose."""
        return f"{', '.join(self.states[:3])} and {self.states[3]}"

    def _treaty(self) -> Entry:
        made, key = Entry(self.id("treaty"), "instrument", self.treaty, self.id("body")), self.keys[0]
        fields = f"signed: {self.signed.iso}\nwhere: {self.id('place')}\nwho: [{self._all()}]\ncomplete: true"
        quotes = evidence(key, "¶ 1", f"signed in {self.place} on {self.signed}"), evidence(key, "¶ 1", self.listed)
        made.state("signed", fields, *quotes)
        made.state(
            "in-force",
            f"in-force: {self.effect.iso}\nafter: signed",
            evidence(key, "¶ 2", f"came into force on {self.effect}"),
        )
        for n, subject in enumerate(self.subjects, 1):
            fields = f"provides: The parties consult each other on {subject}.\narticles: [{n}]"
            quote = f"Article {n}. The Parties shall consult each other on {subject}"
            made.state(f"article-{n}", fields, evidence(key, f"Art. {n}", quote))
        return made

    def _body(self) -> Entry:
        made, key = Entry(self.id("body"), "organisation", self.body), self.keys[1]
        told = f"founded: {self.founded.iso}\nwhere: {self.id('place')}"
        made.state("founded", told, evidence(key, "¶ 1", f"founded in {self.place} on {self.founded}"))
        for n, name in enumerate(self.states):
            fields = f"member: {self.id(f'state{n}')}\nfrom: {self.founded.iso}\nuntil: ongoing\nchecked: 2026-01-15"
            made.state(f"member-{n}", fields, evidence(key, "¶ 2", f"{name} has been a member since {self.founded}"))
        for n, subject in enumerate(self.subjects, 1):
            fields = f"aims: To let its members work together on {subject}."
            made.state(f"aim-{n}", fields, evidence(key, f"¶ {n + 2}", f"its members work together on {subject}"))
        for n, subject in enumerate(self.subjects[:2], 1):
            fields = (
                f"says: Work on {subject} seems to have brought the members little.\nstance: judges\nhedge: [seems]\n"
                f"terms: [{subject}, little]"
            )
            quote = f"work on {subject} seems to have brought little"
            made.claim(f"judged-{n}", fields, evidence(self.keys[4], f"¶ {n}", quote))
        return made

    def _post(self) -> Entry:
        made, key = Entry(self.id("post"), "post", self.post, self.id("body")), self.keys[2]
        for n, name in enumerate(self.people):
            begin, end = self.turns[n], self.turns[n + 1]
            fields = f"held-by: {self.id(f'person{n}')}\nfrom: {begin.iso}\nuntil: {end.iso}"
            quotes = (
                evidence(key, f"¶ {n + 1}", f"Ivo {name} took office on {begin}"),
                evidence(key, f"¶ {n + 1}", f"Ivo {name} left office on {end}"),
            )
            made.state(f"held-{n}", fields, *quotes)
        return made

    def _force(self) -> Entry:
        made, key = Entry(self.id("force"), "force", self.force, self.id("body")), self.keys[3]
        made.state("decided", f"decided: {self.raised.iso}", evidence(key, "¶ 1", f"decided on {self.raised}"))
        fields = f"strength: {{n: {self.troops}, of: [troops]}}\non: {self.met.year}"
        made.state("strength", fields, evidence(key, "¶ 2", f"in {self.met.year} it had {self.troops:,} troops"))
        return made

    def _event(self) -> Entry:
        made, key = Entry(self.id("event"), "event", self.event, self.id("body")), self.keys[3]
        fields = f"took-place: {self.met.iso}\nwhere: {self.id('place')}"
        made.state("held", fields, evidence(key, "¶ 3", f"met in {self.place} on {self.met}"))
        for n, subject in enumerate(self.subjects[:3], 4):
            told = f"event: discuss\nagent: {self.id('event')}\ntheme: the {subject}"
            fields = f"records: The congress spoke of {subject}.\non: {self.met.iso}\n{told}"
            made.state(f"spoke-{n}", fields, evidence(key, f"¶ {n}", f"on {self.met} it spoke of {subject}"))
        return made
