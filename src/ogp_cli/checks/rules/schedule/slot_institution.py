"""A coordination meeting is held with an institution that leads none of its commitments.

An institution and its departments count as one. Commitments without a lead are ignored.
"""

from collections.abc import Iterator

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"
NEEDS = {"organizations"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every institution of a slot that none of its commitments names."""
    for _, at, slot in plan.index.slots:
        known = [plan.commitments.get(name) for name in slot.commitments]
        leads = {each.lead for each in known if each and each.lead}
        for index, name in enumerate(slot.organizations):
            if not leads or not all(map(plan.institutions.is_known, (name, *leads))):
                continue
            if not any(plan.institutions.related(name, lead) for lead in leads):
                yield Finding(
                    at / "organizations" / index,
                    "“{name}” leads none of these commitments: {leads}",
                    "correct the institution, the commitments, or their leads",
                    {"name": name, "leads": ", ".join(sorted(leads))},
                )
