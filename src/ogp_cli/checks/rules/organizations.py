"""Rules on the institutions: their names, their sectors, and what they are a department of."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ogp_cli.checks.rule import rule
from ogp_cli.models.organization import Former, Organization
from ogp_cli.models.plan import PlanInfo
from ogp_cli.plan import Plan
from ogp_cli.plan.walk import walk
from ogp_cli.problem import Finding, Place
from ogp_cli.store.folder import ORGANIZATIONS


@rule("warning", needs={"organizations", "commitments", "meetings", "reports"}, once=True)
def unused_organization(plan: Plan) -> Iterator[Finding]:
    """No file names an institution from outside the government.

    It takes part in nothing: a participant is missing, or has another institution, or the
    institution has two ids. Institutions of the government may be listed before anything names
    them, and all may be before the first meeting.
    """
    used = {
        name
        for part, at in plan.owners
        for _, name, kind, _ in walk(part, at.path, "references")
        if kind == "organization"
    }
    # Where an id is mistyped, it is that of an institution that nothing else may name.
    is_told = plan.meetings and used <= plan.organizations.keys()
    for name, organization in plan.organizations.items() if is_told else ():
        if name not in used and organization.sector in plan.sectors - {"government"}:
            yield Finding(
                Place(ORGANIZATIONS, (name,), key=True),
                "no file names this institution",
                "add it where it takes part, or remove it here",
            )


@rule("error")
def part_of_itself(plan: Plan) -> Iterator[Finding]:
    """An institution is part of itself, or of one of its own departments.

    An institution's name is printed after the name of the one that it is part of, so this one could
    not be named.

        direction-a1:
          name: …
          part_of: direction-a1     # should be the ministry
    """
    told = set[str]()
    for name, organization in plan.organizations.items():
        circle = plan.institutions.chain(organization.part_of or "")
        if name in circle and told.isdisjoint(circle):
            told.update(circle)
            yield Finding(
                Place(ORGANIZATIONS, (name, "part_of")),
                "“{name}” is part of itself",
                "write the institution that it belongs to, or remove the line",
                {"name": name},
            )


@rule("error")
def former_names(plan: Plan) -> Iterator[Finding]:
    """Former names are not in the order of their last days, or two were in use until the same day.

    Older documents keep the name of their time, so each name has a last day of its own. The oldest
    stands first. The same holds for what plan.yaml was before.

        ministry-a:
          name: …
          formerly:
          - {name: …, until: 2021-10-07}
          - {name: …, until: 2021-10-07}     # which one do minutes of 2020 print?
    """
    for part, at in plan.owners:
        if isinstance(part, Organization | PlanInfo):
            yield from _in_order(part.formerly, at / "formerly")


def _in_order(former: Sequence[Former], at: Place) -> Iterator[Finding]:
    """Yield the entries of a list that are not later than the one before."""
    for index, (before, each) in enumerate(pairwise(former)):
        if each.until <= before.until:
            yield Finding(
                at / (index + 1) / "until",
                "{day} is not after {before}, the last day of the entry before it",
                "correct one of the two days, or write the oldest entry first",
                {"day": each.until, "before": before.until},
                at / index / "until",
            )


_MINISTRY = re.compile(r"(وزارة|الوزارة|minist[eè]re|ministry)\b", re.IGNORECASE)
# «الجمعية الوطنية» and «الجمعية العامة» are assemblies.
_ASSOCIATION = re.compile(
    r"(جمعية|الجمعية(?! (الوطنية|العامة))|association|ong|ngo)\b", re.IGNORECASE
)


@rule("warning")
def sector_differs(plan: Plan) -> Iterator[Finding]:
    """The sector of an institution does not fit its name, or the institution that it belongs to.

    A ministry belongs to the government, and an association does not; a department belongs where
    its institution does. The attendance by sector (OGP requirement 1.1) is counted by this key.
    Only the first word of the name counts.
    """
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
                "the sector is “{sector}”, but the name suggests another one",
                "correct the sector, or accept it here",
                {"sector": organization.sector},
                Place(ORGANIZATIONS, (name, "name")),
            )


def _contradicts(organization: Organization) -> bool:
    """Whether a name is that of a ministry outside the government, or of an association in it."""
    pattern = _ASSOCIATION if organization.sector == "government" else _MINISTRY
    name = organization.name
    return any(map(pattern.match, name.values() if isinstance(name, dict) else [name]))
