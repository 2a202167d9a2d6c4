"""The formats of `ogp status` for spreadsheets, forges and narrow terminals, and its files."""

import csv
import datetime as dt
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from conftest import FRENCH, ROOT, Ogp, some
from hostile import EXACT, TEXTS, shown
from markdown_it import MarkdownIt
from openpyxl.worksheet.worksheet import Worksheet
from syrupy.assertion import SnapshotAssertion

from ogp_cli.lang import LANGUAGES
from ogp_cli.lang.rich_text import translate
from ogp_cli.process.words import STATUS_WORDS, STEP_WORDS

Whole = Callable[[str], SnapshotAssertion]


def facts(ogp: Ogp, cwd: Path, lang: str) -> list[dict[str, Any]]:
    out = ogp("status", "--format", "json", "--lang", lang, cwd=cwd).out
    return list(json.loads(out)["commitments"])


def read_csv(ogp: Ogp, cwd: Path = ROOT, lang: str = "en") -> list[list[str]]:
    result = ogp("status", "--format", "csv", "--lang", lang, cwd=cwd)
    assert (result.code, result.err) == (0, "")
    file = io.StringIO(result.raw.decode("utf-8-sig"), newline="")
    return list(csv.reader(file, delimiter="," if lang == "en" else ";", strict=True))


def read_xlsx(ogp: Ogp, cwd: Path = ROOT, lang: str = "en") -> Worksheet:
    result = ogp("status", "--format", "xlsx", "--lang", lang, cwd=cwd)
    assert (result.code, result.err) == (0, "")
    return openpyxl.load_workbook(io.BytesIO(result.raw)).worksheets[0]


@pytest.mark.parametrize("form", ["csv", "md"])
@pytest.mark.parametrize("lang", ["ar", "fr"])
def test_the_real_plan(ogp: Ogp, whole: Whole, form: str, lang: str) -> None:
    result = ogp("status", "--format", form, "--lang", lang)
    assert (result.code, result.err) == (0, "")
    assert result.out.replace("\r\n", "\n") == whole(form)


def test_csv_is_what_excel_reads(ogp: Ogp) -> None:
    raw = ogp("status", "--format", "csv", "--lang", "ar").raw
    assert raw.startswith("\ufeffالمعرّف;الرقم;العنوان;".encode())
    assert raw.count(b"\n") == raw.count(b"\r\n") == 1 + 27 + 2


@pytest.mark.parametrize("lang", some(1, LANGUAGES))
@pytest.mark.parametrize("root", [ROOT, FRENCH], ids=["real", "french"])
def test_csv_and_xlsx_say_what_json_says(ogp: Ogp, root: Path, lang: str) -> None:
    said = LANGUAGES[lang].gettext
    header, *rows = read_csv(ogp, root, lang)
    assert header[:2] == [said("Id"), said("No.")]
    sheet = read_xlsx(ogp, root, lang)
    assert [cell.value for cell in sheet[5]] == header
    values = list(sheet.iter_rows(min_row=6, values_only=True))
    for row, value, fact in zip(rows, values, facts(ogp, root, lang), strict=True):
        moment = fact["next_meeting"] and dt.datetime.fromisoformat(fact["next_meeting"])
        local = moment.replace(tzinfo=None) if moment else None
        id_, number, title, _, status, outcome, into, step, meeting, stuck = row
        assert (id_, number, into) == (
            fact["id"], str(fact["number"] or ""), fact["merged_into"] or ""
        )  # fmt: skip
        assert translate(fact["title"] or fact["id"], lang, "fr").text in title
        assert status == said(STATUS_WORDS[fact["status"]])
        assert outcome in {"", said(STATUS_WORDS[fact["outcome"]])}
        assert step in {"", *(said(STEP_WORDS[step]) for step in fact["steps"])}
        assert meeting == (f"{local:%Y-%m-%d %H:%M}" if local else "")
        assert bool(stuck) == (fact["number"] == 16 and root == ROOT)
        texts = [cell or None for cell in row]
        assert value == (id_, fact["number"], *texts[2:8], local, texts[9])


def test_csv_has_no_formula(ogp: Ogp, hostile: Path) -> None:
    rows = read_csv(ogp, hostile)
    assert (len(rows), {len(row) for row in rows}) == (
        len(read_csv(ogp, FRENCH)) + len(TEXTS),
        {10},
    )
    expected = {re.sub("(^|[,;])(?=[=+@-])", r"\1'", shown(text)) for text in EXACT}
    assert expected <= {row[2] for row in rows}


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("separator", some(1, [";", ",", "\t"]))
def test_csv_has_no_formula_under_any_separator(
    ogp: Ogp, hostile: Path, lang: str, separator: str
) -> None:
    out = ogp("status", "--format", "csv", "--lang", lang, cwd=hostile).out
    cells = [cell for row in out.splitlines() for cell in row.split(separator)]
    assert not [cell for cell in cells if cell[:1] and cell[0] in "=+-@"]


def test_xlsx_has_no_formula(ogp: Ogp, hostile: Path) -> None:
    sheet = read_xlsx(ogp, hostile)
    cells = [cell for row in sheet.iter_rows(max_col=6) for cell in row if cell.column != 2]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert all(cell.data_type == "s" for cell in cells if cell.value is not None)
    # A mark before it keeps the library from reading a text as XML.
    titles = {str(cell.value).removeprefix("\u200e"): cell for cell in cells if cell.column == 3}
    for text in TEXTS:
        expected = shown(text)
        assert bool(titles[expected].quotePrefix) == (expected[0] in "=+-@")


class _Cells(HTMLParser):
    """Gathers the cells of a table, and every tag."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, _: object) -> None:
        self.tags.add(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1] and data.strip():
            self.rows[-1][-1] += data


def test_markdown_shows_texts_literally(ogp: Ogp, hostile: Path) -> None:
    out = ogp("status", "--format", "md", "--lang", "fr", cwd=hostile).out
    parser = _Cells()
    parser.feed(MarkdownIt("gfm-like", {"linkify": False}).render(out))
    assert parser.tags == {"div", "h1", "p", "span", "table", "thead", "tbody", "tr", "th", "td"}
    assert {shown(text) for text in TEXTS} <= {row[1] for row in parser.rows if len(row) > 1}


def test_markdown_says_its_direction(ogp: Ogp) -> None:
    arabic = ogp("status", "--format", "md", "--lang", "ar").out
    assert arabic.startswith('<div dir="rtl" lang="ar-MA">\n\n# ')
    assert arabic.endswith("</table>\n\n</div>\n")
    french = ogp("status", "--format", "md", "--lang", "fr").out
    assert french.startswith('<div dir="ltr" lang="fr-MA">\n\n# ')


def test_records_keep_a_text_in_its_line(ogp: Ogp, hostile: Path) -> None:
    out = ogp("show", "1", "--lang", "en", cwd=hostile, COLUMNS="20").out
    assert "\x1b" not in out
    lines = ogp("status", "--lang", "en", cwd=hostile).out.split("\n")
    for text in EXACT:
        assert [line for line in lines if shown(text) in line]


@pytest.mark.parametrize(("lang", "rtl"), [("ar", True), ("fr", False)])
def test_xlsx_is_a_table_in_its_direction(ogp: Ogp, lang: str, rtl: bool) -> None:
    sheet = read_xlsx(ogp, lang=lang)
    assert bool(sheet.sheet_view.rightToLeft) == rtl
    assert sheet.title == LANGUAGES[lang].gettext("Status")
    assert sheet.freeze_panes == "A6"
    assert [table.ref for table in sheet.tables.values()] == ["A5:J34"]
    assert all(cell.font.b and cell.alignment.wrap_text for cell in sheet[5])
    assert str(sheet["A1"].value).startswith("خطة العمل")
    assert "27" in str(sheet["A2"].value)
    assert (sheet["B6"].value, sheet["B6"].data_type) == (1, "n")
    assert sheet["I6"].is_date
    assert sheet["I6"].value == dt.datetime.fromisoformat("2024-03-26 11:30")
    assert sheet["I6"].number_format == "yyyy-mm-dd hh:mm"
    assert sheet["J21"].value == LANGUAGES[lang].gettext("not scheduled")


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_xlsx_reads_each_text_in_its_own_direction(ogp: Ogp, lang: str) -> None:
    sheet = read_xlsx(ogp, lang=lang)
    title, merged = sheet["C25"], sheet["C34"]
    assert title.value == "إنشاء 'بيوت المواطنين'"
    assert merged.value == "merge-of-23-24-27"
    assert (title.alignment.readingOrder, merged.alignment.readingOrder) == (2, 1)
    assert sheet["B6"].alignment.readingOrder == (2 if lang == "ar" else 1)


def test_xlsx_prints_on_a4(ogp: Ogp) -> None:
    sheet = read_xlsx(ogp, lang="ar")
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    setup = sheet.sheet_properties.pageSetUpPr
    assert setup
    assert (setup.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)
    assert {cell.font.name for cell in (sheet["A1"], *sheet[5])} == {"Arial"}


def test_xlsx_is_the_same_every_time(ogp: Ogp) -> None:
    first = ogp("status", "--format", "xlsx").raw
    assert ogp("status", "--format", "xlsx").raw == first
    properties = openpyxl.load_workbook(io.BytesIO(first)).properties
    assert properties.created == properties.modified == dt.datetime.fromisoformat("2024-03-21")
    assert properties.title == "خطة العمل الوطنية الثالثة للحكومة المنفتحة"
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {part.date_time[0] for part in archive.infolist()} == {1980}


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["ar", "fr"])
def test_xlsx_follows_excel_s_schema(ogp: Ogp, hostile: Path, tmp_path: Path, lang: str) -> None:
    from openxml_audit import FileFormat, OpenXmlValidator  # noqa: PLC0415 - it takes a second

    for root in (ROOT, hostile):
        file = tmp_path / "status.xlsx"
        assert ogp("status", "--lang", lang, "--output", file, cwd=root).code == 0
        found = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(file)
        assert not [error.description for error in found.errors]


@pytest.mark.parametrize("form", ["text", "csv", "md", "html", "xlsx"])
def test_an_empty_plan(ogp: Ogp, french: Path, form: str) -> None:
    for file in french.glob("data/*s/*.yaml"):
        file.unlink()
    result = ogp("status", "--format", form, "--lang", "fr", cwd=french)
    assert (result.code, result.err) == (0, "")
    if form == "xlsx":
        sheet = openpyxl.load_workbook(io.BytesIO(result.raw)).worksheets[0]
        assert [table.ref for table in sheet.tables.values()] == ["A5:J6"]
        assert sheet["A6"].value is None


@pytest.mark.parametrize(
    ("name", "form"),
    some(
        3,
        [
            ("status.txt", "text"),
            ("status.json", "json"),
            ("status.csv", "csv"),
            ("status.md", "md"),
            ("status.html", "html"),
            ("status.xlsx", "xlsx"),
            ("status", "text"),
        ],
    ),
)
def test_a_file_s_ending_says_the_format(ogp: Ogp, tmp_path: Path, name: str, form: str) -> None:
    file = tmp_path / name
    file.write_text("old")
    result = ogp("status", "--output", file)
    assert (result.code, result.out, result.err) == (0, f"wrote {file}\n", "")
    assert file.read_bytes() == ogp("status", "--format", form).raw
    assert list(tmp_path.iterdir()) == [file]


def test_format_counts_before_the_ending(ogp: Ogp, tmp_path: Path) -> None:
    file = tmp_path / "status.csv"
    assert ogp("status", "--format", "json", "--output", file).code == 0
    assert file.read_bytes() == ogp("status", "--format", "json").raw


def test_an_unknown_ending_or_folder(ogp: Ogp, tmp_path: Path) -> None:
    result = ogp("status", "--output", tmp_path / "status.xls")
    assert result.code == 2
    assert (
        "“xls” is not one of txt, json, md, html, docx, pdf, csv, xlsx. Did you mean “xlsx”?"
        in " ".join(result.err.split())
    )
    result = ogp("status", "--output", tmp_path / "none" / "status.csv")
    assert result.code == 2
    assert "cannot be written" in result.err
    assert not list(tmp_path.iterdir())


def test_xlsx_without_its_package(ogp: Ogp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    monkeypatch.delitem(sys.modules, "ogp_cli.present.formats.xlsx", raising=False)
    result = ogp("status", "--format", "xlsx")
    assert (result.code, result.raw) == (2, b"")
    assert result.err == (
        "ogp: this format needs the package “xlsxwriter”, which is missing\n"
        "  hint: install ogp with its extra “documents”; the README says how, under Formats\n"
    )
    assert ogp("status", "--format", "csv").code == 0


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_xlsx_is_not_for_a_terminal() -> None:
    import pty  # noqa: PLC0415 - not on Windows

    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "ogp_cli", "status", "--format", "xlsx"]
    done = subprocess.run(
        command, cwd=ROOT, stdout=follower, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(follower)
    os.close(leader)
    assert done.returncode == 2
    assert done.stderr == (
        "ogp: this format is not for a terminal\n  hint: name a file with --output\n"
    )
