"""A file of a megabyte is checked soon, whatever it is full of, and its report stays short."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ADOPTED, adopted_book, some

MEETING, CARD, PLAN = "meetings/2025-03-10.yaml", "commitments/c1.yaml", "plan.yaml"
REPORT = "commitments:\n  c1:\n    reported: 2025-07-15\n    completion: limited\n"
SEPTEMBER = "date: 2025-09-10\nkind: steering-committee\nsteps: []\n"


def many(line: str) -> str:
    """Return a line again and again, up to almost a megabyte; {} is its number."""
    size = len(line.encode()) + 4 * line.count("{}")
    return "".join(line.replace("{}", str(n)) for n in range(950_000 // size))


def put(name: str, old: str, new: str) -> tuple[str, str]:
    assert old in ADOPTED[name]
    return name, ADOPTED[name].replace(old, new)


KINDS: dict[str, Callable[[], tuple[str, str]]] = {
    "brackets": lambda: (CARD, "a: " + "[" * 400_000 + "]" * 400_000),
    "odd texts": lambda: put(
        CARD, "problem: p", 'problem: "' + many("the the  text ,w\u200bw ") + '"'
    ),
    "moves": lambda: (
        "meetings/2025-09-10.yaml",
        f"{SEPTEMBER}decisions:\n- amend: [c1]\n  reason: r\n  move:\n"
        + many("    x{}: 2026-04\n"),
    ),
    "milestones": lambda: (
        "reports/2025-06.yaml",
        f"{REPORT}    milestones:\n" + many("      x{}: complete\n"),
    ),
    "commitments": lambda: (
        "reports/2025-06.yaml",
        "commitments:\n" + many("  c9{}:\n    completion: limited\n"),
    ),
    "evidence": lambda: (
        "reports/2025-06.yaml",
        f"{REPORT}    evidence:\n" + many("    - {title: T{}, link: none{}}\n"),
    ),
    "acceptances": lambda: (CARD, ADOPTED[CARD] + "accept:\n" + many("  spelling-{}: because\n")),
    "skipped rules": lambda: (
        PLAN,
        ADOPTED[PLAN] + "check:\n  skip:\n" + many("  - spelling-{}\n"),
    ),
    "periods": lambda: put(PLAN, "[2025-06, 2025-12]", "[2025-06, " + many("2025-12, ") + "]"),
    "a long text": lambda: put(CARD, "problem: p", 'problem: "' + many("word{} ") + '"'),
    "two spellings": lambda: put(CARD, "problem: p", 'problem: "' + many("الأمر{} الامر{} ") + '"'),
    "levels": lambda: (CARD, "".join(f"{' ' * (n % 600)}a:\n" for n in range(3_000))),
    "participants": lambda: put(
        MEETING,
        "steps: []",
        many("- {name: Person N{}, gender: f, organization: ministri-{}}\n") + "steps: []",
    ),
    "slots": lambda: (
        MEETING,
        ADOPTED[MEETING]
        + "schedule:\n"
        + many("- at: 2025-04-10 10:00\n  organizations: [ministry-a]\n  commitments: [c1]\n"),
    ),
    "steps": lambda: put(
        MEETING, "steps: []", "steps:\n" + many("- on: [c1]\n  heard: [comments-shared]\n")
    ),
    "decisions": lambda: (MEETING, ADOPTED[MEETING] + many("- cancel: [9{}]\n  reason: r\n")),
    "entries": lambda: (
        "commitments/1.yaml",
        ADOPTED["commitments/1.yaml"] + many("- meeting: 2024-01-10\n  step: comments-shared\n"),
    ),
    "a key twice": lambda: (CARD, ADOPTED[CARD] + many("title: x\n")),
    "unknown keys": lambda: (CARD, ADOPTED[CARD] + many("titel{}: x\n")),
    "names": lambda: (
        "organizations.yaml",
        many("org-{}:\n  name: Ministry of N{}\n  sector: government\n"),
    ),
}


@pytest.mark.parametrize("kind", some(1, KINDS))
def test_a_megabyte_is_checked_soon(kind: str, tmp_path: Path) -> None:
    name, text = KINDS[kind]()
    book = adopted_book(tmp_path)
    file = book / "data" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    assert file.stat().st_size < 1_000_000
    # On a quiet machine 5 s are enough; without the limits, most of these took minutes.
    command = [sys.executable, "-m", "ogp_cli", "check"]
    done = subprocess.run(command, cwd=book, capture_output=True, timeout=60, check=False)
    assert done.returncode in {0, 1}
    assert not done.stderr
    assert len(done.stdout.splitlines()) < 10_000
