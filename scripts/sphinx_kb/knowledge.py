"""The corpus, read anew before every build; what cannot be read stops the build with the findings."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, ClassVar

from sphinx.domains import Domain
from sphinx.errors import SphinxError

from kb.core.differing import disputes
from kb.core.doubt import doubted
from kb.core.finding import Finding, Severity
from kb.load.bibliography import without_sources
from kb.load.corpus import assembled
from kb.load.door import admit
from kb.load.paths import BIBLIOGRAPHY
from kb.load.redirects import astray
from kb.report.text import headline
from kb.run.known import start
from sphinx_kb.day import settled

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from kb.core.model import Corpus
    from kb.load.door import Admitted
    from kb.load.today import Day
    from kb.run.fixtures import Run
    from sphinx_kb.history import History

DOCS = PurePosixPath("docs")
Told = tuple[object, dict[str, str], object, object]
"""What pages were told from: what may stand on any of them, the state of each, that of the manuals, and of the rest."""
Terms = dict[str, dict[str, tuple[str, str]]]
"""The terms that each glossary explains: the place of each there, and what it means."""


class Unreadable(SphinxError):
    """The ledger, the bibliography or a page cannot be read: the build ends with the findings, and without a trace."""

    category = "The knowledge base cannot be built"


class Knowledge(Domain):
    """What a build knows: the corpus, the files it was read from, and the commit that holds them as they were read.

    ``bibliography`` is the text of its file, ``read_from`` all that the corpus was made of, ``telling`` what its pages
    are told from, ``history`` what git tells of changes, asked once all was read,
    ``sheet_day`` the day that a setting names for fact sheets. ``on_demand`` are the pages to be read where somebody
    hands over what is known and asks for them one by one. Five things are remembered between builds.
    """

    name = "kb"
    label = "Knowledge base"
    initial_data: ClassVar[dict[str, Any]] = {
        "indexes": set(), "counting": set(), "told": (None, {}, None, None), "terms": {}, "around": "",
    }  # fmt: skip
    data_version = 5
    read_from: tuple[Admitted, Day] | None = None
    telling: Told
    run: Run
    files: dict[str, str]
    commit: str
    bibliography: str
    history: History
    sheet_day = ""
    on_demand: frozenset[str] | None = None

    @property
    def corpus(self) -> Corpus:
        """The corpus."""
        return self.run.corpus

    @property
    def disputes(self) -> Mapping[str, tuple[str, ...]]:
        """For each statement in dispute those that it cannot be squared with, or is judged against."""
        return self.run.ask(disputes)

    @property
    def doubted(self) -> Mapping[str, tuple[str, ...]]:
        """Of these the statements whose figures are marked, with those that put each in doubt."""
        return self.run.ask(doubted)

    @property
    def indexes(self) -> set[str]:
        """The pages that list the rules."""
        found: set[str] = self.data["indexes"]
        return found

    @property
    def counting(self) -> set[str]:
        """The pages that count what stands on all others."""
        found: set[str] = self.data["counting"]
        return found

    @property
    def terms(self) -> Terms:
        """The terms that are explained, by the page that explains them."""
        found: Terms = self.data["terms"]
        return found

    @property
    def around(self) -> str:
        """The state of what stood around all pages, and of the terms in them, at the end of the last build."""
        return str(self.data["around"])

    @around.setter
    def around(self, state: str) -> None:
        self.data["around"] = state

    @property
    def told(self) -> Told:
        """What all pages were told from at the end of the last build."""
        found: Told = self.data["told"]
        return found

    @told.setter
    def told(self, state: Told) -> None:
        self.data["told"] = state


def knowledge_of(env: BuildEnvironment) -> Knowledge:
    """What this build knows."""
    domain = env.get_domain(Knowledge.name)
    if not isinstance(domain, Knowledge):
        raise TypeError(f"the domain 'kb' is {type(domain).__name__}, against that of the knowledge base")
    return domain


def look_at_the_door(app: Sphinx, config: Config) -> None:
    """Sphinx walks through the folder before anything is read, and follows links out of it: there must be none."""
    _refuse(admit(Path(app.confdir).parent).faults)


def _refuse(faults: Iterable[Finding]) -> None:
    grave = [fault for fault in faults if fault.severity is Severity.ERROR]
    if grave:
        raise Unreadable("\n".join(map(_told, grave)))


def load(app: Sphinx) -> None:
    """Read the repository around the documentation and hand the corpus to the domain, unless it is as it was read."""
    known = knowledge_of(app.env)
    if known.on_demand is not None:
        return
    root = Path(app.confdir).parent
    admitted = admit(root)
    day = settled(app, root, admitted.files)
    known.sheet_day = str(app.config.kb_fact_sheet_day)
    if known.read_from == (admitted, day):
        return
    take(known, admitted, day, start(assembled(root, admitted, day)))


def take(known: Knowledge, admitted: Admitted, day: Day, run: Run) -> None:
    """From here on the build tells of this corpus; raises Unreadable where it cannot be told."""
    corpus = run.corpus
    dead = astray(corpus.redirects, corpus.entities, (*corpus.pages, *corpus.manuals), corpus.faults)
    _refuse((*corpus.faults, *without_sources(corpus), *dead))
    known.read_from, known.run, known.commit = (admitted, day), run, day.commit
    known.bibliography = admitted.files.get(BIBLIOGRAPHY, b"").decode(errors="replace")
    known.files = {path: hashlib.sha256(content).hexdigest() for path, content in admitted.files.items()}


def _told(fault: Finding) -> str:
    return f"{headline(fault)}\n    help       {fault.help}"


def corpus_of(env: BuildEnvironment) -> Corpus:
    """The corpus that this build shows."""
    return knowledge_of(env).corpus


def path_of(docname: str) -> str:
    """Where a page stands in the repository, as the checker names it."""
    return f"{DOCS}/{docname}.md"


def docname_of(path: str) -> str:
    """What Sphinx calls the document that the checker read there."""
    return PurePosixPath(path).relative_to(DOCS).with_suffix("").as_posix()
