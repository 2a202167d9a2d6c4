"""What was said stays said: no later record changes the minutes of an earlier meeting."""

from pathlib import Path

import pytest
from conftest import Ogp, some

APRIL = """\
date: 2024-04-18
kind: steering-committee
participants:
- name: Person A
  gender: f
  organization: justice
decisions:
- merge: [23, 24, 27]
  into: merge-of-23-24-27
  title: عنوان جديد
  state: decided
- merge: [10, 11, 12, 13]
  into: enabling-environment
  title: عنوان آخر
  state: decided
- cancel: [1]
  reason: عدم الجدوى
schedule:
- at: 2024-04-25 10:00
  organizations: [justice]
  commitments: [14, 28]
  attendees: [civil-society]
"""


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def record_april(book: Path) -> None:
    """Record a made-up meeting: two decided merges with titles, a cancellation, a new proposal."""
    data = book / "data"
    (data / "meetings/2024-04-18.yaml").write_text(APRIL, encoding="utf-8")
    for number in (10, 11, 12, 13, 23, 24, 27):
        file = data / f"commitments/{number}.yaml"
        edit(file, "status: merge-proposed", "status: merged")
        append(file, "- meeting: 2024-04-18\n  step: merged\n")
    for name, title in (("merge-of-23-24-27", "عنوان جديد"), ("enabling-environment", "عنوان آخر")):
        file = data / f"commitments/{name}.yaml"
        text = "".join(
            line
            for line in file.read_text(encoding="utf-8").splitlines(keepends=True)
            if not line.startswith("title:")
        )
        file.write_text(
            f"title: {title}\n{text}".replace("status: pending", "status: standing"),
            encoding="utf-8",
        )
    first = data / "commitments/1.yaml"
    edit(first, "status: standing", "status: cancelled")
    append(first, "- meeting: 2024-04-18\n  step: cancelled\n  reason: عدم الجدوى\n")
    (data / "commitments/28.yaml").write_text(
        "number: 28\ntitle: مقترح جديد\nlead: justice\nproposed: 2024-04-02\nstatus: standing\n"
        "history:\n- meeting: 2024-04-18\n  step: meeting-to-schedule\n  draft: proposed\n",
        encoding="utf-8",
    )
    edit(data / "plan.yaml", "proposals: 27", "proposals: 28")
    organizations = data / "organizations.yaml"
    lines = organizations.read_text(encoding="utf-8").splitlines(keepends=True)
    at = lines.index("justice:\n")
    name = lines[at + 1].removeprefix("  name: ").strip()
    lines[at + 1] = "  name: وزارة العدل والحريات\n"
    lines.insert(at + 2, f"  formerly:\n  - name: {name}\n    until: 2024-04-01\n")
    organizations.write_text("".join(lines), encoding="utf-8")


def append(file: Path, lines: str) -> None:
    with file.open("a", encoding="utf-8") as stream:
        stream.write(lines)


@pytest.mark.parametrize("form", some(1, ["md", "docx", "html", "pdf"]))
def test_later_records_leave_the_minutes_as_they_were(ogp: Ogp, book: Path, form: str) -> None:
    before = ogp("render-minutes", "2024-03-21", "--to", form, cwd=book)
    record_april(book)
    assert ogp("check", cwd=book).code == 0
    after = ogp("render-minutes", "2024-03-21", "--to", form, cwd=book)
    assert after == before
    april = ogp("render-minutes", "2024-04-18", "--to", "md", cwd=book).out
    assert "عنوان جديد" in april
    assert "وزارة العدل والحريات" in april
    assert "مقترح جديد" in april


def test_a_decision_without_a_title_prints_none(ogp: Ogp, book: Path) -> None:
    edit(book / "data/meetings/2024-03-21.yaml", "  title: تعزيز البيئة المحفزة للجمعيات\n", "")
    minutes = ogp("render-minutes", "2024-03-21", "--to", "md", cwd=book).out
    assert "تعزيز البيئة المحفزة للجمعيات" not in minutes


def test_a_name_changes_on_its_day(ogp: Ogp, book: Path) -> None:
    record_april(book)
    for day, name in (("2024-04-01", "وزارة العدل"), ("2024-04-02", "وزارة العدل والحريات")):
        out = ogp("show", "14", "--as-of", day, "--lang", "en", cwd=book).out
        assert f"Lead: {name}\n" in out
