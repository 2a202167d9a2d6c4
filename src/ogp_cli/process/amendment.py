"""What an amendment changes in a commitment, or why it cannot."""

from collections.abc import Iterator
from typing import NamedTuple

from ogp_cli.models.base import stated
from ogp_cli.models.decision import Amendment
from ogp_cli.models.partial_date import first_day, last_day
from ogp_cli.plan import Decided
from ogp_cli.problem import Place
from ogp_cli.process.ledger import State, ValueChange, Why


class Wrong(NamedTuple):
    """Why a milestone cannot be amended, and where the amendment names it."""

    milestone: str
    why: Why
    at: Place


def wrong_in(state: State, amendment: Amendment, at: Place) -> Wrong | None:
    """Return the first milestone that an amendment at a place cannot change so, or None."""
    if amendment.milestones and state.kind != "plan":
        return Wrong(amendment.milestones[0], "milestones-of-plan", at / amendment.KEY)
    for key, names in (
        ("move", amendment.move),
        ("change", amendment.change),
        ("drop", amendment.drop),
    ):
        for index, name in enumerate(names):
            place = at / key / (index if key == "drop" else name)
            if name not in state.milestones:
                return Wrong(name, "no-milestone", place)
            if name in state.dropped:
                return Wrong(name, "dropped-milestone", place)
    for index, milestone in enumerate(amendment.add):
        if milestone.id in state.milestones:
            return Wrong(milestone.id, "same-milestone", at / "add" / index / "id")
    for name, due in amendment.move.items():
        changed = amendment.change.get(name)
        start = (changed and changed.start) or state.milestones[name].start
        if start and last_day(due) < first_day(start):
            return Wrong(name, "due-first", at / "move" / name)
    return None


def amend(state: State, decided: Decided, amendment: Amendment) -> tuple[ValueChange, ...]:
    """Change the card and the milestones of a commitment; return what changed, from what to what.

    The amendment must not be wrong.
    """
    found = [*_set(state, amendment), *_milestones(state, amendment)]
    for index, milestone in enumerate(amendment.add):
        found.append(ValueChange("milestones", None, milestone, milestone.id))
        state.milestones[milestone.id] = milestone
        state.added_at[milestone.id] = decided.at / "add" / index
    for name in amendment.drop:
        found.append(ValueChange("milestones", state.milestones[name], None, name))
        state.dropped[name] = decided
    return tuple(found)


def _set(state: State, amendment: Amendment) -> Iterator[ValueChange]:
    for key, value in amendment.values.items():
        yield ValueChange(key, state.card.get(key), value)
        state.card[key] = value


def _milestones(state: State, amendment: Amendment) -> Iterator[ValueChange]:
    changes = [(name, {"due": due}) for name, due in amendment.move.items()]
    changes += [(name, stated(each)) for name, each in amendment.change.items()]
    for name, values in changes:
        milestone = state.milestones[name]
        for key, value in values.items():
            yield ValueChange(key, getattr(milestone, key), value, name)
        state.milestones[name] = milestone.model_copy(update=values)
