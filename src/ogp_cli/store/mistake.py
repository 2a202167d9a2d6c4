"""What pydantic refused in a file: the place, and the models whose keys are allowed there."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from pydantic_core import ErrorDetails

from ogp_cli.models.base import keys_of
from ogp_cli.models.shape import Shape, fields
from ogp_cli.nearest import nearest
from ogp_cli.problem import Path
from ogp_cli.store.document import Value

Models = tuple[type, ...]


class Mistake(NamedTuple):
    """One of pydantic's errors; its path through the file ends with the key that is meant.

    `models` are the models that the mapping can be: one, or all members of a union as long as
    nothing tells which. `union` has all members.
    """

    path: Path
    kind: str
    value: object
    context: Mapping[str, Any]
    on_key: bool
    models: Models
    union: Models

    @property
    def step(self) -> str | int:
        """The last step of the path: a key, or the index of an item; "" for the whole file."""
        return self.path[-1] if self.path else ""

    @property
    def keys(self) -> list[str]:
        """The keys that the mapping takes, sorted."""
        return sorted({key for model in self.models for key in keys_of(model)})


class _Node(NamedTuple):
    """A value of the file, the path to it, and the models that it can be.

    With `is_by_id`, its keys are ids, and its values are of these models.
    """

    path: Path
    value: Value
    models: Models
    union: Models
    is_by_id: bool = False


def locate(model: type, kinds: Models, error: ErrorDetails, values: Value) -> Mistake:
    """Return one of pydantic's errors with its place in a file, which is one of some kinds."""
    kind, loc = error["type"], error["loc"]
    # The last step to a key that is unknown or missing is the key itself.
    key = loc[-1:] if kind in {"extra_forbidden", "missing"} else ()
    node = _follow(loc[: len(loc) - len(key)], _Node((), values, (model,), kinds))
    if kind in {"union_tag_invalid", "union_tag_not_found"}:
        return _of_tag(node, error)
    on_key = kind == "extra_forbidden" or loc[-1:] == ("[key]",)
    path, context = (*node.path, *key), error.get("ctx", {})
    return Mistake(path, kind, error["input"], context, on_key, node.models, node.union)


def _follow(loc: Path, node: _Node) -> _Node:
    """Return the node that pydantic's path leads to.

    Pydantic adds to the path the tag of the chosen member after each union, and a mark where a key
    is meant; neither is in the file.
    """
    for step in loc:
        path, value, models, _, is_by_id = node
        if len(models) > 1 and isinstance(step, str):
            node = node._replace(models=tuple(each for each in models if step in tags(each)))
        elif isinstance(value, dict) and isinstance(step, str) and step in value:
            shapes = [] if is_by_id else [*_shapes(models, step)]
            below = models if is_by_id else tuple(dict.fromkeys(chain(*map(_models, shapes))))
            holds_ids = any(each.kind == "mapping" for each in shapes)
            node = _Node((*path, step), value[step], below, below, holds_ids)
        elif isinstance(value, tuple) and isinstance(step, int):
            node = node._replace(path=(*path, step), value=value[step])
    return node


def _of_tag(node: _Node, error: ErrorDetails) -> Mistake:
    """Return the mistake of a mapping whose tag is wrong or missing as one of the tag's key."""
    key = error["ctx"]["discriminator"].strip("'")
    written = error["input"] if isinstance(error["input"], dict) else {}  # a word, spelt out
    mistake = Mistake((*node.path, key), "missing", None, {}, False, node.models, node.union)
    if key in written:
        context = {"expected": error["ctx"]["expected_tags"]}
        return mistake._replace(kind="literal_error", value=written[key], context=context)
    misspelt = nearest(key, written.keys() - mistake.keys)
    if misspelt:
        return mistake._replace(path=(*node.path, misspelt), kind="extra_forbidden", on_key=True)
    return mistake


def tags(model: type) -> tuple[str, ...]:
    """Return what chooses a member of a union: the values of its `KEY`, or the key itself."""
    key: str = model.KEY  # type: ignore[attr-defined]
    return next(each.shape.words for each in fields(model) if each.key == key) or (key,)


def _shapes(models: Models, key: str) -> Iterator[Shape]:
    """Yield what stands under a key in the models that have it; an id may be the key."""
    for field in chain(*map(fields, models)):
        if field.key == "root" and field.shape.item:
            yield field.shape.item
        elif field.key == key:
            yield field.shape


def _models(shape: Shape) -> Models:
    """Return the models of a part, or of the parts that a list or a mapping holds."""
    return _models(shape.item) if shape.item else shape.models
