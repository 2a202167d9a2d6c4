"""What every model shares: strictness, and for those with a file of their own, their identity."""

from functools import cached_property
from typing import Annotated, NamedTuple, TypeVar, dataclass_transform

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, StringConstraints
from pydantic.dataclasses import dataclass, is_pydantic_dataclass
from pydantic.fields import FieldInfo

from ogp_cli.problem import Place

RULE = r"^[a-z]+(-[a-z]+)*$"
RuleName = Annotated[str, StringConstraints(pattern=RULE)]
Reason = Annotated[str, StringConstraints(pattern=r"\S")]


Accepted = Annotated[
    dict[RuleName, Reason] | None,
    Field(
        description="What `ogp check` reports here and is right as it is: the rule's name, and why "
        "it is right."
    ),
]
T = TypeVar("T")


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(Field,))
def part(cls: type[T]) -> type[T]:
    """Make a class the model of a part of a file: unknown keys are refused, nothing changes later.

    A dataclass with slots, not a BaseModel: it is read in half the time, and takes a quarter of the
    memory, and a country has a hundred thousand steps. The values that it is made from are already
    of YAML's types: none is converted.
    """
    config = ConfigDict(extra="forbid", json_schema_extra=getattr(cls, "JSON_SCHEMA", None))
    made: type[T] = dataclass(cls, config=config, frozen=True, slots=True, kw_only=True)  # type: ignore[assignment]
    return made


@part
class Part:
    """What every part of a file may hold; `JSON_SCHEMA` is what its schema says besides."""

    accept: Accepted = None


class Identity(NamedTuple):
    """Which file a record was read from: its id (the file's stem) and its path from the root."""

    id: str
    file: str


class File(BaseModel):
    """A file. Unknown keys are refused, nothing is converted, nothing changes later."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    accept: Accepted = None


class Record(File):
    """A file among many. Its id is not written in it: the file's name says it, once."""

    _identity: Identity = PrivateAttr()

    def model_post_init(self, context: object, /) -> None:
        """Take the identity that the reader passes as the validation context."""
        self._identity = context if isinstance(context, Identity) else Identity("", "")

    # Cached: pydantic takes a microsecond to find what is private, and rules ask for it often.
    @cached_property
    def id(self) -> str:
        """What other files call this record."""
        return self._identity.id

    @cached_property
    def file(self) -> str:
        """Its path from the root."""
        return self._identity.file

    def at(self, *path: str | int) -> Place:
        """Return the place of a node of this record's file."""
        return Place(self.file, path)


def is_model(annotation: object) -> bool:
    """Whether something is the class of a file or of a part of one."""
    return isinstance(annotation, type) and (
        issubclass(annotation, BaseModel) or is_pydantic_dataclass(annotation)
    )


def fields_of(model: type) -> dict[str, FieldInfo]:
    """Return the fields of a file or of a part of one, by their keys."""
    fields: dict[str, FieldInfo] = model.__pydantic_fields__  # type: ignore[attr-defined]
    return fields
