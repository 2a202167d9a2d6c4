"""`ogp post`: the journal carried into the ledger, on the shipped book."""

import io
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, Ogp, Terminal, adopted_book
from hypothesis import given, settings
from hypothesis import strategies as st

from ogp_cli.cli import main

MARCH = "2024-03-21"
COMMITMENTS = "data/commitments"
ENTRY = re.compile(r"^- meeting: .*\r?\n(?:  .*\n)*", re.MULTILINE)
DERIVED = re.compile(r"merged_into:.*\n|history:.*\n(?:(?:- |  ).*\n)*")
APRIL = """\
date: 2024-04-18
kind: steering-committee
steps:
- on: [1, 4]
  heard: [comments-integrated, {step: meeting-to-schedule, draft: new-version}]
- on: [2]
  heard: [{step: meeting-held, date: 2024-03-26}]
decisions:
- merge: [10, 11, 12, 13]
  into: enabling-environment
  state: decided
- merge: [23, 24, 27]
  into: merge-of-23-24-27
  title: الانفتاح على المرتفق
  state: decided
- cancel: [3, 5, 6, 7, 8, 9, 14]
  reason: 'عدم توفر بعد الانفتاح: لا أثر'
- reinstate: [22]
"""
MOVE = """\
date: 2025-05-10
kind: steering-committee
steps: []
decisions:
- amend: [c1]
  move: {1: 2025-12}
  reason: the contract came late
"""


@pytest.fixture
def april(book: Path) -> Path:
    """The shipped book, with a second meeting that is not posted yet."""
    (book / "data/meetings/2024-04-18.yaml").write_text(APRIL, encoding="utf-8", newline="")
    return book


def files(book: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((book / COMMITMENTS).glob("*.yaml"))}


def test_posting_its_meeting_gives_the_shipped_files(ogp: Ogp, book: Path) -> None:
    for path in (book / COMMITMENTS).iterdir():
        text = DERIVED.sub("", path.read_bytes().decode())
        bare = re.sub(r"^status:.*", "status: standing", text, flags=re.MULTILINE)
        path.write_bytes(bare.encode())
    assert ogp("check", cwd=book).code == 1
    posted = ogp("post", MARCH, cwd=book)
    assert (posted.code, posted.out.count("changed ")) == (0, 29)
    assert files(book) == files(ROOT)
    again = ogp("post", MARCH, cwd=book)
    assert again.out == f"nothing to write: the files agree with the meeting of {MARCH}\n"


def test_a_meeting_is_recorded_in_one_file(ogp: Ogp, april: Path) -> None:
    before = files(april)
    posted = ogp("post", "2024-04-18", cwd=april)
    assert (posted.code, posted.err) == (0, "")
    after = files(april)
    changed = {name for name in after if after[name] != before.get(name)}
    assert len(changed) == 3 + 7 + 2 + 7 + 1  # heard of, merged, what they become, cancelled, back
    assert "errors: 0" in ogp("check", cwd=april).out.lower()
    lines = ogp("status", "--format", "csv", cwd=april).out
    assert lines.count(",cancelled,") == 9
    for name in changed:
        kept = [line for line in before[name].splitlines() if line in after[name].splitlines()]
        gone = [line for line in before[name].splitlines() if line not in kept]
        assert all(line.startswith((b"status: ", b"merged_into: ")) for line in gone), name


def test_it_takes_back_what_is_gone_from_the_meeting(ogp: Ogp, april: Path) -> None:
    before = files(april)
    ogp("post", "2024-04-18", cwd=april)
    meeting = april / "data/meetings/2024-04-18.yaml"
    meeting.write_text("date: 2024-04-18\nkind: steering-committee\nsteps: []\n")
    title = before["merge-of-23-24-27.yaml"]
    assert ogp("post", "2024-04-18", cwd=april).code == 0
    after = files(april)
    # A title that a meeting gave is the commitment's until another is given.
    assert after.pop("merge-of-23-24-27.yaml") != title
    assert after.items() <= before.items()


def test_what_contradicts_an_earlier_decision_is_refused_at_its_line(ogp: Ogp, april: Path) -> None:
    meeting = april / "data/meetings/2024-04-18.yaml"
    meeting.write_text(
        meeting.read_text(encoding="utf-8") + "- cancel: [25]\n  reason: تكرار\n", encoding="utf-8"
    )
    before = files(april)
    posted = ogp("post", "2024-04-18", cwd=april)
    assert posted.code == 1
    assert "data/meetings/2024-04-18.yaml:19:12: error[contradictory-decision]" in posted.out
    assert "nothing was written" in posted.err
    assert files(april) == before


def test_a_merge_makes_a_file(ogp: Ogp, april: Path) -> None:
    (april / COMMITMENTS / "enabling-environment.yaml").unlink()
    posted = ogp("post", MARCH, cwd=april)
    assert f"created {COMMITMENTS}/enabling-environment.yaml" in posted.out.splitlines()
    made = (april / COMMITMENTS / "enabling-environment.yaml").read_text(encoding="utf-8")
    assert "title: تعزيز البيئة المحفزة للجمعيات\n" in made
    assert "merged_from: [10, 11, 12, 13]\n" in made


def test_a_merge_of_another_name_leaves_a_file_that_is_named(ogp: Ogp, book: Path) -> None:
    meeting = book / f"data/meetings/{MARCH}.yaml"
    text = meeting.read_text(encoding="utf-8")
    meeting.write_text(text.replace("into: merge-of-23-24-27", "into: courts"), encoding="utf-8")
    posted = ogp("post", MARCH, cwd=book)
    assert f"created {COMMITMENTS}/courts.yaml" in posted.out
    assert f"no meeting makes {COMMITMENTS}/merge-of-23-24-27.yaml any more" in posted.err
    assert (book / COMMITMENTS / "merge-of-23-24-27.yaml").exists()


def test_the_patch_is_what_is_written(ogp: Ogp, april: Path, tmp_path: Path) -> None:
    before = files(april)
    patch = ogp("post", "2024-04-18", "--diff", cwd=april)
    assert (patch.code, files(april)) == (0, before)
    subprocess.run(["git", "init", "-q"], cwd=april, check=True)
    subprocess.run(["git", "apply"], cwd=april, input=patch.raw, check=True)
    patched = files(april)
    for name, data in before.items():
        (april / COMMITMENTS / name).write_bytes(data)
    ogp("post", "2024-04-18", cwd=april)
    assert files(april) == patched


def test_the_patch_does_nothing_to_a_terminal(ogp: Ogp, terminal: Terminal, april: Path) -> None:
    with (april / COMMITMENTS / "1.yaml").open("a", encoding="utf-8") as file:
        file.write("# \u202eseen\n")
    patch = ("post", "2024-04-18", "--diff")
    assert "# \u202eseen\n" in ogp(*patch, cwd=april).out
    shown = terminal(80, *patch, cwd=april)
    assert "seen" in shown
    assert "\u202e" not in shown


def test_without_steps_only_the_lines_of_decisions_change(ogp: Ogp, april: Path) -> None:
    meeting = april / "data/meetings/2024-04-18.yaml"
    text = re.sub(r"steps:\n(?:- |  ).*\n.*\n.*\n.*\n", "", APRIL)
    assert "steps" not in text
    meeting.write_text(text, encoding="utf-8")
    one = april / COMMITMENTS / "1.yaml"
    added = "- meeting: 2024-04-18\n  step: comments-integrated\n  note: كما هو\n"
    one.write_text(one.read_text(encoding="utf-8") + added, encoding="utf-8")
    before = one.read_bytes()
    assert ogp("post", "2024-04-18", cwd=april).code == 0
    assert one.read_bytes() == before
    assert "step: cancelled" in (april / COMMITMENTS / "3.yaml").read_text(encoding="utf-8")


DROPPED = st.sets(st.integers(0, 400), max_size=4)


@given(dropped=DROPPED, line_break=st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=settings().max_examples // 5)
def test_entries_that_were_lost_come_back(
    tmp_path_factory: pytest.TempPathFactory, dropped: set[int], line_break: str
) -> None:
    book = tmp_path_factory.mktemp("lost")
    shutil.copytree(ROOT / "data", book / "data")
    paths = sorted((book / COMMITMENTS).iterdir())
    whole = {path: path.read_bytes().decode().replace("\n", line_break) for path in paths}
    entries = [(path, each[0]) for path in paths for each in ENTRY.finditer(whole[path])]
    lost = {entries[number % len(entries)] for number in dropped}
    for path in paths:
        gone = [entry for file, entry in lost if file == path]
        text = whole[path]
        for entry in gone:
            text = text.replace(entry, "", 1)
        left = re.sub(r"^history:(?=\r?$(?!\n- ))", "history: []", text, flags=re.MULTILINE)
        path.write_bytes((left if gone else text).encode())
    assert main(["--root", str(book), "post", MARCH]) == 0
    assert {path: path.read_bytes().decode() for path in paths} == whole


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL and fork")
@pytest.mark.slow
def test_a_kill_leaves_every_file_whole(book: Path) -> None:
    """At each creation, write and rename: each file is the old one or the new one."""
    meeting = book / "data/meetings/2024-04-18.yaml"
    decision = "decisions:\n- cancel: [1, 2]\n  reason: x\n"
    meeting.write_text(f"date: 2024-04-18\nkind: steering-committee\n{decision}")
    old = files(book)
    assert _killed_at(book, 10**6) == 0
    new = files(book)
    changed = [name for name in new if new[name] != old[name]]
    points = 3 * len(changed) + 2  # and what tells git to pass over them
    for point in range(points + 1):
        for name, data in old.items():
            (book / COMMITMENTS / name).write_bytes(data)
        status = _killed_at(book, point)
        assert os.WIFSIGNALED(status) == (point < points), "as many points as there are"
        left = files(book)
        assert all(left[name] in {old[name], new[name]} for name in left)
        assert _killed_at(book, 10**6) == 0
        assert files(book) == new


def _killed_at(book: Path, point: int) -> int:
    """Post in a child that kills itself when it has passed so many points; return its status."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    left = iter(range(point))

    def passed() -> None:
        if next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    class Halved(io.FileIO):
        def write(self, data: bytes) -> int:  # type: ignore[override]
            passed()
            super().write(data[: len(data) // 2])
            passed()
            return super().write(data[len(data) // 2 :])

    replace = Path.replace
    Path.open = lambda self, mode="r", **_: Halved(self, mode)  # type: ignore[method-assign, assignment]
    Path.replace = lambda self, target: passed() or replace(self, target)  # type: ignore[method-assign, func-returns-value]
    os._exit(main(["--root", str(book), "post", "2024-04-18"]))


def test_a_blank_key_stays_with_its_comment(ogp: Ogp, april: Path) -> None:
    path = april / COMMITMENTS / "2.yaml"
    blank = (
        "proposed:   # the ministry looks it up by June\n"
        "head: ~ # so is this\n"
        "# where the plan has it\n"
        "accept:\n"
    )
    text = path.read_bytes().decode()
    path.write_bytes(re.sub("(?m)^status:", f"{blank}status:", text).encode())
    assert ogp("post", "2024-04-18", cwd=april).code == 0
    posted = path.read_bytes().decode()
    assert "2024-04-18" in posted
    assert blank in posted


def test_a_blank_key_of_a_milestone_stays(ogp: Ogp, tmp_path: Path) -> None:
    book = adopted_book(tmp_path)
    card = book / COMMITMENTS / "c1.yaml"
    blank = "  output:   # the ministry says what\n"
    text = card.read_text(encoding="utf-8")
    card.write_text(text.replace("  due: 2025-06\n", f"  due: 2025-06\n{blank}"), encoding="utf-8")
    (book / "data/meetings/2025-05-10.yaml").write_text(MOVE, encoding="utf-8")
    assert ogp("post", "2025-05-10", cwd=book).code == 0
    posted = card.read_text(encoding="utf-8")
    assert "due: 2025-12" in posted
    assert blank in posted
