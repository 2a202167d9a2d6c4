"""A small document and a small table in every format, without a renderer of their own."""

import csv
import datetime as dt
import io
import json
from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

import docx
import html5lib
import openpyxl
import pypdfium2
import pytest
from conftest import some
from hostile import MARKUP
from markdown_it import MarkdownIt

from ogp_cli.lang import LANGUAGES
from ogp_cli.lang.rich_text import RichText, Run
from ogp_cli.present.content.document import (
    Document,
    Field,
    Grid,
    GridCell,
    GridColumn,
    Heading,
    Items,
    Paragraph,
    Section,
)
from ogp_cli.present.content.table import Cell, Column, Group, Row, Table, moment_cell
from ogp_cli.present.formats import DOCUMENTS, TABLES, Target, render
from ogp_cli.terminal.screen import Screen

NOWHERE = Target(Screen(), Path("no such folder"))
WORDS = ["Letter", "To", "all", "Greeting", "Good", "day", "one", "two", "Who", "What", "both"]


def rich(text: str) -> RichText:
    return (Run(text, "en"),)


def letter(*, facts: Mapping[str, object] | None = None, text: str = "Good day") -> Document:
    """A letter: a title, a field, a section with a block of each kind."""
    shared = GridCell((rich("both"),), bullets=True, rows=2)
    grid = Grid(
        "Caption",
        (GridColumn("Who", (20, 30)), GridColumn("What", (50,))),
        (((GridCell((rich("1"),), header=True), GridCell((rich("x"),)), shared),
          (GridCell((rich("2"),), header=True), GridCell((rich("y"),)))),),
    )  # fmt: skip
    blocks = (Heading(rich("Part")), Paragraph(rich(text)), Items((rich("one"), rich("two"))), grid)
    return Document(
        kind="letter",
        language=LANGUAGES["en"],
        locale="en-MA",
        title=rich("Letter"),
        fields=(Field("To:", rich("all")),),
        sections=(Section("greeting", "Greeting", blocks), Section("nothing", "Nothing", ())),
        facts=facts or {},
    )


def read(form: str, rendered: str | bytes) -> str:
    """Return the text of a file in a format, as its own readers read it."""
    match form, rendered:
        case "docx", bytes():
            word = docx.Document(io.BytesIO(rendered))
            return " ".join(each.text for each in word.element.body.iter() if each.text)
        case "pdf", bytes():
            pages = pypdfium2.PdfDocument(rendered)
            return " ".join(page.get_textpage().get_text_range() for page in pages)
        case "html", str():
            html5lib.HTMLParser(strict=True).parse(rendered)
            return " ".join(html5lib.parse(rendered).itertext())
        case "md" | "markdown", str():
            page = MarkdownIt("gfm-like", {"linkify": False}).render(rendered)
            return " ".join(html5lib.parse(page).itertext())
        case _:
            assert isinstance(rendered, str)
            return rendered


@pytest.mark.parametrize("form", [form for form in DOCUMENTS if form != "json"])
def test_a_new_document(form: str) -> None:
    text = read(form, render(DOCUMENTS[form], letter(), NOWHERE))
    missing = [word for word in WORDS if word not in text and (form, word) not in UNSAID]
    assert not missing
    assert "Nothing" not in text


UNSAID = {("text", "Who"), ("text", "What")}  # plain text has no header of a table


@pytest.mark.parametrize("form", ["md", "html", "docx"])
@pytest.mark.parametrize("text", some(3, MARKUP))
def test_its_text_is_never_code(form: str, text: str) -> None:
    shown = read(form, render(DOCUMENTS[form], letter(text=text), NOWHERE))
    assert " ".join(text.split()) in " ".join(shown.split())


def test_a_document_for_programs() -> None:
    facts = {"kind": "letter", "on": dt.date(2025, 1, 2)}
    value = json.loads(render(DOCUMENTS["json"], letter(facts=facts), NOWHERE))
    assert value == {"schema": 1, "kind": "letter", "on": "2025-01-02"}


def prices() -> Table:
    """A table of two rows: a number, a text, a moment, what asks for attention, a fact."""
    at = dt.datetime(2025, 1, 2, 9, 30, tzinfo=ZoneInfo("Europe/Paris"))
    columns = (
        Column("number", "No.", "number"),
        Column("name", "Name"),
        Column("at", "When", "moment"),
        Column("late", "Late", alert="{text}"),
        Column("code"),
    )
    rows = (
        {"number": Cell("1", 1), "name": Cell("=1", "a"), "at": moment_cell(at),
         "late": Cell("", False), "code": Cell("", "x")},
        {"number": Cell("2", 2), "name": Cell("Two", "b"), "at": moment_cell(None),
         "late": Cell("too late", True), "code": Cell("", "y")},
    )  # fmt: skip
    groups = (Group(tuple(Row(row) for row in rows)),)
    summary = ("Two prices.",)
    return Table("prices", "Prices", LANGUAGES["en"], "All prices", summary, columns, groups)


@pytest.mark.parametrize("form", [form for form in TABLES if form not in {"json", "xlsx"}])
def test_a_new_table(form: str) -> None:
    text = render(TABLES[form], prices(), NOWHERE)
    assert isinstance(text, str)
    for said in ("=1", "Two", "2025-01-02 09:30", "too late"):
        assert said in text
    assert form == "csv" or "Two prices." in text


def test_a_table_for_programs() -> None:
    value = json.loads(render(TABLES["json"], prices(), NOWHERE))
    at = "2025-01-02T09:30:00+01:00"
    assert value["prices"] == [
        {"number": 1, "name": "a", "at": at, "late": False, "code": "x"},
        {"number": 2, "name": "b", "at": None, "late": True, "code": "y"},
    ]
    text = render(TABLES["csv"], prices(), NOWHERE)
    assert isinstance(text, str)
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert rows[1] == ["1", "'=1", "2025-01-02 09:30", ""]


def test_a_table_for_excel() -> None:
    data = render(TABLES["xlsx"], prices(), NOWHERE)
    assert isinstance(data, bytes)
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    assert (sheet.title, [each.ref for each in sheet.tables.values()]) == ("Prices", ["A5:D7"])
    first, second = sheet.iter_rows(min_row=6, values_only=True)
    assert first == (1, "=1", dt.datetime(2025, 1, 2, 9, 30), None)  # noqa: DTZ001
    assert second == (2, "Two", None, "too late")


def test_what_asks_for_attention_stands_where_there_is_room() -> None:
    lines = str(render(TABLES["table"], prices(), NOWHERE)).splitlines()
    assert lines[-1].split() == ["2", "Two", "too", "late"]
    assert "Late" not in lines[3]
