"""What all models share: strictness and, for those with a file of their own, an identity."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, ClassVar, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, ValidationInfo, model_validator
from pydantic.fields import FieldInfo

from ogp_cli.models.refusal import Pattern, Shared
from ogp_cli.models.types import NonBlank
from ogp_cli.problem import Place

RuleName = Annotated[
    str,
    Pattern(r"^[a-z]+(-[a-z]+)*$", "{value} is not a rule", "to list the rules: ogp rules"),
]


def optional(description: str, default: object = None) -> Any:  # noqa: ANN401 - of any type
    """Return a field that a file may leave out, with its description."""
    return Field(default=default, description=description)


# The keys that are only for `ogp check`: they say nothing of the process.
OF_CHECK = {"accept", "check"}


class Part(BaseModel):
    """What a file and every part of it may contain; unknown keys are refused.

    A part does not change once it is read: `model_copy` makes another one. The values already have
    YAML's types, so only numbers need to be strict.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    accept: Annotated[dict[RuleName, NonBlank] | None, Shared()] = optional(
        "Warnings of `ogp check` accepted here: the rule's name, and the reason."
    )


class Identity(NamedTuple):
    """Which file a record was read from: its id (the file's stem) and its path from the root."""

    id: str
    file: str


class Record(Part):
    """A file among many. Its id is the file's name, and is not written in the file."""

    KEY: ClassVar[str | None] = None  # where a file has one of several kinds: the key that tells it
    _identity: Identity = PrivateAttr(default=Identity("", ""))

    @model_validator(mode="after")
    def _identify(self, info: ValidationInfo) -> Self:
        """Take the identity that the reader passes as the validation context."""
        self._identity = info.context or self._identity
        return self

    @classmethod
    def kinds(cls) -> tuple[type["Record"], ...]:
        """Return the models that a file of this kind can have."""
        return (cls,)

    @classmethod
    def kind_of(cls, values: object, identity: Identity) -> type["Record"]:
        """Return the one of them that a file has, by its values and its name."""
        return cls

    @cached_property
    def id(self) -> str:
        """What other files call the record."""
        return self._identity.id

    @cached_property
    def file(self) -> str:
        """The path of the file from the root."""
        return self._identity.file

    def at(self, *path: str | int) -> Place:
        """Return the place of a node of this record's file."""
        return Place(self.file, path)


def is_model(annotation: object) -> bool:
    """Whether an annotation is the model of a file or of a part of one."""
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def keys_of(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return the fields of a model by the keys of the file: `from` is a word of Python's too."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def stated(part: Part) -> dict[str, Any]:
    """Return the values that a part gives, by the names of its fields; not what it accepts."""
    names = part.model_fields_set - {"accept"}
    found = ((name, getattr(part, name)) for name in type(part).model_fields if name in names)
    return {name: value for name, value in found if value is not None}


def facts(record: Record) -> dict[str, Any]:
    """Return a record's id, and the keys of its file that have a value.

    Texts are as in the file: a string, or a string by language. What is only for `ogp check` is
    left out.
    """
    return {"id": record.id, **facts_of(record)}


def facts_of(part: Part) -> dict[str, Any]:
    """Return the keys of a part of a file that have a value, as `facts` does."""
    fields = type(part).model_fields.items()
    kept = {
        field.alias or name: getattr(part, name) for name, field in fields if name not in OF_CHECK
    }
    return _with_values(kept)


def _with_values(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _fact(each) for key, each in values.items() if each not in (None, (), {})}


def _fact(value: Any) -> Any:  # noqa: ANN401 - any value of a file
    match value:
        case Part():
            return facts_of(value)
        case dict():
            return _with_values(value)
        case tuple():
            return [*map(_fact, value)]
        case _:
            return value
