"""A book without the names of people, for what is published: institutions and functions stay."""

from functools import cache, lru_cache
from typing import Any, TypeVar, get_args

from pydantic.fields import FieldInfo

from ogp_cli.models.base import Part
from ogp_cli.models.meeting import Meeting, Participant
from ogp_cli.models.types import Person
from ogp_cli.plan.plan import Plan

P = TypeVar("P", bound=Part)


@lru_cache(maxsize=2)
def published(plan: Plan) -> Plan:
    """Return a book as it may be published: without names, unless plan.yaml says otherwise."""
    if "names" in plan.info.publish:
        return plan
    return plan.replace(
        info=_nameless(plan.info),
        commitments={id_: _nameless(each) for id_, each in plan.commitments.items()},
        meetings={id_: _of_institutions(each) for id_, each in plan.meetings.items()},
        planned={id_: _of_institutions(each) for id_, each in plan.planned.items()},
    )


def _of_institutions(meeting: Meeting) -> Meeting:
    """Return a meeting without names. Participants that are then alike stand once."""
    found, said = _nameless(meeting), list[Participant]()
    for each in found.participants:
        one = each.model_copy(update={"gender": None})
        if one not in said:
            said.append(one)
    return found.model_copy(update={"participants": tuple(said)})


def _nameless(part: P) -> P:
    said = {
        name: None if is_a_name else _without_names(getattr(part, name))
        for name, is_a_name in _fields(type(part)).items()
    }
    return part.model_copy(update=said)


@cache
def _fields(model: type[Part]) -> dict[str, bool]:
    """Return the fields of a model, and whether each is the name of a person."""
    return {name: _is_a_name(field) for name, field in model.model_fields.items()}


def _is_a_name(field: FieldInfo) -> bool:
    marks = (getattr(each, "__metadata__", ()) for each in get_args(field.annotation))
    return any(isinstance(mark, Person) for each in marks for mark in each)


def _without_names(value: Any) -> Any:  # noqa: ANN401 - any value of a file
    match value:
        case Part():
            return _nameless(value)
        case tuple():
            return tuple(map(_without_names, value))
        case dict():
            return {key: _without_names(each) for key, each in value.items()}
        case _:
            return value
