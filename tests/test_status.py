"""`ogp status` on the real plan and on the made-up one."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import FRENCH, ROOT, Ogp
from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion

Whole = Callable[[str], SnapshotAssertion]


@pytest.mark.parametrize("lang", ["ar", "fr", "en"])
def test_table_of_the_real_plan(ogp: Ogp, whole: Whole, lang: str) -> None:
    result = ogp("status", "--lang", lang)
    assert (result.code, result.err) == (0, "")
    assert result.out == whole("txt")


def test_table_of_the_french_plan(ogp: Ogp, whole: Whole) -> None:
    assert ogp("status", cwd=FRENCH, LANG="fr_FR.UTF-8").out == whole("txt")


def test_json_of_the_real_plan(ogp: Ogp, whole: Whole) -> None:
    result = ogp("status", "--format", "json")
    assert result.out == whole("json")
    value = json.loads(result.out)
    assert value["schema"] == 1
    assert value["balance"] == {
        "proposals": 27,
        "standing": 17,
        "merging": 7,
        "merged": 0,
        "cancelled": 3,
        "resulting": 19,
    }
    assert list(value["commitments"][0]) == [
        "id",
        "number",
        "title",
        "lead",
        "status",
        "merged_into",
        "steps",
        "next_meeting",
    ]


def test_json_is_in_the_clock_of_the_plan(ogp: Ogp) -> None:
    # Morocco is on UTC+0 during Ramadan, and otherwise on UTC+1.
    real = json.loads(ogp("status", "--format", "json").out)["commitments"]
    assert real[6]["next_meeting"] == "2024-03-25T12:30:00+00:00"
    french = json.loads(ogp("status", "--format", "json", cwd=FRENCH).out)["commitments"]
    assert french[2]["next_meeting"] == "2025-02-20T14:00:00+01:00"


@pytest.mark.parametrize("environment", [{"LANG": "ar_MA.UTF-8"}, {"LC_ALL": "ar", "LANG": "fr"}])
def test_language_of_the_environment(ogp: Ogp, environment: dict[str, str]) -> None:
    assert "27 مقترحا = 17 قائما + 7 في اقتراحي دمج + 3 ملغاة؛" in ogp("status", **environment).out


def test_unknown_language_and_format(ogp: Ogp) -> None:
    for option, value in (("--lang", "xx"), ("--format", "ods")):
        result = ogp("status", option, value)
        assert result.code == 2
        assert f"'{value}' is not one of" in result.err
        assert result.out == ""


@pytest.mark.parametrize("folder", [".", "data/meetings", "src/ogp_cli"])
def test_found_from_any_folder_inside(ogp: Ogp, folder: str) -> None:
    assert ogp("status", cwd=ROOT / folder).out == ogp("status").out


def test_found_from_elsewhere(ogp: Ogp, tmp_path: Path) -> None:
    here = ogp("status").out
    assert ogp("status", "--root", ROOT, cwd=tmp_path).out == here
    assert ogp("--root", ROOT, "status", cwd=tmp_path).out == here
    assert ogp("status", cwd=tmp_path, OGP_ROOT=str(ROOT)).out == here


def test_the_command_s_own_root_counts_first(ogp: Ogp, tmp_path: Path) -> None:
    french = ogp("status", cwd=FRENCH).out
    assert ogp("--root", ROOT, "status", "--root", FRENCH, cwd=tmp_path).out == french
    assert ogp("--root", FRENCH, "status", cwd=tmp_path, OGP_ROOT=str(ROOT)).out == french


def test_no_data(ogp: Ogp, tmp_path: Path) -> None:
    result = ogp("status", cwd=tmp_path)
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        f"ogp: no data in {tmp_path} or above it\n"
        "  hint: go to the folder that holds data/plan.yaml, or name it with --root or OGP_ROOT\n"
    )
    assert ogp("status", "--root", tmp_path).code == 2


def test_a_broken_file_does_not_hide_the_others(ogp: Ogp, book: Path) -> None:
    (book / "data/commitments/5.yaml").write_text("number: [5\n")
    (book / "data/plan.yaml").write_bytes(b"\xff")
    (book / "data/organizations.yaml").write_text("a: 1\n")
    result = ogp("status", cwd=book)
    assert result.code == 0
    assert "26 proposals = 16 standing + 7 in 2 proposed merges + 3 cancelled" in result.out
    assert "تعزيز نشر المعطيات المفتوحة" in result.out
    assert result.err == "ogp: 3 files could not be read and are left out; run: ogp check\n"


def test_text_of_the_data_cannot_steer_the_terminal(ogp: Ogp, book: Path) -> None:
    file = book / "data/commitments/5.yaml"
    file.write_text('number: 5\ntitle: "a\\e[31mb\\u202Ec[bold]d"\nstatus: standing\n')
    for form in ("table", "json"):
        out = ogp("status", "--format", form, cwd=book).out
        assert not {"\x1b", "\u202e"} & set(out)
    assert "a\ufffd[31mb\ufffdc[bold]d" in ogp("status", cwd=book).out


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("width", [80, 120])
def test_a_terminal_gets_a_line_a_commitment_that_fits(width: int) -> None:
    import pty  # noqa: PLC0415 - not on Windows
    import termios  # noqa: PLC0415

    leader, follower = pty.openpty()
    termios.tcsetwinsize(follower, (40, width))
    process = subprocess.Popen(
        [sys.executable, "-m", "ogp_cli", "status"], cwd=ROOT, stdout=follower, stdin=follower
    )
    os.close(follower)
    printed = b""
    while chunk := _read(leader):
        printed += chunk
    assert process.wait() == 0
    rows = printed.decode().splitlines()[3:]
    assert len(rows) == 2 + 27 + 2
    assert max(map(cell_len, rows)) <= width


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_file_gets_whole_lines_from_a_terminal_too(ogp: Ogp, tmp_path: Path) -> None:
    import pty  # noqa: PLC0415 - not on Windows
    import termios  # noqa: PLC0415

    leader, follower = pty.openpty()
    termios.tcsetwinsize(follower, (40, 60))
    file = tmp_path / "status.txt"
    command = [sys.executable, "-m", "ogp_cli", "status", "--lang", "en", "--output", str(file)]
    subprocess.run(command, cwd=ROOT, stdout=follower, stdin=follower, check=True)
    os.close(follower)
    os.close(leader)
    assert file.read_text(encoding="utf-8") == ogp("status", "--lang", "en").out


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # Linux says so at the end
        return b""


def test_an_empty_plan(ogp: Ogp, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    shutil.copy(FRENCH / "data/plan.yaml", tmp_path / "data")
    result = ogp("status", cwd=tmp_path, LANG="fr")
    assert result.code == 0
    assert result.out.startswith("Plan d’action d’exemple\n0 proposition\n")


@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        (["--status", "cancelled"], [22, 25, 26]),
        (["--status", "cancelled", "--status", "pending"], [22, 25, 26, None, None]),
        (["--lead", "justice"], [14, 15, 23, 24, 27]),
        (["--lead", "justice", "--status", "standing"], [14, 15]),
        (["--lead", "youth"], [2, 17]),  # a department of the lead
        (["--waiting"], [16]),
    ],
)
def test_filters(ogp: Ogp, options: list[str], numbers: list[int | None]) -> None:
    value = json.loads(ogp("status", "--format", "json", *options).out)
    assert [each["number"] for each in value["commitments"]] == numbers
    assert value["balance"]["proposals"] == 27
    assert ogp("status", *options).out.count("\n") == 5 + len(numbers)


def test_unknown_filters(ogp: Ogp) -> None:
    status = ogp("status", "--status", "canceled")
    assert (status.code, status.out) == (2, "")
    assert "Did you mean 'cancelled'?" in status.err
    lead = ogp("status", "--lead", "justise")
    assert (lead.code, lead.out) == (2, "")
    assert lead.err == "ogp: no institution “justise”\n  hint: did you mean “justice”?\n"
