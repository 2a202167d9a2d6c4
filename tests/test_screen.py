"""What a terminal gets: lines that fit, whole letters, colours, and Arabic in order."""

import re
import unicodedata
from pathlib import Path

import pytest
import wcwidth
from conftest import ROOT, Ogp, Terminal, some
from hostile import EXACT, shown
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.color import Color

from ogp_cli.lang import LANGUAGES
from ogp_cli.lang.rich_text import RichText, Run, Tone
from ogp_cli.present.content.document import Document, Paragraph, Section, Term, tabled
from ogp_cli.present.content.table import Cell, Column, Group, Table
from ogp_cli.present.formats import Target
from ogp_cli.present.formats.inks import INKS
from ogp_cli.present.formats.text import render
from ogp_cli.present.reports.text import excerpt
from ogp_cli.problem import Spot
from ogp_cli.terminal.clean import clean
from ogp_cli.terminal.colours import STYLES
from ogp_cli.terminal.letters import wrap
from ogp_cli.terminal.screen import Bidi, Screen, bidi_of

FSI, RLI, PDI = "\u2068", "\u2067", "\u2069"
MODES: list[Bidi] = ["none", "isolate", "visual", "words"]
SHOWN = ["status", "check", "changes", "schedule", "show justice"]
STYLE = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("lang", some(1, ["ar", "fr", "en"]))
@pytest.mark.parametrize("width", some(1, [60, 80, 120, 200]))
@pytest.mark.parametrize("command", some(2, SHOWN))
def test_every_line_fits(ogp: Ogp, command: str, width: int, lang: str) -> None:
    for mode in MODES if lang == "ar" else MODES[:1]:
        out = ogp(*command.split(), "--lang", lang, "--bidi", mode, COLUMNS=str(width)).out
        assert max(map(cell_len, out.splitlines())) <= width


@pytest.mark.parametrize(("width", "columns"), [(60, 3), (80, 4), (100, 5), (120, 5), (200, 5)])
def test_a_narrow_screen_shows_fewer_columns(ogp: Ogp, width: int, columns: int) -> None:
    lines = ogp("status", "--lang", "en", COLUMNS=str(width)).out.splitlines()
    header = next(line for line in lines if line.startswith("No."))
    assert len(re.split(" {2,}", header)) == columns
    assert len([line for line in lines if re.match(r"\d+ +\W*[ء-ي]", line)]) == 27


BOOKS = {"adopted": ROOT / "examples" / "adopted", "shipped": ROOT}


@pytest.mark.parametrize("lang", some(1, ["ar", "fr", "en"]))
@pytest.mark.parametrize("book", some(1, BOOKS))
def test_a_wider_screen_has_no_more_lines(ogp: Ogp, book: str, lang: str) -> None:
    widths = (80, 100, 110, 120, 160, 200)
    lines = [
        ogp("status", "--lang", lang, cwd=BOOKS[book], COLUMNS=str(width)).out.count("\n")
        for width in widths
    ]
    assert lines == sorted(lines, reverse=True)
    assert lines[2] <= 44


def test_what_needs_attention_comes_first(ogp: Ogp) -> None:
    lines = ogp("status", "--lang", "en", COLUMNS="110").out.splitlines()
    assert lines[3:6] == ["", lines[4], "Needs attention (1)"]
    assert re.fullmatch("16 .*… +— +meeting to schedule +not scheduled", lines[6])
    heads = [line for line in lines[5:] if line.endswith(")")]
    assert heads[2].startswith("merge proposed: enabling-environment. ")  # where it may be found
    assert [int(re.findall(r"\((\d+)\)$", line)[0]) for line in heads] == [1, 16, 4, 3, 3]
    assert re.search("^1  .*… +الجماعات الترابية +comments being integrated", lines[9])
    assert lines[9].endswith("  Tuesday 26 March 11:30")


@pytest.mark.parametrize("lang", ["ar", "fr", "en"])
def test_a_text_is_cut_at_a_word(ogp: Ogp, lang: str) -> None:
    whole = ogp("status", "--lang", lang).out
    for line in ogp("status", "--lang", lang, COLUMNS="110").out.splitlines():
        for cell in re.split(" {2,}", line):
            if cell.endswith("…"):
                assert re.search(f"{re.escape(cell[:-1])}[ ,:;،؛–-]", whole), cell


# The backgrounds of the usual themes: xterm and black, GNOME, Solarized dark and light, white.
THEMES = {"black": "000000", "gnome": "171421", "ubuntu": "300a24", "solarized": "002b36",
          "solarized light": "fdf6e3", "gnome light": "ffffff"}  # fmt: skip


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted(map(luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def colours(style: str, theme: str) -> tuple[str, str]:
    """Return the colours of letters and of what is behind them; a theme has none of its own."""
    found = [Color.parse(each) for each in re.findall(r"color\(\d+\)", style)]
    letters, behind = (each.get_truecolor().hex.removeprefix("#") for each in found)
    return letters, behind or theme


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_colours_are_readable_on_every_theme(theme: str) -> None:
    for tone, style in STYLES.items():
        if tone:
            assert contrast(*colours(style, theme)) >= 4.5, tone
    inks = [INKS[tone] for tone in INKS]
    assert min(contrast(ink, "ffffff") for ink in inks) >= 4.5
    bars = {tone: colours(STYLES[tone], theme)[1] for tone in ("good", "open", "settled", "ended")}
    assert min(contrast(fill, theme) for fill in bars.values()) >= 3  # WCAG 2.2, 1.4.11


def test_a_file_gets_whole_lines_from_a_terminal_too(
    terminal: Terminal, ogp: Ogp, tmp_path: Path
) -> None:
    file = tmp_path / "status.txt"
    arguments = ("status", "--lang", "en")
    assert terminal(60, *arguments, "--output", str(file), VTE_VERSION="7006") == f"wrote {file}\n"
    assert file.read_text(encoding="utf-8") == ogp(*arguments).out


def coloured(tone: Tone, words: str) -> str:
    return Screen(colour=True).style(words, STYLES[tone])


def test_colours_repeat_what_words_say(terminal: Terminal, ogp: Ogp) -> None:
    out = terminal(200, "status", "--lang", "en")
    tones: dict[str, Tone] = {
        "not scheduled": "alert", "Needs attention": "alert", "standing": "good",
        "merge proposed": "open", "cancelled": "ended",
    }  # fmt: skip
    for words, tone in tones.items():
        assert coloured(tone, words) in out
    rows = [line for line in out.splitlines() if re.match(r"\d", line) and "not sch" not in line]
    assert "\x1b" not in "".join(rows[1:])  # rows stay as they are, after the sum
    for plain in (
        terminal(200, "status", "--lang", "en", NO_COLOR="1"),
        terminal(200, "status", "--lang", "en", TERM="dumb"),
        ogp("status", "--lang", "en").out,
    ):
        assert "\x1b" not in plain
        assert "not scheduled" in plain


def test_who_orders_arabic(terminal: Terminal, ogp: Ogp) -> None:
    logical = "تعزيز حرية الصحافة والنشر"
    arguments = ("status", "--lang", "ar", "--number", "2")
    assert f"{RLI}{logical}{PDI}" in terminal(200, *arguments, VTE_VERSION="7006")
    assert f"{RLI}{logical}{PDI}" in terminal(200, *arguments, "--bidi", "isolate")
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


def test_no_emoji_is_broken(ogp: Ogp, french: Path) -> None:
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


def test_an_empty_ogp_bidi_counts_as_none(terminal: Terminal) -> None:
    assert FSI not in terminal(120, "status", OGP_BIDI="")


def test_an_unknown_bidi(ogp: Ogp, terminal: Terminal) -> None:
    result = ogp("status", "--bidi", "rtl")
    assert (result.code, result.out) == (2, "")
    assert "“rtl” is not one of auto, none, isolate, visual, words" in result.err


def test_a_right_to_left_table_begins_at_the_right(terminal: Terminal) -> None:
    for mode in ("isolate", "visual"):
        lines = terminal(120, "status", "--lang", "ar", NO_COLOR="1", OGP_BIDI=mode).splitlines()
        numbers = [line for line in lines if re.search(r" \d{1,2}$", line) and "=" not in line]
        assert len(numbers) == 27
        assert {cell_len(line) for line in numbers} == {120}
    lines = terminal(120, "status", "--lang", "en", "--bidi", "visual").splitlines()
    assert [line for line in lines if re.match(r"16 ", line)]


@pytest.mark.parametrize("width", [90, 120, 200])
def test_colours_break_no_line(terminal: Terminal, ogp: Ogp, width: int) -> None:
    coloured = STYLE.sub("", terminal(width, "check", "--lang", "fr"))
    assert coloured == ogp("check", "--lang", "fr", COLUMNS=str(width)).out


def test_check_wraps_what_it_says(terminal: Terminal, ogp: Ogp) -> None:
    arguments = ("check", "--lang", "en")
    printed = STYLE.sub("", terminal(60, *arguments))
    whole = ogp(*arguments).out
    assert printed != whole
    assert printed.split() == whole.split()
    assert terminal(60, *arguments, "--format", "json") == ogp(*arguments, "--format", "json").out


def test_check_in_arabic_isolates_its_sentences(terminal: Terminal) -> None:
    out = terminal(120, "check", "--lang", "ar", NO_COLOR="1", VTE_VERSION="7006")
    assert re.search(
        f"^data/meetings/[^ ]*: {RLI}[^{PDI}]*{PDI}:\n +{RLI}[^{PDI}]*{PDI}$", out, re.MULTILINE
    )


def test_a_day_in_arabic_is_read_from_its_beginning(ogp: Ogp) -> None:
    arguments = ("check", "--rule", "nobody-in-the-room", "--lang", "ar")
    assert "\u200e2024-03-21\u200e" in ogp(*arguments).out
    assert " 2024-03-21 " in ogp(*arguments, "--bidi", "visual", COLUMNS="80").out


@pytest.mark.parametrize("bidi", MODES)
@given(before=st.text("ab دمحم12-«", max_size=90), after=st.text("ab دمحم12-«", max_size=90))
@example("a" * 90, "b" * 90)
@example("", "")
def test_the_mark_is_below_its_letter(bidi: Bidi, before: str, after: str) -> None:
    line = f"x{before}漢{after}"
    spot = Spot("data/plan.yaml", 1, line.index("漢") + 1)
    text, mark = "".join(excerpt(Screen(40, bidi=bidi), spot, line, "red3")).splitlines()
    place = text.index("漢")
    assert cell_len(text) <= 40
    if bidi == "visual" or text.isascii():
        assert cell_len(text[:place]) == mark.index("^")


def test_the_mark_finds_a_letter_of_arabic() -> None:
    spot = Spot("data/plan.yaml", 1, len("title: مرح") + 1)
    out = "".join(excerpt(Screen(bidi="visual"), spot, "title: مرحـبا بالعالم", "red3"))
    text, mark = out.splitlines()
    assert text[mark.index("^")] == "\u0640"


CLUSTERS = st.sampled_from(
    ["🇲🇦", "👩‍👩‍👧", "👍🏽", "e\u0301", "نُ", "صّ", "لا", "क्षि", "각", "漢", "a", " ", "\u00a0"]
)
HARD = st.lists(CLUSTERS | st.characters(exclude_categories=["Cs"]), max_size=40).map("".join)


@given(HARD, st.integers(2, 40))
@example("🇲🇦🇫🇷🇪🇸", 3)
@example("\ue000🏴\u00a0🇲🇦", 2)
def test_text_is_wrapped_between_letters(text: str, width: int) -> None:
    text = clean(text)
    lines = wrap(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
    flags = re.findall("[\U0001f1e6-\U0001f1ff]{2}", text)
    assert [
        each for line in lines for each in re.findall("[\U0001f1e6-\U0001f1ff]{2}", line)
    ] == flags


@pytest.mark.parametrize("bidi", MODES)
@given(texts=st.lists(HARD, min_size=3, max_size=3), width=st.integers(4, 80), rtl=st.booleans())
def test_no_cell_is_wider_than_the_screen(
    bidi: Bidi, texts: list[str], width: int, rtl: bool
) -> None:
    columns = (
        Column("number", rich("No.")),
        Column("title", rich("Title"), least=4),
        Column("lead", rich("Lead"), least=4, drop=1),
    )
    cells = {each.key: Cell((rich(text),)) for each, text in zip(columns, texts, strict=True)}
    table = Table(rich("Rows"), columns, (Group((cells,), rich(texts[0])),))
    out = shown_as(tabled("rows", table), Screen(width, bidi=bidi), rtl=rtl)
    assert max(map(cell_len, out.splitlines())) <= width
    if bidi in {"none", "isolate"}:  # others take marks away, and mirror or join
        assert set("".join(clean(texts[1]).split())) <= set(out)


@pytest.mark.parametrize("bidi", MODES)
@given(text=HARD, width=st.integers(4, 60), rtl=st.booleans())
def test_no_line_is_wider_than_the_screen(bidi: Bidi, text: str, width: int, rtl: bool) -> None:
    screen = Screen(width, bidi=bidi)
    shown = screen.lines(clean(text), rtl=rtl)
    assert max(map(cell_len, shown.splitlines())) <= width
    if bidi in {"none", "isolate"}:
        kept = re.sub("[\u2066-\u2069]", "", shown)
        assert "".join(kept.split()) == "".join(clean(text).split())


@pytest.mark.parametrize("bidi", MODES)
@given(sizes=st.lists(st.integers(1, 400), min_size=1, max_size=6), width=st.integers(20, 120))
def test_a_bar_shows_every_term(bidi: Bidi, sizes: list[int], width: int) -> None:
    terms = tuple(Term(size, "good") for size in sizes)
    said = [(Run(f"{size} {'x' * i}", "en", tone="good"),) for i, size in enumerate(sizes, 1)]
    text = sum(((Run(" + ", "en"), *each) for each in said[1:]), said[0])
    section = Section("sum", (), (Paragraph(text, terms=terms),))
    for rtl in (False, True):
        lines = shown_as(section, Screen(width, bidi=bidi), rtl=rtl).splitlines()
        assert max(map(cell_len, lines)) <= width
        words = re.sub("[\u2066-\u2069█▓▒░]", " ", "\n".join(lines[1:]))
        assert sorted(words.split()) == sorted("".join(run.text for run in text).split())
        lengths = [len(each[0]) for each in re.findall(r"(([█▓▒░])\2*)", lines[-1])]
        assert len(lengths) >= min(len(sizes), 4)


def rich(text: str) -> RichText:
    return (Run(text, "en"),)


def shown_as(section: Section, screen: Screen, *, rtl: bool) -> str:
    """Return a document of one section as a screen shows it."""
    language = LANGUAGES["ar" if rtl else "en"]
    document = Document(
        kind="rows", language=language, locale="en", title=rich("T"), sections=(section,)
    )
    return render(document, Target(screen, Path("nowhere")))


def test_the_balance_is_seen_at_a_glance(terminal: Terminal) -> None:
    out = terminal(120, "status", "--lang", "en", NO_COLOR="1")
    assert "\n" + "█" * 34 + "▓" * 14 + "▒" * 6 + "\n" in out
    shown = terminal(120, "status", "--lang", "en")
    terms: dict[str, Tone] = {
        "17 standing": "good", "7 in 2 proposed merges": "open", "3 cancelled": "ended"
    }  # fmt: skip
    for words, tone in terms.items():
        assert coloured(tone, words) in shown


KNOWN: list[tuple[dict[str, str], Bidi]] = [
    ({"XTERM_VERSION": "XTerm(379)"}, "visual"),
    ({"VTE_VERSION": "7006"}, "isolate"),
    ({"VTE_VERSION": "5703"}, "isolate"),
    ({"VTE_VERSION": "5702"}, "none"),
    ({"KONSOLE_VERSION": "220401"}, "none"),
    ({"WT_SESSION": "e1d171d9-4739-4cd0-b086-50d729f39631"}, "visual"),
    ({"TERM_PROGRAM": "vscode"}, "visual"),
    ({"TERM_PROGRAM": "tmux"}, "none"),
    ({"ALACRITTY_WINDOW_ID": "1"}, "visual"),
    ({"TERM": "alacritty-direct"}, "visual"),
    ({"TERM": "xterm-kitty"}, "words"),
    ({"TERM": "tmux-256color", "KITTY_WINDOW_ID": "1"}, "words"),
    ({"TERM": "xterm-kitty", "ALACRITTY_WINDOW_ID": "1"}, "words"),  # started from Alacritty
    ({"TERM_PROGRAM": "vscode", "VTE_VERSION": "7006"}, "visual"),  # started from GNOME Terminal
    ({"KONSOLE_VERSION": "220401", "XTERM_VERSION": "XTerm(379)"}, "none"),
    ({"XTERM_VERSION": ""}, "none"),
    ({}, "none"),
]


@pytest.mark.parametrize(("environment", "bidi"), KNOWN)
def test_the_environment_tells_which_terminal_it_is(
    environment: dict[str, str], bidi: Bidi
) -> None:
    assert bidi_of(environment) == bidi


def test_arabic_is_right_in_xterm_without_an_option(terminal: Terminal) -> None:
    arguments = ("status", "--lang", "ar", "--number", "2")
    assert terminal(120, *arguments, XTERM_VERSION="XTerm(379)") == terminal(
        120, *arguments, "--bidi", "visual"
    )


# Lines in logical order, and the words from left to right, each of which kitty turns itself.
WORDS = {
    "خطة العمل الوطنية الثالثة": "الثالثة الوطنية العمل خطة",
    "إنشاء منصة (حوالي 600 خدمة) في أفق 2035": "2035 أفق في خدمة) 600 (حوالي منصة إنشاء",
    'إخراج البوابة "عدالة"، ثم و2024.': 'و4202. ثم "عدالة"، البوابة إخراج',
    "معيار PDF/UA-1 لسنة 2024": "2024 لسنة PDF/UA-1 معيار",
    "نُصّ [أول] ثانٍ": "ثانٍ [أول] نُصّ",
    "إلى \u200e1/8\u200e؛ نعم": "نعم ؛1/8 إلى",
    "👨‍👩‍👧‍👦 أسرة 🇲🇦": "🇲🇦 أسرة 👨‍👩‍👧‍👦",
}


@pytest.mark.parametrize(("logical", "shown"), WORDS.items())
def test_kitty_gets_the_words_in_order(logical: str, shown: str) -> None:
    assert Screen(bidi="words").show(logical, rtl=True) == shown


def test_kitty_gets_a_word_as_a_whole_where_its_colour_ends() -> None:
    line = Screen(80, colour=True, bidi="words").line(
        [("3 ملغاة", "bold"), ("؛ نعم", "")], rtl=True
    )
    assert line.lstrip() == "نعم \x1b[1mملغاة؛ 3\x1b[0m\n"


def test_kitty_gets_its_words_without_an_option(terminal: Terminal) -> None:
    out = terminal(120, "status", "--lang", "ar", "--number", "2", TERM="xterm-kitty", NO_COLOR="1")
    assert re.search("والنشر الصحافة حرية تعزيز +2$", out, re.MULTILINE)


@pytest.fixture
def cancelled(book: Path) -> Path:
    """Return the shipped book, in which 16 is cancelled too, and not posted yet."""
    meeting = book / "data/meetings/2024-03-21.yaml"
    text = meeting.read_text(encoding="utf-8")
    meeting.write_text(text.replace("cancel: [22,", "cancel: [16, 22,"), encoding="utf-8")
    return book


def test_a_patch_fits_a_terminal_and_is_coloured(
    terminal: Terminal, ogp: Ogp, cancelled: Path
) -> None:
    patch = ogp("post", "--diff", cwd=cancelled).out
    assert max(map(cell_len, patch.splitlines())) > 60
    coloured = terminal(60, "post", "--diff", cwd=cancelled)
    plain = STYLE.sub("", coloured)
    assert plain == terminal(60, "post", "--diff", cwd=cancelled, NO_COLOR="1")
    assert plain.split() == patch.split()
    lines = {STYLE.sub("", line): line for line in coloured.splitlines()}
    assert max(map(cell_len, lines)) <= 60
    styles = {
        STYLE.match(lines[line])
        for line in ("-status: standing", "+status: cancelled", "@@ -2,7 +2,7 @@")
    }
    assert None not in {*styles, STYLE.match(lines["--- a/data/commitments/16.yaml"])}
    assert len({found[0] for found in styles if found}) == 3


def test_a_patch_reads_from_the_right_in_xterm(terminal: Terminal, cancelled: Path) -> None:
    out = terminal(200, "post", "--diff", cwd=cancelled, XTERM_VERSION="XTerm(379)")
    (title,) = (line for line in out.splitlines() if line.startswith(" title: "))
    assert "للتطوع متطوع" in unicodedata.normalize("NFKC", title)[::-1]


@pytest.mark.parametrize("lang", ["ar", "fr"])
def test_the_rules_fit_a_terminal_in_order(terminal: Terminal, ogp: Ogp, lang: str) -> None:
    for rule in ([], ["contradictory-decision"]):
        arguments = ("rules", *rule, "--lang", lang)
        for width in (40, 60, 120):
            out = terminal(width, *arguments, NO_COLOR="1")
            assert max(map(cell_len, out.splitlines())) <= width
            assert out.split() == ogp(*arguments).out.split()
        assert STYLE.search(terminal(80, *arguments))


def test_the_rules_read_from_the_right_in_xterm(terminal: Terminal) -> None:
    for rule in ([], ["missing-title"]):
        out = terminal(100, "rules", *rule, "--lang", "ar", XTERM_VERSION="XTerm(379)")
        logical = unicodedata.normalize("NFKC", out)[::-1]
        assert "التزام بدون عنوان." in logical


@pytest.mark.parametrize("command", some(1, ["status", "check", "schedule", "changes", "show 10"]))
def test_a_pipe_is_as_wide_as_columns_says(ogp: Ogp, terminal: Terminal, command: str) -> None:
    arguments = (*command.split(), "--lang", "en")
    piped = ogp(*arguments, COLUMNS="100").out
    assert piped == terminal(100, *arguments, NO_COLOR="1")
    for nothing in ("", "0", "wide"):
        assert ogp(*arguments, COLUMNS=nothing).out == ogp(*arguments).out


@pytest.mark.parametrize("bidi", MODES)
def test_hostile_text_is_shown_and_does_nothing(ogp: Ogp, hostile: Path, bidi: str) -> None:
    out = ogp("status", "--bidi", bidi, cwd=hostile, COLUMNS="400").out
    assert "[red]a[/red] [link=file:///etc]b :warning:" in out
    assert not {"\x1b", "\x9b", "\u202e"} & set(out)
    if bidi == "none":
        assert [text for text in EXACT if shown(text) not in out] == []


def test_a_large_table_is_a_table_too(ogp: Ogp, french: Path) -> None:
    for number in range(10, 240):
        text = f"number: {number}\ntitle: {'long ' * 9}{number}\nstatus: standing\n"
        (french / f"data/commitments/{number}.yaml").write_text(text)
    lines = ogp("status", "--lang", "en", cwd=french, COLUMNS="100").out.splitlines()
    assert max(map(cell_len, lines)) <= 100
    head = next(i for i, line in enumerate(lines) if line.startswith("No. "))
    place = lines[head].index("Drafting")
    rows = [line for line in lines[head + 1 :] if re.match(r"\d", line)]
    assert len(rows) >= 230
    assert all(line[place - 2 : place].isspace() and not line[place].isspace() for line in rows)


def test_one_long_text_does_not_widen_all_lines(ogp: Ogp, book: Path) -> None:
    title = "ب" * 10_000
    file = book / "data/commitments/5.yaml"
    file.write_text(f"number: 5\ntitle: {title}\nstatus: standing\n", encoding="utf-8")
    out = ogp("status", cwd=book).out
    assert title in out
    assert len(out) < 40_000


def test_a_screen_of_no_width(ogp: Ogp) -> None:
    assert ogp("show", "10", "--lang", "ar", "--bidi", "visual", cwd=ROOT).code == 0


@pytest.mark.parametrize("command", some(1, ["status --lang ar", "show 10", "check"]))
def test_a_pseudo_terminal_gets_the_same(
    terminal: Terminal, pseudo_terminal: Terminal, command: str
) -> None:
    environment = {"XTERM_VERSION": "XTerm(379)"}
    printed = pseudo_terminal(100, *command.split(), **environment)
    assert printed == terminal(100, *command.split(), **environment)


def test_a_cell_that_begins_with_an_id_is_read_from_the_right(ogp: Ogp) -> None:
    book = ROOT / "examples" / "adopted"
    shown = ogp("schedule", "--lang", "ar", "--bidi", "isolate", cwd=book, COLUMNS="110").out
    assert "\u2067\u200ec11 1\u200e. " in shown
