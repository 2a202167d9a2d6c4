"""The kinds of meetings, which an option offers too: nothing heavy is imported here."""

from typing import Literal

MeetingKind = Literal[
    "steering-committee", "coordination", "workshop", "public", "act", "letter", "note"
]
# What no meeting heard or decided: it has no minutes.
NO_MEETINGS: frozenset[MeetingKind] = frozenset({"act", "letter", "note"})
