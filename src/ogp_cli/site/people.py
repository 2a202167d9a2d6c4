"""A book without the names of people, for what is published: institutions and functions stay."""

from typing import Any, TypeVar

from pydantic import BaseModel

from ogp_cli.export.shape import fields
from ogp_cli.models.base import Part
from ogp_cli.models.meeting import Participant
from ogp_cli.plan import Plan

P = TypeVar("P", bound=BaseModel)


def published(plan: Plan) -> Plan:
    """Return a book as it may be published: without names, unless plan.yaml says otherwise."""
    if "names" in plan.info.publish:
        return plan
    return plan.replace(
        info=_nameless(plan.info),
        commitments={id_: _nameless(each) for id_, each in plan.commitments.items()},
        meetings={id_: _nameless(each) for id_, each in plan.meetings.items()},
        planned={id_: _nameless(each) for id_, each in plan.planned.items()},
    )


def _nameless(part: P) -> P:
    """Return a part of a file without the names in it; the same part where it has none."""
    changed: dict[str, Any] = {}
    for field in fields(type(part)):
        value = getattr(part, field.name)
        new = None if field.shape.is_person else _each(value)
        if new is not value:
            changed[field.name] = new
    if isinstance(part, Participant):
        changed["gender"] = None
    return part.model_copy(update=changed) if changed else part


def _each(value: Any) -> Any:  # noqa: ANN401 - any value of a file
    """Return a value with its parts nameless; participants that are then alike stand once."""
    if isinstance(value, Part):
        return _nameless(value)
    if not isinstance(value, tuple):
        return value
    new = tuple(map(_each, value))
    if all(one is other for one, other in zip(value, new, strict=True)):
        return value
    if all(isinstance(each, Participant) for each in new):
        said: dict[tuple[str, str], Participant] = {}
        for each in new:
            said.setdefault((each.organization, str(each.role)), each)
        return tuple(said.values())
    return new
