"""`kb query` and `kb explain`: answers from the ledger and from the pages of the rules."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from kb.cli.place import CannotRun, corpus_of, root
from kb.cli.say import say, say_all
from kb.core.model import Corpus
from kb.core.nearest import near
from kb.load.corpus import read
from kb.network import build
from kb.network import when as network
from kb.network.contradictions import contradictions
from kb.query import questions
from kb.report import explain as pages
from kb.report.json import harmless
from kb.run.known import start


def ask(arguments: argparse.Namespace) -> bool:
    """Ask the ledger and print each answer with the statements it rests on."""
    corpus = corpus_of(root(), arguments.today)
    if arguments.question == "when":
        return _when(arguments, corpus)
    day = arguments.on or corpus.today
    answers = _answers(arguments, corpus)
    if arguments.format == "json":
        whole = {"version": 1, "question": arguments.question, "on": str(day), "answers": questions.document(answers)}
        print(harmless(whole))
    elif not say_all(questions.lines(answers)):
        say(f"nothing is known for {day}")
    return True


def _answers(arguments: argparse.Namespace, corpus: Corpus) -> Sequence[questions.Answer]:
    day = arguments.on or corpus.today
    if arguments.question == "holder":
        return questions.holder(corpus, _post(arguments.post or "", corpus), day)
    if arguments.post:
        raise CannotRun(f"{arguments.question} takes no ID, but {arguments.post!r} was given")
    if arguments.question == "single-source":
        return questions.single_source(corpus)
    return (questions.members if arguments.question == "members" else questions.in_force)(corpus, day)


def _when(arguments: argparse.Namespace, corpus: Corpus) -> bool:
    """Print the earliest and the latest day of an event, and what binds them."""
    event = _event(arguments.post or "", corpus)
    run = start(corpus)
    answers = network.when(corpus, event, run.ask(build.network), run.ask(contradictions))
    if arguments.format == "json":
        whole = {"version": 1, "question": "when", "event": event, "answers": network.document(corpus, answers)}
        print(harmless(whole))
    elif not say_all(network.lines(corpus, answers)):
        say(f"{event} takes no part: another statement is followed")
    return True


def _event(id: str, corpus: Corpus) -> str:
    known = [*corpus.entities, *corpus.statements]
    if id in known:
        return id
    meant = near(id, known)
    raise CannotRun(f"there is no event {id!r}; " + (f"did you mean {', '.join(meant)}" if meant else "write an id"))


def _post(id: str, corpus: Corpus) -> str:
    if id in corpus.entities:
        return id
    meant = near(id, corpus.entities)
    known = meant or [entity.id for entity in corpus.entities.values() if entity.acts_as == "office"]
    raise CannotRun(f"there is no post {id!r}; " + ("did you mean " if meant else "posts are ") + ", ".join(known))


def explain(arguments: argparse.Namespace) -> bool:
    """Print the page of a rule, or name those that come closest; without a rule, list all of them."""
    files = read(root())
    if arguments.slug is None:
        if not say_all(pages.index(files)):
            raise CannotRun("there is no page of a rule in docs/rules")
        say("kb explain RULE prints the page of one")
        return True
    path = pages.pages(files).get(arguments.slug)
    if path is None:
        near = pages.near(arguments.slug, files)
        raise CannotRun(f"there is no rule {arguments.slug!r}" + (f"; did you mean {', '.join(near)}?" if near else ""))
    say(*pages.readable(files[path].decode(errors="replace")).split("\n"))
    return True
