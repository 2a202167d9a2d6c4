"""What `ogp` prints of three whole books is what it printed before, byte for byte.

The files are in `golden/`. Where a change is meant, `pytest tests/test_golden.py --snapshot-update`
writes them anew, and `git diff tests/golden` shows it.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import FRENCH, ROOT, Ogp

BOOKS = {"shipped": ROOT, "french": FRENCH, "adopted": ROOT / "examples" / "adopted"}
GOLDEN = Path(__file__).parent / "golden"
Command = tuple[str, ...]


def outputs(book: Path) -> Iterator[tuple[str, list[Command]]]:
    """Yield each file of a book, and the commands whose output is in it."""
    meetings = sorted(file.stem for file in (book / "data/meetings").iterdir())
    commitments = sorted(file.stem for file in (book / "data/commitments").iterdir())
    yield "check.txt", [("check",)]
    yield "status.txt", [("status",), ("status", "--phase", "drafting")]
    yield "status.json", [("status", "--format", "json")]
    yield "as-of.txt", [("status", "--as-of", each) for each in meetings]
    yield "changes.txt", [("changes",), ("changes", "--since", meetings[0])]
    yield "show.txt", [("show", each) for each in commitments if not each.isdecimal()]
    for each in meetings:
        yield f"minutes/{each}.md", [("render-minutes", each)]


def printed(ogp: Ogp, book: Path, commands: list[Command]) -> str:
    """Return what the commands print; each is named above its output, where they are several."""
    results = [ogp(*command, cwd=book) for command in commands]
    texts = [result.out + result.err for result in results]
    if len(texts) == 1:
        return texts[0]
    parts = zip(commands, texts, strict=True)
    return "\n".join(f"$ ogp {' '.join(command)}\n{text}" for command, text in parts)


@pytest.mark.parametrize("book", BOOKS)
def test_a_book_prints_the_same(ogp: Ogp, book: str, pytestconfig: pytest.Config) -> None:
    now = {name: printed(ogp, BOOKS[book], commands) for name, commands in outputs(BOOKS[book])}
    folder = GOLDEN / book
    if pytestconfig.getoption("update_snapshots"):
        shutil.rmtree(folder, ignore_errors=True)
        for name, text in now.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    files = [file for file in folder.rglob("*") if file.is_file()]
    before = {file.relative_to(folder).as_posix(): file.read_bytes().decode() for file in files}
    assert [name for name in sorted(now.keys() | before) if now.get(name) != before.get(name)] == []
