"""The whole book as data."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, get_args
from zoneinfo import ZoneInfo

from ogp_cli.models.base import Record
from ogp_cli.models.commitment import Adopted, Commitment, Drafted
from ogp_cli.models.meeting import Meeting, Slot
from ogp_cli.models.organization import Organization, Sector
from ogp_cli.models.plan import PlanInfo
from ogp_cli.models.report import Report
from ogp_cli.plan.index import Index
from ogp_cli.plan.institutions import Institutions
from ogp_cli.plan.slots import SlotLife, lives
from ogp_cli.plan.texts import Owner, TextIndex, text_indexes
from ogp_cli.problem import Acceptance, Finding, Place
from ogp_cli.store.folder import COMMITMENTS, MEETINGS, ORGANIZATIONS, PATHS, PLAN, kind_of
from ogp_cli.store.read import Stage

_AFTER_EVERY_ID = "\uffff"


class Moment(NamedTuple):
    """A point in the order of the meetings: just after one of them, or the end of a day."""

    day: dt.date
    meeting: str = _AFTER_EVERY_ID

    def __str__(self) -> str:
        """Return the meeting's id, or the day in ISO 8601."""
        return self.day.isoformat() if self.meeting == _AFTER_EVERY_ID else self.meeting


def moment_of(meeting: Meeting) -> Moment:
    """Return the moment just after a meeting; ids order the meetings of one day."""
    return Moment(meeting.date, meeting.id)


@dataclass(frozen=True, eq=False, repr=False)
class Plan:
    """A country's book, as far as its files could be read.

    `commitments` are sorted by number, those without one after them, and those of the plan last, by
    their own numbers; `meetings` are in chronological order, and so are those that are `planned`,
    which do not count yet. `reports` are those of the half-years. `unread` are the files that
    could not be read; `findings` says why, by the stage that refused them. `as_of` is the moment
    that the book is seen as of, if that is not now. What was computed from a `book` has the texts
    of that moment; without one, commitments are as their files have them.
    """

    root: Path
    info: PlanInfo
    organizations: Mapping[str, Organization]
    commitments: Mapping[str, Commitment]
    meetings: Mapping[str, Meeting]
    findings: Mapping[Stage, list[Finding]] = field(default_factory=lambda: defaultdict(list))
    acceptances: Sequence[Acceptance] = ()
    unread: frozenset[str] = frozenset()
    planned: Mapping[str, Meeting] = field(default_factory=dict)
    reports: Mapping[str, Report] = field(default_factory=dict)
    as_of: Moment | None = None
    book: "Plan | None" = None

    def replace(self, **parts: Any) -> "Plan":  # noqa: ANN401 - the parts differ in type
        """Return the book with some other parts."""
        return replace(self, **parts)

    @cached_property
    def index(self) -> Index:
        """The decisions, and the slots by commitment."""
        return Index(self.meetings)

    @cached_property
    def institutions(self) -> Institutions:
        """Which institutions are departments of others."""
        return Institutions(self.organizations)

    @cached_property
    def texts(self) -> list[TextIndex]:
        """Every text for people, with its place and language, in batches of files."""
        return text_indexes(self.owners, self.info.language)

    @property
    def records(self) -> Sequence[Record]:
        """Every file that is one of many; meetings come first."""
        return [*self.all_meetings, *self.commitments.values(), *self.reports.values()]

    @property
    def owners(self) -> list[Owner]:
        """The plan, every institution and every record, with its place."""
        institutions = self.organizations.items()
        return [
            (self.info, Place(PLAN)),
            *((each, Place(ORGANIZATIONS, (id_,))) for id_, each in institutions),
            *((each, each.at()) for each in self.records),
        ]

    @property
    def sectors(self) -> set[str]:
        """The sectors that an institution can be of."""
        return {*get_args(Sector), *self.info.sectors}

    @cached_property
    def drafted(self) -> Mapping[str, Drafted]:
        """The proposals and the merged commitments."""
        return {id_: each for id_, each in self.commitments.items() if isinstance(each, Drafted)}

    @cached_property
    def adopted(self) -> Mapping[str, Adopted]:
        """The commitments of the plan, by number, those that were withdrawn too."""
        return {id_: each for id_, each in self.commitments.items() if isinstance(each, Adopted)}

    @property
    def all_meetings(self) -> Sequence[Meeting]:
        """The meetings that were held, then those that are planned."""
        return [*self.meetings.values(), *self.planned.values()]

    @cached_property
    def slots(self) -> Mapping[Place, SlotLife]:
        """The life of every slot, by its place in the schedule."""
        return lives(self.index, self.meetings, self.commitments, self.institutions)

    @cached_property
    def coordinations(self) -> Mapping[str, Sequence[Meeting]]:
        """The coordination meetings that were held on each commitment."""
        found: dict[str, list[Meeting]] = {}
        for meeting in self.meetings.values():
            for name in meeting.coordinated_commitments:
                found.setdefault(name, []).append(meeting)
        return found

    @property
    def files(self) -> int:
        """How many files the data have, including those that could not be read."""
        return len(self.records) + len(self.unread | {PLAN, ORGANIZATIONS})

    @cached_property
    def zone(self) -> ZoneInfo:
        """The time zone of the schedule."""
        return ZoneInfo(self.info.time_zone)

    @cached_property
    def day(self) -> dt.date | None:
        """The day of `as_of`, or else of the last meeting or report, if there is one."""
        if self.as_of:
            return self.as_of.day
        met = (meeting.date for meeting in self.meetings.values())
        reported = (day for report in self.reports.values() for day in report.days)
        return max((*met, *reported), default=None)

    def display_number(self, commitment: str) -> str:
        """Return what people call a commitment: the number of a proposal, or else the id."""
        known = self.commitments.get(commitment)
        return str(known.number) if isinstance(known, Drafted) and known.number else commitment

    def next_slot(self, commitment: str) -> Slot | None:
        """Return a commitment's first slot on or after `day` that is still to come, if any."""
        since = self.day or dt.date.min
        slots = (each.slot for each in self.open_slots(commitment))
        return next((slot for slot in slots if slot.at.date() >= since), None)

    def slots_of(self, commitment: str) -> list[SlotLife]:
        """Return the slots of a commitment, in chronological order."""
        found = (self.slots[each.at] for each in self.index.slots_of(commitment))
        return sorted(found, key=lambda life: life.slot.at)

    def open_slots(self, commitment: str) -> list[SlotLife]:
        """Return those that were neither held nor called off."""
        return [each for each in self.slots_of(commitment) if each.is_open]

    def has_commitment(self, commitment: str) -> bool:
        """Whether a commitment with this id exists, even if its file cannot be read."""
        return commitment in self.commitments or self.is_unread(COMMITMENTS, commitment)

    def has_meeting(self, meeting: str) -> bool:
        """Whether a meeting with this id was held, also if its file cannot be read."""
        return meeting in self.meetings or self.is_unread(MEETINGS, meeting)

    def is_unread(self, folder: str, name: str) -> bool:
        """Whether a folder of the data has a file for this id that could not be read."""
        return not self.unread.isdisjoint({f"{folder}/{name}.yaml", f"{folder}/{name}.yml"})

    @cached_property
    def broken(self) -> set[str]:
        """The parts of the book that are incomplete because a file cannot be read."""
        kinds = {kind_of(file) for file in self.unread}
        return {Path(PATHS[kind]).stem for kind in kinds if kind}
