"""One walk over a record by the marks of its models: its texts, its references and its lists.

A field that is added to a model is walked over as its type says.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from types import UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

from ogp_cli.models.base import Part, is_model
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
Visits = dict[Wanted, Visit]
_UNIONS = (Union, UnionType)


def walk(part: Part, path: Path, wanted: Wanted) -> Iterator[Found]:
    """Yield what a part of a file holds of what is wanted, in the order of its model."""
    for name, key, visit in _fields(type(part))[wanted]:
        value = getattr(part, name)
        if value:
            yield from visit(value, (*path, key))


@cache
def _fields(model: type[Part]) -> dict[Wanted, list[tuple[str, str, Visit]]]:
    """Return the fields that may hold something, by what it is: each with its key and visit."""
    found: dict[Wanted, list[tuple[str, str, Visit]]] = {wanted: [] for wanted in _PART}
    for name, field in model.model_fields.items():
        for wanted, visit in _visits(field.annotation, field.metadata).items():
            found[wanted].append((name, field.alias or name, visit))
    return found


def _visits(annotation: Any, marks: Iterable[Any] = ()) -> Visits:  # noqa: ANN401
    """Return what visits a value of a type, by what it finds there."""
    while hasattr(annotation, "__metadata__"):
        marks, annotation = [*marks, *annotation.__metadata__], annotation.__origin__
    for mark in marks:
        if isinstance(mark, Human):
            return {"texts": _text}
        if isinstance(mark, Reference):
            return {"references": partial(_name, str(mark))}
    if is_model(annotation):
        return _PART
    kind, arguments = get_origin(annotation), get_args(annotation)
    if kind is None or kind is Literal:
        return {}
    inner = [_visits(each) for each in arguments]
    if kind in _UNIONS:
        return _alternatives(zip(map(_classes, arguments), inner, strict=True))
    if kind is tuple:
        found: Visits = {each: partial(_items, visit) for each, visit in inner[0].items()}
        if _is_named(arguments[0]):
            found["lists"] = partial(_named, inner[0].get("lists"))
        return found
    keys, values = inner
    return {each: partial(_values, keys.get(each), values.get(each)) for each in {**keys, **values}}


def _alternatives(inner: Iterable[tuple[list[type], Visits]]) -> Visits:
    """Return what visits a value of one of several types, each with its classes."""
    found: dict[Wanted, dict[type, Visit]] = {}
    for classes, visits in inner:
        for wanted, visit in visits.items():
            found.setdefault(wanted, {}).update(dict.fromkeys(classes, visit))
    return {wanted: partial(_one_of, by_class) for wanted, by_class in found.items()}


def _classes(annotation: Any) -> list[Any]:  # noqa: ANN401
    """Return the classes that the values of a type have."""
    while hasattr(annotation, "__metadata__"):
        annotation = annotation.__origin__
    kind = get_origin(annotation)
    if kind in _UNIONS:
        return [each for argument in get_args(annotation) for each in _classes(argument)]
    return [kind or annotation]


def _one_of(visits: Mapping[type, Visit], value: Any, path: Path) -> Iterator[Found]:  # noqa: ANN401
    visit = visits.get(type(value))
    if visit:
        yield from visit(value, path)


def _is_named(item: Any) -> bool:  # noqa: ANN401
    """Whether the items of a list are names, or have one each."""
    if is_model(item):
        return "id" in item.model_fields
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


_PART: Visits = {wanted: partial(_part, wanted) for wanted in get_args(Wanted)}


def _items(visit: Visit, value: Any, path: Path) -> Iterator[Found]:  # noqa: ANN401
    for index, item in enumerate(value):
        yield from visit(item, (*path, index))


def _named(visit: Visit | None, value: Any, path: Path) -> Iterator[Found]:  # noqa: ANN401
    yield Found(path, [getattr(each, "id", each) for each in value])
    if visit:
        yield from _items(visit, value, path)


def _values(keys: Visit | None, items: Visit | None, value: Any, path: Path) -> Iterator[Found]:  # noqa: ANN401
    for key, item in value.items():
        if keys:
            yield from (each._replace(is_key=True) for each in keys(key, (*path, key)))
        if items and item:
            yield from items(item, (*path, key))
