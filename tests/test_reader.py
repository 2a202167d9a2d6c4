"""The reader: any bytes end as a document or as findings, and positions are right."""

import os
import sys
from pathlib import Path

import pytest
from conftest import Ogp
from hypothesis import given, settings
from hypothesis import strategies as st

from ogp_cli.problem import Spot
from ogp_cli.store.document import YamlDocument
from ogp_cli.store.parse import parse
from ogp_cli.store.write import write

pytestmark = pytest.mark.usefixtures("composer")


def document(text: str) -> YamlDocument:
    parsed, findings = parse(text.encode(), "f")
    assert not findings
    assert parsed
    return parsed


def test_what_is_plain_is_typed_and_what_is_quoted_is_text() -> None:
    assert document(
        "a: 10\nb: '10'\nc: 010\nd: no\ne: on\nf: true\ng: ~\nh:\ni: 2024-03-21\nj: 1_000\n"
        "k: 1.5\nl: -3\nm: 0x1F\nn: |\n  two\n  lines\no: [1, {p: q}]\n"
    ).values == {
        "a": 10,
        "b": "10",
        "c": "010",
        "d": "no",
        "e": "on",
        "f": True,
        "g": None,
        "h": None,
        "i": "2024-03-21",
        "j": "1_000",
        "k": "1.5",
        "l": -3,
        "m": "0x1F",
        "n": "two\nlines\n",
        "o": (1, {"p": "q"}),
    }


def test_byte_order_mark_and_windows_lines_are_harmless() -> None:
    parsed, findings = parse("\ufeffa: 1\r\nb: é\r\n".encode(), "f")
    assert parsed
    assert (parsed.values, findings) == ({"a": 1, "b": "é"}, [])
    assert parsed.spot(("b",)) == Spot("f", 2, 4)


def test_positions() -> None:
    parsed = document("a:\n- عنوان: x\n  list: [1, 2]\n")
    assert parsed.spot(("a", 0, "عنوان")) == Spot("f", 2, 10)
    assert parsed.spot(("a", 0, "عنوان"), key=True) == Spot("f", 2, 3)
    assert parsed.spot(("a", 0, "list", 1)) == Spot("f", 3, 13)
    assert parsed.spot(("a", 7, "x")) == Spot("f", 2, 1)
    assert document("").spot(("a",)) == Spot("f", 1, 1)


BOMB = b"a: &a [x]\n" + b"".join(
    b"%c: &%c [%s]\n" % (name, name, b",".join([b"*%c" % (name - 1)] * 9)) for name in b"bcdefghi"
)


@pytest.mark.parametrize(
    ("data", "line", "column", "said"),
    [
        (b"a: \xff", 1, 4, "not text in UTF-8"),
        ("é: 1\né: \xe9".encode()[:-1], 2, 4, "not text in UTF-8"),
        ("a: 1\n".encode("utf-16"), 1, 1, "not text in UTF-8"),
        (b"a: 1\nb: \x00", 2, 4, "control character (U+0000)"),
        (b"a: 1\n---\nb: 1\n", 2, 1, "more than one document"),
        (b"a: 1\r# \xff", 2, 3, "not text in UTF-8"),
        ("a: 1\u2028b: ".encode() + b"\xff", 2, 4, "not text in UTF-8"),
        (b"\xef\xbb\xbfa: \xff", 1, 4, "not text in UTF-8"),
        (b"a: [1, 2\nb: 3\n", 1, 4, "bracket that opens here"),
        (b"a: {b: 1\nc: 2: 3\n", 1, 4, "brace that opens here"),
        (b"a: 1\nb: 'x\nc: 2\n", 2, 4, "quote that opens here"),
        (b"a: b: c\n", 1, 5, "unexpected colon"),
        (b"a:1\nb: 2\n", 2, 2, "unexpected colon"),
        (b"a: 1\nb\nc: 2\n", 2, 1, "no colon"),
        (b'a: "b" c\n', 1, 8, "a key cannot start"),
        (b"a:\n- b\n c: 1\n", 3, 3, "unexpected colon"),
        (b"- a\nb: 1\n", 2, 1, "expected a list item"),
        (b"a: @b\n", 1, 4, "start with this sign"),
        (b"a: - b\n", 1, 4, "no list can start"),
        (b"a: ? b\n", 1, 4, "no text can start"),
        (b"a: ]\n", 1, 4, "out of place"),
        (b"a: [1,,2]\n", 1, 7, "out of place"),
        (b"a: >b\n", 1, 5, "text after | or >"),
        (rb'a: "C:\data"', 1, 7, "unknown escape"),
        (b"%a\nb: 1\n", 1, 1, "start with %"),
        (b"a: 1\n...\nb: 1\n", 3, 1, "more than one document"),
        (b"a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> c\n", 2, 1, "git merge"),
        (b"a: !<!b\n", 1, 4, "tags"),
        (b"a: &x 1\n", 1, 4, "anchors"),
        ("a: عنوان #1\n".encode(), 1, 10, "“#1” is a comment"),
        (b"a:\n- b\n- #c\n", 3, 3, "“#c” is a comment"),
        (b"a: b\n  c #d e\nf: 1\n", 2, 5, "“#d” is a comment"),
        (b"a: 1\nb: *x\n", 2, 4, "anchors"),
        (b"a: !!python/object:os.system x\n", 1, 4, "tags"),
        (b"a: 1\n<<: {b: 1}\n", 2, 1, "merge keys"),
        (b"[a]: 1\n", 1, 1, "one plain word"),
        (b"? a\n? {b: c}\n", 2, 3, "one plain word"),
        (b"a: 1\nb: 2\na: 3\n", 3, 1, "twice"),
        (b"a:\n\t- b\n", 2, 1, "indented with a tab"),
        (b"a: b\n\tc: d\n", 2, 1, "indented with a tab"),
        (b"[" * 60 + b"]" * 60, 1, 52, "nested too deeply"),
        (b"[" * 200_000, 1, 52, "nested too deeply"),
        (b"- " * 200_000, 1, 103, "nested too deeply"),
        (b"? " * 200_000, 1, 103, "nested too deeply"),
        (b"a: " + b"x" * 2_000_000, 1, 1, "larger than"),
        (BOMB, 1, 4, "anchors"),
    ],
)
def test_what_is_refused(data: bytes, line: int, column: int, said: str) -> None:
    parsed, findings = parse(data, "f")
    assert parsed is None
    assert findings[0].at == Spot("f", line, column)
    assert said in findings[0].message.format_map(findings[0].values)
    assert findings[0].hint


def test_many_lists_are_not_deep_ones() -> None:
    slots = "".join(f"- commitments: [{number}]\n" for number in range(1_000))
    assert len(document(slots).values) == 1_000  # type: ignore[arg-type]


yaml_like = st.text(st.sampled_from("ab:-?[]{},&*!|>'\"%@#~\n \t\u2028é\x00ع01"))


@given(st.one_of(st.binary(), yaml_like.map(str.encode)))
def test_any_bytes_end_as_a_document_or_as_findings(data: bytes) -> None:
    parsed, findings = parse(data, "f")
    assert (parsed is None) == bool(findings)
    for finding in findings:
        assert isinstance(finding.at, Spot)
        assert finding.at.line >= 1
        assert finding.at.column >= 1
        assert finding.message.format_map(finding.values)


@settings(deadline=None)
@given(st.one_of(st.binary(max_size=200), yaml_like.map(str.encode)))
def test_any_bytes_in_a_file_are_reported(data: bytes) -> None:
    import tempfile  # noqa: PLC0415 - pytest's folders outlive an example

    from ogp_cli.checks import run  # noqa: PLC0415
    from ogp_cli.plan import load  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "data", "plan.yaml")
        file.parent.mkdir()
        file.write_bytes(data)
        problems = run(load(Path(folder)))
    assert "data/plan.yaml" in {problem.at.file for problem in problems}


@pytest.mark.skipif(sys.platform == "win32", reason="needs pipes and links in the file system")
def test_something_other_than_a_file(ogp: Ogp, book: Path) -> None:
    folder = book / "data/commitments"
    (folder / "folder.yaml").mkdir()
    os.mkfifo(folder / "pipe.yaml")
    (folder / "loop.yaml").symlink_to("loop.yaml")
    (folder / "nowhere.yaml").symlink_to("gone")
    (folder / "device.yaml").symlink_to("/dev/zero")
    (folder / ".10.yaml.swp.yaml").write_text("an editor's")
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff.yaml")).write_text("status: standing\n")
    result = ogp("check", cwd=book)
    assert result.code == 1
    for name in ("folder", "pipe", "loop", "nowhere", "device"):
        assert f"data/commitments/{name}.yaml:1:1: error[unreadable-file]" in result.out
    assert r"data/commitments/\udcff.yaml:1:1: error[file-name]" in result.out
    assert "Files: 38. " in result.out
    for form in ("json", "github", "gitlab", "sarif", "junit"):
        assert ogp("check", "--format", form, cwd=book).code == 1


@pytest.mark.skipif(sys.platform == "win32", reason="needs links and pipes")
def test_links_are_followed_and_devices_stay(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "link").symlink_to("file")
    write(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"new"

    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    write(tmp_path / "pipe", b"new")
    assert os.read(reader, 10) == b"new"
    assert (tmp_path / "pipe").is_fifo()
    os.close(reader)


@settings(deadline=None)  # disks take their time
@given(st.binary())
def test_a_file_is_written_whole(data: bytes) -> None:
    import tempfile  # noqa: PLC0415 - pytest's folders outlive an example

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "file")
        file.write_bytes(b"old")
        file.chmod(0o640)
        write(file, data)
        assert file.read_bytes() == data
        assert file.stat().st_mode & 0o777 == 0o640
        assert os.listdir(folder) == ["file"]  # noqa: PTH208
