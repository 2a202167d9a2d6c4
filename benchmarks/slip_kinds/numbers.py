"""Slips in numbers, days and hours."""

from random import Random

from slip_kinds.making import (
    ANY,
    COMMITMENTS,
    MEETING,
    PLAN,
    New,
    day,
    digit,
    near,
    replace,
    year,
)

HEARD = r"^- meeting: (.*)$"
HELD = r"^date: (.*)$"
AT = r"^- at: (\S+)"
HOUR = r"^- at: \S+ (.*)$"
LISTED = r"(?<=[\[ ])\d+(?=[,\]])"
NUMBER = r"^number: (.*)$"


def _arabic(old: str, _: Random) -> str:
    return old.translate({ord("0") + digit: 0x660 + digit for digit in range(10)})


def _later(days: int) -> New:
    return lambda old, _: f"{old[:-2]}{int(old[-2:]) + days:02}"


NUMBERS = {
    "number: a digit changed": replace(COMMITMENTS, NUMBER, digit),
    "number: off by one": replace(COMMITMENTS, NUMBER, near),
    "number: left out": replace(COMMITMENTS, r"^number: .*\n", ""),
    "number: in Arabic digits": replace(COMMITMENTS, NUMBER, _arabic),
    "number: the letter O for 0": replace(COMMITMENTS, NUMBER, lambda old, _: f"{old}O"),
    "a listed number off by one": replace(ANY, LISTED, near),
    "a listed number in Arabic digits": replace(ANY, LISTED, _arabic),
    "a comma of a list left out": replace(ANY, r"(?<=\d), (?=\d)", ""),
    "proposals: off by one": replace(PLAN, r"^proposals: (.*)$", near),
    "history: a digit of the meeting changed": replace(COMMITMENTS, HEARD, digit),
    "history: day and month swapped": replace(COMMITMENTS, HEARD, day("{y}-{d}-{m}")),
    "history: the year wrong": replace(COMMITMENTS, HEARD, year),
    "the meeting's date: a day off": replace(MEETING, HELD, _later(1)),
    "the meeting's date: the year wrong": replace(MEETING, HELD, year),
    "the meeting's date: written 21/03/2024": replace(MEETING, HELD, day("{d}/{m}/{y}")),
    "the meeting's date: in Arabic digits": replace(MEETING, HELD, _arabic),
    "a slot's day: does not exist": replace(MEETING, AT, day("{y}-02-30")),
    "a slot's day: before the meeting": replace(MEETING, AT, _later(-10)),
    "a slot's day: the year wrong": replace(MEETING, AT, year),
    "a slot's day: day and month swapped": replace(MEETING, AT, day("{y}-{d}-{m}")),
    "a slot's hour: does not exist": replace(MEETING, HOUR, lambda old, _: f"3{old[1:]}"),
    "a slot's hour: left out": replace(MEETING, r"^- at: \S+( .*)$", ""),
    "a slot's hour: at night": replace(MEETING, HOUR, lambda old, _: f"0{old[1:]}"),
    "a slot's hour: written 12h30": replace(MEETING, HOUR, lambda old, _: old.replace(":", "h")),
}
