"""Any day, anywhere: in the data, in the name of a file, in an option. It is used, or refused."""

import datetime as dt
import json
import re
import shutil
from pathlib import Path

import pytest
from acts import Book
from babel import Locale, localedata
from babel.dates import format_date
from conftest import Ogp, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ogp_cli.lang import LANGUAGES
from ogp_cli.lang.days import month_of, written

PLAN = """\
title: Plan
country: XA
language: en
time_zone: UTC
committee: committee
proposals: 1
"""
DAYS = [
    *("0000-01-01", "0000-02-29", "0001-01-01", "0999-12-31", "1899-12-31", "1900-01-01"),
    *("1900-02-29", "1999-12-31", "2000-02-29", "2024-12-30", "2025-00-10", "2025-02-29"),
    *("2025-13-01", "2025-06-31", "2025-06-00", "2099-12-31", "2100-01-01", "9999-12-31"),
    *("10000-01-01", "-001-01-01", "20250110", "2025-W03-5", "2025-010", "٢٠٢٥-٠١-١٠"),
]
MONTHS = sorted({day[:7] for day in DAYS})
YEARS = ["0", "0000", "0001", "999", "1899", "1900", "2099", "2100", "9999", "10000"]
USED = {"1900-01-01", "1999-12-31", "2000-02-29", "2024-12-30", "2099-12-31"}
OPTIONS = [
    "status --as-of",
    "changes --since",
    "status --phase implementation --as-of",
    "show c1 --as-of",
    "show ministry-a --as-of",
    "schedule --as-of",
    "schedule --format ics --as-of",
    "changes --until",
]
COMMANDS = [
    ("check",),
    ("check", "--format", "json"),
    ("status",),
    ("status", "--phase", "drafting"),
    ("status", "--format", "xlsx"),
    ("changes",),
    ("schedule",),
    ("schedule", "--format", "ics"),
    ("new", "report"),
]


def ended_well(result: Result) -> bool:
    """Whether a command did its work, or said why not."""
    return result.code in {0, 1, 2} and "Traceback" not in result.err


@pytest.fixture
def whole(lived: dict[str, Book]) -> Path:
    """Return the folder of a book with merges, cards, reports and schedules; read only."""
    return lived["revision"].root


@pytest.fixture
def proposed(tmp_path: Path) -> Path:
    """Return a book with one proposal, of a day before the first meeting."""
    data = tmp_path / "data"
    for folder in ("commitments", "meetings"):
        (data / folder).mkdir(parents=True)
    (data / "plan.yaml").write_text(PLAN)
    (data / "organizations.yaml").write_text("ministry-a: {name: A, sector: government}\n")
    proposal = "number: 1\ntitle: T\nlead: ministry-a\nproposed: 2024-12-01\nstatus: standing\n"
    (data / "commitments/1.yaml").write_text(proposal)
    (data / "meetings/2025-01-10.yaml").write_text("date: 2025-01-10\nkind: steering-committee\n")
    return tmp_path


def test_before_the_first_proposal(ogp: Ogp, proposed: Path) -> None:
    before = "2024-11-30"
    shown = ogp("status", "--as-of", before, "--format", "json", cwd=proposed)
    assert json.loads(shown.out)["balance"]["proposals"] == 0
    for since in ([], ["--since", "2024-01-01"]):
        shown = ogp("changes", *since, "--until", before, cwd=proposed)
        assert (shown.code, "No changes." in shown.out) == (0, True)
    shown = ogp("changes", "--since", before, cwd=proposed)
    assert (shown.code, "New proposals (1)" in shown.out) == (0, True)
    assert (
        ogp("new", "meeting", before, cwd=proposed).out == f"created data/meetings/{before}.yaml\n"
    )


@pytest.mark.slow
@pytest.mark.parametrize("option", OPTIONS)
def test_any_day_as_an_option(ogp: Ogp, whole: Path, option: str) -> None:
    for day in DAYS:
        result = ogp(*f"{option}={day}".split(), cwd=whole)
        assert ended_well(result), (day, result.err)
        is_day = re.search("is (not|neither) a day", result.err) is None
        assert is_day == (day in USED), (day, result.err)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["meeting", "report", "commitment"])
def test_any_day_of_a_new_file(ogp: Ogp, whole: Path, tmp_path: Path, kind: str) -> None:
    shutil.copytree(whole, tmp_path, dirs_exist_ok=True)
    options = ["2", "--title", "Title", "--proposed"] if kind == "commitment" else []
    for day in [*DAYS, *MONTHS]:
        result = ogp("new", kind, *options, day, cwd=tmp_path)
        assert ended_well(result), (day, result.err)
    assert ogp("status", cwd=tmp_path).code == 0


@pytest.mark.slow
@given(data=st.data())
@settings(
    max_examples=settings().max_examples // 5,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_day_in_the_data(
    ogp: Ogp, whole: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """A day is replaced everywhere, names of files included, or in one place."""
    root = tmp_path_factory.mktemp("days") / "book"
    shutil.copytree(whole, root)
    files = sorted(root.rglob("*.yaml"))
    dates = sorted({each for file in files for each in found_in(file)})
    date = data.draw(st.sampled_from(dates))
    odd = data.draw(st.sampled_from({10: DAYS, 7: MONTHS, 4: YEARS}[len(date)]))
    holders = [file for file in files if date in found_in(file)]
    for file in data.draw(st.sampled_from([holders, holders[:1], holders[-1:]])):
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(rf"(?<![\d-]){date}(?![\d-])", odd, text), encoding="utf-8")
        file.rename(file.with_name(file.name.replace(date, odd)))
    meetings = sorted(file.stem for file in (root / "data/meetings").glob("*.yaml"))
    meeting = data.draw(st.sampled_from([each for each in meetings if odd in each] or meetings))
    form = data.draw(st.sampled_from(["md", "text", "json", "docx"]))
    for command in (
        *COMMANDS,
        ("show", meeting),
        ("show", "c1", "--as-of", meeting),
        ("changes", "--since", meeting),
        ("render-minutes", meeting, "--to", form),
        ("new", "meeting", "2026-12-01"),
        ("post",),
    ):
        result = ogp(*command, cwd=root)
        assert ended_well(result), (date, odd, command, result.err)


def found_in(file: Path) -> set[str]:
    text = f"{file.stem}\n{file.read_text(encoding='utf-8')}"
    return set(re.findall(r"(?<![\d-])\d{4}(?:-\d\d(?:-\d\d)?)?(?![\d-])", text))


@pytest.mark.parametrize("code", LANGUAGES)
def test_days_in_words_are_those_of_cldr(code: str) -> None:
    """In every country where the language has a locale, and where it has none."""
    pattern = "EEEE d MMMM y"
    first = {"fr": "EEEE '1er' MMMM y"}.get(code, pattern)
    every_month = [dt.date(2024, month, 2 * month) for month in range(1, 13)]
    week = [dt.date(2024, 5, day) for day in range(1, 8)]
    locales = [Locale.parse(each) for each in localedata.locale_identifiers()]
    countries = {
        each.territory: each for each in locales if each.language == code and not each.script
    }
    assert len(countries) > 20
    for country, locale in countries.items():
        for day in [*every_month, *week]:
            expected = format_date(day, first if day.day == 1 else pattern, locale)
            assert written(day, code, country or "XA") == expected
            assert month_of(day, code, country or "XA") == format_date(day, "MMMM y", locale)
