"""`ogp export`: the whole book as data that other programs read with their own code."""

import csv
import datetime as dt
import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import FRENCH, ROOT, Ogp, some
from openpyxl import load_workbook

EXAMPLE = ROOT / "examples/adopted"
NAMES = "publish: [names]\n"


@pytest.fixture(params=some(1, [FRENCH, EXAMPLE]), ids=lambda book: book.name)
def named(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a book that publishes the names of people."""
    shutil.copytree(request.param, tmp_path / "named")
    plan = tmp_path / "named/data/plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8") + NAMES, encoding="utf-8")
    return tmp_path / "named"


def cells(folder: Path) -> set[str]:
    rows = (row for file in folder.glob("csv/*.csv") for row in rows_of(file))
    return {cell for row in rows for cell in row}


def rows_of(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


@pytest.mark.slow
@pytest.mark.parametrize("book", [FRENCH, ROOT, EXAMPLE], ids=lambda book: book.name)
def test_the_package_is_valid_with_its_foreign_keys(ogp: Ogp, book: Path, tmp_path: Path) -> None:
    from frictionless import Package  # noqa: PLC0415 - it takes a second

    assert ogp("export", tmp_path / "data", cwd=book).code == 0
    package = Package(tmp_path / "data/datapackage.json")
    assert package.validate().flatten(["rowNumber", "fieldName", "note"]) == []
    linked = [key for each in package.resources for key in each.schema.foreign_keys]
    assert {key["reference"]["resource"] for key in linked} >= {"commitments", "meetings", "slots"}


@pytest.mark.slow
def test_a_broken_reference_is_found_by_its_foreign_key(ogp: Ogp, tmp_path: Path) -> None:
    from frictionless import Package  # noqa: PLC0415 - as above

    ogp("export", tmp_path, cwd=EXAMPLE)
    file = tmp_path / "csv/milestones_by.csv"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("ministry-b", "ministry-x"), encoding="utf-8")
    found = Package(tmp_path / "datapackage.json").validate().flatten(["type"])
    assert ["foreign-key"] in found


def leaves(value: Any) -> Iterator[str]:
    """Yield every value of a file that is a fact, and every key that is an id."""
    if isinstance(value, dict):
        for key, each in value.items():
            if key not in {"accept", "check", "publish"}:
                yield from leaves(each)
    elif isinstance(value, list):
        for each in value:
            yield from leaves(each)
    elif isinstance(value, bool):
        yield str(value).lower()
    elif value is not None:
        yield value.isoformat() if isinstance(value, dt.date) else str(value)


def test_each_fact_of_the_book_is_in_a_table(ogp: Ogp, named: Path, tmp_path: Path) -> None:
    assert ogp("export", tmp_path / "data", cwd=named).code == 0
    found = cells(tmp_path / "data")
    for file in named.glob("data/**/*.yaml"):
        said = yaml.safe_load(file.read_text(encoding="utf-8"))
        for leaf in leaves(said):
            # PyYAML reads 12:30 as a number, and joins the lines of a text.
            assert {leaf, leaf.replace(" ", "T") + ":00"} & found or leaf.isdecimal(), (file, leaf)


@pytest.mark.slow
def test_tables_join_to_what_the_status_says(ogp: Ogp, tmp_path: Path) -> None:
    import duckdb  # noqa: PLC0415 - as above

    ogp("export", tmp_path, cwd=ROOT)
    for lead in ("justice", "digital-transition"):
        rows = json.loads(ogp("status", "--lead", lead, "--format", "json").out)["commitments"]
        shown = sorted((each["id"], each["title"], each["outcome"]) for each in rows)
        present, leads, outcomes = (
            duckdb.read_csv(str(tmp_path / f"csv/{name}.csv"), all_varchar=True)
            for name in ("present", "present_lead", "outcomes")
        )
        joined = leads.filter(f"institution = '{lead}'").join(outcomes, "commitment")
        titled = present.project("id as commitment, title_ar").join(joined, "commitment")
        found = titled.project("commitment, title_ar, outcome").fetchall()
        assert sorted(found) == shown


def test_people_are_named_only_where_the_plan_says_so(
    ogp: Ogp, named: Path, tmp_path: Path
) -> None:
    assert ogp("export", tmp_path / "with", cwd=named).code == 0
    plan = named / "data/plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace(NAMES, ""), encoding="utf-8")
    assert ogp("export", tmp_path / "without", cwd=named).code == 0
    people = {
        name
        for file in named.glob("data/meetings/*.yaml")
        for each in yaml.safe_load(file.read_text(encoding="utf-8")).get("participants", ())
        for name in leaves(each.get("name"))
    }
    assert people
    assert people <= cells(tmp_path / "with")
    raw = b"".join(path.read_bytes() for path in (tmp_path / "without").rglob("*.[cj]*"))
    assert not [name for name in people if name.encode() in raw]


def test_workbook_and_tables_are_the_same(ogp: Ogp, tmp_path: Path) -> None:
    ogp("export", tmp_path, cwd=EXAMPLE)
    book = load_workbook(tmp_path / "book.xlsx", read_only=True)
    for file in tmp_path.glob("csv/*.csv"):
        header, *rows = rows_of(file)
        sheet_header, *sheet = book[file.stem[:31]].iter_rows(values_only=True)
        assert [*sheet_header] == header
        assert len(sheet) == len(rows)
        assert [[_text(each) for each in row] for row in sheet] == rows


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case dt.datetime() if value.time() == dt.time():
            return value.date().isoformat()
        case dt.datetime():
            return value.isoformat()
        case _:
            return str(value)


def test_the_same_bytes_in_any_language(ogp: Ogp, tmp_path: Path) -> None:
    archives = [tmp_path / "a.zip", tmp_path / "b.zip"]
    for archive, language in zip(archives, ("ar_MA.UTF-8", "fr_FR.UTF-8"), strict=True):
        assert ogp("export", archive, cwd=FRENCH, LANG=language).code == 0
    one, other = (archive.read_bytes() for archive in archives)
    assert one == other
    ogp("export", tmp_path / "folder", cwd=FRENCH)
    with zipfile.ZipFile(archives[0]) as packed:
        for name in packed.namelist():
            assert packed.read(name) == (tmp_path / "folder" / name).read_bytes()


def test_a_folder_keeps_what_others_wrote(ogp: Ogp, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    ogp("export", folder, cwd=FRENCH)
    listed = json.loads((folder / "export-files.json").read_text(encoding="utf-8"))
    (folder / "old").mkdir()
    for name in ("old/table.csv", "notes.txt", "../outside.txt"):
        (folder / name).write_text("x", encoding="utf-8")
    added = [*listed, "old/table.csv", "../outside.txt", "/etc/hostname", 5, "csv"]
    (folder / "export-files.json").write_text(json.dumps(added), encoding="utf-8")
    assert ogp("export", folder, cwd=FRENCH).code == 0
    assert not (folder / "old").exists()
    assert (folder / "notes.txt").exists()
    assert (tmp_path / "outside.txt").exists()
    assert Path("/etc/hostname").exists() or not Path("/etc").exists()
    assert json.loads((folder / "export-files.json").read_text(encoding="utf-8")) == listed


def test_what_was_written_is_said_and_data_are_kept(ogp: Ogp, french: Path, tmp_path: Path) -> None:
    said = ogp("export", tmp_path / "out", cwd=french).out
    number = len([each for each in (tmp_path / "out").rglob("*") if each.is_file()])
    assert said == f"wrote {number - 1} files into {tmp_path / 'out'}\n"  # and the list of them
    assert ogp("export", "a.zip", cwd=french).out == "wrote a.zip\n"
    for arguments in (["export", "data"], ["site", "--output", "."]):
        refused = ogp(*arguments, cwd=french)
        assert refused.code == 2
        assert "  hint: name another folder, as in public\n" in refused.err


def test_a_file_of_somebody_else_is_not_overwritten(ogp: Ogp, tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text("mine", encoding="utf-8")
    result = ogp("export", tmp_path, cwd=FRENCH)
    assert (result.code, result.out) == (2, "")
    assert "datapackage.json is not overwritten" in result.err
    assert sorted(each.name for each in tmp_path.iterdir()) == ["datapackage.json"]
