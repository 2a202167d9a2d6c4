"""What a terminal gets: lines that fit, whole letters, colours, and Arabic in order."""

import re
import unicodedata
from pathlib import Path

import pytest
import wcwidth
from conftest import ROOT, Ogp, Terminal
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from ogp_cli.output.grid import Cell, Column, grid
from ogp_cli.screen import Screen

FSI, RLI, PDI = "\u2068", "\u2067", "\u2069"
STYLE = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("lang", ["ar", "fr", "en"])
@pytest.mark.parametrize("width", [60, 80, 120, 200])
@pytest.mark.parametrize("command", ["status", "schedule", "changes", "show justice"])
def test_every_line_fits(terminal: Terminal, command: str, width: int, lang: str) -> None:
    modes = ("none", "isolate", "visual") if lang == "ar" else ("none",)
    for mode in modes:
        out = terminal(width, *command.split(), "--lang", lang, OGP_BIDI=mode)
        assert max(map(cell_len, STYLE.sub("", out).splitlines())) <= width


@pytest.mark.parametrize(("width", "columns"), [(60, 4), (80, 4), (100, 5), (120, 6), (200, 6)])
def test_a_narrow_screen_shows_fewer_columns(terminal: Terminal, width: int, columns: int) -> None:
    lines = STYLE.sub("", terminal(width, "status", "--lang", "en")).splitlines()
    header = next(line for line in lines if line.startswith("No."))
    assert len(re.split(" {2,}", header)) == columns
    assert len([line for line in lines if re.match(r"\d+ +\W*[ء-ي]", line)]) == 27


def test_a_file_gets_whole_lines_from_a_terminal_too(
    terminal: Terminal, ogp: Ogp, tmp_path: Path
) -> None:
    file = tmp_path / "status.txt"
    arguments = ("status", "--lang", "en")
    assert terminal(60, *arguments, "--output", str(file), VTE_VERSION="7006") == ""
    assert file.read_text(encoding="utf-8") == ogp(*arguments).out


def test_colours_repeat_what_words_say(terminal: Terminal, ogp: Ogp) -> None:
    out = terminal(200, "status", "--lang", "en")
    assert "\x1b[31m\x1b[1mnot scheduled\x1b[0m" in out
    assert "\x1b[2mcancelled\x1b[0m" in out
    for plain in (
        terminal(200, "status", "--lang", "en", NO_COLOR="1"),
        terminal(200, "status", "--lang", "en", TERM="dumb"),
        ogp("status", "--lang", "en").out,
    ):
        assert "\x1b" not in plain
        assert "not scheduled" in plain


def test_who_puts_arabic_in_order(terminal: Terminal, ogp: Ogp) -> None:
    logical = "تعزيز حرية الصحافة والنشر"
    arguments = ("status", "--lang", "ar", "--number", "2")
    assert f"{FSI}{logical}{PDI}" in terminal(200, *arguments, VTE_VERSION="7006")
    assert f"{FSI}{logical}{PDI}" in terminal(200, *arguments, "--bidi", "isolate")
    for logically in (
        terminal(200, *arguments),
        terminal(200, *arguments, VTE_VERSION="5202"),
        terminal(200, *arguments, VTE_VERSION="x"),
        terminal(200, *arguments, "--bidi", "none", OGP_BIDI="isolate"),
        terminal(200, *arguments, OGP_BIDI="none", VTE_VERSION="7006"),
        ogp(*arguments, OGP_BIDI="isolate", VTE_VERSION="7006").out,
    ):
        assert logical in logically
        assert not {FSI, RLI, PDI} & set(logically)
    visual = ogp(*arguments, "--bidi", "visual").out
    assert logical not in visual
    shaped = next(line for line in visual.splitlines() if line.endswith("  2"))
    letters = unicodedata.normalize("NFKC", shaped)[::-1]
    assert logical in letters


def test_nothing_parts_an_emoji(ogp: Ogp, french: Path) -> None:
    file = french / "data/commitments/late.yaml"
    title = "👨‍👩‍👧‍👦🇲🇦 نص 👍🏽 نُصّ"
    file.write_text(f"number: 7\ntitle: {title}\nstatus: standing\n", encoding="utf-8")
    for arguments in (("show", "7"), ("status", "--number", "7")):
        out = ogp(*arguments, "--lang", "ar", "--bidi", "visual", cwd=french).out
        assert {"👨‍👩‍👧‍👦", "🇲🇦", "👍🏽"} <= set(wcwidth.iter_graphemes(out))
        assert out.index("👍🏽") < out.index("🇲🇦") < out.index("👨‍👩‍👧‍👦")


@given(st.text("\u0378\u0590\U0010fffd\U0001fae9اب ab١1(،\u0301\u200d", max_size=12))
@example("\u0378ا" + "".join(map(chr, range(0xE0000, 0xE0300))))
def test_letters_newer_than_this_python_are_put_in_order_too(text: str) -> None:
    assert len(Screen(bidi="visual").show(f"ب{text}", rtl=True)) > 0


def test_an_empty_wish_is_none(terminal: Terminal) -> None:
    assert FSI not in terminal(120, "status", OGP_BIDI="")


def test_an_unknown_bidi(ogp: Ogp, terminal: Terminal) -> None:
    result = ogp("status", "--bidi", "rtl")
    assert (result.code, result.out) == (2, "")
    assert "'rtl' is not one of auto, isolate, visual, none" in result.err


def test_a_right_to_left_table_begins_at_the_right(terminal: Terminal) -> None:
    for mode in ("isolate", "visual"):
        lines = terminal(120, "status", "--lang", "ar", NO_COLOR="1", OGP_BIDI=mode).splitlines()
        numbers = [line for line in lines if re.search(r" \d+$", line) and "=" not in line]
        assert len(numbers) == 27
        assert {cell_len(line) for line in numbers} == {120}
    lines = terminal(120, "status", "--lang", "en", "--bidi", "visual").splitlines()
    assert [line for line in lines if re.match(r"16 ", line)]


@pytest.mark.parametrize("command", ["check", "check --format json"])
def test_check_keeps_its_lines(terminal: Terminal, ogp: Ogp, command: str) -> None:
    arguments = (*command.split(), "--lang", "en")
    printed = STYLE.sub("", terminal(60, *arguments))
    assert printed == ogp(*arguments).out


def test_check_in_arabic_isolates_its_sentences(terminal: Terminal) -> None:
    out = terminal(120, "check", "--lang", "ar", NO_COLOR="1", VTE_VERSION="7006")
    assert re.search(
        f"^data/meetings/[^ ]*: {RLI}[^{PDI}]*{PDI}: {RLI}[^{PDI}]*{PDI}$", out, re.MULTILINE
    )


CLUSTERS = st.sampled_from(
    ["🇲🇦", "👩‍👩‍👧", "👍🏽", "e\u0301", "نُ", "صّ", "لا", "क्षि", "각", "漢", "a", " "]
)


@given(st.lists(CLUSTERS, min_size=1, max_size=30).map("".join), st.integers(3, 40))
@example("🇲🇦🇫🇷🇪🇸", 4)
def test_text_is_cut_between_letters(text: str, width: int) -> None:
    table = grid([Column("x", least=1)], [[Cell(text)]], Screen(width))
    line = table.rows[0]
    assert cell_len(line) <= width
    if line.endswith("…") and cell_len(text) > width:
        kept = list(wcwidth.iter_graphemes(line[:-1]))
        assert list(wcwidth.iter_graphemes(text))[: len(kept)] == kept
    else:
        assert line == text.rstrip()


@given(st.text(max_size=60), st.integers(20, 60))
def test_nothing_is_lost_where_lines_are_wrapped(text: str, width: int) -> None:
    words = "".join(each if each.isalnum() else " " for each in text).split()
    shown = Screen(width).lines(" ".join(words), rtl=False)
    assert "".join(shown.split()) == "".join(words)


def test_one_long_text_does_not_widen_all_lines(ogp: Ogp, book: Path) -> None:
    title = "ب" * 10_000
    file = book / "data/commitments/5.yaml"
    file.write_text(f"number: 5\ntitle: {title}\nstatus: standing\n", encoding="utf-8")
    out = ogp("status", cwd=book).out
    assert title in out
    assert len(out) < 40_000


def test_a_screen_of_no_width(ogp: Ogp) -> None:
    assert ogp("show", "10", "--lang", "ar", "--bidi", "visual", cwd=ROOT).code == 0
