"""The names of people, which are published only where the plan says so."""

from typing import Any, TypeVar, get_args

from pydantic.fields import FieldInfo

from ogp_cli.models.base import Part
from ogp_cli.models.types import Person

P = TypeVar("P", bound=Part)


def without_names(part: P) -> P:
    """Return a part of a file without the names of people; institutions and functions stay."""
    return part.model_copy(
        update={
            name: None if _is_name(field) else _without_names(getattr(part, name))
            for name, field in type(part).model_fields.items()
        }
    )


def _is_name(field: FieldInfo) -> bool:
    marks = (getattr(each, "__metadata__", ()) for each in get_args(field.annotation))
    return any(isinstance(mark, Person) for each in marks for mark in each)


def _without_names(value: Any) -> Any:  # noqa: ANN401 - any value of a file
    match value:
        case Part():
            return without_names(value)
        case tuple():
            return tuple(map(_without_names, value))
        case dict():
            return {key: _without_names(each) for key, each in value.items()}
        case _:
            return value
