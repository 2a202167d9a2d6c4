"""What every model shares: strictness, and for those with a file of their own, their identity."""

from typing import Annotated, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, StringConstraints

from ogp_cli.problem import Place

RULE = r"^[a-z]+(-[a-z]+)*$"
RuleName = Annotated[str, StringConstraints(pattern=RULE)]
Reason = Annotated[str, StringConstraints(pattern=r"\S")]


class Model(BaseModel):
    """A part of a file. Unknown keys are refused, nothing is converted, nothing changes later."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    accept: dict[RuleName, Reason] | None = Field(
        None,
        description="What `ogp check` reports here and is right as it is: the rule's name, and why "
        "it is right.",
    )


class Identity(NamedTuple):
    """Which file a record was read from: its id (the file's stem) and its path from the root."""

    id: str
    file: str


class Record(Model):
    """A file of its own. Its id is not written in it: the file's name says it, once."""

    _identity: Identity = PrivateAttr(default=Identity("", ""))

    def model_post_init(self, context: object, /) -> None:
        """Take the identity that the reader passes as the validation context."""
        if isinstance(context, Identity):
            self._identity = context

    @property
    def id(self) -> str:
        """What other files call this record."""
        return self._identity.id

    def at(self, *path: str | int) -> Place:
        """Return the place of a node of this record's file."""
        return Place(self._identity.file, path)
