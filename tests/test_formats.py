"""A small document and a small table in every format, without a renderer of their own."""

import csv
import datetime as dt
import io
import json
from collections.abc import Mapping
from dataclasses import replace
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
    Heading,
    Items,
    Paragraph,
    Section,
    tabled,
)
from ogp_cli.present.content.table import Cell, Column, Group, Table, moment_cell
from ogp_cli.present.formats import DOCUMENTS, TABLES, Target, render
from ogp_cli.terminal.screen import Screen

NOWHERE = Target(Screen(), Path("no such folder"))
WORDS = ["Letter", "To", "all", "Greeting", "Good", "day", "one", "two", "Who", "What", "both"]


def rich(text: str) -> RichText:
    return (Run(text, "en"),)


def letter(*, facts: Mapping[str, object] | None = None, text: str = "Good day") -> Document:
    """A letter: a title, a field, a section with a block of each kind."""
    shared = Cell((rich("both"),), bullets=True, rows=2)
    rows = (
        {"n": Cell((rich("1"),), header=True), "who": Cell((rich("x"),)), "what": shared},
        {"n": Cell((rich("2"),), header=True), "who": Cell((rich("y"),))},
    )
    columns = (Column("n", rich("Who")), Column("who"), Column("what", rich("What")))
    grid = Table(rich("Caption"), columns, (Group(rows),))
    blocks = (Heading(rich("Part")), Paragraph(rich(text)), Items((rich("one"), rich("two"))), grid)
    return Document(
        kind="letter",
        language=LANGUAGES["en"],
        locale="en-MA",
        title=rich("Letter"),
        fields=(Field(rich("To:"), rich("all")),),
        sections=(
            Section("greeting", rich("Greeting"), blocks),
            Section("nothing", rich("Nothing"), ()),
        ),
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
        case "md", str():
            page = MarkdownIt("gfm-like", {"linkify": False}).render(rendered)
            return " ".join(html5lib.parse(page).itertext())
        case _:
            assert isinstance(rendered, str)
            return rendered


@pytest.mark.parametrize("form", [form for form in DOCUMENTS if form != "json"])
def test_a_new_document(form: str) -> None:
    text = read(form, render(DOCUMENTS[form], letter(), NOWHERE))
    missing = {word for word in WORDS if word not in text}
    assert missing <= ({"What"} if form == "text" else set())  # items stand below their row
    assert "Nothing" not in text


@pytest.mark.parametrize("form", ["md", "html", "docx"])
@pytest.mark.parametrize("text", some(3, MARKUP))
def test_its_text_is_never_code(form: str, text: str) -> None:
    shown = read(form, render(DOCUMENTS[form], letter(text=text), NOWHERE))
    assert " ".join(text.split()) in " ".join(shown.split())


def test_a_document_for_programs() -> None:
    facts = {"kind": "letter", "on": dt.date(2025, 1, 2)}
    value = json.loads(render(DOCUMENTS["json"], letter(facts=facts), NOWHERE))
    assert value == {"schema": 1, "kind": "letter", "on": "2025-01-02"}


def prices() -> Document:
    """A table of two rows: a number, a text, a moment, a text of a page, one of a sheet, a fact."""
    at = dt.datetime(2025, 1, 2, 9, 30, tzinfo=ZoneInfo("Europe/Paris"))
    columns = (
        Column("number", rich("No."), "number"),
        Column("name", rich("Name")),
        Column("at", rich("When"), "moment"),
        Column("said", rich("Said"), on="page"),
        Column("late", rich("Late"), on="sheet"),
    )
    rows = (
        {"number": Cell((rich("1"),), 1), "name": Cell((rich("=1"),), "a"), "code": Cell(fact="x"),
         "at": moment_cell(rich("2 January at 9:30"), at), "said": Cell(),
         "late": Cell(fact=False)},
        {"number": Cell((rich("2"),), 2), "name": Cell((rich("Two"),), "b"), "code": Cell(fact="y"),
         "at": moment_cell((), None), "said": Cell((rich("a bit late"),), "no fact"),
         "late": Cell((rich("too late"),), fact=True)},
    )  # fmt: skip
    table = Table(rich("Prices"), columns, (Group(rows, rich("All")),), rows, "prices")
    return Document(
        kind="prices",
        language=LANGUAGES["en"],
        locale="en-MA",
        title=rich("All prices"),
        sections=(Section("summary", (), (Paragraph(rich("Two prices.")),)), tabled("rows", table)),
        facts={"prices": table.facts},
        table=table,
    )


@pytest.mark.parametrize("form", [form for form in TABLES if form not in {"json", "xlsx"}])
def test_a_new_table(form: str) -> None:
    text = " ".join(read(form, render(TABLES[form], prices(), NOWHERE)).split())
    is_sheet = form == "csv"
    for said, known in (
        *(("=1", True), ("Two", True), ("too late", is_sheet), ("a bit late", not is_sheet)),
        *(("2025-01-02 09:30", is_sheet), ("2 January at 9:30", not is_sheet)),
        *(("Two prices.", not is_sheet), ("All", not is_sheet)),
    ):
        assert (said in text) == known, said


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


def pages(count: int, text: str = "2025-09-30") -> Table:
    """A table of milestones: a number, a title, days, and a column that holds nothing."""
    columns = (
        Column("id", rich("Milestones")),
        Column("title", least=20),
        Column("output", rich("Output"), least=12),
        *(Column(f"day{n}", rich("Day"), least=10) for n in range(count)),
    )
    days = {f"day{n}": Cell((rich(text),)) for n in range(count)}
    row = {"id": Cell((rich("1.1"),)), "title": Cell((rich("word " * 20),)), "output": Cell()}
    return Table(rich("Milestones"), columns, (Group(({**row, **days},)),))


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_a_column_is_as_wide_as_what_it_holds(count: int) -> None:
    """Case 23: full days do not break, an empty column goes, the title gets what is left."""
    table = pages(count)
    assert [each.key for each in table.shown] == ["id", "title", *(f"day{n}" for n in range(count))]
    number, title, *days = table.shares
    assert (sum(table.shares), len({*days})) == (100, 1)
    assert min(days) >= 10  # of the 96 letters of a line
    assert number < days[0] < title


def test_a_narrow_screen_has_records() -> None:
    """Case 27: a line says what is what, and nothing stands for what is empty."""
    document = replace(letter(), fields=(), sections=(tabled("rows", pages(2)),))
    wide, narrow = (
        str(render(DOCUMENTS["text"], document, Target(Screen(width), Path("no such folder"))))
        for width in (80, 24)
    )
    assert wide.splitlines()[2].split() == ["Milestones", "Day", "Day"]
    assert "Day: 2025-09-30\nDay: 2025-09-30\n" in narrow
    assert "Output" not in wide + narrow
