"""The drafting: committees take up some proposals each, and hear of them for half a year."""

import datetime as dt
import random
from collections.abc import Iterator

from made_up.records import Commitment, Meeting
from made_up.words import words

AT_A_TIME = 250  # files of commitments that one committee takes up
INSTITUTIONS = 12  # that lead those of one committee
MEETINGS = 6  # that hear of a commitment
MERGED, CANCELLED = 0.02, 0.05  # how often
THREE = 3
STEPS = ["comments-integrating", "comments-integrated", "new-version-received"]


def drafting(chance: random.Random, files: int) -> tuple[list[Commitment], list[Meeting]]:
    """Return that many commitments, proposals and what becomes of merges, and the meetings."""
    rounds = rounds_of(files)
    meetings = [Meeting(_day(index)) for index in range(rounds * 2 - 2 + MEETINGS)]
    commitments: list[Commitment] = []
    for index in range(rounds):
        size = min(AT_A_TIME, files - index * AT_A_TIME)
        first = 1 + sum(each.number is not None for each in commitments)
        taking_part = meetings[index * 2 : index * 2 + MEETINGS]
        commitments += _round(chance, index, first, size, taking_part)
    return commitments, meetings


def rounds_of(files: int) -> int:
    """Return how many committees it takes."""
    return (files - 1) // AT_A_TIME + 1


def _day(index: int) -> dt.date:
    return dt.date(2010, 1, 15) + dt.timedelta(weeks=4 * index)


def _round(
    chance: random.Random, index: int, number: int, size: int, meetings: list[Meeting]
) -> Iterator[Commitment]:
    """Yield so many commitments that the same meetings hear of, numbered from `number` on."""
    leads = [f"institution-{index * INSTITUTIONS + each}" for each in range(INSTITUTIONS)]
    for meeting in meetings:
        meeting.institutions += leads
    while size:
        lead = chance.choice(leads)
        if size > THREE and chance.random() < MERGED:
            members = list(range(number, number + THREE))
            yield from _merge(chance, members, lead, meetings)
            number, size = number + THREE, size - THREE - 1
        else:
            yield _single(chance, number, lead, meetings)
            number, size = number + 1, size - 1


def _merge(
    chance: random.Random, members: list[int], lead: str, meetings: list[Meeting]
) -> Iterator[Commitment]:
    first, *_, last = meetings
    card = f"merge-of-{'-'.join(map(str, members))}"
    for meeting, state in ((first, "proposed"), (last, "decided")):
        title = f"  title: {words(chance, 5, 9)}\n" if state == "decided" else ""
        said = f"- merge: {members}\n  into: {card}\n{title}  state: {state}\n"
        meeting.decisions.append(said)
    for number in members:
        member = _proposal(chance, number, lead)
        member.add(first.day, "merge-proposed")
        member.step(chance, first, "merged-card-pending")
        member.end(last.day, "merged")
        member.became = f"merged_into: {card}\n"
        yield member
    yield Commitment(card, "", lead, became=f"merged_from: {members}\n")


def _single(chance: random.Random, number: int, lead: str, meetings: list[Meeting]) -> Commitment:
    first, *later, last = meetings
    proposal = _proposal(chance, number, lead)
    proposal.step(chance, first, "comments-shared")
    proposal.step(chance, first, "meeting-to-schedule")
    first.waiting.setdefault(lead, []).append(number)
    for meeting in later:
        proposal.step(chance, meeting, "meeting-held")
        proposal.step(chance, meeting, chance.choice(STEPS))
    if chance.random() < CANCELLED:
        last.cancelled.append(number)
        proposal.end(last.day, "cancelled")
    else:
        proposal.step(chance, last, "new-version-received")
    return proposal


def _proposal(chance: random.Random, number: int, lead: str) -> Commitment:
    return Commitment(str(number), words(chance, 5, 14), lead, number)
