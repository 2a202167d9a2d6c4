"""The questions that the whole book answers."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, TypeVar, get_args
from zoneinfo import ZoneInfo

from ogp_cli.errors import OgpError
from ogp_cli.models.commitment import FATE_STEPS, Commitment, Entry
from ogp_cli.models.meeting import Decision, Meeting, Slot
from ogp_cli.models.organization import Organization
from ogp_cli.models.plan import PlanInfo
from ogp_cli.nearest import nearest
from ogp_cli.plan.balance import Balance, balance
from ogp_cli.plan.texts import Owner, Prose
from ogp_cli.problem import Acceptance, Finding, Place
from ogp_cli.store.folder import COMMITMENTS, MEETINGS, ORGANIZATIONS, PLAN
from ogp_cli.store.read import Stage

T = TypeVar("T")

# So many files have their texts end to end: enough for speed, and few enough for the memory.
_TOGETHER = 200


class Scheduled(NamedTuple):
    """A slot of a meeting's schedule, and where it stands."""

    meeting: Meeting
    at: Place
    slot: Slot


class Decided(NamedTuple):
    """A decision of a meeting, and where it stands."""

    meeting: Meeting
    at: Place
    decision: Decision


def no_findings() -> dict[Stage, list[Finding]]:
    """Return a list for the findings of every stage."""
    return {stage: [] for stage in get_args(Stage)}


@dataclass(frozen=True)
class Plan:
    """A country's book, as far as its files could be read.

    `commitments` are in the order of their numbers, those without one last; `meetings` in order of
    time. What could not be read is in `findings`, by the stage that refused it, and its file in
    `unread`. `moment` is the day that the book speaks of, where that is not its last meeting's.
    """

    root: Path
    info: PlanInfo
    organizations: Mapping[str, Organization]
    commitments: Mapping[str, Commitment]
    meetings: Mapping[str, Meeting]
    findings: Mapping[Stage, list[Finding]] = field(default_factory=no_findings)
    acceptances: Sequence[Acceptance] = ()
    unread: frozenset[str] = frozenset()
    moment: dt.date | None = None

    @property
    def files(self) -> int:
        """How many files the data has, with those that could not be read."""
        plan_and_organizations = 2
        unread = len(self.unread - {PLAN, ORGANIZATIONS})
        return plan_and_organizations + len(self.commitments) + len(self.meetings) + unread

    @cached_property
    def balance(self) -> Balance:
        """The fates of the proposals, counted."""
        return balance(self.commitments.values())

    @cached_property
    def zone(self) -> ZoneInfo:
        """The clock of the schedule."""
        return ZoneInfo(self.info.time_zone)

    @cached_property
    def last_meeting(self) -> Meeting | None:
        """The latest meeting on record: the moment that the book speaks of."""
        return next(reversed(list(self.meetings.values())), None)

    @cached_property
    def steering_days(self) -> list[dt.date]:
        """The days of the steering committee's meetings, in order of time."""
        meetings = self.meetings.values()
        return [meeting.date for meeting in meetings if meeting.kind == "steering-committee"]

    def commitment(self, name: str) -> Commitment:
        """Return the commitment with a number, or else with an id; `OgpError` if there is none."""
        self._refuse_unread(COMMITMENTS, name)
        return _get("commitment", name, {**self.commitments, **self._by_number})

    @cached_property
    def _by_number(self) -> dict[str, Commitment]:
        return {str(each.number): each for each in self.commitments.values() if each.number}

    def meeting(self, name: str) -> Meeting:
        """Return the meeting with an id; `OgpError` if there is none."""
        self._refuse_unread(MEETINGS, name)
        return _get("meeting", name, self.meetings)

    def kind_of(self, name: str) -> str:
        """Return what a name is of: `meeting`, `commitment` (by number or id) or `institution`.

        Raises `OgpError` if there is nothing of that name.
        """
        return _get("commitment, meeting or institution", name, self.names)

    def called(self, commitment: str) -> str:
        """Return what people call a commitment: its number, or its id where it has none."""
        known = self.commitments.get(commitment)
        return str(known.number) if known and known.number else commitment

    @cached_property
    def names(self) -> dict[str, str]:
        """What has a name, by it: a meeting counts before a commitment, that before the rest."""
        names = dict.fromkeys(self.organizations, "institution")
        names |= dict.fromkeys([*self.commitments, *self._by_number], "commitment")
        return names | dict.fromkeys(self.meetings, "meeting")

    def known_institution(self, name: str) -> str:
        """Return the id of an institution; `OgpError` if there is none."""
        _get("institution", name, self.organizations)
        return name

    def has_commitment(self, commitment: str) -> bool:
        """Whether an id belongs to a commitment, even to one that cannot be read."""
        return commitment in self.commitments or self._is_unread(COMMITMENTS, commitment)

    def has_meeting(self, meeting: str) -> bool:
        """Whether an id belongs to a meeting, even to one that cannot be read."""
        return meeting in self.meetings or self._is_unread(MEETINGS, meeting)

    @cached_property
    def broken(self) -> set[str]:
        """The parts of the book that are not whole, since a file of them cannot be read."""
        parts = {"plan": PLAN, "organizations": ORGANIZATIONS}
        parts |= {"commitments": f"{COMMITMENTS}/", "meetings": f"{MEETINGS}/"}
        return {
            part
            for part, path in parts.items()
            if any(each.startswith(path) for each in self.unread)
        }

    def _is_unread(self, folder: str, name: str) -> bool:
        return not self.unread.isdisjoint({f"{folder}/{name}.yaml", f"{folder}/{name}.yml"})

    def _refuse_unread(self, folder: str, name: str) -> None:
        if self._is_unread(folder, name):
            raise OgpError(
                f"the file of “{name}” cannot be read", "what is wrong in it says: ogp check"
            )

    def decisions(self) -> Iterator[Decided]:
        """Every decision, in order of time."""
        for meeting in self.meetings.values():
            for index, decision in enumerate(meeting.decisions):
                yield Decided(meeting, meeting.at("decisions", index), decision)

    def decisions_on(self, commitment: str) -> list[Decided]:
        """Return the decisions that name a commitment, in order of time."""
        return self._decisions_by_commitment.get(commitment, [])

    @cached_property
    def _decisions_by_commitment(self) -> dict[str, list[Decided]]:
        found: dict[str, list[Decided]] = {}
        for decided in self.decisions():
            for commitment in dict.fromkeys(decided.decision.commitments):
                found.setdefault(commitment, []).append(decided)
        return found

    def schedule(self) -> Iterator[Scheduled]:
        """Every slot of every meeting, in the order of the files."""
        for meeting in self.meetings.values():
            for index, slot in enumerate(meeting.schedule):
                yield Scheduled(meeting, meeting.at("schedule", index), slot)

    def slots_of(self, commitment: str) -> list[Scheduled]:
        """Return the slots that a commitment's head is invited to, in order of time."""
        return self._slots_by_commitment.get(commitment, [])

    @cached_property
    def _slots_by_commitment(self) -> dict[str, list[Scheduled]]:
        found: dict[str, list[Scheduled]] = {}
        for scheduled in sorted(self.schedule(), key=lambda scheduled: scheduled.slot.at):
            for commitment in dict.fromkeys(scheduled.slot.commitments):
                found.setdefault(commitment, []).append(scheduled)
        return found

    def next_slot(self, commitment: str) -> Slot | None:
        """Return a commitment's first slot since the last meeting on record, if it has one."""
        last = self.last_meeting.date if self.last_meeting else dt.date.min
        since = self.moment or last
        slots = (scheduled.slot for scheduled in self.slots_of(commitment))
        return next((slot for slot in slots if slot.at.date() >= since), None)

    def day_of(self, entry: Entry) -> dt.date | None:
        """Return the day of a step: its own, or else that of the meeting where it was reported.

        What became of a commitment is of the day of the meeting, which decided it.
        """
        meeting = self.meetings.get(entry.meeting)
        heard = meeting.date if meeting else None
        return (heard or entry.date) if entry.step in FATE_STEPS else (entry.date or heard)

    def heard(self, meeting: str) -> dict[str, list[Entry]]:
        """Return the steps that a meeting heard of, by commitment, both in their own order."""
        return self._heard.get(meeting, {})

    @cached_property
    def _heard(self) -> dict[str, dict[str, list[Entry]]]:
        found: dict[str, dict[str, list[Entry]]] = {}
        for commitment in self.commitments.values():
            for entry in commitment.history:
                heard = found.setdefault(entry.meeting, {})
                heard.setdefault(commitment.id, []).append(entry)
        return found

    def institution(self, organization: str) -> tuple[Organization, ...]:
        """Return an institution after those that it is part of, the largest first."""
        return tuple(self.organizations[each] for each in self.whole(organization))

    def whole(self, organization: str) -> list[str]:
        """Return the id of an institution after those that it is part of; a circle only once."""
        if organization not in self._wholes:
            chain: dict[str, None] = {}
            current = organization
            while current in self.organizations and current not in chain:
                chain[current] = None
                current = self.organizations[current].part_of or ""
            self._wholes[organization] = list(reversed(chain))
        return self._wholes[organization]

    @cached_property
    def _wholes(self) -> dict[str, list[str]]:
        return {}

    def is_known(self, organization: str) -> bool:
        """Whether an institution, and all that it is part of, could be read."""
        chain = self.whole(organization)
        return bool(chain) and self.organizations[chain[0]].part_of in {None, *chain}

    def are_kin(self, one: str, other: str) -> bool:
        """Whether two institutions are the same, or one is a part of the other."""
        return one == other or one in self.whole(other) or other in self.whole(one)

    @cached_property
    def prose(self) -> list[Prose]:
        """Every text for people, with its place and language, some files at a time."""
        owners: list[Owner] = [(self.info, Place(PLAN))]
        owners += [
            (each, Place(ORGANIZATIONS, (name,))) for name, each in self.organizations.items()
        ]
        owners += [(each, each.at()) for each in self.commitments.values()]
        owners += [(each, each.at()) for each in self.meetings.values()]
        return [
            Prose(owners[first : first + _TOGETHER], self.info.language)
            for first in range(0, len(owners), _TOGETHER)
        ]


def _get(kind: str, name: str, known: Mapping[str, T]) -> T:
    if name in known:
        return known[name]
    near = nearest(name, known)
    raise OgpError(f"no {kind} “{name}”", f"did you mean “{near}”?" if near else "")
