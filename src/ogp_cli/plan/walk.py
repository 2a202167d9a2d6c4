"""One walk over a record by the marks of its models: its texts, its references and its lists.

A field that is added to a model is walked over as its type says.
"""

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any, Literal, NamedTuple, get_args, get_origin

from ogp_cli.models.base import Part, fields_of, is_model
from ogp_cli.models.types import Human, Reference
from ogp_cli.problem import Path

Wanted = Literal["texts", "references", "lists"]


class Found(NamedTuple):
    """Something that a record holds, and where.

    `value` is a text, the name of something else, or a list of names; `said` is the language that
    the file declares for a text, or "", and the kind of thing that a name refers to. `is_key`: the
    name is a key.
    """

    path: Path
    value: Any
    said: str = ""
    is_key: bool = False


Visit = Callable[[Any, Path], Iterator[Found]]


def walk(part: Part, path: Path, wanted: Wanted) -> Iterator[Found]:
    """Yield what a part of a file holds of what is wanted, in the order of its model."""
    model: type = type(part)
    for name, key, visit in _fields(model, wanted):
        value = getattr(part, name)
        if value:
            yield from visit(value, (*path, key))


@cache
def _fields(model: type, wanted: Wanted) -> list[tuple[str, str, Visit]]:
    """Return the fields of a model that may hold what is wanted, their keys, and their visits."""
    visits = (
        (name, field.alias or name, _visit(field.annotation, field.metadata, wanted))
        for name, field in fields_of(model).items()
    )
    return [(name, key, visit) for name, key, visit in visits if visit]


def _visit(annotation: Any, marks: list[Any], wanted: Wanted) -> Visit | None:  # noqa: ANN401
    """Return what visits a value of a type; None where it holds nothing that is wanted."""
    while hasattr(annotation, "__metadata__"):
        marks, annotation = [*marks, *annotation.__metadata__], annotation.__origin__
    for mark in marks:
        if isinstance(mark, Human):
            return _text if wanted == "texts" else None
        if isinstance(mark, Reference):
            return partial(_name, str(mark)) if wanted == "references" else None
    if is_model(annotation):
        return partial(_part, wanted)
    arguments = [each for each in get_args(annotation) if each not in (type(None), ...)]
    visits = [_visit(each, [], wanted) for each in arguments]
    if get_origin(annotation) is tuple:
        is_named = wanted == "lists" and _is_named(arguments[0])
        return partial(_items, visits[0], is_named) if visits[0] or is_named else None
    if get_origin(annotation) is dict:
        return partial(_values, visits) if any(visits) else None
    return next(filter(None, visits), None)


def _is_named(item: Any) -> bool:  # noqa: ANN401
    """Whether the items of a list are names, or have one each."""
    if is_model(item):
        return "id" in fields_of(item)
    return getattr(item, "__origin__", item) in (str, Literal)


def _text(value: Any, path: Path) -> Iterator[Found]:  # noqa: ANN401
    if isinstance(value, str):
        yield Found(path, value)
    else:
        yield from (Found((*path, language), text, language) for language, text in value.items())


def _name(kind: str, value: Any, path: Path) -> Iterator[Found]:  # noqa: ANN401
    yield Found(path, value, kind)


def _part(wanted: Wanted, value: Any, path: Path) -> Iterator[Found]:  # noqa: ANN401
    return walk(value, path, wanted)


def _items(visit: Visit | None, is_named: bool, value: Any, path: Path) -> Iterator[Found]:  # noqa: ANN401
    if is_named:
        yield Found(path, [getattr(each, "id", each) for each in value])
    if visit:
        for index, item in enumerate(value):
            yield from visit(item, (*path, index))


def _values(visits: list[Visit | None], value: Any, path: Path) -> Iterator[Found]:  # noqa: ANN401
    of_key, of_value = visits
    for key, item in value.items():
        if of_key:
            yield from (each._replace(is_key=True) for each in of_key(key, (*path, key)))
        if of_value and item:
            yield from of_value(item, (*path, key))
