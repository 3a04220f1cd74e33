"""The pages that tell of a made-up cluster: paragraphs, a list and a table, as long as real ones."""

from __future__ import annotations

from kb_bench.cluster import Cluster


def pages(made: Cluster) -> dict[str, str]:
    """Three pages, each with its own subject first and the others after it."""
    treaty, body, work = _treaty(made), _body(made), _work(made)
    return {
        "treaty": _page(made, "treaty", made.treaty, *treaty, _table(made), *body),
        "body": _page(made, "body", made.body, *body, *work, *treaty),
        "work": _page(made, "post, force, event", f"The work of the {made.body}", *work, *body, *treaty[:2]),
    }


def _page(made: Cluster, about: str, title: str, *blocks: str) -> str:
    ids = ", ".join(made.id(name) for name in about.split(", "))
    return f"---\nabout: [{ids}]\n---\n\n# {title}\n\n" + "\n\n".join(blocks) + "\n"


def _treaty(made: Cluster) -> list[str]:
    key = made.keys[0]
    lead = (
        f"The {made.treaty} was signed in {made.place} on {made.signed} {{cite:p}}`{key}{{¶ 1}}`.\n"
        f"{made.listed} signed it {{cite:p}}`{key}{{¶ 1}}`.\n"
        f"It came into force on {made.effect} {{cite:p}}`{key}{{¶ 2}}`."
    )
    told = "\n".join(
        f"By Article {n} of the {made.treaty} the parties consult on {subject} {{cite:p}}`{key}{{Art. {n}}}`."
        for n, subject in enumerate(made.subjects, 1)
    )
    return [lead, "## What the treaty provides", told]


def _table(made: Cluster) -> str:
    rows = "\n".join(
        f"| Article {n} | the parties consult each other on {subject} {{cite:p}}`{made.keys[0]}{{Art. {n}}}` |"
        for n, subject in enumerate(made.subjects, 1)
    )
    return f"| Article | What it provides |\n|---|---|\n{rows}"


def _body(made: Cluster) -> list[str]:
    key, essay = made.keys[1], made.keys[4]
    lead = (
        f"The {made.body} was founded in {made.place} on {made.founded} {{cite:p}}`{key}{{¶ 1}}`.\n"
        f"Its members have been {made.listed} since {made.founded} {{cite:p}}`{key}{{¶ 2}}`."
    )
    aims = "\n".join(
        f"- The members of the {made.body} work together on {subject} {{cite:p}}`{key}{{¶ {n}}}`."
        for n, subject in enumerate(made.subjects, 3)
    )
    views = "\n".join(
        f"{made.author} judges that work on {subject} seems to have brought little {{cite:p}}`{essay}{{¶ {n}}}`."
        for n, subject in enumerate(made.subjects[:2], 1)
    )
    return ["## The organisation", lead, aims, "## A judgement", views]


def _work(made: Cluster) -> list[str]:
    post, force = made.keys[2], made.keys[3]
    held = "\n".join(
        f"Ivo {name} took office on {made.turns[n]} and left it on {made.turns[n + 1]} {{cite:p}}`{post}{{¶ {n + 1}}}`."
        for n, name in enumerate(made.people)
    )
    lead = (
        f"The {made.force} was decided on {made.raised} {{cite:p}}`{force}{{¶ 1}}`.\n"
        f"In {made.met.year} it had {made.troops:,} troops {{cite:p}}`{force}{{¶ 2}}`.\n"
        f"The {made.event} met in {made.place} on {made.met} {{cite:p}}`{force}{{¶ 3}}`."
    )
    spoke = "\n".join(
        f"It spoke of {subject} on {made.met} {{cite:p}}`{force}{{¶ {n}}}`."
        for n, subject in enumerate(made.subjects[:3], 4)
    )
    return ["## The force and the congress", lead, spoke, "## The chair", held]
