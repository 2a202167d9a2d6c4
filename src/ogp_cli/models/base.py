"""What every model shares: strictness, and for those with a file of their own, their identity."""

from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, PrivateAttr

from ogp_cli.problem import Place


class Model(BaseModel):
    """A part of a file. Unknown keys are refused, nothing is converted, nothing changes later."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


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
