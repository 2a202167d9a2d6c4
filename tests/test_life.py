"""A made-up plan of ten proposals, from the first meeting to the review of IRM.

Each act edits one file; `ogp post` does the rest. At the end, `--as-of` tells what was known then.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Ogp

PLAN = """\
title: {ar: خطة العمل الوطنية, fr: Plan d’action national}
country: MA
language: ar
time_zone: Africa/Casablanca
committee: لجنة الإشراف
proposals: 10
period: {start: 2025-01-20, end: 2028-12-31}
periods: [2025-06, 2025-12, 2026-06]
languages: [ar]
axes: {transparency: الشفافية, justice: العدالة المنفتحة}
check: {skip: [nobody-in-the-room]}
"""
ORGANIZATIONS = """\
ministry-a: {name: الوزارة أ, sector: government}
ministry-b: {name: الوزارة ب, sector: government}
association-c: {name: الجمعية ج, sector: civil-society}
"""
FIRST = """\
date: 2024-10-10
kind: steering-committee
steps:
- on: [5, 6]
  heard: [comments-shared]
decisions:
- merge: [1, 2]
  into: open-budget
  title: نشر الميزانية والصفقات
  state: proposed
- cancel: [3]
  reason: خطة أخرى تتضمنه
"""
SECOND = """\
date: 2024-12-10
kind: steering-committee
steps:
- on: [5]
  heard: [comments-integrated]
decisions:
- merge: [1, 2]
  into: open-budget
  title: نشر الميزانية والصفقات
  state: decided
- cancel: [4]
"""
ADOPTION = """\
date: 2025-01-20
kind: steering-committee
decisions:
- adopt:
  - {number: 1, from: [open-budget]}
  - {number: 2, from: [5], title: منصة للمشاركة المواطنة}
  - {number: 3, from: [6, 7], title: عدالة منفتحة}
  - {number: 4, from: [8]}
- decline: [9]
  reason: غياب التمويل
"""
LATER_REASON = """\
date: 2025-03-10
kind: steering-committee
decisions:
- decline: [10]
  reason: عدم الاختصاص
"""
CARD = """\
axis: transparency
problem: معلومات الميزانية غير متاحة
solution: بوابة للبيانات
results: معطيات منشورة كل شهر
values: {transparency: نشر المعطيات}
milestones:
- {id: 1, title: إعداد البوابة, start: 2025-02, due: 2025-06, by: [ministry-a]}
- {id: 2, title: نشر المعطيات, output: مجموعة بيانات, start: 2025-07, due: 2025-12}
"""
PRESENTED = """\
date: 2025-09-20
kind: public
presented: 2025-06
"""
AMENDMENT = """\
date: 2026-01-15
kind: steering-committee
decisions:
- amend: [c1]
  move: {2: 2026-06}
  reason: تأخر الصفقة
"""
WITHDRAWAL = """\
date: 2026-07-10
kind: steering-committee
decisions:
- withdraw: [c4]
  reason: تغيير الاختصاصات
"""
REVISION = """\
date: 2026-09-15
kind: steering-committee
decisions:
- adopt:
  - {number: 5, from: [], title: التزام أضافته المراجعة}
"""
REPORTS = {
    "2025-06": ("2025-07-15", "limited", "1: complete, 2: not-started"),
    "2025-12": ("2026-01-10", "limited", "1: complete, 2: limited"),
    "2026-06": ("2026-07-05", "complete", "1: complete, 2: complete"),
}
REVIEW = """\
irm:
- {report: action-plan-review, date: 2026-08-01, verifiable: true, potential: modest}
"""


def report(period: str) -> str:
    day, completion, milestones = REPORTS[period]
    return f"""\
commitments:
  c1:
    reported: {day}
    completion: {completion}
    milestones: {{{milestones}}}
    challenges: مسطرة الصفقات
    evidence:
    - {{title: البوابة, link: "https://example.org/portal"}}
"""


class Book:
    """A book whose secretary edits one file at a time."""

    def __init__(self, root: Path, ogp: Ogp) -> None:
        self.root, self.ogp = root, ogp
        self.known: dict[str, dict[str, object]] = {}

    def write(self, file: str, text: str) -> None:
        path = self.root / "data" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def add(self, file: str, text: str) -> None:
        """Add keys to a file, before its status."""
        path = self.root / "data" / file
        before, status, after = path.read_text(encoding="utf-8").partition("status: ")
        path.write_text(f"{before}{text}{status}{after}", encoding="utf-8")

    def read(self, file: str) -> str:
        return (self.root / "data" / file).read_text(encoding="utf-8")

    def hold(self, meeting: str) -> None:
        """Write a meeting, post it, and remember what the book says then."""
        name = meeting.partition("\n")[0].removeprefix("date: ")
        self.write(f"meetings/{name}.yaml", meeting)
        posted = self.ogp("post", name, cwd=self.root)
        assert (posted.code, posted.err) == (0, ""), posted.out + posted.err
        self.agrees()
        self.remember(name)

    def remember(self, meeting: str) -> None:
        self.known[meeting] = self.status()

    def agrees(self) -> None:
        checked = self.ogp("check", "--format", "json", cwd=self.root)
        errors = [each for each in json.loads(checked.out)["problems"] if each["level"] == "error"]
        assert errors == []

    def status(self, *options: str) -> dict[str, object]:
        shown = self.ogp("status", "--format", "json", *options, cwd=self.root)
        assert shown.code == 0, shown.err
        found: dict[str, object] = json.loads(shown.out)
        del found["as_of"]
        return found

    def balance(self) -> dict[str, int]:
        found = self.status()["balance"]
        assert isinstance(found, dict)
        return {key: each for key, each in found.items() if each}


def story(book: Book) -> Iterator[str]:
    """Live through the plan, one act after the other; yields the name of each."""
    book.write("plan.yaml", PLAN)
    book.write("organizations.yaml", ORGANIZATIONS)
    for number in range(1, 11):
        lead = "ministry-a" if number < 6 else "ministry-b"
        text = f"number: {number}\ntitle: المقترح رقم {number}\nlead: {lead}\nstatus: standing\n"
        book.write(f"commitments/{number}.yaml", text)
    yield "proposals"
    book.hold(FIRST)
    yield "first meeting"
    book.hold(SECOND)
    yield "second meeting"
    book.hold(ADOPTION)
    yield "adoption"
    book.add("commitments/c1.yaml", CARD)
    book.remember("2025-01-20")  # a card has no day of its own: it is known from the adoption on
    yield "card"
    book.hold(LATER_REASON)
    book.write("reports/2025-06.yaml", report("2025-06"))
    book.hold(PRESENTED)
    yield "first report"
    book.write("reports/2025-12.yaml", report("2025-12"))
    book.hold(AMENDMENT)
    yield "amendment"
    book.write("reports/2026-06.yaml", report("2026-06"))
    book.hold(WITHDRAWAL)
    yield "withdrawal"
    book.add("commitments/c1.yaml", REVIEW)
    yield "review"
    book.hold(REVISION)
    yield "revision"


BALANCES: dict[str, dict[str, int]] = {
    "proposals": {"proposals": 10, "standing": 10, "resulting": 10},
    "first meeting": {
        "proposals": 10,
        "standing": 7,
        "merging": 2,
        "merges": 1,
        "cancelled": 1,
        "resulting": 8,
    },
    "second meeting": {
        "proposals": 10,
        "standing": 6,
        "merged": 2,
        "cancelled": 2,
        "resulting": 7,
    },
    "adoption": {"proposals": 10, "cancelled": 2, "adopted": 6, "not_adopted": 2, "in_plan": 4},
    "withdrawal": {
        "proposals": 10,
        "cancelled": 2,
        "adopted": 5,
        "withdrawn": 1,
        "not_adopted": 2,
        "in_plan": 3,
    },
    "revision": {
        "proposals": 10,
        "cancelled": 2,
        "adopted": 5,
        "withdrawn": 1,
        "not_adopted": 2,
        "in_plan": 4,
    },
}


@pytest.fixture
def book(tmp_path: Path, ogp: Ogp) -> Book:
    return Book(tmp_path, ogp)


def until(book: Book, act: str) -> None:
    """Live until an act is done."""
    for each in story(book):
        if each == act:
            return
    raise AssertionError(act)


def test_the_outcomes_add_up_at_each_moment(book: Book) -> None:
    for act in story(book):
        book.agrees()
        found = book.balance()
        if act in BALANCES:
            assert {key: found.get(key, 0) for key in BALANCES[act]} == BALANCES[act]
        outcomes = ("standing", "merging", "merged", "cancelled")
        ended = ("adopted", "withdrawn", "not_adopted", "missing")
        assert sum(found.get(each, 0) for each in outcomes + ended) == found["proposals"]


def test_as_of_tells_what_was_known_then(book: Book) -> None:
    until(book, "revision")
    for meeting, known in book.known.items():
        assert book.status("--as-of", meeting) == known


def test_posting_again_changes_nothing(book: Book) -> None:
    until(book, "revision")
    for meeting in book.known:
        assert "nothing to write" in book.ogp("post", meeting, cwd=book.root).out


def test_adoption_makes_the_files_of_the_plan(book: Book) -> None:
    until(book, "adoption")
    assert book.read("commitments/c1.yaml") == (
        "number: 1\nadopted_from: [open-budget]\ntitle: نشر الميزانية والصفقات\nlead: ministry-a\n"
        "status: adopted\nhistory:\n- meeting: 2025-01-20\n  step: adopted\n"
    )
    assert "lead: ministry-b\n" in book.read("commitments/c3.yaml")
    assert "status: adopted\nadopted_as: c2\n" in book.read("commitments/5.yaml")
    assert "status: merged\n" in book.read("commitments/1.yaml")
    assert "status: not-adopted\n" in book.read("commitments/9.yaml")
    assert "status: standing\n" in book.read("commitments/10.yaml")  # nobody gave a reason yet


def test_an_amendment_moves_a_milestone(book: Book) -> None:
    until(book, "amendment")
    card = book.read("commitments/c1.yaml")
    moved = "  - meeting: 2026-01-15\n    from: 2025-12\n    reason: تأخر الصفقة\n"
    assert f"due: 2026-06\n  moved:\n{moved}" in card
    path = book.root / "data/meetings/2026-01-15.yaml"
    path.write_text("date: 2026-01-15\nkind: steering-committee\n", encoding="utf-8")
    assert book.ogp("post", "2026-01-15", cwd=book.root).code == 0
    card = book.read("commitments/c1.yaml")
    assert "due: 2025-12\n" in card
    assert "moved" not in card
    assert "amended" not in card


COMMENTED = """\
milestones:
# the gate
- id: 1
  # as the minutes have it
  title: >- # in two lines
    إعداد
    البوابة
  start: 2025-02 # after the budget
  due: 2025-06
  by: [ministry-a] # alone
# the data
- {id: 2, title: نشر المعطيات, output: مجموعة بيانات, start: 2025-07, due: 2025-12} # agreed
"""
BOTH_MOVED = """\
date: 2025-03-11
kind: steering-committee
decisions:
- amend: [c1]
  move: {1: 2025-09, 2: 2026-06}
  reason: تأخر الصفقة
"""


def test_a_move_that_is_taken_back_leaves_the_comments(book: Book) -> None:
    until(book, "adoption")
    book.add("commitments/c1.yaml", CARD.partition("milestones:")[0] + COMMENTED)
    before = book.read("commitments/c1.yaml")
    book.hold(BOTH_MOVED)
    moved = book.read("commitments/c1.yaml")
    assert "  due: 2026-06 # agreed\n  moved:\n  - meeting: 2025-03-11\n" in moved
    book.write(
        "commitments/c1.yaml", moved.replace("    reason:", "    # in the room\n    reason:")
    )
    book.hold(BOTH_MOVED.replace("  reason: تأخر الصفقة\n", ""))
    assert book.read("commitments/c1.yaml").count("    # in the room\n") == 2
    book.hold("date: 2025-03-11\nkind: steering-committee\n")
    after = book.read("commitments/c1.yaml")
    lines = "- id: 2\n  title: نشر المعطيات\n  output: مجموعة بيانات\n  start: 2025-07\n"
    brackets = COMMENTED.splitlines()[-1]
    opened = before.replace(brackets, f"{lines}  due: 2025-12 # agreed")
    assert after.replace("    # in the room\n", "") == opened


def test_a_presentation_is_written_into_the_report(book: Book) -> None:
    until(book, "first report")
    assert book.read("reports/2025-06.yaml").startswith("presented: 2025-09-20\n")
    book.write("meetings/2025-09-20.yaml", "date: 2025-09-20\nkind: public\n")
    assert book.ogp("post", "2025-09-20", cwd=book.root).code == 0
    assert book.read("reports/2025-06.yaml") == report("2025-06")


CONTRADICTIONS = {
    "a merge that is only proposed": (
        "first meeting",
        "- adopt: [{number: 1, from: [open-budget]}]",
        "was only proposed",
    ),
    "a member of such a merge": (
        "first meeting",
        "- adopt: [{number: 1, from: [1]}]",
        "only proposed",
    ),
    "a cancelled proposal": (
        "second meeting",
        "- adopt: [{number: 1, from: [3]}]",
        "another outcome",
    ),
    "a number twice": (
        "second meeting",
        "- adopt: [{number: 1, from: [5]}, {number: 1, from: [6]}]",
        "was adopted at",
    ),
    "a proposal twice": (
        "second meeting",
        "- adopt: [{number: 1, from: [5]}, {number: 2, from: [5]}]",
        "another outcome",
    ),
    "a cancellation after the adoption": ("adoption", "- cancel: [10]", "closed the proposals"),
    "a proposal in a revision": (
        "adoption",
        "- adopt: [{number: 9, from: [10]}]",
        "closed the proposals",
    ),
    "a number that the plan has": (
        "adoption",
        "- adopt: [{number: 1, from: [], title: ن}]",
        "was adopted at",
    ),
    "a reason before the adoption": (
        "second meeting",
        "- decline: [5]",
        "has adopted the plan yet",
    ),
    "a cancelled commitment of the plan": ("adoption", "- cancel: [c1]", "commitment of the plan"),
    "an amended proposal": ("adoption", "- {amend: [5], what: [title]}", "not a commitment of the"),
    "an amendment after the withdrawal": (
        "withdrawal",
        "- {amend: [c4], what: [title]}",
        "another outcome",
    ),
    "a declined proposal that was adopted": ("adoption", "- decline: [5]", "another outcome"),
}


@pytest.mark.parametrize("case", CONTRADICTIONS)
def test_a_contradiction_is_refused_at_its_line(book: Book, case: str) -> None:
    act, decision, message = CONTRADICTIONS[case]
    until(book, act)
    files = {path: path.read_bytes() for path in book.root.rglob("*.yaml")}
    text = f"date: 2026-12-01\nkind: steering-committee\ndecisions:\n{decision}\n"
    book.write("meetings/2026-12-01.yaml", text)
    refused = book.ogp("post", "2026-12-01", cwd=book.root)
    assert refused.code == 1
    assert "data/meetings/2026-12-01.yaml:4:" in refused.out + refused.err
    assert message in refused.out + refused.err
    assert {path: path.read_bytes() for path in files} == files


def test_a_plan_of_125_milestones_on_three_levels(book: Book) -> None:
    """Five in each of five groups of each commitment: 1, 1.1, 1.1.1."""
    until(book, "card")
    ids = [
        each
        for a in range(1, 6)
        for each in (
            f"{a}",
            *(f"{a}.{b}" for b in range(1, 3)),
            *(f"{a}.{b}.1" for b in range(1, 2)),
            f"{a}.2.10",
        )
    ]
    assert len(ids) * 5 == 125
    lines = [
        f"- {{id: {each}, title: المعلم {each}, start: 2025-02, due: 2025-12}}" for each in ids
    ]
    text = book.read("commitments/c1.yaml")
    before, _, after = text.partition("milestones:\n")
    status = after[after.index("status:") :]
    book.write("commitments/c1.yaml", before + "\n".join(["milestones:", *lines, status]))
    for number in (2, 3, 4):
        book.add(f"commitments/c{number}.yaml", "\n".join(["milestones:", *lines, ""]))
    book.ogp("new", "report", cwd=book.root)
    report = book.read("reports/2025-06.yaml")
    assert [*re.findall(r"^      ([\d.]+):$", report, re.MULTILINE)] == ids * 4
    done = re.sub(r"^(      1(\.[\d.]+)?):$", r"\1: complete", report, flags=re.MULTILINE)
    book.write("reports/2025-06.yaml", done)
    book.write(
        "meetings/2025-09-01.yaml",
        "date: 2025-09-01\nkind: act\n"
        "decisions:\n- {amend: [c2], move: {1.2.10: 2026-01, 5.2: 2027}, reason: تأخير}\n",
    )
    assert book.ogp("post", "2025-09-01", cwd=book.root).code == 0
    book.agrees()
    card = book.read("commitments/c2.yaml")
    assert "id: 1.2.10\n  title: المعلم 1.2.10\n  start: 2025-02\n  due: 2026-01\n" in card
    assert "due: 2027\n  moved:\n  - meeting: 2025-09-01\n    from: 2025-12\n" in card


def test_the_date_before_a_move_is_not_lost(book: Book) -> None:
    until(book, "amendment")
    card = book.read("commitments/c1.yaml")
    moved = "  moved:\n  - meeting: 2026-01-15\n    from: 2025-12\n    reason: تأخر الصفقة\n"
    assert moved in card
    lost = card.replace(moved, "")
    book.write("commitments/c1.yaml", lost)
    refused = book.ogp("post", "2026-01-15", cwd=book.root)
    assert refused.code == 2
    assert "milestone 2 is due 2026-06 already" in refused.err
    assert book.read("commitments/c1.yaml") == lost
    book.write("commitments/c1.yaml", lost.replace("due: 2026-06", "due: 2025-12"))
    assert book.ogp("post", "2026-01-15", cwd=book.root).code == 0
    assert book.read("commitments/c1.yaml") == card


def test_moves_in_another_order_are_put_right(book: Book) -> None:
    until(book, "amendment")
    book.hold(AMENDMENT.replace("2026-01-15", "2026-02-20").replace("2026-06", "2026-12"))
    card = book.read("commitments/c1.yaml")
    before, moved, rest = re.split(r"(?<=moved:\n)((?:  [- ] .*\n)+)", card)
    first, second = (f"  - meeting{each}" for each in moved.split("  - meeting")[1:])
    book.write("commitments/c1.yaml", f"{before}{second}{first}{rest}")
    assert "decision-not-applied" in book.ogp("check", cwd=book.root).out
    assert book.ogp("post", "2026-02-20", cwd=book.root).code == 0
    assert book.read("commitments/c1.yaml") == card


def test_three_steps_of_a_meeting_are_posted_once(book: Book) -> None:
    until(book, "proposals")
    heard = "[comments-shared, new-version-received, comments-integrating]"
    book.hold(FIRST.replace("[comments-shared]", heard))
    text = book.read("commitments/5.yaml")
    accepted = "  step: new-version-received\n  accept: {step-before-proposal: it was so}\n"
    text = text.replace("  step: new-version-received\n", accepted)
    book.write("commitments/5.yaml", text)
    assert "nothing to write" in book.ogp("post", "2024-10-10", cwd=book.root).out
    assert book.read("commitments/5.yaml") == text
