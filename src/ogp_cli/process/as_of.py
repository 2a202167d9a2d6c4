"""The book with the texts and the outcomes of a moment: just after a meeting, the end of a day."""

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, TypeVar

from ogp_cli.models.base import Identity, stated
from ogp_cli.models.commitment import Adopted, Commitment, Merged, Proposal
from ogp_cli.models.organization import Former, Organization
from ogp_cli.models.partial_date import is_half_year, last_day
from ogp_cli.models.plan import PlanInfo
from ogp_cli.models.report import Report
from ogp_cli.models.types import Text
from ogp_cli.plan import Moment, Plan, moment_of
from ogp_cli.plan.load import by_number
from ogp_cli.process.fold import expected
from ogp_cli.process.ledger import Ledger
from ogp_cli.store.folder import COMMITMENTS

F = TypeVar("F", bound=Former)


@lru_cache(maxsize=2)
def as_of(plan: Plan, moment: Moment) -> Plan:
    """Return the book with what was known at a moment, and nothing later.

    The meeting counts: its steps, decisions and schedule are known from then on, whatever their own
    days. A proposal is in the book from the day in its file, if there is one; a merged commitment,
    once its merge is proposed; a commitment of the plan, with its card, once it is adopted.
    Institutions and groups have the names that they had on the day.
    """
    book = plan.book or plan
    found = _commitments(book, expected(book, moment))
    known = [_without_later_coding(each, moment) for each in found if not _is_later(each, moment)]
    return book.replace(
        as_of=moment,
        book=book,
        info=_without_later(book, moment),
        organizations={
            id_: organization_on(each, moment.day) for id_, each in book.organizations.items()
        },
        commitments={each.id: each for each in known},
        meetings={id_: each for id_, each in book.meetings.items() if moment_of(each) <= moment},
        planned={},
        reports=reported_by(book, moment.day),
    )


@lru_cache(maxsize=2)
def present(plan: Plan) -> Plan:
    """Return the book with all that is known; a file that nothing explains stays as it is."""
    if plan.book:
        return plan
    found = {each.id: each for each in _commitments(plan, expected(plan))}
    known = sorted(({**plan.commitments, **found}).values(), key=by_number)
    return plan.replace(book=plan, commitments={each.id: each for each in known})


def _commitments(plan: Plan, ledger: Ledger) -> list[Commitment]:
    """Return the commitments that were proposed or made, as they are; they may have no file yet."""
    there = {name: state for name, state in ledger.states.items() if state.is_there}
    commitments = []
    for name, state in there.items():
        file = plan.commitments.get(name)
        if file is None and (state.made is None or plan.is_unread(COMMITMENTS, name)):
            continue
        asserted = {key: value for key, value in ledger.asserted(name).items() if key != "history"}
        lists = {key: asserted[key] or () for key in ("merged_from", "adopted_from")}
        values = {**state.card, "milestones": tuple(state.milestones.values()), **asserted, **lists}
        base = file or _without_file(name, is_of_plan=state.kind == "plan")
        keys = type(base).model_fields.keys() & values.keys()
        commitments.append(base.model_copy(update={key: values[key] for key in keys}))
    return sorted(commitments, key=by_number)


def _without_file(name: str, *, is_of_plan: bool) -> Commitment:
    identity, values = Identity(name, f"{COMMITMENTS}/{name}.yaml"), {"status": "standing"}
    if is_of_plan:
        return Adopted.model_validate({**values, "number": name[1:]}, context=identity)
    return Merged.model_validate(values, context=identity)


def _without_later(plan: Plan, moment: Moment) -> PlanInfo:
    """Return the plan's own file as it was; its opening balance excludes later proposals."""
    later = sum(_is_later(each, moment) for each in plan.commitments.values())
    proposals = plan.info.proposals and plan.info.proposals - later
    return info_on(plan.info, moment.day).model_copy(update={"proposals": proposals})


def _is_later(commitment: Commitment, moment: Moment) -> bool:
    proposed = commitment.proposed if isinstance(commitment, Proposal) else None
    return proposed is not None and proposed > moment.day


def _without_later_coding(commitment: Commitment, moment: Moment) -> Commitment:
    if not isinstance(commitment, Adopted):
        return commitment
    irm = (each for each in commitment.irm if not each.date or each.date <= moment.day)
    return commitment.model_copy(update={"irm": tuple(irm)})


def reported_by(plan: Plan, day: dt.date) -> dict[str, Report]:
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
        if known or ends <= day:
            found[id_] = report.model_copy(update={"commitments": known})
    return found


def organization_on(organization: Organization, day: dt.date) -> Organization:
    """Return an institution with the name that it had on a day."""
    found = (each.name for each in _since(organization.formerly, day))
    return organization.model_copy(update={"name": next(found, organization.name)})


def info_on(info: PlanInfo, day: dt.date) -> PlanInfo:
    """Return the plan's own file with what it said on a day."""
    former, groups = dict[str, Any](), dict[str, Text]()
    for each in reversed(_since(info.formerly, day)):
        former |= stated(each)
        groups |= each.groups
    former.pop("until", None)
    return info.model_copy(update={**former, "groups": info.groups | groups})


def _since(formerly: Iterable[F], day: dt.date) -> list[F]:
    """Return what was so on a day and ended since, in the order in which it ended."""
    return sorted((each for each in formerly if each.until >= day), key=lambda each: each.until)
