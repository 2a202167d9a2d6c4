"""The minutes contain everything that the report of 21 March 2024 says.

`source/facts.json` has the report's sentences as printed, typos included, and where they stand in
`source/minutes-2024-03-21.txt`. The corrections are those in docs/source.md, and no others.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import html5lib
import pytest
from conftest import Ogp

from ogp_cli.lang import LANGUAGES
from ogp_cli.present.sentences import STEPS

FACTS: dict[str, Any] = json.loads(
    (Path(__file__).parent / "source" / "facts.json").read_text(encoding="utf-8")
)
CORRECTED = {
    "تظرا": "نظرا",
    "لعم توفر": "لعدم توفر",
    "الاتفتاح": "الانفتاح",
    "الغاء": "إلغاء",
    "أخدا": "أخذا",
    "برامج خطة الحكومية": "برامج الخطة الحكومية",
    "و النشر": "والنشر",
    "اعدادها": "إعدادها",
    "الأشراف": "الإشراف",
    "الاشراف": "الإشراف",
    "الادماج": "الإدماج",
    "والاسرة": "والأسرة",
    "الالكتروني": "الإلكتروني",
    "والافراج": "والإفراج",
    "احمد": "أحمد",
    "سيتم برمجة": "ستتم برمجة",
    "سيتم مشاركة": "ستتم مشاركة",
    "، و": " و",  # the source puts a comma before the last number in some lists only
}


def correct(text: str) -> str:
    for typo, right in CORRECTED.items():
        text = text.replace(typo, right) if typo != "، و" else re.sub(r"، و(?=\d)", right, text)
    return text


def flat(text: str) -> str:
    """Return text without white space and bidirectional controls."""
    return re.sub(r"[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text)


def facts() -> Iterator[str]:
    yield from (FACTS["title"], FACTS["weekday"], FACTS["place"])
    for text in FACTS["texts"]:
        yield from _headers(text["text"])
    for sentence in FACTS["sentences"]:
        yield sentence["ar"]
    for person in FACTS["participants"]:
        end = "." if person["no"] == 20 else "؛"
        yield f"{person['honorific']} {person['name']}، {person['organisation']}{end}"
    for commitment in FACTS["commitments"]:
        yield commitment["title"]
    for slot in FACTS["schedule"]:
        yield from (slot["institution"], slot["heads"], *slot["others"])


def _headers(text: str) -> list[str]:
    """Return the headers of a table one by one; a heading has no colon."""
    two = ["الالتزامات المقترحة", "تقدم الصياغة التشاركية للبطاقات"]
    three = ["الإدارة المعنية", "التاريخ", "المشاركون المرتقبون"]
    return {" ".join(two): two, " ".join(three): three}.get(text, [text.removesuffix(":")])


@pytest.fixture(params=["md", "html"])
def minutes(ogp: Ogp, request: pytest.FixtureRequest) -> str:
    return ogp("render-minutes", "2024-03-21", "--to", request.param).out


def text_of(minutes: str) -> str:
    tree = html5lib.parse(minutes, namespaceHTMLElements=False)
    return flat("".join(tree.itertext()))


def test_everything_said_is_in_the_minutes(minutes: str) -> None:
    text = text_of(minutes)
    missing = [fact for fact in facts() if flat(correct(fact)) not in text]
    assert not missing


def test_every_correction_is_needed_and_made(minutes: str) -> None:
    source = "\n".join(facts())
    for typo in CORRECTED:
        assert typo in source
        if typo != "، و":
            assert typo not in minutes


def rows(minutes: str, table: int) -> list[list[Any]]:
    tree = html5lib.parse(minutes, namespaceHTMLElements=False)
    return [list(row) for row in list(tree.iter("table"))[table].iter("tr")][1:]


def sentences(cell: Any) -> list[str]:
    """Return the items of a cell; one that is alone has no bullet."""
    items = list(cell.iter("li")) or [cell]
    return [text for item in items if (text := "".join(item.itertext()).strip())]


def test_every_row_of_the_progress_table(minutes: str) -> None:
    codes = {sentence["code"]: correct(sentence["ar"]) for sentence in FACTS["sentences"]}
    shown = rows(minutes, 0)
    assert len(shown) == 27
    for commitment, cells in zip(FACTS["commitments"], shown, strict=True):
        assert cells[0].text == str(commitment["no"])
        assert cells[1].text.strip() == correct(commitment["title"])
        if 11 <= commitment["no"] <= 13:
            assert len(cells) == 2  # the cell of 10 spans them
        else:
            assert sentences(cells[2]) == [codes[code] for code in commitment["codes"]]
            assert cells[2].get("rowspan") == ("4" if commitment["no"] == 10 else None)


def test_every_row_of_the_schedule(minutes: str) -> None:
    pattern = re.compile(r"(\d+)\xa0مارس\xa02024.*على الساعة (\d\d:\d\d)", re.DOTALL)
    common = [flat(correct(each)) for each in FACTS["schedule"][0]["others"]]
    assert all(text_of(minutes).count(each) < len(FACTS["schedule"]) for each in common)
    for slot, cells in zip(FACTS["schedule"], rows(minutes, 1), strict=True):
        institution, when, attendees = cells
        assert flat("".join(institution.itertext())) == flat(correct(slot["institution"]))
        found = pattern.search("".join(when.itertext()))
        assert found
        assert f"2024-03-{found[1]}T{found[2]}:00" == slot["start"]
        assert sentences(attendees) == [correct(slot["heads"])]
        assert slot["others"] == FACTS["schedule"][0]["others"]  # so they are said once


def test_the_steps_have_the_source_s_words() -> None:
    printed = {LANGUAGES["ar"].gettext(each) for each in STEPS.values()}
    fixed = [each["ar"] for each in FACTS["sentences"] if each["code"] not in {"M1", "M3", "C1"}]
    assert {correct(sentence) for sentence in fixed} <= printed
