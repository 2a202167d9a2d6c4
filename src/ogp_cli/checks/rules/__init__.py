"""The rules of the book, one file each in the folder of its group, and their list.

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
    plan, organizations, commitments, meetings or reports. It does not run until that part can be
    read. A rule on what a change takes away has `since(plan, before)` too, which runs in place of
    `check` where the book before the change is known.
    """

    LEVEL: Level

    def check(self, plan: Plan) -> Iterable[Finding]:
        """Yield what is wrong in the book."""


# In the order of `ogp rules`. Adding a rule is adding a file to a group, and its line here.
_NAMES = {
    "files": (
        "unreadable-file",
        "stray-file",
        "invalid-yaml",
        "wrong-shape",
        "bidi-control",
        "misplaced-key",
        "file-name",
        "duplicate-number",
        "missing-number",
        "number-gap",
        "unused-acceptance",
        "wrong-skip",
    ),
    "references": (
        "listed-twice",
        "same-name",
        "unknown-commitment",
        "unknown-meeting",
        "unknown-organization",
        "unknown-group",
        "part-of-itself",
        "sector-differs",
    ),
    "decisions": (
        "missing-title",
        "untitled-merge",
        "small-merge",
        "different-leads",
        "cancellation-reason",
        "contradictory-decision",
        "merge-target-ended",
        "merge-cycle",
        "merge-left-open",
        "decision-not-applied",
        "decision-not-shown",
        "undecided-status",
        "undecided-step",
        "merge-state",
        "merge-target",
        "merge-sources",
        "merge-status",
        "reason-differs",
        "title-differs",
        "steps-differ",
        "amendment-differs",
        "conservation",
        "wrong-minutes",
        "missing-seal",
        "approved-changed",
        "seal-gone",
    ),
    "history": (
        "history-order",
        "step-before-proposal",
        "integrated-before-shared",
        "new-version-missing",
        "exclusive-steps",
        "step-after-end",
    ),
    "schedule": (
        "unscheduled",
        "scheduled-without-waiting",
        "scheduled-twice",
        "scheduled-without-lead",
        "ended-scheduled",
        "slot-before-meeting",
        "slot-institution",
        "slot-commitment",
        "slot-time",
        "held-on-another-day",
        "double-booked",
        "participant-twice",
        "nobody-in-the-room",
    ),
    "implementation": (
        "unknown-axis",
        "unknown-milestone",
        "unknown-period",
        "milestone-moved",
        "unamended-milestone",
        "completion-contradicts",
        "presentation-differs",
        "owed-reason",
        "report-missing",
        "no-completion",
        "report-date",
        "report-outside-plan",
        "no-evidence",
        "no-explanation",
        "milestone-outside-plan",
        "incomplete-card",
        "completion-falls",
        "untranslated-title",
    ),
    "texts": (
        "invisible-character",
        "control-character",
        "not-nfc",
        "presentation-form",
        "foreign-letter",
        "damaged-text",
        "tatweel",
        "mixed-digits",
        "latin-punctuation",
        "doubled-space",
        "repeated-word",
        "unbalanced-quote",
        "missing-language",
        "wrong-script",
        "spelling-varies",
        "wrong-weekday",
    ),
}

# What rules were called before. The old name stays valid wherever a rule is named.
FORMER_NAMES = {
    "cancelled-scheduled": "ended-scheduled",
    "merged-scheduled": "ended-scheduled",
    "status-history": "decision-not-shown",
    "two-fates": "contradictory-decision",
    "card-status": "merge-status",
}


def _load(group: str, name: str) -> tuple[Rule, RulePage]:
    module = import_module(f"{__name__}.{group}.{name.replace('-', '_')}")
    page = (module.__doc__ or "").strip()
    return cast("Rule", module), RulePage(module.LEVEL, page.partition("\n")[0], page)


_LOADED = {name: _load(group, name) for group, names in _NAMES.items() for name in names}
NEEDS: dict[str, set[str]] = {
    name: getattr(rule, "NEEDS", set()) for name, (rule, _) in _LOADED.items()
}
RULES: dict[str, Rule] = {name: rule for name, (rule, _) in _LOADED.items()}
GROUPS: dict[str, str] = {name: group for group, names in _NAMES.items() for name in names}
PAGES: dict[str, RulePage] = {name: page for name, (_, page) in _LOADED.items()}
