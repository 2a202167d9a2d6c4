"""A made-up plan of ten proposals, act by act, from the first meeting to the review of IRM.

Each act edits one file; `ogp post` does the rest.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
- explain: [9]
  reason: غياب التمويل
"""
LATER_REASON = """\
date: 2025-03-10
kind: steering-committee
decisions:
- explain: [10]
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

    def __init__(self, root: Path, ogp: "Ogp") -> None:
        self.root, self.ogp = root, ogp
        self.known: dict[str, dict[str, object]] = {}  # by meeting: the status just after it

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
        posted = self.ogp("post", cwd=self.root)
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
