"""Slips in who took part, and in the schedule."""

from random import Random

from slip_kinds.making import MEETING, paste, replace, swap

PERSON = r"^- name: .*\n(?:  .*\n)+"
SLOT = r"^- at: .*\n(?:  .*\n)+"
ROLE = r"^  role: (.*)$"
DAY = r"^- at: (\S+)"
HOUR = r"^- at: \S+ (\S+)"
INVITED = r"(?<=\[)[a-z-]+, |, [a-z-]+(?=\]$)"


def _later(day: str, pick: Random) -> str:
    return f"{day[:-2]}{int(day[-2:]) + pick.randrange(1, 4)}"


def _other_hour(hour: str, pick: Random) -> str:
    return f"{pick.randrange(9, 18):02}{hour[2:]}"


PARTICIPANTS = {
    "a participant left out": replace(MEETING, PERSON, ""),
    "a participant twice": replace(MEETING, PERSON, lambda person, _: person * 2),
    "a participant's name on another": paste(MEETING, r"^- name: (.*)$"),
    "two participants' names swapped": swap(MEETING, r"^- name: (.*)$"),
    "a participant's gender": replace(
        MEETING, r"^  gender: (.)$", lambda old, _: "m" if old == "f" else "f"
    ),
    "a participant's gender in capitals": replace(
        MEETING, r"^  gender: (.)$", lambda old, _: old.upper()
    ),
    "a participant's organization: another": paste(MEETING, r"^  organization: (.*)$"),
    "a participant's organization: left out": replace(MEETING, r"^  organization: .*\n", ""),
    "a participant's role: left out": replace(MEETING, r"^  role: .*\n", ""),
    "a participant's role on another": replace(
        MEETING, r"(?<=\n)(?=- name)", "  role: خبيرة لدى منظمة التعاون والتنمية الاقتصادية\n"
    ),
}
SCHEDULE = {
    "a slot left out": replace(MEETING, SLOT, ""),
    "a slot twice": replace(MEETING, SLOT, lambda slot, _: slot * 2),
    "two slots swapped": swap(MEETING, SLOT),
    "a slot on another day": replace(MEETING, DAY, _later),
    "a slot at another hour": replace(MEETING, HOUR, _other_hour),
    "a slot at the day and hour of another": paste(MEETING, r"^- at: (.*)$"),
    "a slot with another institution": paste(MEETING, r"^  organizations: (\[.*\])$"),
    "a slot without its institutions": replace(MEETING, r"^  organizations: .*\n", ""),
    "a slot with one commitment more": replace(
        MEETING, r"^  commitments: .*\d(?=\])()", lambda _, pick: f", {pick.randrange(1, 28)}"
    ),
    "a slot without one of its commitments": replace(
        MEETING, r"^  commitments: \[(?:\d+, )*?(\d+, )", ""
    ),
    "a slot with the commitments of another": paste(MEETING, r"^  commitments: (\[.*\])$"),
    "a slot without one who is invited": replace(MEETING, INVITED, ""),
    "the kind of the meeting": replace(MEETING, r"^kind: (.*)$", "coordination"),
    "how people took part": replace(MEETING, r"^  mode: (.*)$", "in-person"),
    "a point left out": replace(MEETING, r"^  - .*\n", ""),
}
