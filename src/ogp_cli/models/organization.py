"""The institutions: each one once, with its names and its sector."""

from typing import Literal, get_args

from pydantic import Field, RootModel

from ogp_cli.models.base import Part, optional
from ogp_cli.models.types import Date, Id, OrganizationId, SectorId, Text

# The usual ones; plan.yaml may have more.
Sector = Literal[
    "government",
    "parliament",
    "judiciary",
    "local-authorities",
    "civil-society",
    "universities",
    "private-sector",
    "chambers",
    "media",
    "international",
]


class Former(Part):
    """What something was until a day, where it is no more."""

    until: Date = Field(description="The last day on which it was so.")


class FormerName(Former):
    """A name that an institution no longer has."""

    name: Text = Field(description="The institution's full name at the time.")


class Organization(Part):
    """An institution that leads commitments or sends people to meetings."""

    name: Text = Field(description="The institution's full name.")
    short: Text | None = Field(
        default=None, description="A shorter name, for where there is little room."
    )
    sector: SectorId = Field(
        description="Its sector, by which attendance is counted (OGP requirement 1.1): "
        + ", ".join(f"`{each}`" for each in get_args(Sector))
        + ", or one of plan.yaml."
    )
    part_of: OrganizationId | None = optional("The institution that this one is a department of.")
    formerly: tuple[FormerName, ...] = optional(
        "Its former names, which older documents keep, the oldest first.", ()
    )


class Organizations(RootModel[dict[Id, Organization]]):
    """`organizations.yaml`: the institutions by the id that other files use."""
