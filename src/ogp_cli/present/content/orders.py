"""What `ogp status` sorts and groups its rows by. Options offer the words: keep this light."""

from collections.abc import Mapping
from itertools import chain
from typing import NamedTuple


class Phase(NamedTuple):
    """What the rows of a phase are sorted by, each with its column, and the columns of groups."""

    orders: Mapping[str, str]
    groups: tuple[str, ...]


_ALWAYS = {word: word for word in ("number", "title", "lead", "status")}
PHASES: dict[str, Phase] = {
    "drafting": Phase(
        {**_ALWAYS, "step": "drafting", "meeting": "next_meeting", "idle": "idle"},
        ("lead", "status"),
    ),
    "implementation": Phase(
        {**_ALWAYS, "axis": "axis", "completion": "completion", "due": "next_due"},
        ("lead", "status", "axis", "completion"),
    ),
}
ORDERS = tuple(dict.fromkeys(chain.from_iterable(phase.orders for phase in PHASES.values())))
GROUPS = tuple(dict.fromkeys(chain.from_iterable(phase.groups for phase in PHASES.values())))
