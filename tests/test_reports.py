"""The reports of half-years: `ogp new report`, and what institutions write into it."""

import re
import subprocess
from pathlib import Path

import pytest
from conftest import Ogp
from test_life import Book, until


@pytest.fixture
def book(tmp_path: Path, ogp: Ogp) -> Book:
    found = Book(tmp_path, ogp)
    until(found, "card")
    return found


def git(book: Book, *arguments: str) -> None:
    names = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", *names, *arguments], cwd=book.root, check=True, capture_output=True)


def test_a_new_report_has_every_commitment_and_milestone(book: Book) -> None:
    assert book.ogp("new", "report", cwd=book.root).out == "created data/reports/2025-06.yaml\n"
    text = book.read("reports/2025-06.yaml")
    assert re.findall(r"^  (\w+):$", text, re.MULTILINE) == ["c1", "c2", "c3", "c4"]
    assert "  # c2. منصة للمشاركة المواطنة\n" in text
    assert "    milestones:\n      1:\n      2:\n" in text
    book.agrees()
    assert book.ogp("new", "report", cwd=book.root).out == "created data/reports/2025-12.yaml\n"


def test_a_withdrawn_commitment_is_not_asked_for(tmp_path: Path, ogp: Ogp) -> None:
    book = Book(tmp_path, ogp)
    until(book, "withdrawal")
    (book.root / "data/reports/2025-12.yaml").unlink()
    text = book.read("plan.yaml").replace("2026-06]", "2026-12]")
    book.write("plan.yaml", text)
    assert book.ogp("new", "report", "2026-12", cwd=book.root).code == 0
    assert "c4:" not in book.read("reports/2026-12.yaml")
    assert book.ogp("new", "report", "2025-12", cwd=book.root).code == 0
    assert "c4:" in book.read("reports/2025-12.yaml")  # it was withdrawn later


def test_two_institutions_fill_in_neighbouring_commitments(book: Book) -> None:
    book.ogp("new", "report", cwd=book.root)
    git(book, "init", "--quiet", "--initial-branch=main")
    git(book, "add", ".")
    git(book, "commit", "--quiet", "-m", "report")
    path = book.root / "data/reports/2025-06.yaml"
    empty = path.read_text(encoding="utf-8")
    filled = {}
    for name in ("c1", "c2"):
        git(book, "checkout", "--quiet", "-b", name, "main")
        before, start, after = empty.partition(f"  {name}:\n")
        own = after.replace("    reported:\n", "    reported: 2025-07-01\n", 1)
        own = own.replace("    completion:\n", "    completion: limited\n", 1)
        own = own.replace("    challenges:\n", "    challenges: لا شيء\n", 1)
        filled[name] = own.replace("    evidence: []\n", "    evidence:\n    - title: وثيقة\n", 1)
        path.write_text(before + start + filled[name], encoding="utf-8")
        git(book, "commit", "--quiet", "-am", name)
    git(book, "merge", "--quiet", "--no-edit", "c1")
    assert path.read_text(encoding="utf-8").count("reported: 2025-07-01") == len(filled)
    book.agrees()


@pytest.mark.parametrize(
    ("period", "message"),
    [
        ("june", "“june” is not a half-year"),
        ("2025-13", "“2025-13” is not a half-year"),
        ("2030-06", "2030-06 is not among the half-years of the plan"),
        ("2025-06", "the report of 2025-06 has a file already"),
    ],
)
def test_what_cannot_be_reported(book: Book, period: str, message: str) -> None:
    book.write("reports/2025-06.yaml", "commitments: {}\n")
    refused = book.ogp("new", "report", period, cwd=book.root)
    assert refused.code == 2
    assert message in refused.err


def test_nothing_to_report_before_the_adoption(tmp_path: Path, ogp: Ogp) -> None:
    book = Book(tmp_path, ogp)
    until(book, "second meeting")
    refused = ogp("new", "report", "2025-06", cwd=tmp_path)
    assert "a meeting adopts the plan first" in refused.err


def test_a_plan_of_125_milestones_on_three_levels(book: Book) -> None:
    """Five in each of five groups of each commitment: 1, 1.1, 1.1.1."""
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
