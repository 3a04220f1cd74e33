"""The nouns of the knowledge base, frozen."""

from kb.model.corpus import Boilerplate, Corpus, Waiver
from kb.model.laws import Naming, Property
from kb.model.ledger import Count, Entity, Evidence, Judgement, Marks, Name, Statement, Value
from kb.model.order import Length, Order
from kb.model.pages import Asked, Block, Citation, Page, Reference, Sentence
from kb.model.sources import LockedSentence, LockedSource, Maker, People, Source

__all__ = [
    "Asked",
    "Block",
    "Boilerplate",
    "Citation",
    "Corpus",
    "Count",
    "Entity",
    "Evidence",
    "Judgement",
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
    "Property",
    "Reference",
    "Sentence",
    "Source",
    "Statement",
    "Value",
    "Waiver",
]
