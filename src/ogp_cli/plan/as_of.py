"""The book as it stood on a day, from the dated events in the data."""

import datetime as dt
from dataclasses import replace

from ogp_cli.models.commitment import Commitment, Entry
from ogp_cli.plan.fate import CARD_STATUS, MergeState, merge_states, status_by_steps
from ogp_cli.plan.plan import Plan


def as_of(plan: Plan, day: dt.date) -> Plan:
    """Return the book with what had happened by the end of a day, and nothing later.

    Meetings, with their decisions and schedules, count from their own day, and steps from theirs or
    that of their meeting. A proposal is there from its own day, if it has one, and has the status
    that its steps come to, so that the fates add up on any day; a card is there once a merge into
    it is proposed.
    """
    meetings = {id_: each for id_, each in plan.meetings.items() if each.date <= day}
    then = replace(plan, meetings=meetings, moment=day)
    merges = merge_states(then)
    found = (_commitment(plan, each, merges, day) for each in plan.commitments.values())
    return replace(then, commitments={each.id: each for each in found if each})


def _commitment(
    plan: Plan, commitment: Commitment, merges: dict[str, MergeState], day: dt.date
) -> Commitment | None:
    if commitment.is_proposal and commitment.proposed and commitment.proposed > day:
        return None
    history = tuple(entry for entry in commitment.history if _is_past(plan, entry, day))
    status, _ = status_by_steps(history)
    update: dict[str, object] = {"history": history, "status": status, "merged_into": None}
    if not commitment.is_proposal:
        merge = merges.get(commitment.id)
        if merge is None:
            return None
        update["merged_from"] = tuple(merge.members) or commitment.merged_from
        update["status"] = status if status != "standing" else CARD_STATUS[merge.state]
    if status in {"merge-proposed", "merged"}:
        targets = (card for card, merge in merges.items() if commitment.id in merge.members)
        update["merged_into"] = next(targets, commitment.merged_into)
    return commitment.replace(**update)


def _is_past(plan: Plan, entry: Entry, day: dt.date) -> bool:
    then = plan.day_of(entry)
    return then is not None and then <= day
