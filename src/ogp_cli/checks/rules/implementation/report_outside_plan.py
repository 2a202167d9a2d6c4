"""A report is on a commitment that was not in the plan in its half-year.

A commitment is in the plan from its adoption until it is withdrawn. It is reported on in every
half-year that has a day of that time.

    # data/meetings/2025-09-15.yaml                # data/reports/2025-06.yaml
    decisions:                                     commitments:
    - adopt:                                         c5:
      - {number: 5, from: [], title: …}                completion: limited
"""

import datetime as dt
from collections.abc import Iterator

from ogp_cli.models.commitment import Commitment
from ogp_cli.models.partial_date import first_day_of_half_year, last_day
from ogp_cli.plan import Decided, Moment, Plan
from ogp_cli.problem import Finding, Level
from ogp_cli.process.implementation import reports_of_plan
from ogp_cli.process.ledger import Ledger, expected

LEVEL: Level = "warning"
NEEDS = {"plan", "meetings"}

_ADOPTED = "{name} was adopted at the meeting of {meeting}, after the half-year {period}"
_WITHDRAWN = "{name} was withdrawn at the meeting of {meeting}, before the half-year {period}"
_A_DAY = dt.timedelta(days=1)


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every commitment of a report that was adopted or withdrawn at another time."""
    ledger = expected(plan)
    for report in reports_of_plan(plan):
        for name, reported in report.commitments.items():
            card = plan.adopted.get(name)
            message, decided = (card and _outside(ledger, card, report.id)) or ("", None)
            # Where a meeting's file has another day than its name, `file-name` says so.
            if decided and reported.says_something and _is_on_its_day(decided):
                yield Finding(
                    report.at("commitments", name).name,
                    message,
                    "remove it from this report, or correct its id",
                    {"name": name, "meeting": decided.meeting.id, "period": report.id},
                    decided.at,
                )


def _outside(ledger: Ledger, card: Commitment, period: str) -> tuple[str, Decided] | None:
    """Return why a commitment was not in the plan in a half-year, and the decision.

    A withdrawal that the card does not show may be a mistake itself.
    """
    state = ledger.state(card.id)
    if state.is_adopted and state.made and state.made.meeting.date > last_day(period):
        return _ADOPTED, state.made
    last = ledger.last_posting(card.id, Moment(first_day_of_half_year(period) - _A_DAY))
    if last and last.status == card.status == "withdrawn":
        return _WITHDRAWN, last.decided
    return None


def _is_on_its_day(decided: Decided) -> bool:
    return decided.meeting.id.startswith(decided.meeting.date.isoformat())
