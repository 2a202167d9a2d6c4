"""JSON has facts, not words: the same bytes in every language, and keys that docs/json.md names."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import FRENCH, ROOT, Ogp, some

BOOKS = {"shipped": ROOT, "french": FRENCH, "adopted": ROOT / "examples" / "adopted"}
COMMANDS = [
    *("status", "status --phase drafting", "status --group-by lead", "schedule", "changes"),
    *("changes --since 2024-01-01", "show 1"),
]
OF_ADOPTED = ["show c1", "show ministry-b", "show 2026-09-10"]
ASKED = [("adopted", command) for command in (*COMMANDS, *OF_ADOPTED)]
ASKED += [(book, command) for command in COMMANDS for book in ("shipped", "french")]


@pytest.mark.parametrize(("book", "command"), some(3, ASKED))
def test_facts_do_not_change_with_the_language(ogp: Ogp, book: str, command: str) -> None:
    """Findings B8."""
    arguments = (*command.split(), "--format", "json")
    said = {
        ogp(*arguments, cwd=BOOKS[book], LANG=lang).raw
        for lang in ("ar_MA.UTF-8", "fr_FR.UTF-8", "en_GB.UTF-8")
    }
    assert len(said) == 1
    assert json.loads(said.pop())["schema"] == 1


def keys(value: Any) -> set[str]:
    """Return the keys of the rows of a value, and its own."""
    rows = [each for part in value.values() if isinstance(part, list) for each in part]
    return {*value, *(key for row in rows if isinstance(row, dict) for key in row)}


def documented(page: str, part: str = "") -> tuple[set[str], set[str]]:
    """Return the keys in the tables of a page, or of a part of it, and all that it names."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    if part:
        text = text.partition(f"\n## {part}\n")[2].partition("\n## ")[0]
    cells = re.findall(r"^\| (\W*`.*?) \|", text, re.MULTILINE)
    return {key for cell in cells for key in re.findall("`([a-z_]+)`", cell)}, {
        *re.findall("`([a-z_]+)`", text),
        "schema",
    }


@pytest.mark.parametrize(
    ("command", "asked"),
    [
        ("status", [("shipped", ""), ("adopted", ""), ("shipped", "--group-by lead")]),
        ("schedule", [("shipped", ""), ("adopted", "")]),
        ("changes", [("shipped", ""), ("adopted", "--since 2024-01-01")]),
    ],
)
def test_the_keys_are_those_that_are_documented(
    ogp: Ogp, command: str, asked: list[tuple[str, str]]
) -> None:
    in_tables, named = documented("json.md", f"`ogp {command}`")
    found = set[str]()
    for book, options in asked:
        arguments = (command, *options.split(), "--format", "json")
        found |= keys(json.loads(ogp(*arguments, cwd=BOOKS[book]).out))
    assert in_tables - {"schema"}
    assert in_tables <= found
    assert found <= named


@pytest.mark.parametrize("name", ["1", "open-budget", "c1", "2026-09-10", "ministry-b"])
def test_the_keys_of_what_is_shown_are_documented(ogp: Ogp, name: str) -> None:
    found = json.loads(ogp("show", name, "--format", "json", cwd=BOOKS["adopted"]).out)
    of_files, _ = documented("data.md")
    _, named = documented("json.md", "`ogp show`")
    assert len(found) > 5
    assert found.keys() <= of_files | named


SHEETS = some(
    2, [(book, command) for command in ("status", "schedule", "changes") for book in BOOKS]
)


@pytest.mark.parametrize(("book", "command"), SHEETS)
@pytest.mark.parametrize("lang", ["ar", "fr"])
def test_a_sheet_has_no_invisible_signs(ogp: Ogp, book: str, command: str, lang: str) -> None:
    """Cases 21 and 24: who looks for a name finds it."""
    out = ogp(command, "--lang", lang, "--format", "csv", cwd=BOOKS[book]).out
    assert not {*"\u200e\u200f\u061c\u00a0\u202f"} & {*out[1:]}
    assert len(out.splitlines()) > 1


def test_a_sheet_has_one_fact_a_cell(ogp: Ogp) -> None:
    """Case 05: 1/2 would be a day for a spreadsheet."""
    out = ogp("status", "--lang", "en", "--format", "csv", cwd=BOOKS["adopted"]).out
    header, first, *_ = out.removeprefix("\ufeff").splitlines()
    assert "Milestones complete,Milestones,Next due,Next milestone,Overdue" in header
    assert ",substantial,2026-06,," in first
    assert first.endswith(",3,5,2027-03,3,")
    assert not re.search(r"\d/\d", out)


def test_an_institution_sees_what_is_due_and_overdue(ogp: Ogp) -> None:
    """Case 26."""
    shown = ogp("show", "ministry-c", "--lang", "en", cwd=BOOKS["adopted"]).out
    lines = shown.partition("\nMilestones\n")[2].splitlines()
    assert lines[0].split("  ")[1:][0] == "Milestones"
    (late,) = (line for line in lines if " c4 2.1. " in line)
    assert re.search("March 2026 – overdue +substantial", late)
    assert [line for line in lines if re.search("c4 3. .* September 2026 ", line)]


def test_a_milestone_says_what_is_what(ogp: Ogp, tmp_path: Path) -> None:
    """Case 27: heads over the columns, and no column that holds nothing."""
    shown = ogp("show", "c1", "--lang", "en", cwd=BOOKS["adopted"]).out
    part = shown.partition("\nMilestones\n")[2].partition("\n\n")[0].splitlines()
    heads = ["Milestones", "Output", "Start", "Due", "Responsible", "Reported completion"]
    assert re.split(" {2,}", part[0].strip()) == heads
    assert re.match("  2.1  Publish the data .*  April 2025 +September 2025  Ministry B", part[3])
    narrow = ogp("show", "c1", "--lang", "en", cwd=BOOKS["adopted"], COLUMNS="50").out
    record = narrow.partition("  2.1\n")[2].partition("\n\n")[0]
    assert "\n  Due: September 2025\n" in record
    assert "—" not in narrow.partition("\nMilestones\n")[2].partition("Report of")[0]
