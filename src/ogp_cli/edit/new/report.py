"""A new report of a half-year: the commitments of the plan, with their milestones, to fill in."""

from collections.abc import Iterator

from ogp_cli.edit.change import Change
from ogp_cli.errors import OgpError
from ogp_cli.ids import written
from ogp_cli.lang import choose
from ogp_cli.models.partial_date import is_half_year, last_day
from ogp_cli.plan import Moment, Plan
from ogp_cli.present.wording import Wording
from ogp_cli.process.implementation import to_report
from ogp_cli.store.emit import inline
from ogp_cli.store.folder import REPORTS


def next_period(plan: Plan) -> str | None:
    """Return the first half-year of the plan that has no report, or None."""
    return next((each for each in plan.info.periods if not _is_taken(plan, each)), None)


def new_report(plan: Plan, period: str) -> Change:
    """Return the file of a new report, with what is to be reported on.

    Each commitment has lines of its own, so that git merges what two institutions fill in at the
    same time. Raises `OgpError` where there is a report, the half-year is not one of the plan, or
    nothing is to be reported on.
    """
    if not is_half_year(period):
        hint = "write its last month, as in 2025-06"
        raise OgpError(f"“{period}” is not a half-year", hint)
    if plan.info.periods and period not in plan.info.periods:
        hint = "add it to “periods” in plan.yaml"
        raise OgpError(f"{period} is not among the half-years of the plan", hint)
    if _is_taken(plan, period):
        raise OgpError(f"the report of {period} has a file already")
    names = to_report(plan, Moment(last_day(period)))
    if not names:
        hint = "a meeting adopts the plan first, with “adopt”"
        raise OgpError(f"no commitment of the plan is to be reported on in {period}", hint)
    say = Wording(plan, choose(plan.info.language))
    lines = ["commitments:", *(line for name in names for line in _commitment(say, name))]
    return Change(f"{REPORTS}/{period}.yaml", None, "".join(f"{each}\n" for each in lines).encode())


def _commitment(say: Wording, name: str) -> Iterator[str]:
    """Yield the lines of a commitment, after a comment with its title."""
    known = say.plan.commitments[name]
    yield f"  # {name}. {' '.join(say.alone(known.title).split()) if known.title else ''}".rstrip()
    yield f"  {name}:"
    yield from ("    reported:", "    completion:")
    if known.milestones:
        yield "    milestones:"
        yield from (f"      {inline(written(each.id))}:" for each in known.milestones)
    yield from ("    done: []", "    challenges:", "    evidence: []")


def _is_taken(plan: Plan, period: str) -> bool:
    return period in plan.reports or plan.is_unread(REPORTS, period)
