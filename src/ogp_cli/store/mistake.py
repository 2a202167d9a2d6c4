"""What pydantic refused in a file: where it stands there, and among the keys of which models."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple, get_args, get_origin

from pydantic_core import ErrorDetails

from ogp_cli.models.base import fields_of, is_model
from ogp_cli.nearest import nearest
from ogp_cli.problem import Path
from ogp_cli.store.document import Value

# Pydantic has several types for what is one mistake in a file.
_KINDS = {
    "extra_forbidden": "unknown",
    "unexpected_keyword_argument": "unknown",
    "model_attributes_type": "dataclass_type",
    "union_tag_invalid": "literal_error",
    "union_tag_not_found": "missing",
}

Models = tuple[type, ...]


class Mistake(NamedTuple):
    """One of pydantic's errors; its path through the file ends with the key that is meant.

    `models` are those that the mapping can be: one, or all members of a union while nothing says
    which. `union` has them all.
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
        return sorted({key for model in self.models for key in fields_of(model)})


def locate(model: type, error: ErrorDetails, values: Value) -> Mistake:
    """Return where one of pydantic's errors stands in the values of a file.

    Pydantic adds to the path of an error the tag of the chosen member after each union, and a mark
    where a key is meant; neither is in the file.
    """
    kind = _KINDS.get(error["type"], error["type"])
    # The last step to a key that is unknown or missing is the key itself.
    named = error["loc"][-1:] if error["type"] in _BY_KEY else ()
    path: list[str | int] = []
    models: Models = (model,)
    union = models
    for step in error["loc"][: len(error["loc"]) - len(named)]:
        if len(models) > 1 and isinstance(step, str):
            models = tuple(each for each in models if step in tags(each))
        elif isinstance(values, dict) and step in values:
            values = values[str(step)]
            models = union = _below(models, str(step))
            path.append(step)
        elif isinstance(values, tuple) and isinstance(step, int):
            values = values[step]
            path.append(step)
    found = Mistake(
        (*path, *named),
        kind,
        error["input"],
        error.get("ctx", {}),
        kind == "unknown" or error["loc"][-1:] == ("[key]",),
        models,
        union,
    )
    return _of_tag(found, values) if error["type"].startswith("union_tag") else found


_BY_KEY = {"extra_forbidden", "unexpected_keyword_argument", "missing"}


def _of_tag(mistake: Mistake, values: Value) -> Mistake:
    """Return the mistake of a mapping whose tag is wrong or missing as one of that key."""
    key = mistake.context["discriminator"].strip("'")
    written = values if isinstance(values, dict) else {}
    if key in written:
        context = {"expected": mistake.context["expected_tags"]}
        path = (*mistake.path, key)
        return mistake._replace(path=path, value=written[key], context=context)
    misspelt = nearest(key, written.keys() - mistake.keys)
    if misspelt:
        return mistake._replace(path=(*mistake.path, misspelt), kind="unknown", on_key=True)
    return mistake._replace(path=(*mistake.path, key))


def tags(model: type) -> tuple[str, ...]:
    """Return what chooses a member of a union: the values of its `KEY`, or the key itself."""
    key: str = model.KEY  # type: ignore[attr-defined]
    annotation = fields_of(model)[key].annotation
    return get_args(annotation) if get_origin(annotation) is Literal else (key,)


def _below(models: Models, key: str) -> Models:
    """Return the models that stand under a key, by walking the annotations of its field."""
    fields = [fields_of(each) for each in models]
    found = [each.get("root") or each.get(key) for each in fields]
    return tuple(model for field in found if field for model in _models(field.annotation))


def _models(annotation: Any) -> Iterator[type]:  # noqa: ANN401
    if is_model(annotation):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)
