"""Rules on the steps of a commitment."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from ogp_cli.checks.rule import rule
from ogp_cli.models.commitment import Proposal
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding
from ogp_cli.process.fold import expected
from ogp_cli.process.ledger import Line
from ogp_cli.process.vocabulary import DRAFTING, ENDED


@rule("error")
def step_after_meeting(plan: Plan) -> Iterator[Finding]:
    """A step is dated later than the meeting that reported it.

    The dates of the steps may go back, because a meeting may hear of them in any order.

        # data/meetings/2024-03-21.yaml
        steps:
        - on: [5]
          heard: [{step: meeting-held, date: 2024-03-26}]     # five days later
    """
    for meeting in plan.meetings.values():
        for index, group in enumerate(meeting.steps or ()):
            for number, each in enumerate(group.heard):
                if each.date and each.date > meeting.date:
                    yield Finding(
                        meeting.at("steps", index, "heard", number, "date"),
                        "the step is dated {date}, after the meeting of {meeting} that reports it",
                        "correct the date, or the meeting",
                        {"date": each.date, "meeting": meeting.id},
                        meeting.at("date"),
                    )


@rule("error")
def step_before_proposal(plan: Plan) -> Iterator[Finding]:
    """A step, a decision or a schedule is from before the day when the commitment was proposed.

    A commitment has no history before it exists, and `ogp status --as-of` leaves it out for earlier
    days.

        # data/commitments/5.yaml     # data/meetings/2024-02-15.yaml
        proposed: 2024-03-01          - {on: [5], heard: [comments-shared]}
    """
    for commitment in plan.commitments.values():
        if isinstance(commitment, Proposal) and commitment.proposed:
            yield from _earlier(plan, commitment)


def _earlier(plan: Plan, commitment: Proposal) -> Iterator[Finding]:
    story = expected(plan).story(commitment.id)
    lines = (((each.heard and each.heard.date) or each.meeting.date, each.at) for each in story)
    slots = ((each.meeting.date, each.at) for each in plan.index.slots_of(commitment.id))
    for day, place in (*lines, *slots):
        if commitment.proposed and day < commitment.proposed:
            yield Finding(
                commitment.at("proposed"),
                "it was proposed on {proposed}, but it has an event on {day}",
                "correct one of the two days",
                {"proposed": commitment.proposed, "day": day},
                place,
            )
            return


_LONG_BEFORE = timedelta(days=3 * 366)


@rule("warning", needs={"meetings"}, once=True)
def early_proposal(plan: Plan) -> Iterator[Finding]:
    """A commitment was proposed more than three years before the first meeting.

    The drafting of a plan takes a year or two. Most often the year is wrong.
    """
    first = min((each.date for each in plan.meetings.values()), default=date.min)
    for commitment in plan.commitments.values():
        day = isinstance(commitment, Proposal) and commitment.proposed
        if day and first - day > _LONG_BEFORE:
            yield Finding(
                commitment.at("proposed"),
                "it was proposed more than three years before the first meeting, on {first}",
                "correct the date, or accept the warning under “accept:” (how: ogp rules {rule})",
                {"first": first},
            )


@rule("warning", needs={"meetings"}, once=True)
def missing_step(plan: Plan) -> Iterator[Finding]:
    """A step needs an earlier one that no meeting reported.

    Comments are shared first and integrated later (the sentences S1, S3 and S4 of the report of 21
    March 2024). A new version exists once it is received (`new-version-received`) or the comments
    are integrated (`comments-integrated`). While comments are still being integrated, or the text
    of a merged commitment is still to be drafted, there is nothing to discuss.
    """
    ledger = expected(plan)
    for name in plan.commitments:
        seen: set[str] = set()
        is_written = is_told = False
        for line in ledger.story(name):
            about = DRAFTING.get(line.step)
            if about and about.after and about.after.isdisjoint(seen) and not is_told:
                is_told = True
                yield Finding(
                    line.at,
                    "“{step}”, but no comments were shared before",
                    "add the step “comments-shared” before it, or correct the order",
                    {"step": line.step},
                )
            seen.add(line.step)
            is_written |= about is not None and about.version
            if line.draft == "new-version" and not is_written:
                yield Finding(
                    line.at,
                    "the meeting is about a new version, but none was received or drafted",
                    "add the step “new-version-received”, or write “draft: proposed”",
                )


@rule("error", once=True)
def exclusive_steps(plan: Plan) -> Iterator[Finding]:
    """One meeting reports steps on a commitment that exclude each other, or one step twice.

    Comments are either still being integrated or already integrated.
    """
    ledger = expected(plan)
    for name in plan.commitments:
        yield from _clashes(ledger.story(name))


def _clashes(story: Iterable[Line]) -> Iterator[Finding]:
    first: dict[object, Line] = {}
    for index, line in enumerate(story):
        about = DRAFTING.get(line.step)
        if about is None or line.heard is None:
            continue  # what was decided has its own rules
        same = (line.meeting.id, line.step, line.heard.date, line.draft, str(line.heard.note))
        group = (line.meeting.id, about.group or index)
        taken = first.get(group)
        if taken is None or taken.step == line.step:
            taken = first.get(same)
        if taken:
            yield Finding(
                line.word_at or line.at,
                "“{step}” is reported twice at the same meeting"
                if taken.step == line.step
                else "“{step}” and “{other}” are reported at the same meeting",
                "keep one of the two",
                {"step": line.step, "other": taken.step},
                taken.word_at or taken.at,
            )
        first.setdefault(same, line)
        first.setdefault(group, line)


@rule("error", needs={"meetings"}, once=True)
def step_after_end(plan: Plan) -> Iterator[Finding]:
    """A step is reported after a meeting ended the commitment.

    A commitment that is cancelled or merged is not drafted any more. Steps after a merge belong to
    the merged commitment.
    """
    ledger = expected(plan)
    for name in plan.commitments:
        end: Line | None = None
        for line in ledger.story(name):
            if line.decided:
                end = line if line.status in ENDED else None
            elif end:
                yield Finding(
                    line.at,
                    "“{step}” comes after the commitment was {end}",
                    "move the step before the end, or to the commitment that continues",
                    {"step": line.step, "end": end.step},
                    end.at,
                    follows=[end.at],
                )
                break
