"""The rules there are, found by existing: one file, one function called ``check``."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kb.core.finding import Finding

Check = Callable[..., Iterable[Finding]]
RULES = Path(__file__).parents[1] / "rules"
UNWAIVABLE = ("form", "process")
"""Families of which no finding can be waived: content that cannot be read, and the machinery itself."""
NEVER = ("raw-markup", "bad-url", "dead-link", "unknown-reference")
"""Rules of other families that keep a reader safe or the build whole, and cannot be waived either."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its slug, its family, the function whose parameters are its scope, and the fixtures of its file."""

    slug: str
    family: str
    check: Check
    scope: tuple[str, ...]
    path: str
    fixtures: tuple[Callable[..., object], ...] = ()


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """Every rule, found by existing: one file, one function called ``check``."""
    files = sorted(file for file in RULES.glob("*/*.py") if not file.name.startswith("_"))
    return tuple(_rule(file) for file in files)


def _rule(file: Path) -> Rule:
    family = file.parent.name
    module = importlib.import_module(f"kb.rules.{family}.{file.stem}")
    check = module.check
    scope = tuple(inspect.signature(check).parameters)
    return Rule(
        file.stem.replace("_", "-"),
        family,
        check,
        scope,
        f"scripts/kb/rules/{family}/{file.name}",
        getattr(module, "FIXTURES", ()),
    )


def can_be_waived(finding: Finding) -> bool:
    """Does its rule allow exceptions?"""
    return any(waivable(rule.slug, rule.family) for rule in rules() if rule.slug == finding.rule)


def waivable(slug: str, family: str | None) -> bool:
    """Does a rule of this name and family allow exceptions? What no rule reports is a fault of reading."""
    return family is not None and family not in UNWAIVABLE and slug not in NEVER
