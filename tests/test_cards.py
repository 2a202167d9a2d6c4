"""Cards and reports as institutions have them, in a book that begins with the plan."""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Ogp, Result

BOOK = {
    "plan.yaml": """\
title: First action plan of Country A
country: XA
language: en
time_zone: UTC
committee: steering committee
period: {start: 2025-03-10, end: 2027-12-31}
periods: [2025-06]
""",
    "organizations.yaml": """\
ministry-a: {name: Ministry of A, sector: government}
ministry-b: {name: Ministry of B, sector: government}
association-b: {name: Association B, sector: civil-society}
""",
    "commitments/1.yaml": """\
number: 1
title: Open budget
lead: ministry-a
adopted_as: c1
status: adopted
history:
- {meeting: 2025-03-10, step: adopted}
""",
    "commitments/c1.yaml": """\
number: 1
adopted_from: [1]
title: Open budget
lead: ministry-a
problem: p
solution: s
results: r
values: {transparency: t}
milestones:
- {id: 1, title: Open the website, start: 2025-04, due: 2025-06, by: [ministry-a]}
- {id: 2, title: Publish the contracts, start: 2025-04, due: 2025-12, by: [ministry-a]}
status: adopted
history:
- {meeting: 2025-03-10, step: adopted}
""",
    "meetings/2025-03-10.yaml": """\
date: 2025-03-10
kind: steering-committee
participants:
- {name: Person One, gender: f, organization: ministry-a}
- {name: Person Two, gender: m, organization: association-b}
steps: []
decisions:
- adopt:
  - {number: 1, from: [1]}
""",
}


class Book:
    """A book on the disk, and `ogp` run in it."""

    def __init__(self, root: Path, ogp: Ogp) -> None:
        self.root, self._ogp = root, ogp
        for name, text in BOOK.items():
            self.write(name, text)

    def write(self, name: str, text: str) -> None:
        """Write a file of the data."""
        file = self.root / "data" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        """Replace a text that a file has."""
        assert old in BOOK[name]
        self.write(name, BOOK[name].replace(old, new))

    def run(self, *arguments: str) -> Result:
        """Return what a command printed, in English unless it is told otherwise."""
        lang = () if "--lang" in arguments or arguments[0] in {"post", "new"} else ("--lang", "en")
        return self._ogp(*arguments, *lang, cwd=self.root)

    def facts(self, *arguments: str) -> Any:
        """Return the JSON of a command."""
        return json.loads(self.run(*arguments, "--format", "json").out)


@pytest.fixture
def book(tmp_path: Path, ogp: Ogp) -> Book:
    return Book(tmp_path, ogp)


BY_MILESTONE = """\
commitments:
  c1:
    reported: 2025-07-15
    stated: In progress
    milestones:
      1:
        completion: complete
        percentage: 100
        done: [The website is open.]
        evidence: [{title: Website, link: "https://example.org/w"}]
      2: {completion: not-started, challenges: No staff.}
"""


def test_a_milestone_says_what_was_done_and_what_stood_in_the_way(book: Book) -> None:
    book.write("reports/2025-06.yaml", BY_MILESTONE)
    shown = book.run("show", "c1", "--format", "text").out
    for line in (
        "Stated by the institution: In progress",
        "Milestones: 1 (complete) and 2 (not started)",
        "Milestone 1 – Percentage stated by the institution: 100 %",
        "Milestone 1 – Done: The website is open.",
        "Milestone 1 – Evidence: Website: https://example.org/w",
        "Milestone 2 – Challenges: No staff.",
    ):
        assert line in shown
    assert '"milestones_done": 1' in book.run("status", "--format", "json").out


def test_changes_say_which_milestones_changed(book: Book) -> None:
    book.write("reports/2025-06.yaml", BY_MILESTONE)
    changes = ("changes", "--since", "2025-03-10")
    line = (
        "2025-07-15 – c1. Open budget: "
        "Milestones: 1 (complete) and 2 (not started) – In progress (2025-06)"
    )
    assert line in book.run(*changes, "--format", "text").out
    assert {
        "day": "2025-07-15",
        "kind": "report",
        "commitments": ["c1"],
        "meeting": None,
        "period": "2025-06",
        "stated": "In progress",
        "milestones": {"1": "complete", "2": "not-started"},
    } in book.facts(*changes)["changes"]


def test_evidence_and_challenges_of_a_milestone_are_those_of_its_commitment(book: Book) -> None:
    book.write("reports/2025-06.yaml", BY_MILESTONE + "    completion: substantial\n")
    assert book.run("check").out == "No problems. Files: 6.\n"
    book.write("reports/2025-06.yaml", BY_MILESTONE + "    completion: limited\n")
    assert book.run("check").out == "No problems. Files: 6.\n"


@pytest.mark.parametrize(
    ("milestone", "at", "said"),
    [
        ("complet", "4:21", "did you mean “complete”?"),
        ("{completion: complet}", "4:34", "did you mean “complete”?"),
        ("{complete: 1}", "4:22", "“complete” is not a key here"),
        ("{percentage: 101}", "4:34", "101 is too large"),
        ("{percentage: 60 %}", "4:34", "“60 %” is not a whole number"),
    ],
)
def test_a_slip_at_a_milestone_is_found_in_its_place(
    book: Book, milestone: str, at: str, said: str
) -> None:
    report = f"commitments:\n  c1:\n    completion: limited\n    milestones: {{1: {milestone}}}\n"
    book.write("reports/2025-06.yaml", report)
    out = book.run("check").out
    assert out.startswith(f"data/reports/2025-06.yaml:{at}: error[wrong-shape]")
    assert said in out


CORRECTED = """\
commitments:
  c1:
  - {reported: 2025-07-22, completion: not-started, challenges: No staff.}
  - {reported: 2025-09-01, completion: limited, challenges: No staff.}
"""


def test_a_correction_counts_from_its_day_on(book: Book) -> None:
    book.write("reports/2025-06.yaml", CORRECTED)

    def completion(*options: str) -> object:
        return book.facts("status", *options)["commitments"][0]["completion"]

    assert completion("--as-of", "2025-07-21") is None
    assert completion("--as-of", "2025-08-31") == "not-started"
    assert completion("--as-of", "2025-09-01") == completion() == "limited"
    assert book.run("check").out == "No problems. Files: 6.\n"
    changes = book.run("changes", "--since", "2025-03-10", "--format", "text").out
    assert "2025-07-22 – c1. Open budget: not started (2025-06)" in changes
    assert "2025-09-01 – c1. Open budget: limited (2025-06)" in changes
    reports = book.facts("show", "c1")["reports"]
    assert reports["2025-06"]["reported"] == "2025-09-01"


def test_corrections_stand_in_the_order_of_their_days(book: Book) -> None:
    first, second = CORRECTED.splitlines(keepends=True)[2:]
    book.write("reports/2025-06.yaml", f"commitments:\n  c1:\n{second}{first}")
    out = book.run("check").out
    assert "2025-06.yaml:4:16: warning[report-date]: 2025-07-22 is before the day of what" in out


def test_an_undated_report_follows_one_clock(book: Book) -> None:
    said = "completion: limited, challenges: No staff."
    book.write("reports/2025-06.yaml", f"commitments:\n  c1: {{{said}}}\n")
    status = book.run("status", "--as-of", "2025-06-30", "--format", "csv").out
    changes = book.run("changes", "--since", "2025-03-10", "--until", "2025-06-30").out
    assert "limited" in status
    assert "limited" in changes
    status = book.run("status", "--as-of", "2025-06-29", "--format", "csv").out
    changes = book.run("changes", "--since", "2025-03-10", "--until", "2025-06-29").out
    assert "limited" not in status
    assert "limited" not in changes


def test_a_contradiction_of_an_institution_can_be_accepted(book: Book) -> None:
    said = "completion: complete, evidence: [{title: A}], milestones: {2: limited}"
    book.write("reports/2025-06.yaml", f"commitments:\n  c1: {{{said}}}\n")
    found = book.run("check")
    assert "warning[completion-contradicts]" in found.out
    assert found.code == 0
    accepted = f"{said}, accept: {{completion-contradicts: as the ministry says}}"
    book.write("reports/2025-06.yaml", f"commitments:\n  c1: {{{accepted}}}\n")
    assert book.run("check").out == "No problems. Files: 6.\n"


TWO = "- {id: 2, title: Publish the contracts, start: 2025-04, due: 2025-12, by: [ministry-a]}\n"


@pytest.mark.parametrize(
    ("due", "last", "words"),
    [
        (
            "2025-Q3",
            "2025-09-30",
            ("third quarter of 2025", "troisième trimestre 2025", "الربع الثالث من سنة 2025"),
        ),
        (
            "2025-H2",
            "2025-12-31",
            ("second half of 2025", "second semestre 2025", "النصف الثاني من سنة 2025"),
        ),
        (
            "2026-Q1",
            "2026-03-31",
            ("first quarter of 2026", "premier trimestre 2026", "الربع الأول من سنة 2026"),
        ),
    ],
)
def test_a_part_of_a_year_ends_on_its_last_day(
    book: Book, due: str, last: str, words: tuple[str, str, str]
) -> None:
    book.replace("commitments/c1.yaml", "due: 2025-12", f"due: {due}")
    assert book.run("check").out == "No problems. Files: 5.\n"
    for lang, said in zip(("en", "fr", "ar"), words, strict=True):
        shown = book.run("show", "c1", "--as-of", "2025-07-01", "--lang", lang).out
        assert f"{said} (2)" in shown.replace("\u200e", "")
    assert overdue(book, last) == ["1"]
    assert overdue(book, "2026-04-01") == ["1", "2"]


def overdue(book: Book, day: str) -> list[str]:
    (row,) = book.facts("status", "--as-of", day)["commitments"]
    found: list[str] = row["overdue"]
    return found


def test_deadlines_sort_by_their_last_days(book: Book) -> None:
    dues = ["2025-H2", "2025-Q3", "2025-09-30", "2026", "2025-10", "2025-Q4"]
    milestones = [
        f"- {{id: {n}, title: A, start: 2025-04, due: {due}}}\n" for n, due in enumerate(dues, 3)
    ]
    book.replace("commitments/c1.yaml", TWO, "".join(milestones))
    rows = book.run("schedule", "--format", "csv").out.splitlines()
    assert [row.split(",")[0] for row in rows if ". A," in row] == [
        "third quarter of 2025",
        "2025-09-30",
        "2025-10",
        "second half of 2025",
        "fourth quarter of 2025",
        "2026",
    ]


def test_a_deadline_in_words_is_no_date(book: Book) -> None:
    ongoing = TWO.replace("due: 2025-12", "deadline: each year")
    whole = TWO.replace("id: 2,", "id: 3,").replace("2025-12", "2026-03, deadline: spring 2026")
    part = "- {id: 3.1, title: Later, start: 2025-04, deadline: ongoing}\n"
    book.replace("commitments/c1.yaml", TWO, ongoing + whole + part)
    assert book.run("check").out == "No problems. Files: 5.\n"
    shown = book.run("show", "c1").out
    for words in ("each year", "2026-03 (spring 2026)", "ongoing"):
        assert words in shown
    assert overdue(book, "2026-03-31") == overdue(book, "2027-12-31") == ["1"]


def test_a_milestone_runs_from_its_first_part_to_its_last(book: Book) -> None:
    parts = """\
- {id: 2, title: Group}
- {id: 2.1, title: A, start: 2025-04, due: 2025-06}
- {id: 2.2, title: B, start: 2025-07, due: 2025-12}
"""
    book.replace("commitments/c1.yaml", TWO, parts)
    assert book.run("check").out == "No problems. Files: 5.\n"
    book.replace("commitments/c1.yaml", TWO, parts.replace(", due: 2025-12", ""))
    assert "asks for: due (2.2)\n" in book.run("check").out


def test_no_date_is_invented(book: Book) -> None:
    book.replace("commitments/c1.yaml", "due: 2025-12", "due: spring 2025")
    out = book.run("check").out
    assert "“spring 2025” is not a date" in out
    assert "2025-Q2, 2025-H1 or 2025" in out
