"""What changed on a page, in the sentences of the commits that changed it: a stranger's text, told as it stands."""

from __future__ import annotations

import gzip
import os
import re
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from kb.load.history import LONGEST, changes

Build = Callable[..., Any]
Commit = Callable[..., str]
SITE, CODE = "https://csto.example/kb/", "https://code.example/small"
WHERE = {"html_baseurl": SITE, "kb_repo_url": CODE}
LEAGUE, RECORD = "docs/topic/league.md", "docs/facts/league.yaml"
OUTSIDE = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | {
    **dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"), "A"),
    **dict.fromkeys(("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "a@example.org"),
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
}  # fmt: skip
CORRECTIONS = """# Corrections

Here stands what was wrong.

## 2 May 2019, second audit

| Statement | What was wrong |
| --- | --- |
| `league#corvia`, `#habit` | The day. |
| `harbour-treaty#signed` | The month. |

## 1 May 2019

- A name was misspelt.
"""
HOSTILE = "[<b>x</b>] <script>alert(1)</script> *a* [b](javascript:c) \x1b[31m\u202eesrever\x07 & \"q\" 'r'"


def git(root: Path, *arguments: str) -> str:
    """What git says in a repository of the tests."""
    return subprocess.run(
        ["git", "-C", str(root), *arguments], env=OUTSIDE, check=True, capture_output=True, text=True
    ).stdout


@pytest.fixture
def commit(root: Path) -> Commit:
    """Commit the small repository with a change of these files, on a day of April 2019; returns its name."""
    git(root, "init", "--quiet", "--initial-branch=main")
    days = iter(range(1, 31))

    def make(message: str, *paths: str) -> str:
        for path in paths:
            text = (root / path).read_text("utf-8") if (root / path).exists() else ""
            (root / path).write_text(text + "\n", "utf-8")
        git(root, "add", "--all")
        day = f"2019-04-{next(days):02}T12:00:00+00:00"
        command = ["git", "-C", str(root), "commit", "--quiet", "--allow-empty", "--cleanup=verbatim", "-m", message]
        subprocess.run(command, env=OUTSIDE | {"GIT_COMMITTER_DATE": day}, check=True)
        return git(root, "rev-parse", "HEAD").strip()

    make("Begin")
    return make


def told(site: Any, name: str) -> list[str]:
    """The lines of what changed on a page."""
    return [" ".join(line.get_text().split()) for line in site.page(name).select(".kb-changes li")]


def test_a_page_tells_the_changes_of_its_text_and_of_its_records_and_no_others(pages: Build, commit: Commit) -> None:
    commit("[league] tell of the founding (League2006history)", LEAGUE)
    commit("[harbours] tell of a treaty that the page says nothing of", "docs/facts/harbour-treaty.yaml")
    commit("Change the code", LEAGUE, RECORD)
    commit("[league] [Corvia] add a day (Gazette1994corvia)", RECORD)
    site = pages(**WHERE)

    assert [
        "5 April 2019 · league, Corvia: add a day (Gazette1994corvia)",
        "2 April 2019 · league: tell of the founding (League2006history)",
    ] == told(site, "topic/league")
    assert ["5 April 2019 · league, Corvia: add a day (Gazette1994corvia)"] == told(site, "facts/league")


def test_each_change_leads_to_its_commit_where_a_repository_is_set(pages: Build, commit: Commit) -> None:
    name = commit("[league] tell of the founding", LEAGUE)

    (link,) = pages(**WHERE).page("topic/league").select(".kb-changes li a")
    assert f"{CODE}/commit/{name[:12]}" == link["href"]


def test_without_a_repository_nothing_is_linked(pages: Build, commit: Commit) -> None:
    commit("[league] tell of the founding", LEAGUE)
    page = pages().page("topic/league")

    assert page.select_one(".kb-changes li") is not None
    assert page.select_one(".kb-changes a") is None


def test_what_a_commit_says_is_text_and_nothing_else(pages: Build, commit: Commit) -> None:
    commit(HOSTILE, LEAGUE)
    site = pages(**WHERE)
    (line,) = site.page("topic/league").select(".kb-changes li")
    feed = ElementTree.parse(site.place / "changes.xml").getroot()  # noqa: S314  # it is our own

    assert ["b", "a"] == [each.name for each in line.find_all(True)]
    assert "<b>x</b>: <script>alert(1)</script> *a* [b](javascript:c) [31m esrever & \"q\" 'r'" in line.get_text()
    assert "<script>alert(1)</script>" in str(feed.findtext("{*}entry/{*}title"))


def test_a_page_stays_light_however_long_and_many_the_messages(pages: Build, commit: Commit) -> None:
    sentences = [" ".join(f"word{number * each}" for each in range(3000)) for number in range(7, 21)]
    for sentence in sentences:
        commit(f"[league] {sentence}", LEAGUE)
    (part,) = pages(**WHERE).page("topic/league").select(".kb-changes")

    assert 3 == len(part.select("li"))
    assert max(len(link.get_text()) for link in part.select("li a")) <= LONGEST
    assert len(gzip.compress(str(part).encode())) < 1500


def test_a_shallow_clone_tells_what_it_knows(commit: Commit, root: Path, tmp_path: Path) -> None:
    commit("[league] tell of the founding", LEAGUE)
    name = commit("[league] add a day", RECORD)
    git(tmp_path, "clone", "--quiet", "--depth=2", root.as_uri(), "shallow")

    assert [(name, (RECORD,))] == [(each.name, each.paths) for each in changes(tmp_path / "shallow") if each.paths]


def test_without_git_nothing_changed(pages: Build, root: Path) -> None:
    assert pages(**WHERE).page("topic/league").select_one(".kb-changes") is None
    assert () == changes(root)


def test_no_program_that_a_clone_names_is_run(commit: Commit, root: Path, tmp_path: Path) -> None:
    name = commit("[league] tell of the founding", LEAGUE)
    trap, sprung = tmp_path / "trap", tmp_path / "sprung"
    trap.write_text(f"#!/bin/sh\ntouch '{sprung}'\n", "utf-8")
    trap.chmod(0o755)
    settings: Mapping[str, str] = {
        **dict.fromkeys(("core.pager", "pager.log", "core.fsmonitor", "gpg.program", "diff.external"), str(trap)),
        **dict.fromkeys(("diff.x.command", "diff.x.textconv", "core.sshCommand"), str(trap)),
        "log.showSignature": "true", "grep.patternType": "fixed", "diff.orderFile": str(tmp_path / "none"),
        "core.attributesFile": str(tmp_path / "attributes"),
    }  # fmt: skip
    (tmp_path / "attributes").write_text("* diff=x\n", "utf-8")
    for setting, value in settings.items():
        git(root, "config", setting, value)

    assert [name] == [each.name for each in changes(root)]
    assert not sprung.exists()


def test_the_feed_of_changes_leads_to_commits_and_names_pages(pages: Build, commit: Commit) -> None:
    commit("[league] tell of the founding", LEAGUE)
    name = commit("[league] add a day", LEAGUE, RECORD)
    site = pages(**WHERE)
    newest, older = ElementTree.parse(site.place / "changes.xml").getroot().findall("{*}entry")  # noqa: S314

    assert ["league: add a day", "league: tell of the founding"] == [
        entry.findtext("{*}title") for entry in (newest, older)
    ]
    assert f"{CODE}/commit/{name[:12]}" == newest.find("{*}link").attrib["href"]  # type: ignore[union-attr]
    assert "https://csto.example/kb/topic/league.html" in str(newest.findtext("{*}content"))
    assert "https://csto.example/kb/facts/league.html" in str(newest.findtext("{*}content"))


def test_a_page_leads_to_the_corrections_of_what_it_shows(pages: Build) -> None:
    site = pages({"docs/about/corrections.md": CORRECTIONS}, myst_heading_anchors=3)
    links = site.page("topic/league").select(".kb-changes > p a")

    assert [("2 May 2019, second audit", "../about/corrections.html")] == [
        (link.get_text(), link["href"].partition("#")[0]) for link in links
    ]
    assert site.page("about/corrections").find(id=links[0]["href"].partition("#")[2]) is not None
    assert site.page("about/corrections").select_one(".kb-changes") is None


ATOM = "{http://www.w3.org/2005/Atom}"


def faults_of(feed: ElementTree.Element) -> list[str]:
    """What RFC 4287 requires, and is not there: section 4.1 of feeds and entries, 4.2.6 of ids, 3.3 of days."""
    found = [] if feed.tag == f"{ATOM}feed" else [f"the root is {feed.tag}"]
    entries = feed.findall(f"{ATOM}entry")
    for each in (feed, *entries):
        found += [
            f"{len(each.findall(ATOM + name))} {name} in {each.tag}"
            for name in ("id", "title", "updated")
            if len(each.findall(ATOM + name)) != 1
        ]
        found += [
            f"not a moment: {moment.text}"
            for moment in each.findall(f"{ATOM}updated")
            if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)", moment.text or "")
        ]
        found += [f"no address: {link.attrib}" for link in each.findall(f"{ATOM}link") if not link.get("href")]
        alternate = [link for link in each.findall(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"]
        found += [] if alternate or each.find(f"{ATOM}content") is not None else [f"nowhere to go from {each.tag}"]
    ids = [each.findtext(f"{ATOM}id") or "" for each in (feed, *entries)]
    found += [f"no absolute name: {id}" for id in ids if not re.match(r"[a-z][a-z0-9+.-]*:.", id)]
    found += [] if len(set(ids)) == len(ids) else ["one id twice"]
    names = [each.findtext(f"{ATOM}author/{ATOM}name") for each in (feed, *entries)]
    found += [] if names[0] or all(names[1:]) else ["no author"]
    newest = max((each.findtext(f"{ATOM}updated") or "" for each in entries), default="")
    return found + ([] if (feed.findtext(f"{ATOM}updated") or "") >= newest else ["older than its newest entry"])


def test_both_feeds_have_all_that_atom_requires(pages: Build, commit: Commit) -> None:
    commit(HOSTILE, LEAGUE)
    commit("[league] add a day", LEAGUE, RECORD)
    site = pages({"docs/about/corrections.md": CORRECTIONS}, myst_heading_anchors=3, **WHERE)

    for name in ("changes.xml", "corrections.xml"):
        feed = ElementTree.parse(site.place / name).getroot()  # noqa: S314  # it is our own
        assert 2 == len(feed.findall(f"{ATOM}entry"))
        assert [] == faults_of(feed)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<author><name>A</name></author>", ""), ("<title>one</title>", ""), ("2019-04-02T00:00:00Z", "2 April"),
        ("<id>urn:b</id>", "<id>urn:a</id>"), ("<id>urn:b</id>", "<id>b</id>"), ('<link href="c:d"/>', ""),
    ],
)  # fmt: skip
def test_a_feed_that_lacks_something_is_found(before: str, after: str) -> None:
    day = "<updated>2019-04-02T00:00:00Z</updated>"
    whole = (
        f'<feed xmlns="{ATOM[1:-1]}"><id>urn:a</id><title>all</title>{day}<author><name>A</name></author>'
        f'<link href="c:all"/><entry><id>urn:b</id><title>one</title>{day}<link href="c:d"/></entry></feed>'
    )

    assert [] == faults_of(ElementTree.fromstring(whole))  # noqa: S314
    assert faults_of(ElementTree.fromstring(whole.replace(before, after)))  # noqa: S314


def test_the_feed_holds_the_hundred_newest_changes_under_names_that_last(
    pages: Build, commit: Commit, root: Path
) -> None:
    commit("[league] tell of the founding", LEAGUE)
    told = "".join(
        f"commit refs/heads/main\ncommitter A <a@example.org> {1_560_000_000 + number * 86_400} +0000\n"
        f"data <<END\n[league] add day {number}\nEND\n\n{'from refs/heads/main^0' + chr(10) if not number else ''}"
        for number in range(105)
    )
    subprocess.run(["git", "-C", str(root), "fast-import", "--quiet"], input=told.encode(), env=OUTSIDE, check=True)
    site = pages(**WHERE)
    entries = ElementTree.parse(site.place / "changes.xml").getroot().findall("{*}entry")  # noqa: S314
    titles = [entry.findtext("{*}title") for entry in entries]
    name = git(root, "rev-parse", "HEAD").strip()

    assert [f"league: add day {number}" for number in range(104, 4, -1)] == titles
    assert f"{SITE}changes.xml#{name}" == entries[0].findtext("{*}id")
    assert [] == faults_of(ElementTree.parse(site.place / "changes.xml").getroot())  # noqa: S314
