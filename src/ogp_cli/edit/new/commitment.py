"""A new proposal: its file, and the number of proposals in plan.yaml."""

import datetime as dt
import re
from collections.abc import Iterator

from ogp_cli.edit.change import Change, new_file
from ogp_cli.errors import OgpError
from ogp_cli.lang.interface import _
from ogp_cli.models.commitment import Proposal
from ogp_cli.plan import Plan, lookup
from ogp_cli.store.edit import edited
from ogp_cli.store.folder import COMMITMENTS, PLAN
from ogp_cli.store.source import open_source


def next_number(plan: Plan) -> int:
    """Return the number after the last one of the book."""
    numbers = (re.match("[0-9]+", str(each)) for each in _numbers(plan))
    return max((int(each[0]) for each in numbers if each), default=0) + 1


def _numbers(plan: Plan) -> set[int | str]:
    """Return the numbers of the proposals; those of the plan are another series."""
    return {each.number for each in plan.drafted.values() if each.number}


def new_commitment(
    plan: Plan, number: int | str, title: str, lead: str | None, proposed: dt.date | None
) -> list[Change]:
    """Return the file of a new proposal, and plan.yaml where it has to count one more.

    Raises `OgpError` where the number is taken, its file cannot be read, the institution is
    unknown, or plan.yaml cannot be edited.
    """
    lookup.refuse_unread(plan, COMMITMENTS, f"{number}")
    if number in _numbers(plan) or plan.has_commitment(str(number)):
        hint = _("the next number is {number}").format(number=next_number(plan))
        raise OgpError(_("there is a commitment {number} already").format(number=number), hint)
    file = new_file(
        f"{COMMITMENTS}/{number}.yaml",
        {
            "number": number,
            "title": title,
            "lead": lookup.institution(plan, lead) if lead else None,
            "proposed": proposed.isoformat() if proposed else None,
            "status": "standing",
        },
    )
    return [file, *_counted(plan, number)]


def _counted(plan: Plan, number: int | str) -> Iterator[Change]:
    """Yield plan.yaml with one proposal more, unless it counts this one already."""
    stated = plan.info.proposals
    found = sum(isinstance(each, Proposal) for each in plan.commitments.values())
    if stated is None or (isinstance(number, int) and number <= stated and found < stated):
        return  # it has no count, or one of those that it counts was lost
    source = open_source(plan.root, PLAN)
    values = {**source.values, "proposals": stated + 1}
    yield Change(PLAN, source.data, edited(source.data, PLAN, values))
