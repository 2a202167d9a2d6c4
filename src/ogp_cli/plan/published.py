"""A book without the names of people, for what is published: institutions and functions stay."""

from typing import Any, TypeVar

from ogp_cli.models.base import Part
from ogp_cli.models.meeting import Meeting, Participant
from ogp_cli.models.shape import fields
from ogp_cli.plan.plan import Plan

P = TypeVar("P", bound=Part)


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
        each.name: None if each.shape.is_person else _without_names(getattr(part, each.name))
        for each in fields(type(part))
    }
    return part.model_copy(update=said)


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
