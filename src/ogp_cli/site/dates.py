"""What has a day: slots, planned meetings, what was agreed, milestones."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from ogp_cli.models.commitment import Commitment
from ogp_cli.plan import Plan, SlotLife
from ogp_cli.present.content.schedule import agreed_due, milestones_due, planned
from ogp_cli.process.words import KIND_WORDS
from ogp_cli.site.view import View

_EVERYBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What is on a day: who meets or what is to be done, on which commitments.

    `kind` is `slot`, `meeting`, `agreed` or `due`. `of` are the institutions that it concerns,
    `invited` who comes to a slot beside them. `state` says that a slot was moved, or called off.
    """

    kind: str
    day: dt.date
    what: str | Markup
    who: Sequence[Markup] = ()
    hour: str = ""
    on: Sequence[Commitment] = ()
    href: str = ""
    of: frozenset[str] = frozenset()
    invited: tuple[Markup, ...] = ()
    state: str = ""
    is_off: bool = False


def events(view: View) -> list[Event]:
    """Return everything with a day, in order."""
    found = [_slot(view, each) for each in view.plan.slots.values()]
    found += [
        Event(
            kind="meeting",
            day=each.date,
            what=view.kind(each),
            who=[view.text(item) for item in each.agenda],
            hour=each.time or "",
            href=view.path(each),
        )
        for each in planned(view.plan)
    ]
    found += [
        Event(
            kind="agreed",
            day=each.day,
            what=view.t("What was agreed is due"),
            who=[view.text(each.point.text)],
            of=frozenset(each.point.by),
            href=view.path(each.meeting),
        )
        for each in agreed_due(view.plan, _EVERYBODY)
    ]
    found += [
        Event(
            kind="due",
            day=each.day,
            what=view.t("Milestone {n} is overdue", n=each.milestone.id)
            if view.plan.day and each.day < view.plan.day
            else view.t("Milestone {n} is due", n=each.milestone.id),
            who=[view.text(each.milestone.title)],
            on=[each.commitment],
            of=frozenset((*each.commitment.leads, *each.milestone.by)),
        )
        for each in milestones_due(view.plan, _EVERYBODY)
    ]
    return sorted(found, key=lambda event: (event.day, event.hour))


def _slot(view: View, life: SlotLife) -> Event:
    slot, known = life.slot, view.plan.commitments
    return Event(
        kind="slot",
        day=slot.at.date(),
        what=view.t(KIND_WORDS["coordination"]),
        who=[view.rich(view.say.institution(each)) for each in slot.organizations],
        hour=f"{slot.at:%H:%M}",
        on=[known[each] for each in slot.commitments if each in known],
        href=view.path(life.held) if life.held else "",
        of=frozenset(slot.organizations),
        invited=tuple(view.text(view.plan.info.groups.get(each, each)) for each in slot.attendees),
        state="" if life.state in {"open", "held"} else view.say.slot_state(life),
        is_off=life.called_off is not None,
    )


class Dates(NamedTuple):
    """Events to come, and past ones: those before the last day that the book knows of."""

    coming: Sequence[Event]
    past: Sequence[Event]


def sides(plan: Plan, known: Sequence[Event]) -> Dates:
    """Return events, which are in order, as those to come and the past ones."""
    past = [each for each in known if plan.day and each.day < plan.day]
    return Dates(known[len(past) :], past)


def always_invited(coming: Sequence[Event]) -> tuple[Markup, ...]:
    """Return who is invited to all slots to come, where that is the same for each."""
    invited = {each.invited for each in coming if each.kind == "slot"}
    return next(iter(invited)) if len(invited) == 1 else ()
