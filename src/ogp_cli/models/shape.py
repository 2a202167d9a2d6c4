"""What the keys of a model hold, as its types say: values, texts, parts, lists and mappings.

What walks over records, tables and mistakes asks this, so a new field needs no code of its own.
"""

import datetime as dt
from collections.abc import Iterable
from functools import cache
from types import UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from ogp_cli.models.base import OF_CHECK, is_model
from ogp_cli.models.types import Human, Person, Reference

# The types of a Table Schema, by those of Python.
_TYPES = {int: "integer", bool: "boolean", dt.date: "date", dt.datetime: "datetime"}
_UNIONS = (Union, UnionType)


class Shape(NamedTuple):
    """What a key holds.

    A `value` has a form, which is a type of Table Schema; the kind of thing that it refers to; and
    the words that it may be. A `text` may be the name of a person. A `part` has one of some models.
    A `list` and a `mapping` hold an `item`; one item may stand for a list, and a mapping `refers`
    by its keys.
    """

    kind: Literal["value", "text", "part", "list", "mapping"]
    form: str = "string"
    refers: str = ""
    words: tuple[str, ...] = ()
    models: tuple[type[BaseModel], ...] = ()
    item: "Shape | None" = None
    is_person: bool = False

    @property
    def first(self) -> "Field":
        """The first key of a part: what is no mapping in its place stands for that."""
        return next(each for each in fields(self.models[0]) if each.key not in OF_CHECK)


class Field(NamedTuple):
    """A key of a file, the name of its field, what it means, and what it holds."""

    key: str
    name: str
    description: str
    shape: Shape
    is_required: bool


@cache
def fields(model: type[BaseModel]) -> tuple[Field, ...]:
    """Return the keys of a model, in order."""
    return tuple(
        Field(
            field.alias or name,
            name,
            field.description or "",
            _shape_of(field.annotation, field.metadata),
            field.is_required(),
        )
        for name, field in model.model_fields.items()
    )


def _shape_of(annotation: Any, marks: Iterable[Any] = ()) -> Shape:  # noqa: ANN401 - any type
    """Return what a value of a type holds; `marks` are those of the field."""
    while hasattr(annotation, "__metadata__"):
        marks, annotation = [*marks, *annotation.__metadata__], annotation.__origin__
    marks = [*marks]
    if any(isinstance(mark, Human) for mark in marks):
        return Shape("text", is_person=any(isinstance(mark, Person) for mark in marks))
    refers = next((str(mark) for mark in marks if isinstance(mark, Reference)), "")
    if is_model(annotation):
        return Shape("part", models=(annotation,))
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return Shape("value", words=tuple(map(str, arguments)))
    if origin in _UNIONS:
        return _of_several([_shape_of(each) for each in arguments if each is not type(None)])
    if origin is tuple:
        return Shape("list", item=_shape_of(arguments[0]))
    if origin is dict:
        return Shape("mapping", refers=_shape_of(arguments[0]).refers, item=_shape_of(arguments[1]))
    return Shape("value", _TYPES.get(annotation, "string"), refers)


def _of_several(shapes: list[Shape]) -> Shape:
    """Return what several alternatives have in common.

    One of a list is a list with one item, and a word in place of a part is its first key.
    """
    for kind in ("list", "part"):
        found = [each for each in shapes if each.kind == kind]
        if found:
            return found[0]._replace(models=tuple(model for each in found for model in each.models))
    first, *others = shapes
    return first if all(each.form == first.form for each in others) else Shape("value")
