"""The nouns of the knowledge base, frozen."""

from kb.core.model.corpus import Boilerplate, Corpus, Ledger, Waiver
from kb.core.model.events import Event, EventType
from kb.core.model.laws import Kind, Naming, Property, SubjectWords
from kb.core.model.ledger import Count, Entity, Evidence, Judgement, Marks, Name, Statement, Value, Withdrawal
from kb.core.model.order import Length, Order
from kb.core.model.pages import Asked, Block, Citation, Page, Reference, Sentence
from kb.core.model.readings import Batch, Read, Readings
from kb.core.model.redirects import Redirect
from kb.core.model.score import Counts, PlantedScore
from kb.core.model.sources import LockedSentence, LockedSource, Maker, People, Source

__all__ = [
    "Asked",
    "Batch",
    "Block",
    "Boilerplate",
    "Citation",
    "Corpus",
    "Count",
    "Counts",
    "Entity",
    "Event",
    "EventType",
    "Evidence",
    "Judgement",
    "Kind",
    "Ledger",
    "Length",
    "LockedSentence",
    "LockedSource",
    "Maker",
    "Marks",
    "Name",
    "Naming",
    "Order",
    "Page",
    "People",
    "PlantedScore",
    "Property",
    "Read",
    "Readings",
    "Redirect",
    "Reference",
    "Sentence",
    "Source",
    "Statement",
    "SubjectWords",
    "Value",
    "Waiver",
    "Withdrawal",
]
