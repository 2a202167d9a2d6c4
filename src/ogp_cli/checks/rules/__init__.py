"""The rules of the book, one file each, and their list.

A rule's file name is its id, its docstring the page that `ogp rules` prints, `LEVEL` its level,
and `check` its condition. Rules never print, never write, and never read the clock.
"""

from collections.abc import Iterable
from importlib import import_module
from typing import Protocol, cast

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level, RulePage


class Rule(Protocol):
    """What a rule's module provides.

    A rule that would be misled by a part of the book that cannot be read names it in `NEEDS`:
    plan, organizations, commitments or meetings. It is silent until that part is whole.
    """

    LEVEL: Level

    def check(self, plan: Plan) -> Iterable[Finding]:
        """Yield what is wrong in the book."""


# In the order of `ogp rules`. Adding a rule is adding a file and its line here.
_NAMES = (
    "unreadable-file",
    "stray-file",
    "invalid-yaml",
    "wrong-shape",
    "bidi-control",
    "file-name",
    "duplicate-number",
    "number-gap",
    "listed-twice",
    "unknown-commitment",
    "unknown-meeting",
    "unknown-organization",
    "unknown-group",
    "part-of-itself",
    "missing-title",
    "merge-target",
    "merge-target-ended",
    "merge-cycle",
    "merge-sources",
    "merge-state",
    "small-merge",
    "untitled-merge",
    "card-status",
    "different-leads",
    "merged-scheduled",
    "undecided-status",
    "decision-not-applied",
    "decision-not-shown",
    "two-fates",
    "cancellation-reason",
    "reason-differs",
    "cancelled-scheduled",
    "conservation",
    "status-history",
    "history-order",
    "step-before-proposal",
    "integrated-before-shared",
    "new-version-missing",
    "exclusive-steps",
    "step-after-end",
    "unscheduled",
    "scheduled-without-waiting",
    "scheduled-twice",
    "slot-before-meeting",
    "slot-institution",
    "double-booked",
    "wrong-weekday",
    "participant-twice",
    "nobody-in-the-room",
    "invisible-character",
    "control-character",
    "not-nfc",
    "presentation-form",
    "tatweel",
    "mixed-digits",
    "latin-punctuation",
    "doubled-space",
    "spelling-varies",
    "unused-acceptance",
)


def _load(name: str) -> tuple[Rule, RulePage]:
    module = import_module(f"{__name__}.{name.replace('-', '_')}")
    page = (module.__doc__ or "").strip()
    return cast("Rule", module), RulePage(module.LEVEL, page.partition("\n")[0], page)


_LOADED = {name: _load(name) for name in _NAMES}
NEEDS: dict[str, set[str]] = {
    name: getattr(rule, "NEEDS", set()) for name, (rule, _) in _LOADED.items()
}
RULES: dict[str, Rule] = {name: rule for name, (rule, _) in _LOADED.items()}
PAGES: dict[str, RulePage] = {name: page for name, (_, page) in _LOADED.items()}
