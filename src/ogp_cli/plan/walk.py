"""One walk over a record by the marks of its models: its texts, its references and its lists.

A field that is added to a model is walked over as its type says.
"""

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any, Literal, NamedTuple, get_args

from ogp_cli.models.base import Part
from ogp_cli.models.shape import Shape, fields
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


def walk(part: Part, path: Path, wanted: Wanted) -> Iterator[Found]:
    """Yield what a part of a file holds of what is wanted, in the order of its model."""
    for name, key, visit in _fields(type(part))[wanted]:
        value = getattr(part, name)
        if value:
            yield from visit(value, (*path, key))


@cache
def _fields(model: type[Part]) -> dict[Wanted, list[tuple[str, str, Visit]]]:
    """Return the fields that may hold something, by what it is: each with its key and visit."""
    found: dict[Wanted, list[tuple[str, str, Visit]]] = {each: [] for each in get_args(Wanted)}
    for field in fields(model):
        for wanted, visit in _visits(field.shape).items():
            found[wanted].append((field.name, field.key, visit))
    return found


def _visits(shape: Shape) -> Visits:
    """Return what visits a value of a shape, by what it finds there."""
    if shape.kind == "text":
        return {"texts": _text}
    if shape.kind == "part":
        first = _visits(shape.first.shape)
        return {each: partial(_part, each, first.get(each)) for each in get_args(Wanted)}
    if shape.item is None:
        return {"references": partial(_name, shape.refers)} if shape.refers else {}
    inner = _visits(shape.item)
    if shape.kind == "list":
        found: Visits = {each: partial(_items, visit) for each, visit in inner.items()}
        if _is_named(shape.item):
            found["lists"] = partial(_named, inner.get("lists"))
        return found
    found = {each: partial(_values, "", visit) for each, visit in inner.items()}
    if shape.refers:
        found["references"] = partial(_values, shape.refers, inner.get("references"))
    return found


def _is_named(item: Shape) -> bool:
    """Whether the items of a list are names, or have one each."""
    if item.kind == "part":
        return all("id" in each.model_fields for each in item.models)
    return item.kind == "value" and item.form == "string"


def _text(value: Any, path: Path) -> Iterator[Found]:  # noqa: ANN401
    if isinstance(value, str):
        yield Found(path, value)
    else:
        yield from (Found((*path, language), text, language) for language, text in value.items())


def _name(kind: str, value: Any, path: Path) -> Iterator[Found]:  # noqa: ANN401
    yield Found(path, value, kind)


def _part(wanted: Wanted, first: Visit | None, value: Any, path: Path) -> Iterator[Found]:  # noqa: ANN401
    if isinstance(value, Part):
        yield from walk(value, path, wanted)
    elif first:
        yield from first(value, path)


def _items(visit: Visit, value: Any, path: Path) -> Iterator[Found]:  # noqa: ANN401
    if not isinstance(value, tuple):
        yield from visit(value, path)
        return
    for index, item in enumerate(value):
        yield from visit(item, (*path, index))


def _named(visit: Visit | None, value: Any, path: Path) -> Iterator[Found]:  # noqa: ANN401
    if isinstance(value, tuple):
        yield Found(path, [getattr(each, "id", each) for each in value])
    if visit:
        yield from _items(visit, value, path)


def _values(kind: str, visit: Visit | None, value: Any, path: Path) -> Iterator[Found]:  # noqa: ANN401
    for key, item in value.items():
        if kind:
            yield Found((*path, key), key, kind, is_key=True)
        if visit and item:
            yield from visit(item, (*path, key))
