"""Slips in the reports of half-years."""

from random import Random

from slip_kinds.files import moved
from slip_kinds.making import (
    REPORT,
    Book,
    Edits,
    day,
    digit,
    mistyped,
    month,
    near,
    other,
    paste,
    replace,
    swap,
    twice,
    year,
)

COMPLETION = "not-started", "limited", "substantial", "complete"
ONE_OF = "|".join(COMPLETION)
OF_MILESTONE = rf"\d'?: ({ONE_OF})(?=[,}}\n])"
ENTRY = r"^  c\d+:\n(?:    .*\n)+"
KEY = r"^  c(\d+):$"
REPORTED = r"^    reported: (.*)$"
EVIDENCE = r"^    evidence:\n(?:    [- ] .*\n)+"
PIECE = r"^    - title:.*\n(?:      .*\n)+"
DONE = r"^    done:\n((?:    [- ] .*\n)+)"
ALL_DONE = r"^    done:\n(?:    [- ] .*\n)+"


def _of_last_time(book: Book, pick: Random) -> Edits:
    """Leave a commitment as the report before had it."""
    files = [file for file in book if file.startswith(REPORT)]
    if len(files) < 2:  # noqa: PLR2004 - the report before
        return {}
    index = pick.randrange(1, len(files))
    return {files[index]: book[files[index - 1]]}


REPORTS = {
    "a report's entry: left out": replace(REPORT, ENTRY, ""),
    "a report's entry: twice": replace(REPORT, ENTRY, twice),
    "a report's entry: of another": paste(REPORT, ENTRY),
    "two entries of a report swapped": swap(REPORT, ENTRY),
    "a report's commitment: off by one": replace(REPORT, KEY, near),
    "a report's commitment: another": paste(REPORT, KEY),
    "a report's commitment: unknown": replace(REPORT, KEY, lambda old, _: f"9{old}"),
    "a report's commitment: a proposal": replace(REPORT, r"^  (c)\d+:$", ""),
    "two commitments of a report swapped": swap(REPORT, KEY),
    "a report's day: the year wrong": replace(REPORT, REPORTED, year),
    "a report's day: a month off": replace(REPORT, REPORTED, month),
    "a report's day: before the half-year's end": replace(
        REPORT, REPORTED, lambda old, _: f"{int(old[:4]) - 1}-08{old[7:]}"
    ),
    "a report's day: day and month swapped": replace(REPORT, REPORTED, day("{y}-{d}-{m}")),
    "a report's day: does not exist": replace(REPORT, REPORTED, day("{y}-02-30")),
    "a report's day: written 21/03/2024": replace(REPORT, REPORTED, day("{d}/{m}/{y}")),
    "a report's day: left out": replace(REPORT, r"^    reported: .*\n", ""),
    "a report's completion: another": replace(REPORT, r"^ +completion: (.*)$", other(*COMPLETION)),
    "a report's completion: of another": paste(REPORT, r"^ +completion: (.*)$"),
    "a report's completion: mistyped": replace(REPORT, r"^ +completion: (.*)$", mistyped),
    "a report's completion: left out": replace(REPORT, r"^ +completion: .*\n", ""),
    "a report's percentage: of another": paste(REPORT, r"^ +percentage: (.*)$"),
    "a report's percentage: 90 for 10 or less": replace(
        REPORT, r"^ +percentage: (.*)$", other("10 %", "9 %", "900 %")
    ),
    "a report's milestone: another word": replace(REPORT, OF_MILESTONE, other(*COMPLETION)),
    "a report's milestone: a word mistyped": replace(REPORT, OF_MILESTONE, mistyped),
    "a report's milestone: another id": replace(REPORT, rf"[{{ ](\d+)(?=: (?:{ONE_OF}|\{{))", near),
    "a report's milestone: unknown": replace(
        REPORT, rf"[{{ ](\d+)(?=: (?:{ONE_OF}|\{{))", lambda old, _: f"9{old}"
    ),
    "a report's milestone: left out": replace(
        REPORT, rf"(?:'[\d.]+'|\d+): (?:{ONE_OF}), |, (?:'[\d.]+'|\d+): (?:{ONE_OF})(?=}})", ""
    ),
    "a report's milestones: of another": paste(REPORT, r"^    milestones: (.*)$"),
    "a report's milestones: left out": replace(REPORT, r"^    milestones:.*\n(?:      .*\n)*", ""),
    "a report's done: left out": replace(REPORT, ALL_DONE, ""),
    "a report's done: of another": paste(REPORT, DONE),
    "a report's challenges: left out": replace(REPORT, r"^    challenges:\n(?:      .*\n)+", ""),
    "a report's challenges: of another": paste(REPORT, r"^    challenges:\n((?:      .*\n)+)"),
    "a report's evidence: left out": replace(REPORT, EVIDENCE, ""),
    "a report's evidence: one left out": replace(REPORT, PIECE, ""),
    "a report's evidence: one twice": replace(REPORT, PIECE, twice),
    "a report's evidence: of another": paste(REPORT, PIECE),
    "a report's evidence: https:// left out": replace(REPORT, r"^      link: (https://)", ""),
    "a report's evidence: the link of another": paste(REPORT, r"^      link: (.*)$"),
    "a report's evidence: the year wrong": replace(REPORT, r"^      date: (.*)$", year),
    "a report's evidence: a month off": replace(REPORT, r"^      date: (.*)$", month),
    "a report's evidence: the title left out": replace(
        REPORT, r"^    - (title:\n(?:        .*\n)+      )", ""
    ),
    "a report: what was presented left out": replace(REPORT, r"^presented: .*\n", ""),
    "a report: presented on another day": replace(REPORT, r"^presented: (.*)$", digit),
    "a report: last time's words": _of_last_time,
    "a report renamed to another half-year": moved("{folder}/2027-06.yaml", within=REPORT),
    "a report renamed to a year to come": moved("{folder}/2052-06.yaml", within=REPORT),
    "a report renamed to another month": moved("{folder}/2025-07.yaml", within=REPORT),
    "a report copied as the next half-year": moved(
        "{folder}/2026-12.yaml", copy=True, within=REPORT
    ),
}
