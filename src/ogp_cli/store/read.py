"""From a file to a model: whatever the file holds, the result is a model or findings."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Generic, Literal, NamedTuple, TypeVar, cast

from pydantic import BaseModel, ValidationError

from ogp_cli.models.base import Identity, Record
from ogp_cli.nearest import nearest
from ogp_cli.problem import Acceptance, Finding, Place
from ogp_cli.store.document import Value, YamlDocument
from ogp_cli.store.explain import explain
from ogp_cli.store.folder import stem
from ogp_cli.store.mistake import Mistake, locate
from ogp_cli.store.parse import MOST
from ogp_cli.store.refused import hidden
from ogp_cli.store.source import Source

M = TypeVar("M", bound=BaseModel)

# `hidden` and `uneven` are for mistakes in a file that can still be read, `stray` for files that
# are not read.
Stage = Literal["file", "yaml", "shape", "hidden", "uneven", "stray"]


class Reading(NamedTuple, Generic[M]):
    """The result of reading a file: a model, or the findings of the stage that refused it."""

    model: M | None
    stage: Stage
    findings: Sequence[Finding] = ()
    acceptances: Sequence[Acceptance] = ()


def read(source: Source, model: type[M]) -> Reading[M]:
    """Read a file as a model. Never raises for what the file holds."""
    file = source.file
    if source.unreadable:
        return Reading(None, "file", (source.unreadable,))
    document, findings = source.parsed
    if document is None:
        return Reading(None, "yaml", findings)
    record, findings = validate(model, document, Identity(stem(file), file))
    if record is None:
        return Reading(None, "shape", findings)
    accepted = list(_acceptances(document.values, Place(file))) if b"accept" in source.data else []
    found = list(islice(hidden(source.data, file), MOST))
    return Reading(record, "hidden", found, accepted)


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


def _acceptances(value: Value, at: Place) -> Iterator[Acceptance]:
    """Find the rules that are accepted in a value or anywhere below it."""
    children: list[tuple[str | int, Value]] = []
    if isinstance(value, dict):
        accepted = value.get("accept")
        if isinstance(accepted, dict):
            yield from (Acceptance(at, rule) for rule in accepted)
        children.extend(value.items())
    elif isinstance(value, tuple):
        children.extend(enumerate(value))
    for step, child in children:
        yield from _acceptances(child, at / step)
