"""A file's name, which is its id, does not match its content.

A meeting's id is its date, with a suffix if two meetings share a day: `2024-03-21.yaml`,
`2024-03-21-b.yaml`. If a commitment's id is a number, it is the commitment's number; any other name
is free. A commitment of the plan is called `c` and its number, as in `c1.yaml`, and a report after
the last month of its half-year, as in `2025-06.yaml`. An id has only Latin letters, digits, `-`,
`_` and `.`, so that other files can refer to it.
"""

from collections import Counter
from collections.abc import Iterator

from ogp_cli.ids import is_id
from ogp_cli.models.commitment import Commitment
from ogp_cli.models.partial_date import is_half_year
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every file whose name is no id, or that of something else."""
    for record in (*plan.commitments.values(), *plan.all_meetings):
        if not is_id(record.id):
            yield Finding(
                record.at(),
                "“{id}” is not an id",
                "rename the file: Latin letters, digits, - _ . and no space",
                {"id": record.id},
            )
    yield from _commitments(plan)
    yield from _meetings(plan)
    yield from _reports(plan)


def _commitments(plan: Plan) -> Iterator[Finding]:
    numbers = Counter((each.is_adopted, each.number) for each in plan.commitments.values())
    for commitment in plan.commitments.values():
        number = commitment.number
        # Where two have one number, the rule duplicate-number speaks.
        if number is None or numbers[commitment.is_adopted, number] > 1:
            continue
        if not _is_called(commitment, number):
            yield Finding(
                commitment.at("number"),
                "the file is called {id}.yaml, but the number is {number}",
                "rename the file (and what refers to it), or correct the number",
                {"id": commitment.id, "number": number},
            )


def _is_called(commitment: Commitment, number: int) -> bool:
    """Whether a file is called after the number, or has a name that no number gives."""
    if commitment.is_adopted:
        return commitment.id == f"c{number}"
    return not commitment.id.isdecimal() or int(commitment.id) == number


def _reports(plan: Plan) -> Iterator[Finding]:
    for report in plan.reports.values():
        if not is_half_year(report.id):
            yield Finding(
                report.at(),
                "the file is called {id}.yaml, which is not a half-year",
                "rename it after the last month of the half-year, as in 2025-06.yaml",
                {"id": report.id},
            )


def _meetings(plan: Plan) -> Iterator[Finding]:
    for meeting in plan.all_meetings:
        day = meeting.date.isoformat()
        if meeting.id != day and not meeting.id.startswith(f"{day}-"):
            yield Finding(
                meeting.at("date"),
                "the file is called {id}.yaml, but the date is {date}",
                "rename the file (and what refers to it), or correct the date",
                {"id": meeting.id, "date": day},
            )
