"""The rules of the book, one file each, and their list.

A rule's file name is its id, its docstring the page that `ogp rules` prints, `LEVEL` its level,
and `check` its condition. Rules never print, never write, and never read the clock.
"""

from collections.abc import Iterable
from types import ModuleType
from typing import Protocol, cast

from ogp_cli.checks.rules import (
    bidi_control,
    cancellation_reason,
    cancelled_scheduled,
    card_status,
    conservation,
    control_character,
    decision_not_applied,
    decision_not_shown,
    different_leads,
    double_booked,
    doubled_space,
    duplicate_number,
    exclusive_steps,
    file_name,
    history_order,
    integrated_before_shared,
    invalid_yaml,
    invisible_character,
    latin_punctuation,
    listed_twice,
    merge_cycle,
    merge_sources,
    merge_state,
    merge_target,
    merge_target_ended,
    merged_scheduled,
    missing_title,
    mixed_digits,
    new_version_missing,
    nobody_in_the_room,
    not_nfc,
    number_gap,
    participant_twice,
    presentation_form,
    reason_differs,
    scheduled_twice,
    scheduled_without_waiting,
    slot_before_meeting,
    slot_institution,
    small_merge,
    spelling_varies,
    status_history,
    step_after_end,
    tatweel,
    two_fates,
    undecided_status,
    unknown_commitment,
    unknown_group,
    unknown_meeting,
    unknown_organization,
    unreadable_file,
    unscheduled,
    untitled_merge,
    unused_acceptance,
    wrong_shape,
    wrong_weekday,
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
    bidi_control,
    file_name,
    duplicate_number,
    number_gap,
    listed_twice,
    unknown_commitment,
    unknown_meeting,
    unknown_organization,
    unknown_group,
    missing_title,
    merge_target,
    merge_target_ended,
    merge_cycle,
    merge_sources,
    merge_state,
    small_merge,
    untitled_merge,
    card_status,
    different_leads,
    merged_scheduled,
    undecided_status,
    decision_not_applied,
    decision_not_shown,
    two_fates,
    cancellation_reason,
    reason_differs,
    cancelled_scheduled,
    conservation,
    status_history,
    history_order,
    integrated_before_shared,
    new_version_missing,
    exclusive_steps,
    step_after_end,
    unscheduled,
    scheduled_without_waiting,
    scheduled_twice,
    slot_before_meeting,
    slot_institution,
    double_booked,
    wrong_weekday,
    participant_twice,
    nobody_in_the_room,
    invisible_character,
    control_character,
    not_nfc,
    presentation_form,
    tatweel,
    mixed_digits,
    latin_punctuation,
    doubled_space,
    spelling_varies,
    unused_acceptance,
)


def _name(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2].replace("_", "-")


def _page(module: ModuleType) -> RulePage:
    page = (module.__doc__ or "").strip()
    return RulePage(module.LEVEL, page.partition("\n")[0], page)


RULES: dict[str, Rule] = {_name(module): cast("Rule", module) for module in _MODULES}
PAGES: dict[str, RulePage] = {_name(module): _page(module) for module in _MODULES}
