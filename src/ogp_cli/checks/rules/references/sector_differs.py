"""The sector of an institution does not go with its name or with what it is a department of.

A ministry sits on the side of the government, and an association does not; a department sits where
its institution does. The attendance by sector (OGP requirement 1.1) is counted by this key. Only
the first word of the name counts.
"""

import re
from collections.abc import Iterator

from ogp_cli.models.organization import Organization
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level, Place
from ogp_cli.store.folder import ORGANIZATIONS

LEVEL: Level = "warning"

_MINISTRY = re.compile(r"(وزارة|الوزارة|minist[eè]re|ministry)\b", re.IGNORECASE)
# «الجمعية الوطنية» and «الجمعية العامة» are assemblies.
_ASSOCIATION = re.compile(
    r"(جمعية|الجمعية(?! (الوطنية|العامة))|association|ong|ngo)\b", re.IGNORECASE
)


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every institution whose sector is most likely another one."""
    for name, organization in plan.organizations.items():
        at = Place(ORGANIZATIONS, (name, "sector"))
        parent = plan.organizations.get(organization.part_of or "")
        if parent and parent.sector != organization.sector:
            yield Finding(
                at,
                "the sector is “{sector}”, and that of “{parent}” is “{other}”",
                "give both one sector, or correct “part_of”",
                {
                    "sector": organization.sector,
                    "parent": organization.part_of,
                    "other": parent.sector,
                },
                Place(ORGANIZATIONS, (organization.part_of or "", "sector")),
            )
        elif _contradicts(organization):
            yield Finding(
                at,
                "the sector is “{sector}”, and the name says otherwise",
                "correct the sector, or accept it here",
                {"sector": organization.sector},
                Place(ORGANIZATIONS, (name, "name")),
            )


def _contradicts(organization: Organization) -> bool:
    """Whether a name is that of a ministry outside the government, or of an association in it."""
    pattern = _ASSOCIATION if organization.sector == "government" else _MINISTRY
    name = organization.name
    return any(map(pattern.match, name.values() if isinstance(name, dict) else [name]))
