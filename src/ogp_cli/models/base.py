"""What all models share: strictness and, for those with a file of their own, an identity."""

from collections.abc import Mapping
from typing import Annotated, NamedTuple, Self, TypeVar, dataclass_transform

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, model_validator
from pydantic.dataclasses import dataclass, is_pydantic_dataclass
from pydantic.fields import FieldInfo

from ogp_cli.models.refusal import Pattern, Shared
from ogp_cli.models.types import NonBlank
from ogp_cli.problem import Place

RuleName = Annotated[
    str,
    Pattern(r"^[a-z]+(-[a-z]+)*$", "{value} is not a rule", "to list the rules: ogp rules"),
]
Accepted = Annotated[
    dict[RuleName, NonBlank] | None,
    Shared(),
    Field(description="Warnings of `ogp check` accepted here: the rule's name, and the reason."),
]
T = TypeVar("T")
R = TypeVar("R")

_STRICT = ConfigDict(extra="forbid")


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(Field,))
def part(cls: type[T]) -> type[T]:
    """Make a class the model of a file or a part of one; unknown keys are refused.

    It is a dataclass with slots, not a BaseModel: it is read in half the time and takes a quarter
    of the memory, and a book may have a hundred thousand steps. The values already have YAML's
    types, so only numbers need to be strict. Nothing changes a part once it is read, as the type
    checker makes sure. Part has the methods that a dataclass would make for each of forty classes:
    to make them takes an eighth of the time to import the models.
    """
    made: type[T] = dataclass(cls, config=_STRICT, eq=False, repr=False, slots=True, kw_only=True)  # type: ignore[assignment]
    return made


@part
class Part:
    """What a file and every part of it may contain."""

    accept: Accepted = Field(default=None)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and _values(other) == _values(self)

    __hash__ = None  # type: ignore[assignment]  # a text by language is a dict, which has none

    def __repr__(self) -> str:
        values = ", ".join(f"{name}={value!r}" for name, value in _values(self).items())
        return f"{type(self).__name__}({values})"


class Identity(NamedTuple):
    """Which file a record was read from: its id (the file's stem) and its path from the root."""

    id: str
    file: str


class _Identified(Part):
    """Which file a record comes from. Slots, not fields: the file itself does not say it."""

    __slots__ = ("file", "id")

    id: str  # what other files call the record
    file: str  # its path from the root


@part
class Record(_Identified):
    """A file among many. Its id is the file's name, and is not written in the file."""

    @model_validator(mode="after")
    def _identify(self, info: ValidationInfo) -> Self:
        """Take the identity that the reader passes as the validation context."""
        return _fill(self, (info.context or Identity("", ""))._asdict())

    def replace(self, **values: object) -> Self:
        """Return a copy of this record with some other values, which are not validated."""
        return changed(self, **values)

    def at(self, *path: str | int) -> Place:
        """Return the place of a node of this record's file."""
        return Place(self.file, path)


def changed(of: R, **values: object) -> R:
    """Return a copy of a part of a file with some other values, which are not validated."""
    return _fill(object.__new__(type(of)), _values(of) | values)


def _values(of: object) -> dict[str, object]:
    names = [*fields_of(type(of)), *(Identity._fields if isinstance(of, Record) else ())]
    return {name: getattr(of, name) for name in names}


def _fill(record: R, values: Mapping[str, object]) -> R:
    for name, value in values.items():
        setattr(record, name, value)
    return record


def is_model(annotation: object) -> bool:
    """Whether an annotation is the model of a file or of a part of one."""
    return isinstance(annotation, type) and (
        issubclass(annotation, BaseModel) or is_pydantic_dataclass(annotation)
    )


def fields_of(model: type) -> dict[str, FieldInfo]:
    """Return the fields of a model by their keys."""
    fields: dict[str, FieldInfo] = model.__pydantic_fields__  # type: ignore[attr-defined]
    return fields


def keys_of(model: type) -> dict[str, FieldInfo]:
    """Return the fields of a model by the keys of the file: `from` is a word of Python's too."""
    return {field.alias or name: field for name, field in fields_of(model).items()}
