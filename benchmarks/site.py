"""Time `ogp site` beside mkdocs on as many pages with the same text: `python benchmarks/site.py`.

The book has proposals only, in three languages; one of 300 makes about 1,000 pages. Documents are
left out. mkdocs writes the texts of those pages, without an index for its search, and with only the
first page in its navigation, which would be all of them on each page. Both have their
turn in each round, and the least is printed.
"""

import argparse
import html
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from run import BIN, GENERATE, HERE, Cost, cost, least

_MAIN = re.compile(r"<main.*?>(.*)</main>", re.DOTALL)
_SETTINGS = "site_name: Plan\nplugins: []\nnav: [index.md]\n"


def book(root: Path, proposals: int) -> None:
    """Make up a book in three languages."""
    subprocess.run([*GENERATE, "--drafting", str(proposals), root], check=True)
    plan = root / "data/plan.yaml"
    plan.write_text(f"{plan.read_text('utf-8')}languages: [ar, fr, en]\n", "utf-8")


def texts(site: Path, docs: Path) -> None:
    """Write the text of each page as Markdown."""
    for page in site.rglob("*.html"):
        main = _MAIN.search(page.read_text("utf-8"))
        lines = re.sub(r"<[^>]+>", "\n", main[1]) if main else ""
        file = docs / page.relative_to(site).with_suffix(".md")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(re.sub(r"\s*\n\s*", "\n\n", html.unescape(lines)).strip(), "utf-8")


def measure(root: Path, proposals: int, rounds: int) -> tuple[int, dict[str, Cost]]:
    """Return the number of pages, and what each program took for them."""
    book(root, proposals)
    (root / "mkdocs.yml").write_text(_SETTINGS)
    os.chdir(root)
    commands = {
        "ogp site": [str(BIN / "ogp"), "site", "--output", "public", "--no-documents"],
        "mkdocs build": [str(BIN / "mkdocs"), "build", "--quiet", "--clean"],
    }
    found: dict[str, list[Cost]] = {}
    for number in range(rounds):
        for name, command in commands.items():
            for written in ("public", "site"):
                shutil.rmtree(written, ignore_errors=True)
            found.setdefault(name, []).append(cost(command, wrong=False))
            if name == "ogp site" and not number:
                texts(root / "public", root / "docs")
    return len([*(root / "docs").rglob("*.md")]), {
        name: least(each) for name, each in found.items()
    }


def main() -> None:
    """Print a table for the sizes asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("proposals", type=int, nargs="*", default=[100, 300, 900])
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    for proposals in given.proposals:
        with tempfile.TemporaryDirectory() as folder:
            pages, costs = measure(Path(folder), proposals, given.rounds)
            print(*table(pages, costs), "", sep="\n", flush=True)  # noqa: T201
            os.chdir(HERE)


def table(pages: int, costs: dict[str, Cost]) -> Iterator[str]:
    """Give a table in Markdown."""
    yield f"| {pages:,} pages | CPU s | wall s | peak MB | CPU ms a page |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for name, each in costs.items():
        share = f"{1000 * each.cpu / pages:.1f}"
        yield f"| {name} | {each.cpu:.2f} | {each.wall:.2f} | {each.peak:.0f} | {share} |"


if __name__ == "__main__":
    main()
