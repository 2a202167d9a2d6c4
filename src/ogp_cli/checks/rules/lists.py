"""Rules on what stands twice in a list."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from ogp_cli.checks.rule import repeated, rule
from ogp_cli.models.base import Part
from ogp_cli.plan import Plan
from ogp_cli.plan.walk import walk
from ogp_cli.problem import Finding, Path, Place


@rule("error")
def listed_twice(plan: Plan) -> Iterator[Finding]:
    """A list names the same thing twice.

    Most often one of the two should be another number.

        - cancel: [22, 25, 22]
    """
    for part, at in plan.owners:
        for path, names, *_ in walk(part, at.path, "lists"):
            named = ((name, index) for index, name in enumerate(names) if name is not None)
            for name, index, first in repeated(named):
                message, hint = "“{name}” is listed twice", "keep one of the two"
                place = Place(at.file, path)
                yield Finding(place / index, message, hint, {"name": name}, place / first)


# These say themselves what stands twice in their lists.
_OWN = {
    "decided-twice",
    "double-booked",
    "exclusive-steps",
    "listed-twice",
    "participant-twice",
    "scheduled-twice",
    "wrong-minutes",
}


@rule("warning", after=_OWN)
def said_twice(plan: Plan) -> Iterator[Finding]:
    """A list has the same item twice in a row: a point of the agenda, what was agreed, evidence.

    Most often one of the two is a copy that nobody edited.
    """
    for record in (*plan.all_meetings, *plan.reports.values()):
        for path, items in _lists(record, ()):
            for index, (one, other) in enumerate(pairwise(items)):
                if one == other:
                    at = record.at(*path, index + 1)
                    yield Finding(
                        at,
                        "the item before this one says the same",
                        "keep one of the two, or write what was meant",
                        {},
                        record.at(*path, index),
                        follows=[at],
                    )


def _lists(value: Any, path: Path) -> Iterator[tuple[Path, Sequence[Any]]]:  # noqa: ANN401 - a field
    """Yield the lists in a value, and their paths."""
    if isinstance(value, Part):
        for name, field in type(value).model_fields.items():
            yield from _lists(getattr(value, name), (*path, field.alias or name))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _lists(item, (*path, key))
    elif isinstance(value, tuple) and value:
        yield path, value
        if not isinstance(value[0], str):
            for index, item in enumerate(value):
                yield from _lists(item, (*path, index))
