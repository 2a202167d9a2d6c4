"""The rules of the book, one file each, and their list.

A rule's file name is its id, its docstring the page that `ogp rules` prints, `LEVEL` its level,
and `check` its condition. Rules never print, never write, and never read the clock.
"""

from collections.abc import Iterable
from types import ModuleType
from typing import Protocol, cast

from ogp_cli.checks.rules import (
    cancellation_reason,
    cancelled_scheduled,
    card_status,
    conservation,
    decision_not_applied,
    duplicate_number,
    invalid_yaml,
    merge_sources,
    merge_target,
    missing_title,
    status_history,
    two_fates,
    undecided_status,
    unknown_commitment,
    unknown_group,
    unknown_meeting,
    unknown_organization,
    unreadable_file,
    wrong_shape,
)
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level, RulePage


class Rule(Protocol):
    """What a rule's module provides."""

    LEVEL: Level

    def check(self, plan: Plan) -> Iterable[Finding]:
        """Yield what is wrong in the book."""


_MODULES: tuple[ModuleType, ...] = (
    unreadable_file,
    invalid_yaml,
    wrong_shape,
    duplicate_number,
    unknown_commitment,
    unknown_meeting,
    unknown_organization,
    unknown_group,
    missing_title,
    merge_target,
    merge_sources,
    card_status,
    undecided_status,
    decision_not_applied,
    two_fates,
    cancellation_reason,
    cancelled_scheduled,
    status_history,
    conservation,
)


def _name(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2].replace("_", "-")


def _page(module: ModuleType) -> RulePage:
    page = (module.__doc__ or "").strip()
    return RulePage(module.LEVEL, page.partition("\n")[0], page)


RULES: dict[str, Rule] = {_name(module): cast("Rule", module) for module in _MODULES}
PAGES: dict[str, RulePage] = {_name(module): _page(module) for module in _MODULES}
