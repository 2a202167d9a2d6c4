"""From plain values to a model, or to the mistakes in their shape."""

from collections.abc import Iterator
from typing import TypeVar, cast

from pydantic import BaseModel, ValidationError

from ogp_cli.models.base import Identity, Record
from ogp_cli.nearest import nearest
from ogp_cli.problem import Finding
from ogp_cli.store.document import YamlDocument
from ogp_cli.store.explain import explain
from ogp_cli.store.mistake import Mistake, locate
from ogp_cli.store.parse import MOST

M = TypeVar("M", bound=BaseModel)


def validate(
    model: type[M], document: YamlDocument, identity: Identity
) -> tuple[M | None, list[Finding]]:
    """Return the model that the document describes, or None and the mistakes in its shape."""
    kind, kinds = model, (model,)
    if issubclass(model, Record):
        kind = cast("type[M]", model.kind_of(document.values, identity))
        kinds = cast("tuple[type[M]]", model.kinds())
    try:
        return kind.model_validate(document.values, context=identity), []
    except ValidationError as error:
        errors = error.errors(include_url=False)[:MOST]
        mistakes = [locate(kind, kinds, each, document.values) for each in errors]
        return None, [explain(each, document) for each in _once(mistakes)]


def _once(mistakes: list[Mistake]) -> Iterator[Mistake]:
    """Leave out what follows from another mistake, as a missing key does from a misspelt one."""
    meant = {
        (*each.path[:-1], nearest(str(each.step), each.keys))
        for each in mistakes
        if each.kind == "extra_forbidden"
    }
    above = {each.path[:end] for each in mistakes for end in range(len(each.path))}
    for each in mistakes:
        is_meant = each.kind == "missing" and each.path in meant
        # A list whose items are all refused is not empty.
        is_full = each.kind == "too_short" and each.path in above
        if not is_meant and not is_full:
            yield each
