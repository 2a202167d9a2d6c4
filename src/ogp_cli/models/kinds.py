"""The kinds of files and of meetings, which options offer too: nothing heavy is imported here."""

from typing import Literal

FileKind = Literal["commitment", "meeting", "report", "plan", "organizations"]
MeetingKind = Literal[
    "steering-committee", "coordination", "workshop", "public", "act", "letter", "note"
]
# What no meeting heard or decided: it has no minutes.
NO_MEETINGS: frozenset[MeetingKind] = frozenset({"act", "letter", "note"})
