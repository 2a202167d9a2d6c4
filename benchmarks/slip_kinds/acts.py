"""Slips in what meetings heard, and in what they decide once the plan is adopted."""

from random import Random

from slip_kinds.making import (
    MEETING,
    Book,
    Edits,
    Make,
    digit,
    mistyped,
    month,
    near,
    other,
    paste,
    places,
    put,
    replace,
    said,
    swap,
    twice,
    year,
)

ACT = r"(?:  .*\n)*"
AMENDMENT = rf"^- amend: .*\n{ACT}"
OF_PLAN = r"^- {}: \[.*?c(\d+)(?=[,\]])"
IN_MOVE = r"(?<=[{ ])"
MOVE = r"^  move: .*"
KEYS = "title", "lead", "supporting", "problem", "solution", "results", "head", "milestones"
SET = r"^  set:(?: \{|\n    )"
CHANGE = r"^  change:(?: \{|\n    )"
ADD = r"^  add:(?: \[|\n {2,4}- )"
REASON_OF = r"^  reason:\n((?:    .*\n)+)"

ITEM = r"^  - .*number: .*\n(?:    .*\n)*"
NUMBER = r"^  - .*number: (\d+)"
FROM = r"from: (\[.*?\])"
EXPLAINED = r"^- (?:decline|explain): "

HEARD = r"^- on: .*\n(?:  .*\n)+"
WORDS = (
    "comments-shared", "comments-integrating", "comments-integrated", "new-version-received",
    "meeting-to-schedule", "meeting-held", "merged-card-pending",
)  # fmt: skip
WORD = rf"[\[ ]({'|'.join(WORDS)})(?=[,\]}}])"
HALF_YEAR = r"\d{4}-(?:06|12)"


def _to_another_meeting(pattern: str) -> Make:
    """Move an item of `decisions:` into another meeting that has some."""

    def make(book: Book, pick: Random) -> Edits:
        found, heads = places(book, MEETING, pattern), places(book, MEETING, r"^decisions:\n()")
        heads = [head for head in heads if len(heads) > 1]
        if not found or not heads:
            return {}
        item, head = pick.choice(found), pick.choice(heads)
        if item.file == head.file:
            return {}
        return {**put(book, item, ""), **put(book, head, said(book, item))}

    return make


def _without_reason(verb: str) -> Make:
    """Leave out the reason of a decision."""
    before = rf"^- {verb}: .*\n(?:  (?!reason).*\n)*"
    return replace(MEETING, rf"{before}(  reason:.*\n(?:    .*\n)*)", "")


def _unknown(old: str, _: Random) -> str:
    return f"9{old}"


AMENDMENTS = {
    "an amendment left out": replace(MEETING, AMENDMENT, ""),
    "an amendment twice": replace(MEETING, AMENDMENT, twice),
    "an amendment in another meeting": _to_another_meeting(AMENDMENT),
    "an amendment: another commitment": replace(MEETING, OF_PLAN.format("amend"), near),
    "an amendment: a commitment more": replace(
        MEETING, r"^- amend: \[.*\d()\]$", lambda _, pick: f", c{pick.randrange(1, 13)}"
    ),
    "an amendment: unknown": replace(MEETING, OF_PLAN.format("amend"), _unknown),
    "an amendment: a proposal": replace(MEETING, r"^- amend: \[(c)", ""),
    "an amendment: its reason left out": _without_reason("amend"),
    "an amendment: the reason of another": paste(MEETING, REASON_OF),
    "a move: another milestone": replace(MEETING, rf"{MOVE}{IN_MOVE}(\d+)(?=:)", near),
    "a move: an unknown milestone": replace(MEETING, rf"{MOVE}{IN_MOVE}(\d+)(?=:)", _unknown),
    "a move: a milestone left out": replace(MEETING, rf"{MOVE}(, [^,{{]+: [\d-]+)\}}", ""),
    "a move: a year off": replace(MEETING, rf"{MOVE}: (\d{{4}}-\d\d)", year),
    "a move: a month off": replace(MEETING, rf"{MOVE}: (\d{{4}}-\d\d)", month),
    "a move: two digits swapped": replace(
        MEETING,
        rf"{MOVE}: (\d{{4}}-\d\d)",
        lambda old, _: f"20{old[3]}{old[2]}{old[4:]}",
    ),
    "a move: left out": replace(MEETING, r"^  move: .*\n(?:    .*\n)*", ""),
    "what is amended: another key": replace(MEETING, r"^  what: \[.*?([a-z_]+)\]$", other(*KEYS)),
    "what is amended: a key more": replace(MEETING, r"^  what: \[.*()\]$", ", axis"),
    "what is amended: a key left out": replace(MEETING, r"^  what: \[([a-z_]+, )", ""),
    "what is amended: mistyped": replace(MEETING, r"^  what: \[.*?([a-z_]+)\]$", mistyped),
    "set: another key": replace(MEETING, rf"{SET}([a-z_]+)(?=:)", other(*KEYS)),
    "set: the key mistyped": replace(MEETING, rf"{SET}([a-z_]+)(?=:)", mistyped),
    "set: a language left out": replace(
        MEETING, r"^  set:\n(?:    .*\n)*?(      (?:fr|en): .*\n)", ""
    ),
    "set: a text cut short": replace(
        MEETING, r"^  set:\n(?:    .*\n)*?      (?:ar|fr|en): .*( \S+ \S+)$", ""
    ),
    "set: another lead": replace(
        MEETING,
        r"^  set:(?:\n    .*)*?[\n {,]+lead: ([a-z0-9-]+)",
        other("ministry-a", "ministry-b", "ministry-c", "ministry-e"),
    ),
    "set: left out": replace(MEETING, r"^  set:.*\n(?:    .*\n)*", ""),
    "change: another milestone": replace(MEETING, rf"{CHANGE}(\d+)(?=:)", near),
    "change: an unknown milestone": replace(MEETING, rf"{CHANGE}(\d+)(?=:)", _unknown),
    "change: left out": replace(MEETING, r"^  change:.*\n(?:    .*\n)*", ""),
    "add: another id": replace(MEETING, rf"{ADD}\{{?id: (\d+)", near),
    "add: a year off": replace(MEETING, r"^  add:.*(?:\n +[- ] .*)*?due: (\d{4}(?:-\d\d)?)", year),
    "add: left out": replace(MEETING, r"^  add:.*\n(?: {2,}[- ] .*\n)*", ""),
    "drop: another milestone": replace(MEETING, r"^  drop: \[.*?(\d+)(?=[,\]])", near),
    "drop: left out": replace(MEETING, r"^  drop: .*\n", ""),
}
ADOPTION = {
    "an adoption left out": replace(MEETING, r"^- adopt:\n(?:  .*\n)+", ""),
    "an adopted item left out": replace(MEETING, ITEM, ""),
    "an adopted item twice": replace(MEETING, ITEM, twice),
    "an adopted item: the number off by one": replace(MEETING, NUMBER, near),
    "an adopted item: an unknown number": replace(MEETING, NUMBER, _unknown),
    "two adopted items: the numbers swapped": swap(MEETING, NUMBER),
    "two adopted items swapped": swap(MEETING, ITEM),
    "an adopted item: from another": paste(MEETING, FROM),
    "an adopted item: from an unknown one": replace(MEETING, r"from: \[(\d+)\]", _unknown),
    "an adopted item: from one more": replace(
        MEETING, r"from: \[.*?()\]", lambda _, pick: f", {pick.randrange(1, 28)}"
    ),
    "an adopted item: from mistyped": replace(MEETING, r"from: \[([a-z-]{3,})\]", mistyped),
    "an adopted item: from left out": replace(MEETING, r"^  - .*(, from: \[.*?\])", ""),
    "an adopted item: another's title": replace(
        MEETING, r"^  - \{number: .*\]()\}$", ", title: نشر الميزانية"
    ),
    "an explanation left out": replace(MEETING, rf"{EXPLAINED}.*\n{ACT}", ""),
    "an explanation: one left out": replace(MEETING, rf"{EXPLAINED}\[(\d+, )", ""),
    "an explanation: one more": replace(
        MEETING, rf"{EXPLAINED}\[.*()\]$", lambda _, pick: f", {pick.randrange(1, 28)}"
    ),
    "an explanation: another": replace(MEETING, rf"{EXPLAINED}\[.*?(\d+)\]$", near),
    "an explanation: its reason left out": _without_reason("(?:decline|explain)"),
    "an explanation: the reason of another": paste(
        MEETING, rf"{EXPLAINED}.*\n  reason:\n((?:    .*\n)+)"
    ),
    "a withdrawal left out": replace(MEETING, rf"^- withdraw: .*\n{ACT}", ""),
    "a withdrawal: another": replace(MEETING, OF_PLAN.format("withdraw"), near),
    "a withdrawal: one more": replace(
        MEETING, r"^- withdraw: \[.*()\]$", lambda _, pick: f", c{pick.randrange(1, 13)}"
    ),
    "a withdrawal: its reason left out": _without_reason("withdraw"),
    "a withdrawal in another meeting": _to_another_meeting(rf"^- withdraw: .*\n{ACT}"),
    "a reinstatement left out": replace(MEETING, rf"^- reinstate: .*\n{ACT}", ""),
    "a reinstatement: another": replace(MEETING, r"^- reinstate: \[.*?(\d+)\]$", near),
}
APPROVALS = {
    "an approval left out": replace(MEETING, rf"^- approve: .*\n{ACT}", ""),
    "an approval twice": replace(MEETING, rf"^- approve: .*\n{ACT}", twice),
    "an approval: of another meeting": paste(MEETING, r"^- approve: (.*)$"),
    "an approval: a day off": replace(MEETING, r"^- approve: .*(\d)$", near),
    "an approval: the year wrong": replace(MEETING, r"^- approve: (.*)$", year),
    "an approval in another meeting": _to_another_meeting(rf"^- approve: .*\n{ACT}"),
    "a seal left out": replace(MEETING, r"^  seal: .*\n|^  [\w-]+: '?sha256:.*\n", ""),
    "a seal: a digit changed": replace(MEETING, r"sha256:([0-9a-f]+)", digit),
    "a seal: of another meeting": paste(MEETING, r"sha256:([0-9a-f]+)"),
    "a seal: for another meeting": replace(MEETING, r"^  ([\d-]+): '?sha256:", year),
    "a seal: a digit left out": replace(MEETING, r"sha256:([0-9a-f]+)", mistyped),
    "a correction left out": replace(MEETING, rf"^- correct: .*\n{ACT}", ""),
    "a correction: of another meeting": paste(MEETING, r"^- correct: (.*)$"),
    "a correction: its text left out": replace(MEETING, r"^  text:\n(?:    .*\n)+", ""),
    "presented: left out": replace(MEETING, r"^presented: .*\n", ""),
    "presented: another half-year": paste(MEETING, rf"^presented: \[?({HALF_YEAR})"),
    "presented: the year wrong": replace(MEETING, rf"^presented: \[?({HALF_YEAR})", year),
    "presented: in another meeting": replace(
        MEETING, r"^steps: \[\]\n(?!presented)", "steps: []\npresented: 2025-06\n"
    ),
}
STEPS = {
    "what was heard: an item left out": replace(MEETING, HEARD, ""),
    "what was heard: an item twice": replace(MEETING, HEARD, twice),
    "what was heard: two items swapped": swap(MEETING, HEARD, neighbours=True),
    "what was heard: another commitment": replace(MEETING, r"^- on: \[.*?(\d+)(?=[,\]])", near),
    "what was heard: a commitment left out": replace(MEETING, r"^- on: \[(\d+, )", ""),
    "what was heard: a commitment more": replace(
        MEETING, r"^- on: \[.*()\]$", lambda _, pick: f", {pick.randrange(1, 28)}"
    ),
    "what was heard: another word": replace(MEETING, WORD, other(*WORDS)),
    "what was heard: a word mistyped": replace(MEETING, WORD, mistyped),
    "what was heard: a word left out": replace(
        MEETING, rf"^  heard: \[(?:.*, )?((?:{'|'.join(WORDS)}), )", ""
    ),
    "what was heard: another draft": replace(
        MEETING, r"draft: ([a-z-]+)", other("proposed", "new-version")
    ),
    "what was heard: a draft left out": replace(MEETING, r"(, draft: [a-z-]+)", ""),
    "what was heard: the words of another": paste(MEETING, r"^  heard: (.*)$"),
    "what was heard: all left out": replace(MEETING, r"^steps:.*\n(?:[- ] .*\n)*", ""),
    "reviewed: left out": replace(MEETING, r"^reviewed: .*\n", ""),
}
HELD = {
    "a coordination meeting: another commitment": replace(
        MEETING, r"^commitments: \[.*?(\d+)(?=[,\]])", near
    ),
    "a coordination meeting: a commitment left out": replace(
        MEETING, r"^commitments: \[(\d+, )", ""
    ),
    "a coordination meeting: a commitment more": replace(
        MEETING, r"^commitments: \[.*()\]$", lambda _, pick: f", {pick.randrange(1, 28)}"
    ),
    "a coordination meeting: its commitments left out": replace(MEETING, r"^commitments: .*\n", ""),
    "a meeting's hour: another": replace(
        MEETING, r"^time: (\d\d)", lambda _, pick: f"{pick.randrange(8, 18):02}"
    ),
    "a meeting's hour: left out": replace(MEETING, r"^time: .*\n", ""),
    "a meeting's kind: another": replace(
        MEETING, r"^kind: (.*)$", other("steering-committee", "coordination", "workshop", "public")
    ),
    "a meeting's reference: of another": paste(MEETING, r"^reference: (.*)$"),
    "a meeting's state: left out": replace(MEETING, r"^state: .*\n", ""),
    "a slot's end: before it begins": replace(
        MEETING, r"^  end: \S+ (\d\d)", lambda old, _: f"{int(old) - 3:02}"
    ),
    "how many took part: another figure": replace(
        MEETING, r"^attendance:\n(?:  .*\n)*?  [a-z-]+: (\d+)$", digit
    ),
    "how many took part: a group mistyped": replace(
        MEETING, r"^attendance:\n(?:  .*\n)*?  ([a-z-]+): \d+$", mistyped
    ),
    "a document: the year wrong": replace(MEETING, r"^  date: (.*)$", year),
    "a document: https:// left out": replace(MEETING, r"^  link: (https://)", ""),
    "a document: of another meeting": paste(MEETING, r"^  link: (.*)$"),
    "what was agreed: left out": replace(MEETING, r"^agreed:\n(?:[- ] .*\n)+", ""),
    "the chair: of another institution": replace(
        MEETING, r"^chair:\n(?:  .*\n)*?  organization: (.*)$", other("ministry-b", "ministry-c")
    ),
    "the chair: left out": replace(MEETING, r"^chair:\n(?:  .*\n)+", ""),
    "an apology left out": replace(MEETING, r"^apologies:\n(?:[- ] .*\n)+", ""),
}
