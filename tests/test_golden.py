"""What `ogp` prints of three whole books is what it printed before, byte for byte.

The files are in `golden/`. Where a change is meant, this writes them anew, and `git diff` shows it:
`pytest -m '' tests/test_golden.py --snapshot-update`.
"""

from pathlib import Path

import pytest
from conftest import FRENCH, ROOT, Ogp, some

BOOKS = {"shipped": ROOT, "french": FRENCH, "adopted": ROOT / "examples" / "adopted"}
GOLDEN = Path(__file__).parent / "golden"
Command = tuple[str, ...]


def outputs(book: Path) -> dict[str, list[Command]]:
    """Return each file of a book, and the commands whose output is in it."""
    meetings = sorted(file.stem for file in (book / "data/meetings").iterdir())
    commitments = sorted(file.stem for file in (book / "data/commitments").iterdir())
    return {
        "check.txt": [("check",)],
        "status.txt": [("status",), ("status", "--phase", "drafting")],
        "status.json": [("status", "--format", "json")],
        "changes.txt": [("changes",), ("changes", "--since", meetings[0])],
        "show.txt": [("show", each) for each in commitments if not each.isdecimal()],
        "as-of.txt": [("status", "--as-of", each) for each in meetings],
        **{f"minutes/{each}.md": [("render-minutes", each)] for each in meetings},
    }


# A file of a meeting after the other comes last: the adopted plan has thirty.
FILES = [
    *((book, name) for book in ("shipped", "french") for name in outputs(BOOKS[book])),
    *some(2, (("adopted", name) for name in outputs(BOOKS["adopted"]))),
]


def printed(ogp: Ogp, book: Path, commands: list[Command]) -> str:
    """Return what the commands print; each is named above its output, where they are several."""
    results = [ogp(*command, cwd=book) for command in commands]
    texts = [result.out + result.err for result in results]
    if len(texts) == 1:
        return texts[0]
    parts = zip(commands, texts, strict=True)
    return "\n".join(f"$ ogp {' '.join(command)}\n{text}" for command, text in parts)


@pytest.mark.parametrize(("book", "name"), FILES)
def test_a_book_prints_the_same(
    ogp: Ogp, book: str, name: str, pytestconfig: pytest.Config
) -> None:
    file, now = GOLDEN / book / name, printed(ogp, BOOKS[book], outputs(BOOKS[book])[name])
    if pytestconfig.getoption("update_snapshots"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(now, encoding="utf-8", newline="\n")
    assert file.read_bytes().decode() == now


@pytest.mark.parametrize("book", BOOKS)
def test_every_file_is_of_a_command(book: str) -> None:
    files = {each for each in (GOLDEN / book).rglob("*") if each.is_file()}
    assert files == {GOLDEN / book / name for name in outputs(BOOKS[book])}
