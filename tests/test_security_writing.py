"""Nothing is written outside of where it may be, or in part: each test mounts the attack."""

import os
import stat
import sys
from pathlib import Path

import pytest
from conftest import Ogp, some

from ogp_cli.errors import OgpError
from ogp_cli.store.write import Replacement, write_all

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX")

MEETING = "2025-01-15"
STATUS = ("status", "--format", "json")


def held_by(folder: Path) -> dict[str, str]:
    """Return every file and link below a folder, with what it holds."""
    found = {}
    for each in sorted(folder.rglob("*")):
        name = each.relative_to(folder).as_posix()
        if each.is_symlink():
            found[name] = f"-> {each.readlink()}"
        elif each.is_file():
            found[name] = each.read_bytes().decode("latin-1")
    return found


@pytest.fixture
def outside(french: Path) -> Path:
    """Return a folder outside the book, with a file that a stranger would like to replace."""
    folder = french.parent / "outside"
    folder.mkdir()
    (folder / "profile").write_text("the user's")
    (french / ".git").mkdir()
    (french / ".git/config").write_text("[core]\n")
    return folder


# A link that is committed, where it leads, and the command that the README names.
LINKS = [
    ("minutes.md", ".git/config", ("render-minutes", MEETING, "-o", "minutes.md")),
    ("minutes.md", "../outside/profile", ("render-minutes", MEETING, "-o", "minutes.md")),
    ("minutes.md", "../outside/new", ("render-minutes", MEETING, "-o", "minutes.md")),
    ("minutes.md", ".github/workflows/x.yml", ("render-minutes", MEETING, "-o", "minutes.md")),
    ("public", "../outside", ("render-minutes", "--all", "--to", "md", "-o", "public")),
    ("public", ".git", ("render-minutes", "--all", "--to", "md", "-o", "public/hooks")),
    ("status.csv", "../outside/profile", ("status", "-o", "status.csv")),
    ("status.csv", "/dev/stdout", ("status", "-o", "status.csv")),
    ("x.ics", "../outside/profile", ("schedule", "-o", "x.ics")),
    ("one.md", "two.md", ("show", "1", "-o", "one.md")),
    ("templates/blocks.md.j2", "../../outside/new", ("templates", "templates")),
    ("templates", "../outside", ("templates", "templates")),
    ("book", "../outside", ("init", "book", "--language", "en", "--country", "XA", "--title", "P",
                            "--committee", "C", "--time-zone", "UTC", "--date", "2025-01-10")),
]  # fmt: skip


@pytest.mark.parametrize(("link", "to", "command"), LINKS)
def test_a_link_of_the_book_is_not_written_through(
    ogp: Ogp, french: Path, outside: Path, link: str, to: str, command: tuple[str, ...]
) -> None:
    if to == "two.md":
        (french / "two.md").symlink_to("../outside/profile")
    (french / link).parent.mkdir(exist_ok=True)
    (french / link).symlink_to(to)
    if command[0] == "init":
        (outside / "profile").unlink()
    before = held_by(french.parent)
    result = ogp(*command, cwd=french)
    assert (result.code, " is a link to " in result.err, "\n  hint: " in result.err) == (2, 1, 1)
    after = held_by(french.parent)
    assert [each for each in after if not each.startswith("french/templates/")] == [
        each for each in before if not each.startswith("french/templates/")
    ]
    assert before.items() <= after.items()


def test_a_link_of_a_repository_is_not_written_through(
    ogp: Ogp, french: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (french.parent / ".git").mkdir()
    (french.parent / "docs").symlink_to(elsewhere)
    # The user's own link leads into the book, and a stranger's out of it.
    (elsewhere / "mine").symlink_to(french)
    (french / "public").symlink_to(elsewhere)
    for output in ("../docs/x", elsewhere / "mine/public/x", "public/mine/x"):
        result = ogp(*STATUS, "-o", output, cwd=french)
        assert (result.code, " is a link to " in result.err) == (2, True)
    assert [each.name for each in elsewhere.iterdir()] == ["mine"]


@pytest.mark.parametrize("output", [".git/config", ".GIT/config", "sub/../.git/hooks/x"])
def test_nothing_is_written_for_git(ogp: Ogp, french: Path, outside: Path, output: str) -> None:
    assert outside.exists()
    before = held_by(french)
    result = ogp(*STATUS, "-o", output, cwd=french)
    assert (result.code, held_by(french)) == (2, before)


def test_a_link_that_the_user_makes_is_followed(ogp: Ogp, french: Path, outside: Path) -> None:
    (outside / "mine").symlink_to(outside / "profile")
    (outside / "book").symlink_to(french)
    assert ogp(*STATUS, "-o", outside / "mine", cwd=french).code == 0
    assert (outside / "profile").read_text().startswith("{")
    assert (outside / "mine").is_symlink()
    assert ogp(*STATUS, "-o", outside / "book/status.json", cwd=french).code == 0
    assert (french / "status.json").exists()
    (french / "latest.json").symlink_to("status.json")
    assert ogp(*STATUS, "-o", "latest.json", cwd=french).code == 0
    assert (french / "latest.json").is_symlink()


@pytest.mark.parametrize(
    "output",
    some(1, ["data/plan.yaml", "data/new.md", "templates/minutes.md.j2", "link/plan.yaml"]),
)
def test_the_book_is_not_overwritten(ogp: Ogp, french: Path, output: str) -> None:
    (french / "templates").mkdir()
    if output.startswith("link"):
        (french / "link").symlink_to("data")
    before = {each: each.read_bytes() for each in french.rglob("*") if each.is_file()}
    for command in (("status", "--format", "json"), ("show", "1", "--format", "md")):
        result = ogp(*command, "--output", output, cwd=french)
        assert (result.code, result.out) == (2, "")
        assert "which no document may overwrite" in " ".join(result.err.split())
    assert before == {each: each.read_bytes() for each in french.rglob("*") if each.is_file()}
    assert ogp("render-minutes", "--all", "-o", "data/meetings", "--to", "md", cwd=french).code == 2


def test_a_calendar_spares_the_data(ogp: Ogp, french: Path) -> None:
    before = held_by(french)
    assert ogp("schedule", "--format", "ics", "-o", "data/plan.yaml", cwd=french).code == 2
    assert ogp("render-minutes", "--all", "-o", "data/new", "--to", "md", cwd=french).code == 2
    assert held_by(french) == before
    assert not (french / "data/new").exists()


@pytest.mark.parametrize(
    "name",
    [
        "2026-04-18-/../../x",
        "2026-04-18-/../../../../evil",
        "2026-04-18-\\..\\x",
        "2026-04-18- b",
        "2026-04-18-\x1b[31m",
    ],
)
def test_a_new_meeting_is_named_by_an_id(ogp: Ogp, french: Path, name: str) -> None:
    before = held_by(french.parent)
    result = ogp("new", "meeting", name, cwd=french)
    assert (result.code, result.out, held_by(french.parent)) == (2, "", before)
    assert "no file of a book can be called" in result.err
    assert "\x1b" not in result.err


@pytest.mark.parametrize("name", ["con", "Aux", "nul.b", "com1", "lpt9"])
def test_no_file_is_named_after_a_device(ogp: Ogp, french: Path, name: str) -> None:
    meeting = french / "data/meetings/2025-01-15.yaml"
    text = meeting.read_text(encoding="utf-8")
    merge = f"decisions:\n- merge: [1, 2]\n  into: {name}\n  title: T\n  state: proposed\n"
    meeting.write_text(text.replace("decisions:\n", merge), encoding="utf-8")
    before = held_by(french)
    result = ogp("post", cwd=french)
    assert (result.code, result.out, held_by(french)) == (2, "", before)
    assert f"no file can be called “{name}”" in ogp("check", cwd=french).out


def test_a_file_that_is_read_only_stays_as_it_is(ogp: Ogp, many: Path) -> None:
    file = many / "data/commitments/13.yaml"
    file.chmod(0o444)
    before = held_by(many)
    result = ogp("post", cwd=many)
    assert (result.code, result.out, held_by(many)) == (2, "", before)
    assert "13.yaml is read-only\n  hint: nothing was written; allow writing to it" in result.err


def test_the_owner_and_the_permissions_are_kept(ogp: Ogp, many: Path) -> None:
    file = many / "data/commitments/13.yaml"
    file.chmod(0o640)
    if os.geteuid() == 0:
        os.chown(file, 65534, 65534)
    owner = file.stat()
    assert ogp("post", cwd=many).code == 0
    now = file.stat()
    assert (now.st_uid, now.st_gid, stat.S_IMODE(now.st_mode)) == (
        owner.st_uid,
        owner.st_gid,
        0o640,
    )


def test_several_files_are_written_or_none(tmp_path: Path) -> None:
    longest, other, missing = tmp_path / ("n" * 255), tmp_path / "b", tmp_path / "missing/c"
    write_all({longest: Replacement(None, b"1"), other: Replacement(None, b"2")})
    with pytest.raises(OgpError, match="missing/c cannot be written"):
        write_all(
            {
                longest: Replacement(b"1", b"3"),
                other: Replacement(b"2", b"4"),
                missing: Replacement(None, b"5"),
            }
        )
    assert held_by(tmp_path) == {"b": "2", longest.name: "1"}
