"""The book as it stood just after a meeting, or at the end of a day."""

import datetime as dt
from dataclasses import replace

from ogp_cli.models.commitment import Commitment
from ogp_cli.models.organization import Organization
from ogp_cli.models.plan import PlanInfo
from ogp_cli.plan import Moment, Plan
from ogp_cli.process.ledger import Ledger, expected


def as_of(plan: Plan, moment: Moment) -> Plan:
    """Return the book with what was known at a moment, and nothing later.

    The meeting counts: its steps, decisions and schedule are known from then on, whatever their own
    days. A proposal is in the book from the day in its file, if there is one; a merged commitment,
    once its merge is proposed. Institutions have the names that they had on the day.
    """
    ledger = expected(plan, moment)
    found = (_commitment(plan, each, ledger, moment) for each in plan.commitments.values())
    return replace(
        plan,
        as_of=moment,
        info=_without_later(plan, moment),
        organizations={id_: _named(each, moment.day) for id_, each in plan.organizations.items()},
        commitments={each.id: each for each in found if each},
        meetings={id_: each for id_, each in plan.meetings.items() if plan.moments[id_] <= moment},
        planned={},
    )


def _without_later(plan: Plan, moment: Moment) -> PlanInfo:
    """Return the plan's own file; its opening balance excludes later proposals."""
    later = sum(_is_later(each, moment) for each in plan.commitments.values())
    return (
        replace(plan.info, proposals=plan.info.proposals - later)
        if plan.info.proposals
        else plan.info
    )


def _is_later(commitment: Commitment, moment: Moment) -> bool:
    return bool(commitment.is_proposal and commitment.proposed and commitment.proposed > moment.day)


def _commitment(
    plan: Plan, commitment: Commitment, ledger: Ledger, moment: Moment
) -> Commitment | None:
    state = ledger.state(commitment.id)
    if _is_later(commitment, moment) or (not commitment.is_proposal and state.made is None):
        return None
    return commitment.replace(
        title=_title(plan, commitment, ledger),
        status=state.status,
        merged_into=state.into,
        merged_from=tuple(state.members) or commitment.merged_from,
        history=tuple(
            entry
            for entry in commitment.history
            if entry.meeting in plan.moments and plan.moments[entry.meeting] <= moment
        ),
    )


def _title(plan: Plan, commitment: Commitment, ledger: Ledger) -> object:
    """Return the title that meetings had given by then; if none ever does, that of the file."""
    ever = expected(plan).state(commitment.id).title
    return ledger.state(commitment.id).title if ever else commitment.title


def _named(organization: Organization, day: dt.date) -> Organization:
    """Return an institution with the name that it had on a day."""
    former = [each for each in organization.formerly if each.until >= day]
    if not former:
        return organization
    return replace(organization, name=min(former, key=lambda each: each.until).name)
