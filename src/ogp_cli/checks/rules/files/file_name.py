"""A file's name, which is its id, does not match its content.

A meeting's id is its date, with a suffix if two meetings share a day: `2024-03-21.yaml`,
`2024-03-21-b.yaml`. If a commitment's id is a number, it is the commitment's number; any other name
is free. An id has only Latin letters, digits, `-`, `_` and `.`, so that other files can refer to
it.
"""

from collections import Counter
from collections.abc import Iterator

from ogp_cli.ids import is_id
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


def _commitments(plan: Plan) -> Iterator[Finding]:
    numbers = Counter(each.number for each in plan.commitments.values())
    for commitment in plan.commitments.values():
        number = commitment.number
        # Where two have one number, the rule duplicate-number speaks.
        if number is None or numbers[number] > 1 or not commitment.id.isdecimal():
            continue
        if int(commitment.id) != number:
            yield Finding(
                commitment.at("number"),
                "the file is called {id}.yaml, but the number is {number}",
                "rename the file (and what refers to it), or correct the number",
                {"id": commitment.id, "number": number},
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
