"""What shows that something is so: a document, and where it can be read."""

from typing import Annotated

from pydantic import Field

from ogp_cli.models.base import Part, optional
from ogp_cli.models.refusal import Pattern
from ogp_cli.models.types import Date, Text

Link = Annotated[
    str,
    Pattern(
        r'^https?://[^\s<>"]+$',
        "{value} is not a link",
        "write an address that begins with https:// or http://, as in https://example.org/a.pdf",
    ),
]


class Evidence(Part):
    """A document: its title, where it can be read, and its day."""

    title: Text = Field(description="What the document is.")
    link: Link | None = optional("Where it can be read: http or https.")
    date: Date | None = optional("The day of the document.")
