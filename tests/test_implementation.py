"""The plan once it is adopted, as the commands show it: completion, milestones, what is due."""

import json
import re
from typing import Any

import pytest
from acts import Book
from conftest import Until, some

THEN = "2025-10-01"  # after the first report, before the amendment


@pytest.fixture
def book(until: Until) -> Book:
    return until("revision")


def rows(book: Book, *options: str) -> list[dict[str, Any]]:
    found = book.status(*options)["commitments"]
    assert isinstance(found, list)
    return found


def names(book: Book, *options: str) -> list[str]:
    return [each["id"] for each in rows(book, *options)]


def test_status_shows_the_phase_that_the_plan_is_in(book: Book) -> None:
    assert names(book) == ["c1", "c2", "c3", "c4", "c5"]
    assert names(book, "--phase", "drafting")[:3] == ["1", "2", "3"]
    assert names(book, "--as-of", "2024-12-10")[:3] == ["1", "2", "3"]


def test_a_row_has_what_was_reported(book: Book) -> None:
    first = rows(book, "--as-of", THEN)[0]
    assert (first["completion"], first["period"]) == ("limited", "2025-06")
    assert (first["milestones_done"], first["milestones"]) == (1, 2)
    assert (first["next_due"], first["next_milestone"]) == ("2025-12", "2")
    assert first["adopted_from"] == ["open-budget"]
    assert rows(book)[0]["completion"] == "complete"
    shown = book.ogp("status", "--lang", "ar", cwd=book.root).out
    assert "مكتمل (\u200e2026-06\u200e)" in shown  # without the marks it is shown as 06-2026


def test_what_is_overdue_is_so_on_the_days_of_the_book(book: Book) -> None:
    late = "2026-01-14"  # the day before the milestone was moved
    assert rows(book, "--as-of", late)[0]["overdue"] == ["2"]
    shown = book.ogp("status", "--as-of", late, "--lang", "ar", cwd=book.root).out
    assert re.search("^متأخرة إلى غاية .* \\(1\\)\nc1 ", shown, re.MULTILINE)
    shown = book.ogp("status", "--as-of", late, "--lang", "en", cwd=book.root).out
    overdue = "Overdue on Wednesday 14 January 2026 (1)\nc1 .*  overdue: 2\n\n"
    assert re.search(overdue.replace("(1)", r"\(1\)"), shown)
    assert rows(book, "--as-of", "2026-01-15")[0]["overdue"] == []
    assert names(book, "--as-of", late, "--overdue") == ["c1"]


@pytest.mark.parametrize(
    ("options", "found"),
    some(
        4,
        [
            (("--axis", "transparency"), ["c1"]),
            (("--completion", "complete"), ["c1"]),
            (("--status", "withdrawn"), ["c4"]),
            (("--lead", "ministry-b"), ["c3", "c4"]),
            (("--number", "2-3"), ["c2", "c3"]),
            (("--sort", "completion"), ["c2", "c3", "c4", "c5", "c1"]),
            (("--sort", "due", "--as-of", THEN), ["c1", "c2", "c3", "c4"]),
        ],
    ),
)
def test_filters_and_orders(book: Book, options: tuple[str, ...], found: list[str]) -> None:
    assert names(book, *options) == found


def test_groups(book: Book) -> None:
    groups = book.status("--group-by", "completion")["groups"]
    assert groups == [{"key": None, "count": 4}, {"key": "complete", "count": 1}]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--stuck",), "add --phase drafting"),
        (("--sort", "idle"), "add --phase drafting"),
        (("--phase", "drafting", "--overdue"), "add --phase implementation"),
        (("--phase", "drafting", "--group-by", "axis"), "add --phase implementation"),
        (("--axis", "nowhere"), "is not one of"),
    ],
)
def test_what_belongs_to_the_other_phase(
    book: Book, options: tuple[str, ...], message: str
) -> None:
    refused = book.ogp("status", *options, cwd=book.root)
    assert refused.code == 2
    assert message in refused.err


def test_show_tells_the_whole_story(book: Book) -> None:
    shown = book.ogp("show", "c1", "--lang", "en", cwd=book.root).out
    for said in (
        "Reported completion: complete (2026-06)",
        "- 2. ‎المقترح رقم 2‎ – merged",
        "- 2: moved from December 2025 by the meeting of 2026-01-15 – ‎تأخر الصفقة‎",
        "Presentation of the results of the first half of 2025: Saturday 20 September 2025",
        "- potential for results: modest",
        "- The commitment was amended (milestones), for this reason: ‎تأخر الصفقة‎",
    ):
        assert said in shown
    reports = [
        shown.index(f"Report of the {half} half of {year}")
        for half, year in (("first", 2026), ("second", 2025), ("first", 2025))
    ]
    assert reports == sorted(reports)
    assert "samedi 1er\xa0août 2026" in book.ogp("show", "c1", "--lang", "fr", cwd=book.root).out
    facts = json.loads(book.ogp("show", "c1", "--format", "json", cwd=book.root).out)
    assert facts["milestones"][1]["due"] == "2026-06"
    assert facts["reports"]["2025-06"]["completion"] == "limited"


def test_a_number_means_a_proposal(book: Book) -> None:
    shown = book.ogp("show", "4", "--lang", "en", cwd=book.root).out
    assert shown.startswith("4. ‎المقترح رقم 4‎")
    assert "Commitment of the plan with this number: c4. ‎المقترح رقم 8‎" in shown
    assert "Adopted as: c2." in book.ogp("show", "5", "--lang", "en", cwd=book.root).out


def test_changes_of_the_plan(book: Book) -> None:
    shown = book.ogp("changes", "--since", "2024-12-31", "--format", "json", cwd=book.root)
    found = json.loads(shown.out)
    kinds = [each["kind"] for each in found["changes"]]
    assert [each for each in kinds if each not in {"meeting", "step"}] == [
        *("adopted", "explained", "explained", "report", "report", "amended", "report"),
        *("withdrawn", "irm", "adopted"),
    ]
    assert found["after"]["in_plan"] == 4


def test_the_schedule_has_what_is_due(book: Book) -> None:
    options = ("schedule", "--as-of", THEN)
    table = json.loads(book.ogp(*options, "--format", "json", cwd=book.root).out)
    assert [(each["at"], each["milestone"]) for each in table["slots"]] == [("2025-12", "2")]
    before = book.ogp(*options, "--format", "ics", cwd=book.root).out
    assert "DTSTART;VALUE=DATE:20251231" in before  # a month is due on its last day
    after = book.ogp("schedule", "--as-of", "2026-01-15", "--format", "ics", cwd=book.root).out
    assert "DTSTART;VALUE=DATE:20260630" in after

    def uids(text: str) -> list[str]:
        return [line for line in text.splitlines() if line.startswith("UID:")]

    assert uids(before) == uids(after)


@pytest.mark.parametrize("form", ["xlsx", "csv", "json", "md"])
@pytest.mark.parametrize("command", ["status", "schedule"])
def test_tables_are_written_in_every_format(book: Book, command: str, form: str) -> None:
    output = book.root / f"table.{form}"
    options = ("--as-of", THEN, "--output", output)
    assert book.ogp(command, *options, cwd=book.root).code == 0
    assert output.stat().st_size


PARTS = """\
supporting: [ministry-a]
milestones:
- {id: 1, title: الإعداد, due: 2027-06, by: [association-c]}
- {id: 1.1, title: الدراسة, by: [association-c]}
- {id: 1.2, title: الصفقة, due: 2027-03}
"""


def test_a_part_without_a_day_is_due_with_the_whole(book: Book) -> None:
    book.add("commitments/c3.yaml", PARTS)
    row = rows(book)[2]
    assert (row["next_milestone"], row["next_due"], row["milestones"]) == ("1.2", "2027-03", 2)
    table = json.loads(book.ogp("schedule", "--format", "json", cwd=book.root).out)
    due = [(each["milestone"], each["at"]) for each in table["slots"]]
    assert due == [("1.2", "2027-03"), ("1.1", "2027-06")]


def test_the_schedule_of_an_institution_has_what_it_leads_and_carries_out(book: Book) -> None:
    book.add("commitments/c3.yaml", PARTS)

    def due(form: str, *leads: str) -> list[str]:
        options = [f"--lead={each}" for each in leads]
        shown = book.ogp("schedule", "--format", form, *options, cwd=book.root).out
        if form == "ics":
            return re.findall(r"DTSTART;VALUE=DATE:(\d+)", shown)
        return [
            f"{slot['commitments'][0]} {slot['milestone']}" for slot in json.loads(shown)["slots"]
        ]

    assert due("json", "ministry-b") == ["c3 1.2", "c3 1.1"]  # it leads c3
    assert due("json", "association-c") == ["c3 1.1"]  # which it carries out
    assert due("json", "ministry-a") == []
    assert due("json", "ministry-a", "association-c") == ["c3 1.1"]
    assert due("ics", "association-c") == ["20270630"]


def test_an_institution_has_what_it_supports_and_carries_out(book: Book) -> None:
    book.add("commitments/c3.yaml", PARTS)
    shown = book.ogp("show", "ministry-a", "--lang", "en", cwd=book.root).out
    commitments, _, supported = shown.partition("Supported commitments")
    assert "c1. " in commitments
    assert "c3. " not in commitments
    assert "c3. " in supported
    assert re.search("c1 1. ‎إعداد البوابة‎ +[^ ]+ 20\\d\\d +complete", supported)
    shown = book.ogp("show", "association-c", "--format", "json", cwd=book.root).out
    assert json.loads(shown)["milestones"] == [
        {"commitment": "c3", "id": "1"},
        {"commitment": "c3", "id": "1.1"},
    ]


CHANGED = """\
date: 2026-10-01
kind: steering-committee
decisions:
- amend: [c3]
  drop: [1.2]
  add:
  - {id: 2, title: التكوين, due: 2027}
  change: {1: {by: [ministry-a]}}
"""
PARTS_DROPPED = """\
date: 2026-11-01
kind: steering-committee
decisions:
- amend: [c3]
  drop: [1.1]
"""


def test_a_milestone_that_is_dropped(book: Book) -> None:
    book.add("commitments/c3.yaml", PARTS + "ogp: XA0003\n")
    card = book.read("commitments/c3.yaml").partition("status:")[0]
    book.hold(CHANGED)
    assert book.read("commitments/c3.yaml").startswith(card)
    row = rows(book)[2]
    assert (row["next_milestone"], row["milestones"]) == ("1.1", 2)
    assert rows(book, "--as-of", "2026-09-15")[2]["milestones"] == 2  # what was known then
    shown = book.ogp("show", "c3", "--lang", "en", cwd=book.root).out
    assert "- 1.2: dropped by the meeting of 2026-10-01" in shown
    assert "- 2: added by the meeting of 2026-10-01" in shown
    assert "- 1: responsible changed by the meeting of 2026-10-01" in shown
    assert "OGP: XA0003" in shown
    book.write("plan.yaml", book.read("plan.yaml").replace("2026-06]", "2026-06, 2026-12]"))
    assert book.ogp("new", "report", "2026-12", cwd=book.root).code == 0
    assert "'1.1':" in book.read("reports/2026-12.yaml")
    assert "1.2:" not in book.read("reports/2026-12.yaml")
    book.hold(PARTS_DROPPED)
    row = rows(book)[2]  # without its parts, the whole counts
    assert (row["next_milestone"], row["milestones"]) == ("1", 2)


@pytest.mark.parametrize(
    ("meeting", "said"),
    [
        ("2025-01-20", " Commitment 2 of the action plan was adopted"),
        ("2025-01-20", " It was decided not to adopt proposal 9 (“"),
        ("2026-01-15", " Milestone 2 (“نشر المعطيات”) of commitment 1 is put back: due June 2026"),
        ("2026-07-10", "It was decided to withdraw commitment 4 (“المقترح رقم 8”) from the action"),
    ],
)
def test_minutes_say_what_was_decided_on_the_plan(book: Book, meeting: str, said: str) -> None:
    minutes = book.ogp("render-minutes", meeting, "--lang", "en", "--format", "md", cwd=book.root)
    assert said in minutes.out.replace("\u200e", "")
    assert "<table" not in minutes.out  # that of the drafting


def test_a_public_meeting_gives_the_results_of_each_commitment(book: Book) -> None:
    arguments = ("render-minutes", "2025-09-20", "--lang", "en", "--format", "md")
    minutes = book.ogp(*arguments, cwd=book.root).out
    assert "## Presentation of the results of the first half of 2025" in minutes
    cells = re.findall("<t[dh][^>]*>(.*)</t[dh]>", minutes.partition("<tbody>")[2])
    assert cells[::3] == ["1", "2", "3", "4"]
    assert {*cells[2::3]} <= {"not started", "limited", "complete", "nothing was reported"}


def test_a_title_is_amended_where_it_is_adopted(book: Book) -> None:
    adopted = "- adopt:\n  - {number: 6, from: [], title: العنوان}\n"
    amended = "- amend: [c6]\n  set: {title: عنوان آخر}\n"
    book.hold(f"date: 2026-10-01\nkind: act\ndecisions:\n{adopted}{amended}")
    assert "2026-10-01: [adopted, amended title]" in book.read("commitments/c6.yaml")
    assert "c6. ‎عنوان آخر" in book.ogp("show", "c6", "--lang", "en", cwd=book.root).out
    assert "nothing to write" in book.ogp("post", cwd=book.root).out


def test_a_report_without_a_day_counts_from_the_end_of_its_half_year(book: Book) -> None:
    text, line = book.read("reports/2025-06.yaml"), "    reported: 2025-07-15\n"
    assert line in text
    book.write("reports/2025-06.yaml", text.replace(line, ""))
    days = ("--since", "2025-06-29", "--until", "2025-06-30", "--format", "json")
    changes = json.loads(book.ogp("changes", *days, cwd=book.root).out)["changes"]
    assert [each["kind"] for each in changes] == ["report"]
    assert rows(book, "--as-of", "2025-06-29")[0]["period"] is None
    assert rows(book, "--as-of", "2025-06-30")[0]["period"] == "2025-06"


def test_nothing_is_overdue(book: Book) -> None:
    shown = book.ogp("status", "--overdue", "--lang", "en", cwd=book.root).out
    assert "Reported completion: —" in shown


def test_a_year_that_is_a_slip_is_not_the_day_of_the_book(book: Book) -> None:
    report = book.read("reports/2025-06.yaml")
    book.write(
        "reports/2025-06.yaml", report.replace("reported: 2025-07-15", "reported: 2052-07-15")
    )
    assert book.status()["day"] == "2026-09-15"
    checked = book.ogp("check", "--rule", "report-date", cwd=book.root).out
    assert "2052-07-15 is more than a year after the half-year 2025-06" in checked
