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


@pytest.mark.parametrize(("book", "command"), some(10, ASKED))
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


@pytest.mark.parametrize("command", ["status", "schedule", "changes"])
def test_every_key_is_documented(ogp: Ogp, command: str) -> None:
    text = (ROOT / "docs/json.md").read_text(encoding="utf-8")
    part = text.partition(f"\n## `ogp {command}`\n")[2].partition("\n## ")[0]
    documented = {*re.findall("`([a-z_]+)`", part), "schema"}
    for book, more in (("shipped", ()), ("adopted", ("--since", "2024-01-01"))):
        options = more if command == "changes" else ()
        out = ogp(command, *options, "--format", "json", cwd=BOOKS[book]).out
        assert keys(json.loads(out)) <= documented


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
