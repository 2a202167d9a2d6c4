"""Rules on what stands twice in a list."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ogp_cli.checks.rule import rule
from ogp_cli.models.base import Part
from ogp_cli.plan import Plan
from ogp_cli.plan.walk import walk
from ogp_cli.problem import Finding, Place


@rule("error")
def listed_twice(plan: Plan) -> Iterator[Finding]:
    """A list names the same thing twice.

    Most often one of the two should be another number.

        - cancel: [22, 25, 22]
    """
    for part, at in plan.owners:
        for path, names, *_ in walk(part, at.path, "lists"):
            if len({*names}) < len(names):
                yield from _twice(names, Place(at.file, path))


def _twice(names: Iterable[str | None], at: Place) -> Iterator[Finding]:
    first: dict[str | None, int] = {}
    for index, name in enumerate(names):
        if name is not None and name in first:
            message, hint = "“{name}” is listed twice", "keep one of the two"
            yield Finding(at / index, message, hint, {"name": name}, at / first[name])
        first.setdefault(name, index)


# These say themselves what stands twice in their lists.
_OWN = {"decided-twice", "double-booked", "listed-twice", "participant-twice", "scheduled-twice"}


@rule("warning", after=_OWN)
def said_twice(plan: Plan) -> Iterator[Finding]:
    """A list has the same item twice: a point of the agenda, what was agreed, a piece of evidence.

    One of the two is most often a copy that was to become something else.
    """
    for record in plan.records:
        for at, items in _lists(record, record.at()):
            first: dict[str, int] = {}
            for index, item in enumerate(items):
                other = first.setdefault(repr(item), index)
                if other != index:
                    yield Finding(
                        at / index,
                        "this stands in the list already",
                        "keep one of the two, or write what was meant",
                        {},
                        at / other,
                        follows=[at / index],
                    )


def _lists(value: Any, at: Place) -> Iterator[tuple[Place, Sequence[Any]]]:  # noqa: ANN401 - a field
    """Yield the lists below a value that have several items, and their places."""
    if isinstance(value, tuple):
        if len(value) > 1:
            yield at, value
        for index, item in enumerate(value):
            yield from _lists(item, at / index)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _lists(item, at / key)
    elif isinstance(value, Part):
        for name in value.model_fields_set:
            yield from _lists(getattr(value, name), at / name)
