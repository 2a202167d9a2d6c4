"""A coordination meeting is held on a commitment that none of its institutions leads.

An institution and its departments count as one. Commitments without a lead are passed over, and
what other rules report: an institution of the slot that leads none of its commitments
(slot-institution), and a commitment with two slots in one schedule (scheduled-twice).
"""

from collections.abc import Iterator

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"
NEEDS = {"organizations"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every commitment of a slot whose lead is not invited."""
    for meeting, at, slot in plan.index.slots:
        known = [plan.commitments.get(name) for name in slot.commitments]
        leads = {each.lead for each in known if each and each.lead}
        invited = slot.organizations
        if not all(map(plan.institutions.is_known, (*invited, *leads))):
            continue
        led = {lead: [plan.institutions.related(each, lead) for each in invited] for lead in leads}
        if not all(map(any, zip(*led.values(), strict=True))):
            continue  # an institution leads nothing here
        for index, commitment in enumerate(known):
            if not commitment or not commitment.lead or any(led[commitment.lead]):
                continue
            own = [each for each in plan.index.slots_of(commitment.id) if each.meeting is meeting]
            if len(own) == 1:
                yield Finding(
                    at / "commitments" / index,
                    "{name} is led by “{lead}”, which is not invited here",
                    "correct the commitment or its lead, or add the institution",
                    {"name": commitment.id, "lead": commitment.lead},
                    commitment.at("lead"),
                )
