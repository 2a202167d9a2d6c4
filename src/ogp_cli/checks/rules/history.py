"""Rules on the steps of a commitment."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from ogp_cli.checks.rule import rule
from ogp_cli.models.commitment import Commitment, Proposal
from ogp_cli.models.history import Entry
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding
from ogp_cli.process.ledger import expected
from ogp_cli.process.vocabulary import DRAFTING, EFFECTS, ENDED


@rule("error", after={"steps-differ"})
def history_order(plan: Plan) -> Iterator[Finding]:
    """A history is not in the order of the meetings, or a step is later than its meeting.

    The dates of the steps themselves may go back, because a meeting may hear of them in any order.
    Minutes and `ogp show` print the steps in the order of the file.
    """
    moments = plan.moments
    for commitment in plan.commitments.values():
        yield from _late(plan, commitment)
        known = [(entry.meeting, moments.get(entry.meeting)) for entry in commitment.history]
        for index, ((before, earlier), (after, later)) in enumerate(pairwise(known)):
            if earlier and later and later < earlier:
                yield Finding(
                    commitment.at("history", index + 1, "meeting"),
                    "this step is from the meeting of {after}, the one before it from {before}",
                    "put the steps in the order of the meetings, or correct the meeting",
                    {"after": after, "before": before},
                    commitment.at("history", index),
                    follows=[commitment.at()],
                )


def _late(plan: Plan, commitment: Commitment) -> Iterator[Finding]:
    for index, entry in enumerate(commitment.history):
        meeting = plan.meetings.get(entry.meeting)
        if meeting and entry.date and entry.date > meeting.date:
            yield Finding(
                commitment.at("history", index, "date"),
                "the step is dated {date}, after the meeting of {meeting} that reports it",
                "correct the date, or the meeting",
                {"date": entry.date, "meeting": meeting.id},
                meeting.at("date"),
                follows=[commitment.at()],
            )


@rule("error")
def step_before_proposal(plan: Plan) -> Iterator[Finding]:
    """A step, a decision or a schedule is from before the day when the commitment was proposed.

    A commitment has no history before it exists, and `ogp status --as-of` leaves it out for earlier
    days.

        proposed: 2024-03-01
        history:
        - meeting: 2024-02-15   # two weeks earlier
          step: comments-shared
    """
    for commitment in plan.commitments.values():
        if isinstance(commitment, Proposal) and commitment.proposed:
            yield from _earlier(plan, commitment)


def _earlier(plan: Plan, commitment: Proposal) -> Iterator[Finding]:
    steps = (
        (_day(plan, entry), commitment.at("history", index))
        for index, entry in enumerate(commitment.history)
    )
    postings = expected(plan).postings.get(commitment.id, ())
    decisions = ((each.decided.meeting.date, each.decided.at) for each in postings)
    slots = ((each.meeting.date, each.at) for each in plan.index.slots_of(commitment.id))
    for day, place in (*steps, *decisions, *slots):
        if day and commitment.proposed and day < commitment.proposed:
            yield Finding(
                commitment.at("proposed"),
                "it was proposed on {proposed}, but it has an event on {day}",
                "correct one of the two days",
                {"proposed": commitment.proposed, "day": day},
                place,
            )
            return


def _day(plan: Plan, entry: Entry) -> dt.date | None:
    """Return the own day of a step, or else that of the meeting that heard of it."""
    meeting = plan.meetings.get(entry.meeting)
    return entry.date or (meeting.date if meeting else None)


@rule("warning", after={"steps-differ"}, once=True)
def missing_step(plan: Plan) -> Iterator[Finding]:
    """A step needs an earlier one that the history does not have.

    Comments are shared first and integrated later (the sentences S1, S3 and S4 of the report of 21
    March 2024). A new version exists once it is received (`new-version-received`) or the comments
    are integrated (`comments-integrated`). While comments are still being integrated, or the text
    of a merged commitment is still to be drafted, there is nothing to discuss.
    """
    for commitment in plan.commitments.values():
        seen: set[str] = set()
        is_written = is_told = False
        for index, entry in enumerate(commitment.history):
            about = DRAFTING.get(entry.step)
            if about and about.after and about.after.isdisjoint(seen) and not is_told:
                is_told = True
                yield Finding(
                    commitment.at("history", index, "step"),
                    "“{step}”, but no comments were shared before",
                    "add the step “comments-shared” before it, or correct the order",
                    {"step": entry.step},
                    follows=[commitment.at()],
                )
            seen.add(entry.step)
            is_written |= about is not None and about.version
            if getattr(entry, "draft", None) == "new-version" and not is_written:
                yield Finding(
                    commitment.at("history", index, "draft"),
                    "the meeting is about a new version, but none was received or drafted",
                    "add the step “new-version-received”, or write “draft: proposed”",
                    follows=[commitment.at()],
                )


@rule("error", after={"steps-differ"})
def exclusive_steps(plan: Plan) -> Iterator[Finding]:
    """One meeting reports steps on a commitment that exclude each other, or one step twice.

    Comments are either still being integrated or already integrated.
    """
    for commitment in plan.commitments.values():
        yield from _clashes(commitment)


def _clashes(commitment: Commitment) -> Iterator[Finding]:
    first: dict[object, tuple[int, Entry]] = {}
    for index, entry in enumerate(commitment.history):
        about = DRAFTING.get(entry.step)
        if about is None:
            continue  # what was decided is compared with the decisions
        draft = getattr(entry, "draft", None)
        same = (entry.meeting, entry.step, entry.date, draft, str(entry.note))
        group = (entry.meeting, about.group or index)
        taken = first.get(group)
        if taken is None or taken[1].step == entry.step:
            taken = first.get(same)
        if taken:
            yield Finding(
                commitment.at("history", index, "step"),
                "“{step}” and “{other}” are reported at the same meeting",
                "keep one of the two",
                {"step": entry.step, "other": taken[1].step},
                commitment.at("history", taken[0], "step"),
                follows=[commitment.at()],
            )
        first.setdefault(same, (index, entry))
        first.setdefault(group, (index, entry))


@rule("error", after={"steps-differ"})
def step_after_end(plan: Plan) -> Iterator[Finding]:
    """A commitment's history goes on after the step that ended it.

    A commitment that is cancelled or merged is not drafted any more. Steps after a merge belong to
    the merged commitment.
    """
    for commitment in plan.commitments.values():
        end: int | None = None
        for index, entry in enumerate(commitment.history):
            effect = EFFECTS.get(entry.step)
            if effect:
                end = index if effect.gives in ENDED else None
            elif end is not None:
                yield Finding(
                    commitment.at("history", index, "step"),
                    "“{step}” comes after the commitment was {end}",
                    "move the step before the end, or to the commitment that continues",
                    {"step": entry.step, "end": commitment.history[end].step},
                    commitment.at("history", end, "step"),
                    follows=[commitment.at()],
                )
                break
