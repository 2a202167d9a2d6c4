"""Slips in what was heard and decided: on one of the two sides that record it."""

from random import Random

from slip_kinds.making import (
    COMMITMENTS,
    ITEM,
    LETTERS,
    MEETING,
    MERGED,
    mistyped,
    other,
    paste,
    replace,
    swap,
    twice,
)

STEPS = (
    "comments-shared", "meeting-held", "comments-integrating", "comments-integrated",
    "new-version-received", "meeting-to-schedule", "merged-card-pending", "merge-proposed",
    "merge-dropped", "merged", "cancelled", "reinstated",
)  # fmt: skip
STATUSES = ("standing", "merge-proposed", "pending", "merged", "cancelled", "dropped")
STEP = r"^  step: (.*)$"
STATUS = r"^status: (.*)$"
DECISION = r"^- (?:merge|cancel): .*\n(?:  .*\n)*"
MEMBER = r"^- (?:merge|cancel): .*?(\d+, |, \d+(?=\]))"
REASON = r"^  reason: (.*)$"
TITLE = r"^title: (.*)$"


def _entry(_: str, pick: Random) -> str:
    return f"- meeting: 2024-03-21\n  step: {pick.choice(STEPS)}\n"


def _digits(_: str, pick: Random) -> str:
    return str(pick.randrange(1, 28))


HISTORY = {
    "an entry left out": replace(COMMITMENTS, ITEM, ""),
    "an entry twice": replace(COMMITMENTS, ITEM, twice),
    "two entries swapped": swap(COMMITMENTS, ITEM, neighbours=True),
    "an entry of another commitment": paste(COMMITMENTS, ITEM),
    "an entry too many": replace(COMMITMENTS, r"^(?=- )|\Z", _entry),
    "another step": replace(COMMITMENTS, STEP, other(*STEPS)),
    "a step mistyped": replace(COMMITMENTS, STEP, mistyped),
    "the whole history left out": replace(COMMITMENTS, r"^history:\n(?:[- ] .*\n)+", ""),
    "a draft: another": replace(COMMITMENTS, r"^  draft: (.*)$", other("proposed", "new-version")),
    "a draft: left out": replace(COMMITMENTS, r"^  draft: .*\n", ""),
    "another status": replace(COMMITMENTS, STATUS, other(*STATUSES)),
    "a status mistyped": replace(COMMITMENTS, STATUS, mistyped),
    "a status left out": replace(COMMITMENTS, r"^status: .*\n", ""),
}
DECISIONS = {
    "a decision left out": replace(MEETING, DECISION, ""),
    "a decision twice": replace(MEETING, DECISION, twice),
    "a decision: a member left out": replace(MEETING, MEMBER, ""),
    "a decision: a member added": replace(
        MEETING, r"^- (?:merge|cancel): .*\d(?=\])()", lambda _, pick: f", {_digits('', pick)}"
    ),
    "a decision: another member": replace(
        MEETING, r"^- (?:merge|cancel): .*?(\d+)(?=[,\]])", _digits
    ),
    "a decision of another kind": replace(
        MEETING, r"^- (cancel)(?=:)", other("reinstate", "merge")
    ),
    "a merge: another state": replace(
        MEETING, r"^  state: (.*)$", other("proposed", "decided", "dropped")
    ),
    "a merge: into another": replace(
        MEETING,
        r"^  into: (.*)$",
        other("enabling-environment", "merge-of-23-24-27", "1", "10"),
    ),
    "a merge: into mistyped": replace(MEETING, r"^  into: (.*)$", mistyped),
    "a merge: its title left out": replace(MEETING, r"^  title: .*\n", ""),
    "a merge: its title changed on one side": replace(
        f"{MEETING}|{MERGED}", r"^ *title: (.*)$", lambda old, _: old.partition(" ")[2]
    ),
    "a reason left out": replace(f"{COMMITMENTS}|{MEETING}", r"^  reason: .*\n", ""),
    "a reason changed on one side": replace(
        f"{COMMITMENTS}|{MEETING}", REASON, lambda old, _: old.replace("المواطن", "المرتفق")
    ),
    "a title on another commitment": paste(COMMITMENTS, TITLE),
    "an institution's name for a title": replace(
        COMMITMENTS, TITLE, "وزارة الانتقال الرقمي وإصلاح الإدارة"
    ),
    "a title cut short": replace(COMMITMENTS, rf"^title: .*( [{LETTERS}]+)$", ""),
}
