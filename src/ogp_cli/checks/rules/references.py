"""Rules on references."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import get_args

from ogp_cli.checks.references import unknown
from ogp_cli.checks.rule import rule
from ogp_cli.checks.texts import folded
from ogp_cli.models.commitment import Commitment
from ogp_cli.models.decision import Adoption, Amendment
from ogp_cli.models.meeting import Meeting
from ogp_cli.models.organization import Organization, Sector
from ogp_cli.models.types import Text
from ogp_cli.nearest import Nearest
from ogp_cli.notation import usual
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Place
from ogp_cli.process.acts import acts_of
from ogp_cli.store.folder import ORGANIZATIONS, PLAN


@rule("error")
def listed_twice(plan: Plan) -> Iterator[Finding]:
    """A list names the same thing twice.

    Most often one of the two should be another number.

        - cancel: [22, 25, 22]
    """
    for key in ("periods", "languages"):
        yield from _twice(getattr(plan.info, key), Place(PLAN, (key,)))
    for commitment in plan.commitments.values():
        yield from _twice(commitment.merged_from, commitment.at("merged_from"))
        yield from _twice(commitment.adopted_from or (), commitment.at("adopted_from"))
        ids = [each.id for each in commitment.milestones]
        yield from _twice(ids, commitment.at("milestones"))
        yield from _twice(commitment.supporting, commitment.at("supporting"))
        for index, milestone in enumerate(commitment.milestones):
            yield from _twice(milestone.by, commitment.at("milestones", index, "by"))
    for decided in plan.index.decisions:
        for act in acts_of(decided):
            yield from _twice(act.commitments, act.at)
        if isinstance(decided.decision, Amendment):
            yield from _twice(decided.decision.what, decided.at / "what")
    for meeting in plan.all_meetings:
        yield from _twice(meeting.commitments, meeting.at("commitments"))
        for index, group in enumerate(meeting.steps or ()):
            yield from _twice(group.on, meeting.at("steps", index, "on"))
    for _, at, slot in plan.index.slots:
        yield from _twice(slot.organizations, at / "organizations")
        yield from _twice(slot.commitments, at / "commitments")
        yield from _twice(slot.attendees, at / "attendees")


def _twice(names: Sequence[str], at: Place) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for index, name in enumerate(names):
        if name in first:
            message, hint = "“{name}” is listed twice", "keep one of the two"
            yield Finding(at / index, message, hint, {"name": name}, at / first[name])
        first.setdefault(name, index)


# What a name is compared by: its language, what it belongs to, and its folded text.
_Key = tuple[str, str | None, str]


@rule("warning")
def same_name(plan: Plan) -> Iterator[Finding]:
    """Two commitments have one title, or two institutions one name.

    One of the two is most often a copy that was not filled in, and readers cannot tell them apart.
    Case, accents, hamzas and spaces make no difference. A merged commitment may keep the title of
    one of its members, and departments of two institutions may share a name.
    """
    yield from _titles(plan)
    yield from _names(plan)


def _titles(plan: Plan) -> Iterator[Finding]:
    first: dict[_Key, Commitment] = {}
    for commitment in plan.commitments.values():
        for key in _keys(commitment.title, plan):
            other = first.setdefault(key, commitment)
            if other is not commitment and not _merged(commitment, other):
                yield Finding(
                    commitment.at("title"),
                    "“{name}” has the same title",
                    "correct one of the two titles, or accept it here",
                    {"name": other.id},
                    other.at("title"),
                )
                break


def _names(plan: Plan) -> Iterator[Finding]:
    first: dict[_Key, str] = {}
    for name, organization in plan.organizations.items():
        for key in _keys(organization.name, plan, organization.part_of):
            other = first.setdefault(key, name)
            if other != name:
                yield Finding(
                    Place(ORGANIZATIONS, (name, "name")),
                    "“{name}” has the same name",
                    "keep one of the two, or correct its name",
                    {"name": other},
                    Place(ORGANIZATIONS, (other, "name")),
                )
                break


def _keys(text: Text | None, plan: Plan, owner: str | None = None) -> Iterable[_Key]:
    texts = text if isinstance(text, dict) else {plan.info.language: text or ""}
    return [
        (language, owner, " ".join(folded(each).casefold().split()))
        for language, each in texts.items()
        if each
    ]


def _merged(one: Commitment, other: Commitment) -> bool:
    """Whether one of two commitments is made of the other."""
    return one.id in other.made_from or other.id in one.made_from


_NONE = "no commitment “{name}”"


@rule("error")
def unknown_commitment(plan: Plan) -> Iterator[Finding]:
    """A file names a commitment that does not exist.

    A commitment is named by its id: the name of its file in `data/commitments/`, without `.yaml`.
    An unknown name is reported once, even if several files use it.
    """
    proposals = (each for each in plan.commitments.values() if not each.is_adopted)
    numbers = {str(each.number): each.id for each in proposals if each.number}
    lowered = {name.lower(): name for name in plan.commitments}  # C1 is c1
    nearest = Nearest(plan.commitments)
    made = [*_adopted(plan)]
    names = {name for name, _ in made}
    return chain(
        unknown(
            made,
            plan.has_commitment,
            lambda _: "",
            _NONE,
            "to create its file, post this meeting; if it had one, take it back from git",
        ),
        unknown(
            ((name, at) for name, at in _references(plan) if name not in names),
            plan.has_commitment,
            lambda name: numbers.get(name) or lowered.get(name.lower()) or nearest(name),
            _NONE,
            "create data/commitments/{name}.yaml",
        ),
    )


def _adopted(plan: Plan) -> Iterator[tuple[str, Place]]:
    """Yield the commitments of the plan, where a meeting adopts them."""
    for decided in plan.index.decisions:
        if isinstance(decided.decision, Adoption):
            for act in acts_of(decided):
                yield act.target or "", act.target_at or decided.at


def _references(plan: Plan) -> Iterator[tuple[str, Place]]:
    for meeting in plan.all_meetings:
        yield from _listed(meeting.commitments, meeting.at("commitments"))
        for index, group in enumerate(meeting.steps or ()):
            yield from _listed(group.on, meeting.at("steps", index, "on"))
    yield from _of_decisions(plan)
    for commitment in plan.commitments.values():
        for key in ("merged_into", "adopted_as"):
            if name := getattr(commitment, key):
                yield name, commitment.at(key)
        for key in ("merged_from", "adopted_from"):
            yield from _listed(getattr(commitment, key) or (), commitment.at(key))
    for _, at, slot in plan.index.slots:
        yield from _listed(slot.commitments, at / "commitments")
    for report in plan.reports.values():
        for name in report.commitments:
            yield name, report.at("commitments", name).name


def _of_decisions(plan: Plan) -> Iterator[tuple[str, Place]]:
    for decided in plan.index.decisions:
        for act in acts_of(decided):
            yield from _listed(act.commitments, act.at)
            if act.target and act.target_at:
                yield act.target, act.target_at


def _listed(names: Iterable[str], place: Place) -> Iterator[tuple[str, Place]]:
    for index, name in enumerate(names):
        yield name, place / index


_NO_MEETING, _CREATE = (
    "no meeting “{name}”",
    "create data/meetings/{name}.yaml, or take it back from git",
)


# Meetings are a few days apart: what looks like another day may be right all the same.
_EITHER = "write “{near}”, or create data/meetings/{name}.yaml"


@rule("error")
def unknown_meeting(plan: Plan) -> Iterator[Finding]:
    """A step names a meeting that does not exist, or has not been held yet.

    A meeting is named by its id: the name of its file in `data/meetings/`, without `.yaml`.
    """
    days: list[tuple[str, Place]] = []
    odd: list[tuple[str, Place]] = []  # 18-04-2024: in another notation
    for name, place in _not_held(plan):
        if name not in plan.planned:
            (odd if usual(name) else days).append((name, place))

    named = Counter(name for name, _ in days)

    def near(name: str) -> str:
        # Nobody mistypes a name twice: the meeting's file is missing.
        return _one_slip_away(name, plan.meetings) if named[name] == 1 else ""

    return chain(
        unknown(odd, plan.has_meeting, usual, _NO_MEETING, _CREATE),
        unknown(days, plan.has_meeting, near, _NO_MEETING, _CREATE, _EITHER),
        _planned(plan),
    )


def _not_held(plan: Plan) -> Iterator[tuple[str, Place]]:
    """Yield the names of meetings that were not held, or are unknown, and where they stand."""
    for commitment in plan.commitments.values():
        for index, entry in enumerate(commitment.history):
            if entry.meeting not in plan.meetings:  # nearly all are: no place is made for those
                yield entry.meeting, commitment.at("history", index, "meeting")
    yield from (each for each in _others(plan) if each[0] not in plan.meetings)


def _others(plan: Plan) -> Iterator[tuple[str, Place]]:
    """Yield the meetings that cards and decisions name."""
    for commitment in plan.adopted.values():
        for index, milestone in enumerate(commitment.milestones):
            place = commitment.at("milestones", index)
            for key in ("added", "dropped"):
                if name := getattr(milestone, key):
                    yield name, place / key
            for item, move in enumerate(milestone.moved):
                yield move.meeting, place / "moved" / item / "meeting"
    for _, at, decision in plan.index.decisions:
        for key in ("approve", "correct"):
            if name := getattr(decision, key, ""):
                yield name, at / key


def _planned(plan: Plan) -> Iterator[Finding]:
    first: dict[str, Place] = {}
    for name, at in _not_held(plan):
        if name in plan.planned:
            first.setdefault(name, at)
    for name, at in first.items():
        message = "the meeting “{name}” is planned, and was not held yet"
        hint = "once it was held, remove its “state: planned”"
        yield Finding(at, message, hint, {"name": name}, plan.planned[name].at("state"))


def _one_slip_away(name: str, meetings: Iterable[str]) -> str:
    """Return the only meeting whose id differs from a name by one character or two swapped ones."""
    near = [each for each in meetings if _is_one_slip(name, each)]
    return near[0] if len(near) == 1 else ""


def _is_one_slip(one: str, other: str) -> bool:
    if len(one) != len(other):
        return False
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(pairs) == 1 or (len(pairs) == 2 and pairs[0] == pairs[1][::-1])  # noqa: PLR2004


@rule("error", needs={"organizations"})
def unknown_organization(plan: Plan) -> Iterator[Finding]:
    """A file names an institution that `data/organizations.yaml` does not have.

    Each institution is listed there once, with its names and its sector; other files use its id.
    """
    known = plan.organizations
    message, hint = "no institution “{name}”", "add it to data/organizations.yaml"
    return unknown(
        _references_of_unknown_organization(plan), known.__contains__, Nearest(known), message, hint
    )


def _references_of_unknown_organization(plan: Plan) -> Iterator[tuple[str, Place]]:
    for name, organization in plan.organizations.items():
        if organization.part_of:
            yield organization.part_of, Place(ORGANIZATIONS, (name, "part_of"))
    for commitment in plan.commitments.values():
        yield from _in_charge(commitment)
    for meeting in plan.all_meetings:
        yield from _people(meeting)
    for _, at, slot in plan.index.slots:
        for item, name in enumerate(slot.organizations):
            yield name, at / "organizations" / item


def _in_charge(commitment: Commitment) -> Iterator[tuple[str, Place]]:
    if commitment.lead:
        yield commitment.lead, commitment.at("lead")
    for index, name in enumerate(commitment.supporting):
        yield name, commitment.at("supporting", index)
    for index, milestone in enumerate(commitment.milestones):
        for item, name in enumerate(milestone.by):
            yield name, commitment.at("milestones", index, "by", item)


def _people(meeting: Meeting) -> Iterator[tuple[str, Place]]:
    if meeting.chair:
        yield meeting.chair.organization, meeting.at("chair", "organization")
    for key in ("participants", "apologies"):
        for index, person in enumerate(getattr(meeting, key)):
            yield person.organization, meeting.at(key, index, "organization")


@rule("error", needs={"plan"})
def unknown_group(plan: Plan) -> Iterator[Finding]:
    """A meeting names a group that `data/plan.yaml` does not have.

    A group that is invited as a body is listed there once, under `groups`; a schedule uses its id.
    The attendance may name a sector too.
    """
    references = (
        (name, at / "attendees" / index)
        for _, at, slot in plan.index.slots
        for index, name in enumerate(slot.attendees)
    )
    known = plan.info.groups
    message, hint = "no group “{name}”", "add it to the groups of data/plan.yaml"
    yield from unknown(references, known.__contains__, Nearest(known), message, hint)
    counted = (
        (name, meeting.at("attendance", name))
        for meeting in plan.all_meetings
        for name in meeting.attendance
    )
    either = {*get_args(Sector), *known}
    message = "“{name}” is neither a sector nor a group"
    yield from unknown(counted, either.__contains__, Nearest(either), message, hint)


@rule("error")
def part_of_itself(plan: Plan) -> Iterator[Finding]:
    """An institution is part of itself, or of one of its own departments.

    An institution's name is printed after the name of the one that it is part of, so this one could
    not be named.

        direction-a1:
          name: …
          part_of: direction-a1     # should be the ministry
    """
    for circle in _circles({name: each.part_of for name, each in plan.organizations.items()}):
        yield Finding(
            Place(ORGANIZATIONS, (circle[0], "part_of")),
            "“{name}” is part of itself",
            "write the institution that it belongs to, or remove the line",
            {"name": circle[0]},
        )


def _circles(following: Mapping[str, str | None]) -> Iterator[list[str]]:
    """Yield the circles that lead from name to name, each once, from the first one in order."""
    done: set[str] = set()
    for name in following:
        path: dict[str, None] = {}
        at = name
        while at in following and at not in done and at not in path:
            path[at] = None
            at = following[at] or ""
        if at in path:
            yield list(path)[list(path).index(at) :]
        done.update(path)


_MINISTRY = re.compile(r"(وزارة|الوزارة|minist[eè]re|ministry)\b", re.IGNORECASE)


# «الجمعية الوطنية» and «الجمعية العامة» are assemblies.
_ASSOCIATION = re.compile(
    r"(جمعية|الجمعية(?! (الوطنية|العامة))|association|ong|ngo)\b", re.IGNORECASE
)


@rule("warning")
def sector_differs(plan: Plan) -> Iterator[Finding]:
    """The sector of an institution does not go with its name or with what it is a department of.

    A ministry sits on the side of the government, and an association does not; a department sits
    where its institution does. The attendance by sector (OGP requirement 1.1) is counted by this
    key. Only the first word of the name counts.
    """
    for name, organization in plan.organizations.items():
        at = Place(ORGANIZATIONS, (name, "sector"))
        parent = plan.organizations.get(organization.part_of or "")
        if parent and parent.sector != organization.sector:
            yield Finding(
                at,
                "the sector is “{sector}”, and that of “{parent}” is “{other}”",
                "give both one sector, or correct “part_of”",
                {
                    "sector": organization.sector,
                    "parent": organization.part_of,
                    "other": parent.sector,
                },
                Place(ORGANIZATIONS, (organization.part_of or "", "sector")),
            )
        elif _contradicts(organization):
            yield Finding(
                at,
                "the sector is “{sector}”, and the name says otherwise",
                "correct the sector, or accept it here",
                {"sector": organization.sector},
                Place(ORGANIZATIONS, (name, "name")),
            )


def _contradicts(organization: Organization) -> bool:
    """Whether a name is that of a ministry outside the government, or of an association in it."""
    pattern = _ASSOCIATION if organization.sector == "government" else _MINISTRY
    name = organization.name
    return any(map(pattern.match, name.values() if isinstance(name, dict) else [name]))
