"""`ogp check --fix`: the hygiene of texts, and nothing else."""

import json
import shutil
from pathlib import Path

import pytest
from conftest import ROOT, Ogp
from hypothesis import given
from hypothesis import strategies as st

from ogp_cli.checks import RULES
from ogp_cli.models.organization import Organization
from ogp_cli.models.plan import PlanInfo
from ogp_cli.plan import Plan
from ogp_cli.plan.hygiene import CORRECTED, clean_text

INFO = PlanInfo(title="?", country="MA", language="ar", time_zone="UTC", committee="?")
PIECES = [
    *"abé9. بتاـ\u064e\u0301\u0653\n\t\u00a0",
    *" \u200b\u200e\u200f\u00ad\u061c\ufeff\u2066\u2069",
    "  ",
    "بــت",
    "e\u0301",
    "ﺭﺳﺎﻟﺔ",
    "ﻻ",
    "ﻣﹷﻦ",
    "\u200d",
]
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join)
BAD = 'title: "شـفافية\u200f  é ﺭﺳﺎﻟﺔ من\u00a0هنا "  # \u0640 as copied\n'
GOOD = "title: شفافية é رسالة من هنا  # \u0640 as copied\n"


def reported(text: str) -> list[str]:
    organizations = {"a": Organization(name=text, sector="government")}
    plan = Plan(Path(), INFO, organizations, {}, {})
    return [name for name in CORRECTED if list(RULES[name].check(plan))]


@given(TEXTS.filter(str.strip))
def test_what_is_mended_is_reported_no_more(text: str) -> None:
    cleaned = clean_text(text)
    assert clean_text(cleaned) == cleaned
    if cleaned != text:
        assert reported(text)
        assert "presentation-form" in reported(cleaned) or not reported(cleaned)


@given(st.text(min_size=1).filter(str.strip))
def test_any_text_is_mended_once(text: str) -> None:
    cleaned = clean_text(text)
    assert clean_text(cleaned) == cleaned
    assert cleaned == text or cleaned.strip()


@pytest.mark.parametrize(
    "text",
    [
        "1445 هـ",
        "ﺔﻟﺎﺳﺭ",
        "abc \u202edef\u202c",
        "\u200b",
        "ﷺ",
        "می\u200cخواهم",
        "a\n  b",
        "f\u2061x",
    ],
    ids=ascii,
)
def test_what_a_person_has_to_judge_stays(text: str) -> None:
    assert clean_text(text) == text


@pytest.fixture
def book(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    return tmp_path


def retitle(book: Path, title: str, number: int = 5) -> bytes:
    """Give a commitment another line for its title, and return its file as it should become."""
    file = book / f"data/commitments/{number}.yaml"
    first, _, *others = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join([b"# first\r\n", first, title.encode(), *others]))
    return b"".join([b"# first\r\n", first, GOOD.encode(), *others])


def files(book: Path) -> dict[Path, bytes]:
    return {each: each.read_bytes() for each in book.rglob("*.yaml")}


def test_it_mends_and_says_what_is_left(ogp: Ogp, book: Path) -> None:
    before, good = files(book), retitle(book, BAD)
    plain = ogp("check", "--format", "json", cwd=book)
    fixed = ogp("check", "--fix", "--format", "json", cwd=book)
    assert fixed.err == "ogp: corrected data/commitments/5.yaml\n"
    left = [each["rule"] for each in json.loads(fixed.out)["problems"]]
    assert {each["rule"] for each in json.loads(plain.out)["problems"]} >= CORRECTED - {"not-nfc"}
    assert not CORRECTED & {*left}
    assert files(book) == {**before, book / "data/commitments/5.yaml": good}
    after = {each: each.stat().st_mtime_ns for each in files(book)}
    again = ogp("check", "--fix", "--format", "json", cwd=book)
    assert (again.out, again.err) == (fixed.out, "")
    assert {each: each.stat().st_mtime_ns for each in files(book)} == after


def test_the_shipped_book_stays_as_it_is(ogp: Ogp, book: Path) -> None:
    before = files(book)
    assert ogp("check", "--fix", cwd=book).err == ""
    assert files(book) == before


@pytest.mark.parametrize("options", [["--rule", "tatweel"], ["--skip", "doubled-space"]])
def test_only_what_is_asked_for_is_mended(ogp: Ogp, book: Path, options: list[str]) -> None:
    retitle(book, BAD)
    ogp("check", "--fix", *options, cwd=book)
    text = (book / "data/commitments/5.yaml").read_text(encoding="utf-8")
    assert "شفافية" in text
    assert "  é" in text


def test_other_files_than_those_named_stay(ogp: Ogp, book: Path) -> None:
    retitle(book, BAD)
    retitle(book, BAD, 6)
    before = files(book)
    ogp("check", "--fix", "data/commitments/6.yaml", cwd=book)
    changed = [each.name for each, data in files(book).items() if before[each] != data]
    assert changed == ["6.yaml"]


def test_what_is_accepted_stays(ogp: Ogp, book: Path) -> None:
    retitle(book, f"accept: {{tatweel: كما في الشعار}}\n{BAD}")
    ogp("check", "--fix", cwd=book)
    text = (book / "data/commitments/5.yaml").read_text(encoding="utf-8")
    assert "title: شـفافية é رسالة من هنا  #" in text


def test_a_text_by_language_and_one_in_a_list(ogp: Ogp, book: Path) -> None:
    retitle(book, "title: {ar: شفافية, fr: 'a  b'}\n")
    meeting = book / "data/meetings/2024-04-02.yaml"
    head = "date: 2024-04-02\nkind: workshop\nagenda:\n"
    text = f"{head}- a\n# of b\n- b \u00a0c  # kept\n- |\n  d  e\n  f\n"
    meeting.write_text(text, encoding="utf-8")
    assert ogp("check", "--fix", cwd=book).err.count("corrected") == 2
    assert "# of b\n- b\u00a0c  # kept\n" in meeting.read_text(encoding="utf-8")
    out = json.loads(ogp("check", "--format", "json", cwd=book).out)["problems"]
    assert not CORRECTED & {each["rule"] for each in out}
