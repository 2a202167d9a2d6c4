"""What something was until a day."""

from pydantic import Field

from ogp_cli.models.base import Part
from ogp_cli.models.types import Date


class Former(Part):
    """What something was until a day, where it is no more."""

    until: Date = Field(description="The last day on which it was so.")
