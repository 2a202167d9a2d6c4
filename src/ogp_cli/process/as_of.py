"""The book as it stood just after a meeting, or at the end of a day."""

import datetime as dt
from collections.abc import Iterator

from ogp_cli.models.card import Milestone
from ogp_cli.models.commitment import Adopted, Commitment, Merged, Proposal
from ogp_cli.models.organization import Organization
from ogp_cli.models.partial_date import is_half_year, last_day
from ogp_cli.models.plan import PlanInfo
from ogp_cli.models.report import Report
from ogp_cli.plan import Moment, Plan
from ogp_cli.process.ledger import Ledger, State, expected


def as_of(plan: Plan, moment: Moment) -> Plan:
    """Return the book with what was known at a moment, and nothing later.

    The meeting counts: its steps, decisions and schedule are known from then on, whatever their own
    days. A proposal is in the book from the day in its file, if there is one; a merged commitment,
    once its merge is proposed; a commitment of the plan, with its card, once it is adopted.
    Institutions have the names that they had on the day.
    """
    ledger = expected(plan, moment)
    found = (_commitment(plan, each, ledger, moment) for each in plan.commitments.values())
    return plan.replace(
        as_of=moment,
        info=_without_later(plan, moment),
        organizations={id_: _named(each, moment.day) for id_, each in plan.organizations.items()},
        commitments={each.id: each for each in found if each},
        meetings={id_: each for id_, each in plan.meetings.items() if plan.moments[id_] <= moment},
        planned={},
        reports=_reports(plan, moment.day),
    )


def _without_later(plan: Plan, moment: Moment) -> PlanInfo:
    """Return the plan's own file; its opening balance excludes later proposals."""
    later = sum(_is_later(each, moment) for each in plan.commitments.values())
    proposals = plan.info.proposals and plan.info.proposals - later
    return plan.info.model_copy(update={"proposals": proposals})


def _is_later(commitment: Commitment, moment: Moment) -> bool:
    return bool(
        isinstance(commitment, Proposal)
        and commitment.proposed
        and commitment.proposed > moment.day
    )


def _commitment(
    plan: Plan, commitment: Commitment, ledger: Ledger, moment: Moment
) -> Commitment | None:
    state = ledger.state(commitment.id)
    if _is_later(commitment, moment) or (
        not isinstance(commitment, Proposal) and state.made is None
    ):
        return None
    history = (each for each in commitment.history if plan.is_known(each.meeting, moment))
    known = {
        "title": _title(plan, commitment, ledger),
        "status": state.status,
        "history": tuple(history),
        **_lineage(commitment, state),
    }
    if isinstance(commitment, Adopted):
        irm = (each for each in commitment.irm if not each.date or each.date <= moment.day)
        known |= {"milestones": tuple(_milestones(plan, commitment, moment)), "irm": tuple(irm)}
    return commitment.model_copy(update=known)


def _lineage(commitment: Commitment, state: State) -> dict[str, object]:
    """Return what a commitment was made of, and what it became, by the keys of its file."""
    members = tuple(state.members) or commitment.made_from
    if isinstance(commitment, Adopted):
        return {"adopted_from": members}
    became = "adopted_as" if state.status == "adopted" else "merged_into"
    lineage = {"merged_into": None, "adopted_as": None, became: state.into}
    return lineage | ({"merged_from": members} if isinstance(commitment, Merged) else {})


def _milestones(plan: Plan, commitment: Adopted, moment: Moment) -> Iterator[Milestone]:
    """Yield the milestones that there were, due when they were due then."""

    def is_known(meeting: str | None) -> bool:
        return meeting is None or plan.is_known(meeting, moment)

    for milestone in commitment.milestones:
        if is_known(milestone.added):
            moved = tuple(each for each in milestone.moved if is_known(each.meeting))
            later = milestone.moved[len(moved) :]
            due = later[0].from_ if later else milestone.due
            dropped = milestone.dropped if is_known(milestone.dropped) else None
            yield milestone.model_copy(update={"due": due, "moved": moved, "dropped": dropped})


def _reports(plan: Plan, day: dt.date) -> dict[str, Report]:
    """Return what was reported by a day."""
    found = {}
    for id_, report in plan.reports.items():
        ends = last_day(id_) if is_half_year(id_) else dt.date.min
        entries = {
            name: tuple(
                each
                for each in report.entries(name)
                if (report.known_since(each) or dt.date.min) <= day
            )
            for name in report.commitments
        }
        known = {name: each for name, each in entries.items() if each}
        presented = report.presented if report.presented and report.presented <= day else None
        if known or ends <= day:
            found[id_] = report.model_copy(update={"presented": presented, "commitments": known})
    return found


def _title(plan: Plan, commitment: Commitment, ledger: Ledger) -> object:
    """Return the title that meetings had given by then; if none ever does, that of the file."""
    if isinstance(commitment, Adopted):
        return ledger.state(commitment.id).title or commitment.title
    ever = expected(plan).state(commitment.id).title
    return ledger.state(commitment.id).title if ever else commitment.title


def _named(organization: Organization, day: dt.date) -> Organization:
    """Return an institution with the name that it had on a day."""
    former = [each for each in organization.formerly if each.until >= day]
    if not former:
        return organization
    name = min(former, key=lambda each: each.until).name
    return organization.model_copy(update={"name": name})
