"""Cards and reports as institutions have them, in a book that begins with the plan."""

import ctypes
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pypdfium2 as pdf
import pytest
from conftest import Ogp, Result, some
from docx import Document
from html5lib import parse
from markdown_it import MarkdownIt
from openpyxl import load_workbook

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
  2025-03-10: [adopted]
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
  2025-03-10: [adopted]
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
        "Milestone 1 – Evidence: Website <https://example.org/w>",
        "Milestone 2 – Challenges: No staff.",
    ):
        assert line in shown
    assert '"milestones_done": 1' in book.run("status", "--format", "json").out
    assert book.facts("status")["commitments"][0]["stated"] == "In progress"


def test_the_word_of_the_institution_stands_beside_ours(book: Book) -> None:
    book.write("reports/2025-06.yaml", BY_MILESTONE + "    completion: limited\n")
    for form in ("text", "html", "md"):
        shown = book.run("show", "c1", "--format", form).out
        head = re.sub("<[^>]*>|[*]", "", shown).partition("Milestones complete")[0]
        assert re.search(
            r"completion:\s*limited \(2025-06\)\s*(- )?Stated by.*?:\s*In progress", head
        )
    assert ",In progress," in book.run("status", "--format", "csv").out
    assert "Stated by the institution" in book.run("status").out
    book.write("reports/2025-12.yaml", "commitments: {c1: {completion: substantial}}\n")
    assert "Stated" not in book.run("status").out


AMENDED = """\
date: 2025-05-12
kind: act
steps: []
decisions:
- amend: [c1]
  set: {title: Public money, lead: ministry-b, solution: A portal}
  move: {2: 2025-12-15}
"""


def test_what_was_amended_says_since_when(book: Book) -> None:
    """Design 1.3: the present text and, beside each changed key, since which meeting."""
    book.write("meetings/2025-05-12.yaml", AMENDED)
    assert book.run("post").code == 0
    for form in ("text", "html", "md"):
        shown = re.sub("<[^>]*>|[#*]", "", book.run("show", "c1", "--format", form).out)
        for said in (
            "Title (since 2025-05-12): Public money",
            "Lead (since 2025-05-12): Ministry of B",
            "Solution (since 2025-05-12)",
        ):
            assert said in re.sub(r"\s+", " ", shown)
        assert "Problem and causes (since" not in shown
    since = dict.fromkeys(["title", "lead", "solution", "milestone 2"], "2025-05-12")
    assert book.facts("show", "c1")["since"] == since
    assert book.facts("show", "c1", "--as-of", "2025-05-11")["since"] == {}
    assert "since" not in book.run("show", "c1", "--as-of", "2025-05-11").out
    assert (
        "Titre (depuis le 2025-05-12)\xa0: Public money"
        in book.run("show", "c1", "--lang", "fr").out
    )


def test_each_of_two_decisions_of_one_kind_has_its_own_reason(book: Book) -> None:
    """Findings B5: the first reason was printed for both."""
    second = "- amend: [c1]\n  set: {results: Trust}\n  reason: the later reason\n"
    first = f"{AMENDED}  reason: the earlier reason\n"
    book.write("meetings/2025-05-12.yaml", first + second)
    assert book.run("post").code == 0
    steps = book.run("show", "c1").out.partition("Steps – 2025-05-12")[2]
    changes = book.run("changes", "--since", "2025-03-10").out
    for text in (steps, changes):
        assert [text.count(f"the {each} reason") for each in ("earlier", "later")] == [1, 1]
        assert text.index("the earlier") < text.index("the later")


@pytest.mark.parametrize("form", ["html", "md", "docx", "pdf"])
def test_evidence_leads_to_where_it_can_be_read(book: Book, form: str) -> None:
    address = "https://example.org/a_(1)?b='c'&d=[2]"
    book.write("reports/2025-06.yaml", BY_MILESTONE.replace("https://example.org/w", address))
    raw = book.run("show", "c1", "--format", form).raw
    outwards = [each for each in LINKS[form](raw) if not each.startswith("#")]
    assert [*map(unquote, outwards)] == [address]


def _of_html(raw: str | bytes) -> list[str]:
    return [link.get("href", "") for link in parse(raw, namespaceHTMLElements=False).iter("a")]


def _of_word(raw: bytes) -> list[str]:
    paragraphs = Document(io.BytesIO(raw)).paragraphs
    return [link.address for each in paragraphs for link in each.hyperlinks]


def _of_pdf(raw: bytes) -> list[str]:
    document, found = pdf.PdfDocument(raw), []
    for page in document:
        start, link = ctypes.c_int(0), pdf.raw.FPDF_LINK()
        while pdf.raw.FPDFLink_Enumerate(page, start, link):
            action, uri = pdf.raw.FPDFLink_GetAction(link), ctypes.create_string_buffer(999)
            pdf.raw.FPDFAction_GetURIPath(document, action, uri, len(uri))
            found.append(uri.value.decode())
    return found


LINKS: dict[str, Callable[[bytes], list[str]]] = {
    "html": _of_html,
    "md": lambda raw: _of_html(MarkdownIt().render(raw.decode())),
    "docx": _of_word,
    "pdf": _of_pdf,
}


def test_changes_say_which_milestones_changed(book: Book) -> None:
    book.write("reports/2025-06.yaml", BY_MILESTONE)
    changes = ("changes", "--since", "2025-03-10")
    line = (
        "15 July 2025  c1. Open budget: "
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
        ("{complete: 1}", "4:22", "unknown key “complete”"),
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
    assert "22 July 2025      c1. Open budget: not started (2025-06)" in changes
    assert "1 September 2025  c1. Open budget: limited (2025-06)" in changes
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
    assert [row.split(",")[1] for row in rows if ",A," in row] == [
        *("2025-Q3", "2025-09-30", "2025-10", "2025-H2", "2025-Q4", "2026")
    ]


def test_a_deadline_in_words_is_no_date(book: Book) -> None:
    ongoing = TWO.replace("due: 2025-12", "deadline: each year")
    whole = TWO.replace("id: 2,", "id: 3,").replace("2025-12", "2026-03, deadline: spring 2026")
    part = "- {id: 3.1, title: Later, start: 2025-04, deadline: ongoing}\n"
    book.replace("commitments/c1.yaml", TWO, ongoing + whole + part)
    assert book.run("check").out == "No problems. Files: 5.\n"
    shown = book.run("show", "c1").out
    for words in ("each year", "March 2026 (spring 2026)", "ongoing"):
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


def test_several_institutions_lead_a_commitment(book: Book) -> None:
    book.replace("commitments/c1.yaml", "lead: ministry-a", "lead: [ministry-a, ministry-b]")
    assert "4:20: warning[nobody-in-the-room]" in book.run("check").out
    person, other = "- {name: Person Two, gender: m,", "- {name: Person Three, gender: f,"
    there = f"{other} organization: ministry-b}}\n{person}"
    book.replace("meetings/2025-03-10.yaml", person, there)
    assert book.run("check").out == "No problems. Files: 5.\n"
    assert "Ministry of A – Ministry of B" in book.run("show", "c1").out
    assert "1. Open budget – adopted" in book.run("show", "ministry-b").out
    (row,) = book.facts("status", "--lead", "ministry-b")["commitments"]
    assert row["lead"] == ["ministry-a", "ministry-b"]
    assert book.facts("show", "c1")["lead"] == ["ministry-a", "ministry-b"]
    assert book.facts("status", "--lead", "association-b")["commitments"] == []
    grouped = book.facts("status", "--group-by", "lead")["groups"]
    assert grouped == [{"key": ["ministry-a", "ministry-b"], "count": 1}]
    for form in ("csv", "text", "html"):
        assert "Ministry of A and Ministry of B" in book.run("status", "--format", form).out


def test_leads_of_a_proposal_are_those_of_what_it_is_adopted_as(book: Book) -> None:
    book.replace("commitments/1.yaml", "lead: ministry-a", "lead: [ministry-a, ministry-b]")
    (book.root / "data/commitments/c1.yaml").unlink()
    assert book.run("post").code == 0
    assert "Lead: Ministry of A – Ministry of B" in book.run("show", "c1").out


@pytest.mark.parametrize(
    ("lead", "said"),
    [
        ("[ministry-a, ministry-c]", "4:20: error[unknown-organization]"),
        ("[ministry-a, ministry-a]", "[listed-twice]"),
        ("[]", "the list is empty"),
    ],
)
def test_a_slip_in_a_list_of_leads(book: Book, lead: str, said: str) -> None:
    book.replace("commitments/c1.yaml", "lead: ministry-a", f"lead: {lead}")
    assert said in book.run("check").out


@pytest.mark.parametrize(("invited", "code"), [("ministry-b", 0), ("association-b", 1)])
def test_one_of_several_leads_is_invited(book: Book, invited: str, code: int) -> None:
    book.replace("commitments/1.yaml", "lead: ministry-a", "lead: [ministry-a, ministry-b]")
    slot = f"schedule:\n- at: 2025-03-20 10:00\n  organizations: [{invited}]\n  commitments: [1]\n"
    book.write("meetings/2025-03-10.yaml", BOOK["meetings/2025-03-10.yaml"] + slot)
    assert book.run("check", "--rule", "slot-lead", "--strict").code == code
    assert "Thursday 20 March 2025 10:00" in book.run("schedule", "--lead", invited).out


LABELS = ["1", "2", "2.1", "2.10", "2A", "10", "B.1.A"]
PROPOSALS_MEET = """\
date: 2025-01-10
kind: steering-committee
participants:
- {name: Person One, gender: f, organization: ministry-a}
apologies:
- organization: association-b
steps:
- {on: [2, 2.10, 2A, B.1.A], heard: [comments-shared]}
"""


@pytest.fixture
def labelled(book: Book) -> Book:
    """Return a book of proposals whose numbers are labels, before the plan is adopted."""
    for name in ("commitments/1.yaml", "commitments/c1.yaml", "meetings/2025-03-10.yaml"):
        (book.root / "data" / name).unlink()
    for label in reversed(LABELS):
        text = f"number: {label}\ntitle: Proposal {label}\nlead: ministry-a\nstatus: standing\n"
        book.write(f"commitments/{label}.yaml", text)
    book.write("plan.yaml", BOOK["plan.yaml"] + "proposals: 7\n")
    book.write("meetings/2025-01-10.yaml", PROPOSALS_MEET)
    assert book.run("post").code == 0
    assert book.run("check").out == "No problems. Files: 10.\n"
    return book


def numbers(book: Book, *options: str) -> list[str]:
    rows = book.facts("status", "--phase", "drafting", *options)["commitments"]
    return [str(row["number"]) for row in rows]


def test_numbers_are_labels_in_their_natural_order(labelled: Book) -> None:
    assert numbers(labelled) == LABELS
    assert labelled.facts("show", "2.10")["number"] == "2.10"
    assert labelled.facts("show", "10")["number"] == 10
    assert "proposals: 7" not in labelled.run("status").out
    assert labelled.facts("status")["balance"]["proposals"] == 7


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("1-5,10", ["1", "2", "2.1", "2.10", "2A", "10"]),
        ("2", ["2"]),
        ("2.1,B.1.A", ["2.1", "B.1.A"]),
        ("3-", ["10"]),
    ],
)
def test_numbers_and_ranges_are_asked_for(labelled: Book, asked: str, found: list[str]) -> None:
    assert numbers(labelled, "--number", asked) == found


def test_a_workbook_and_minutes_take_labels(labelled: Book) -> None:
    sheet = labelled.root / "status.xlsx"
    assert labelled.run("status", "--output", str(sheet)).code == 0
    cells = [each.value for each in load_workbook(sheet).worksheets[0]["B"]]
    assert cells[-7:] == [1, 2, "2.1", "2.10", "2A", 10, "B.1.A"]
    labelled.write("meetings/2025-02-10.yaml", CANCELS)
    minutes = labelled.run("render-minutes", "2025-02-10", "--lang", "ar").out
    said = re.sub("\\\\|\u200f", "", minutes)
    assert "«Proposal 2»)، \u200e2.1\u200e («Proposal 2.1»)" in said


CANCELS = """\
date: 2025-02-10
kind: steering-committee
participants:
- {name: Person One, gender: f, organization: ministry-a}
steps: []
decisions:
- cancel: [1, 2, 2.1, 2A]
  reason: another plan has them
"""


def test_a_new_proposal_takes_a_label_or_the_next_number(labelled: Book) -> None:
    for number in ((), ("2.20",)):
        assert labelled.run("new", "commitment", *number, "--title", "Another").code == 0
    assert (labelled.root / "data/commitments/11.yaml").exists()
    text = (labelled.root / "data/commitments/2.20.yaml").read_text(encoding="utf-8")
    assert text.startswith("number: '2.20'\n")
    assert "proposals: 9\n" in (labelled.root / "data/plan.yaml").read_text(encoding="utf-8")
    refused = labelled.run("new", "commitment", "c5", "--title", "Another")
    assert refused.code == 2
    assert "“c5” is not a number, as in 5, 2.1 or 2A." in refused.err


@pytest.mark.parametrize("number", some(3, ["2.1", "2.10", "2A", "B.1.A", "C02.1", "10"]))
def test_a_commitment_of_the_plan_has_a_label(book: Book, number: str) -> None:
    for name in ("1", "c1"):
        (book.root / f"data/commitments/{name}.yaml").unlink()
    book.write("commitments/1.yaml", "number: 1\ntitle: A\nlead: ministry-a\nstatus: standing\n")
    book.replace("meetings/2025-03-10.yaml", "number: 1", f"number: {number}")
    assert book.run("post").code == 0
    made = (book.root / f"data/commitments/c{number}.yaml").read_text(encoding="utf-8")
    written = f"'{number}'" if number in {"2.1", "2.10"} else number
    assert made.startswith(f"number: {written}\nadopted_from: [1]\n")
    assert "error" not in book.run("check").out
    assert f"c{number}. A" in book.run("show", f"c{number}").out
    (row,) = book.facts("status", "--number", number)["commitments"]
    assert row["id"] == f"c{number}"


@pytest.mark.parametrize("number", ["C1", "C1.2", "c1", "01", "open-budget", "2..1"])
def test_what_is_no_number_of_a_proposal(book: Book, number: str) -> None:
    text = f"number: {number}\ntitle: A\nlead: ministry-a\nstatus: standing\n"
    book.write("commitments/another.yaml", text)
    assert f"“{number}” is not the number of a proposal" in book.run("check").out


def test_a_file_is_called_after_its_label(labelled: Book) -> None:
    file = labelled.root / "data/commitments/2A.yaml"
    file.rename(file.with_name("2B.yaml"))
    assert "the file is called 2B.yaml, but the number is 2A" in labelled.run("check").out


def test_texts_at_a_milestone_are_read_as_all_texts_are(book: Book) -> None:
    book.write("reports/2025-06.yaml", BY_MILESTONE.replace("No staff", "No  staff"))
    out = book.run("check").out
    assert "11:50: warning[doubled-space]" in out


def test_minutes_say_a_quarter_in_words(book: Book) -> None:
    amendment = "decisions:\n- {amend: [c1], move: {2: 2026-Q1}, reason: no staff}\n"
    head, _ = BOOK["meetings/2025-03-10.yaml"].split("decisions:\n")
    text = head.replace("2025-03-10", "2025-09-10") + amendment
    book.write("meetings/2025-09-10.yaml", text)
    assert book.run("post").code == 0
    minutes = book.run("render-minutes", "2025-09-10").out
    assert "due first quarter of 2026 instead of December 2025" in minutes
    assert "first quarter of 2026 (2)" in book.run("show", "c1").out
