"""Slips in the commitments of the plan: their cards, milestones and IRM codings."""

from random import Random

from slip_kinds.making import (
    CARD,
    COMMITMENTS,
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

TITLE = r"^title:\n((?:  .*\n)+)"
TEXT = r"^(?:problem|so_far|solution|results):\n((?:  .*\n)+)"
WHOLE_TEXT = r"^(?:problem|so_far|solution|results):\n(?:  .*\n)+"
VALUES = "transparency", "participation", "accountability"
ADOPTED_FROM = r"^adopted_from: \[(.*)\]$"

MILESTONE = r"^- id: .*\n(?:  .*\n)*"
START = r"^  start: (.*)$"
DUE = r"^  due: (.*)$"
BY = r"^  by: (.*)$"
MOVED = r"^  moved:\n(?:  [- ] .*\n)+"

CODING = r"^- report: .*\n(?:  .*\n)+"
CODED = r"^- report: .*\n  date: (.*)$"


def exchanged(old: str, _: Random) -> str:
    """Swap what two lines say: each is a key and its value."""
    one, two = old.split("\n")
    (first, said), (second, then) = one.split(": ", 1), two.split(": ", 1)
    return f"{first}: {then}\n{second}: {said}"


def _repeated(old: str, _: Random) -> str:
    one, two = old.split("\n")
    return f"{one}\n{two.split(': ', 1)[0]}: {one.split(': ', 1)[1]}"


def _turned(old: str, _: Random) -> str:
    return "false" if old == "true" else "true"


CARDS = {
    "a card's title: of another": paste(CARD, TITLE),
    "a card's text: another one": paste(CARD, TEXT),
    "a card's text: left out": replace(CARD, WHOLE_TEXT, ""),
    "a card's text: emptied": replace(CARD, TEXT, ""),
    "a card's text: a language left out": replace(CARD, r"^ +(?:ar|fr|en): .*\n", ""),
    "a card's text: two languages swapped": replace(CARD, r"^ +ar: .*\n +fr: .*$", exchanged),
    "a card's text: one language twice": replace(CARD, r"^ +fr: .*\n +en: .*$", _repeated),
    "a card's text: a word left out": replace(
        CARD, r"^ +(?:ar|fr|en): \S+.*( [^\W\d]{4,}) .*$", ""
    ),
    "a card's text: cut short": replace(CARD, r"^ +(?:ar|fr|en): .*( \S+ \S+)$", ""),
    "a card's text: a placeholder": replace(
        CARD, r"^ +(?:ar|fr|en): (.*)$", other("TODO", "...", "xxx", "à compléter", "TBD", "؟؟")
    ),
    "a card's lead: another": paste(CARD, r"^lead: (.*)$"),
    "a card's lead: mistyped": replace(CARD, r"^lead: (.*)$", mistyped),
    "a card's lead: left out": replace(CARD, r"^lead: .*\n", ""),
    "a card's supporting: another": paste(CARD, r"^supporting: \[.*?([a-z0-9-]+)\]$"),
    "a card's supporting: mistyped": replace(CARD, r"^supporting: \[.*?([a-z0-9-]+)\]$", mistyped),
    "a card's supporting: one left out": replace(CARD, r"^supporting: \[([a-z0-9-]+, )", ""),
    "a card's supporting: left out": replace(CARD, r"^supporting: .*\n", ""),
    "a card's axis: another": paste(CARD, r"^axis: (.*)$"),
    "a card's axis: mistyped": replace(CARD, r"^axis: (.*)$", mistyped),
    "a card's axis: left out": replace(CARD, r"^axis: .*\n", ""),
    "a card's OGP id: of another": paste(CARD, r"^ogp: (.*)$"),
    "a card's OGP id: a digit changed": replace(CARD, r"^ogp: (.*)$", digit),
    "a card's OGP id: left out": replace(CARD, r"^ogp: .*\n", ""),
    "a card's policy areas: of another": paste(CARD, r"^policy_areas:\n((?:[- ] .*\n)+)"),
    "a card's policy areas: left out": replace(CARD, r"^policy_areas:\n(?:[- ] .*\n)+", ""),
    "a card's values: another value": replace(CARD, rf"^  ({'|'.join(VALUES)}):$", other(*VALUES)),
    "a card's values: one left out": replace(
        CARD, rf"^  (?:{'|'.join(VALUES)}):\n(?:    .*\n)+", ""
    ),
    "a card's head: of another": paste(CARD, r"^head:\n((?:  .*\n)+)"),
    "a card's head: the gender": replace(
        CARD, r"^head:\n  name: .*\n  gender: (.)$", lambda old, _: "m" if old == "f" else "f"
    ),
    "a card's head: left out": replace(CARD, r"^head:\n(?:  .*\n)+", ""),
    "adopted_from: of another": paste(CARD, ADOPTED_FROM),
    "adopted_from: one more": replace(CARD, r"^adopted_from: \[.*()\]$", ", 9"),
    "adopted_from: emptied": replace(CARD, ADOPTED_FROM, ""),
    "adopted_from: left out": replace(CARD, r"^adopted_from: .*\n", ""),
    "adopted_as: another": paste(COMMITMENTS, r"^adopted_as: (.*)$"),
    "adopted_as: left out": replace(COMMITMENTS, r"^adopted_as: .*\n", ""),
    "a status after the adoption: another": replace(
        COMMITMENTS,
        r"^status: (.*adopted|withdrawn|replaced)$",
        other("adopted", "not-adopted", "withdrawn", "replaced", "merged"),
    ),
}
MILESTONES = {
    "a milestone left out": replace(CARD, MILESTONE, ""),
    "a milestone twice": replace(CARD, MILESTONE, twice),
    "two milestones swapped": swap(CARD, MILESTONE, neighbours=True),
    "a milestone of another card": paste(CARD, MILESTONE),
    "a milestone's id: another": paste(CARD, r"^- id: (.*)$"),
    "a milestone's id: off by one": replace(CARD, r"^- id: (\d+)$", near),
    "a milestone's id: without its quotes": replace(
        CARD, r"^- id: ('.*')$", lambda old, _: old.strip("'")
    ),
    "a milestone's id: left out": replace(CARD, r"^- (id: .*\n  )", ""),
    "a milestone's start: a year off": replace(CARD, START, year),
    "a milestone's start: a month off": replace(CARD, START, month),
    "a milestone's start: left out": replace(CARD, r"^  start: .*\n", ""),
    "a milestone's due: a year off": replace(CARD, DUE, year),
    "a milestone's due: a month off": replace(CARD, DUE, month),
    "a milestone's due: does not exist": replace(CARD, DUE, lambda old, _: f"{old[:4]}-13"),
    "a milestone's due: month and year swapped": replace(
        CARD, DUE, lambda old, _: f"{old[5:7]}/{old[:4]}"
    ),
    "a milestone's due: two digits swapped": replace(
        CARD, DUE, lambda old, _: f"20{old[3]}{old[2]}{old[4:]}"
    ),
    "a milestone's due: left out": replace(CARD, r"^  due: .*\n", ""),
    "a milestone's start and due swapped": replace(CARD, r"^  start: .*\n  due: .*$", exchanged),
    "a milestone's by: of another": paste(CARD, BY),
    "a milestone's by: mistyped": replace(CARD, r"^  by: \[([a-z0-9-]+)", mistyped),
    "a milestone's by: one left out": replace(CARD, r"^  by: \[([a-z0-9-]+, )", ""),
    "a milestone's by: left out": replace(CARD, r"^  by: .*\n", ""),
    "a milestone's title: of another": paste(CARD, r"^  title:\n((?:    .*\n)+)"),
    "a milestone's output: of another": paste(CARD, r"^  output:\n((?:    .*\n)+)"),
    "a milestone's output: left out": replace(CARD, r"^  output:\n(?:    .*\n)+", ""),
    "a milestone's weight: another": replace(CARD, r"^  weight: (\d+)$", near),
    "a move in the card: left out": replace(CARD, MOVED, ""),
    "a move in the card: another from": replace(CARD, r"^    from: (.*)$", month),
    "a move in the card: another meeting": paste(CARD, r"^  - meeting: (.*)$"),
    "a move in the card: its reason left out": replace(CARD, r"^    reason:\n(?:      .*\n)+", ""),
    "added or dropped in the card: left out": replace(CARD, r"^  (?:added|dropped): .*\n", ""),
    "added or dropped in the card: a year off": replace(CARD, r"^  (?:added|dropped): (.*)$", year),
}
IRM = {
    "an IRM coding: left out": replace(CARD, CODING, ""),
    "an IRM coding: twice": replace(CARD, CODING, twice),
    "an IRM coding: of another card": paste(CARD, CODING),
    "an IRM coding: the report's name mistyped": replace(CARD, r"^- report: (.*)$", mistyped),
    "an IRM coding: the year wrong": replace(CARD, CODED, year),
    "an IRM coding: day and month swapped": replace(CARD, CODED, day("{y}-{d}-{m}")),
    "an IRM coding: the date left out": replace(CARD, r"^- report: .*\n(  date: .*\n)", ""),
    "an IRM coding: yes for no": replace(CARD, r"^  (?:verifiable|lens|promising): (.*)$", _turned),
    "an IRM coding: promising left out": replace(CARD, r"^  promising: .*\n", ""),
    "an IRM coding: another potential": replace(
        CARD, r"^  potential: (.*)$", other("unclear", "modest", "substantial")
    ),
    "an IRM coding: a word mistyped": replace(CARD, r"^  potential: (.*)$", mistyped),
    "an IRM coding: https:// left out": replace(CARD, r"^  link: (https://)", ""),
    "an IRM coding: another link": replace(CARD, r"^  link: .*/(.*)$", "design-report.pdf"),
}
