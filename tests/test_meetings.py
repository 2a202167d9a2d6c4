"""Meetings as they are: planned ones, acts, workshops, coordination meetings."""

import io
import json
import re
import shutil
from pathlib import Path

import docx
import pypdfium2
import pytest
from conftest import FRENCH, ROOT, Ogp, adopted_book

COORDINATION = """date: 2024-03-25
kind: coordination
participants:
- name: أمال أمزيان
  gender: f
  organization: solidarity
commitments: [7, 8]  # of the slot's 7, 8 and 9
"""
COMMITTEE = """date: 2024-04-18
kind: steering-committee
attendance: {government: 9}
steps:
- on: [7]
  heard: [{step: meeting-held, date: 2024-03-25}, comments-shared]
"""
FULL = """date: 2025-03-12
time: 09:30
kind: workshop
chair: {name: Personne Une, gender: f, organization: ogp}
participants:
- {name: Personne Deux, gender: m, organization: ogp, role: "{role} <b>"}
apologies:
- {name: Personne Trois, gender: f, organization: ogp}
- {name: Personne Quatre, gender: m, organization: ogp}
attendance: {government: 2, civil-society: 11}
documents:
- {title: Compte rendu signé, link: "https://example.org/a_b*c?x=1&y=2", date: 2025-03-14}
- title: Présentation
"""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    return tmp_path


def write(book: Path, meeting: str, text: str) -> None:
    (book / f"data/meetings/{meeting}.yaml").write_text(text, encoding="utf-8")


def history(book: Path, commitment: str) -> str:
    text = (book / f"data/commitments/{commitment}.yaml").read_text(encoding="utf-8")
    return text.partition("history:\n")[2]


def stuck(ogp: Ogp, book: Path) -> list[int]:
    found = json.loads(ogp("status", "--stuck", "--format", "json", cwd=book).out)["commitments"]
    return [each["number"] for each in found]


def test_a_planned_meeting_does_not_count(ogp: Ogp, book: Path) -> None:
    asked = (("status",), ("changes",), ("status", "--format", "json"))
    before = [ogp(*each, cwd=book).out for each in asked]
    text = "date: 2024-06-20\ntime: 10:00\nkind: steering-committee\nstate: planned\nagenda: [أ]\n"
    write(book, "2024-06-20", text)
    assert [ogp(*each, cwd=book).out for each in asked] == before
    assert "Errors: 0, warnings: 6," in ogp("check", cwd=book).out
    result = ogp("render-minutes", "2024-06-20", cwd=book)
    assert result.code == 2
    assert "“2024-06-20” is planned" in result.err
    assert "hint: for the invitation, run: ogp show 2024-06-20" in result.err
    assert ogp("post", cwd=book).out.startswith("nothing to write")
    ogp("render-minutes", "--all", "--output", "out", cwd=book)
    assert [each.name for each in (book / "out").iterdir()] == ["2024-03-21.md"]
    shown = ogp("show", "2024-06-20", "--lang", "ar", cwd=book).out
    assert "دعوة إلى اجتماع لجنة الإشراف" in shown
    assert "الخميس 20\xa0يونيو\xa02024 على الساعة 10:00" in shown


def test_an_act_decides_without_minutes(ogp: Ogp, book: Path) -> None:
    text = "date: 2024-04-02\nkind: act\ndecisions:\n- cancel: [5]\n  reason: عدم الاختصاص\n"
    write(book, "2024-04-02", text)
    assert ogp("post", cwd=book).code == 0
    assert "status: cancelled" in (book / "data/commitments/5.yaml").read_text(encoding="utf-8")
    assert "Errors: 0," in ogp("check", cwd=book).out
    result = ogp("render-minutes", "2024-04-02", cwd=book)
    assert result.code == 2
    assert "“2024-04-02” is not a meeting, so it has no minutes" in result.err
    ogp("render-minutes", "--all", "--output", "out", cwd=book)
    assert not (book / "out/2024-04-02.md").exists()
    shown = ogp("show", "2024-04-02", "--lang", "fr", cwd=book).out
    assert "Décision ou courrier" in shown
    assert "عدم الاختصاص" in shown


def test_a_coordination_meeting_writes_that_it_was_held(ogp: Ogp, book: Path) -> None:
    write(book, "2024-03-25", COORDINATION)
    found = ogp("check", "--format", "json", cwd=book).out
    assert "history-differs" in found
    assert ogp("post", cwd=book).out.splitlines() == [
        "changed data/commitments/7.yaml",
        "changed data/commitments/8.yaml",
    ]
    assert history(book, "7").endswith("  2024-03-25: [meeting-held]\n")
    assert "history-differs" not in ogp("check", "--format", "json", cwd=book).out
    assert ogp("post", cwd=book).out.startswith("nothing to write")


def test_what_the_committee_hears_of_it_is_printed_and_not_written_twice(
    ogp: Ogp, book: Path
) -> None:
    write(book, "2024-03-25", COORDINATION)
    write(book, "2024-04-18", COMMITTEE)
    ogp("post", cwd=book)
    assert history(book, "7").count("meeting-held") == 1
    assert history(book, "7").endswith("  2024-04-18: [comments-shared]\n")
    assert "Errors: 0," in ogp("check", cwd=book).out
    minutes = ogp("render-minutes", "2024-04-18", "--lang", "en", cwd=book).out
    assert "The coordination meeting with the project head was held" in minutes
    other_day = COMMITTEE.replace("2024-03-25", "2024-03-28")
    write(book, "2024-04-18", other_day)
    ogp("post", cwd=book)
    assert history(book, "7").count("meeting-held") == 2


def test_a_slot_is_kept_by_its_coordination_meeting(ogp: Ogp, book: Path) -> None:
    later = "date: 2024-04-18\nkind: steering-committee\nattendance: {government: 9}\nsteps: []\n"
    write(book, "2024-04-18", later)
    overdue = stuck(ogp, book)
    assert {7, 8, 9} <= {*overdue}
    write(book, "2024-03-25", COORDINATION)
    assert stuck(ogp, book) == [each for each in overdue if each not in {7, 8}]
    reported = ogp("check", "--rule", "unscheduled", "--format", "json", cwd=book).out
    problems = json.loads(reported)["problems"]
    lines = (book / problems[0]["file"]).read_text(encoding="utf-8").splitlines()
    places = [place for each in problems for place in (each, *each["related"])]
    found = [lines[each["line"] - 1][each["column"] - 1 :] for each in places]
    numbers = {re.split(r"\D", each)[0] for each in found}
    assert {each for each in numbers if 0 < len(each) < 4} == {
        "9",
        "16",
    }  # the slot was kept without 9
    waits = json.loads(ogp("status", "--waiting", "--format", "json", cwd=book).out)
    assert [each["number"] for each in waits["commitments"]] == [9, 16]


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        (
            "ar",
            [
                "تقرير ورشة عمل",
                "الأربعاء 12\xa0مارس\xa02025 على الساعة 09:30",
                "**رئاسة الاجتماع:** السيدة ",
                "حضر الاجتماع ممثلان عن الإدارة و11 ممثلا عن المجتمع المدني.",
                "المعتذرون عن الحضور:",
                "## الوثائق",
            ],
        ),
        (
            "fr",
            [
                "Compte rendu d’atelier",
                "mercredi 12\xa0mars 2025 à 9\xa0h\xa030",
                "**Présidence\xa0:** Mme Personne Une, ",
                "Présence\xa0: 2 personnes (administration) et 11 personnes (société civile).",
                "Absents excusés\xa0:",
                "- M. Personne Quatre, ",
                "Documents",
                "- **1.** [Compte rendu signé](<https://example.org/a_b*c?x=1&y=2>) (vendredi ",
                "- **2.** Présentation",
            ],
        ),
        (
            "en",
            [
                "Report of the workshop",
                "at 09:30",
                "**Chair:** Ms ",
                "Attendance: 2 people (government) and 11 people (civil society).",
                "Apologies:",
                "Documents",
            ],
        ),
    ],
)
def test_the_minutes_print_what_is_given(
    ogp: Ogp, tmp_path: Path, lang: str, lines: list[str]
) -> None:
    book = tmp_path / "book"
    shutil.copytree(FRENCH, book)
    organization = "ogp:\n  name: Organisation A\n  sector: international\n"
    file = book / "data/organizations.yaml"
    file.write_text(f"{file.read_text(encoding='utf-8')}{organization}", encoding="utf-8")
    write(book, "2025-03-12", FULL)
    assert "error" not in ogp("check", "data/meetings/2025-03-12.yaml", cwd=book).out
    page = ogp("render-minutes", "2025-03-12", "--lang", lang, cwd=book).out
    places = [page.find(line) for line in lines]
    assert -1 not in places, (lines[places.index(-1)], page)
    assert places == sorted(places)
    web = ogp("render-minutes", "2025-03-12", "--lang", lang, "--to", "html", cwd=book).out
    assert "https://example.org/a_b*c?x=1&amp;y=2" in web
    assert "{role} &lt;b&gt;" in web
    file = tmp_path / "minutes.docx"
    ogp("render-minutes", "2025-03-12", "--lang", lang, "--output", file, cwd=book)
    import docx  # noqa: PLC0415 - heavy

    paragraphs = docx.Document(str(file)).paragraphs
    links = [link.address for each in paragraphs for link in each.hyperlinks]
    assert links == ["https://example.org/a_b*c?x=1&y=2"]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "ممثل واحد عن"),
        (2, "ممثلان عن"),
        (3, "3 ممثلين عن"),
        (11, "11 ممثلا عن"),
        (100, "100 ممثل عن"),
    ],
)
def test_attendance_in_arabic(ogp: Ogp, book: Path, number: int, said: str) -> None:
    text = f"date: 2024-04-02\nkind: public\nattendance: {{civil-society: {number}}}\n"
    write(book, "2024-04-02", text)
    page = ogp("render-minutes", "2024-04-02", cwd=book).out
    assert f"حضر الاجتماع {said} المجتمع المدني." in page


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("ar", ["Person One، Ministry A.", "رئاسة مشروع الالتزام 1"]),
        (
            "fr",
            ["Person One, Ministry A.", "le ou la responsable du projet de l’engagement n°\xa01"],
        ),
        ("en", ["Person One, Ministry A.", "the project head of commitment 1"]),
    ],
)
def test_a_gender_is_never_guessed(ogp: Ogp, tmp_path: Path, lang: str, said: list[str]) -> None:
    book = adopted_book(tmp_path)
    people = "participants:\n- {name: Person One, organization: ministry-a}\n"
    slot = "schedule:\n- {at: '2025-04-20 10:00', organizations: [ministry-a], commitments: [1]}\n"
    write(book, "2025-04-10", f"date: 2025-04-10\nkind: steering-committee\n{people}{slot}")
    assert "gender" not in ogp("check", cwd=book).out
    page = ogp("render-minutes", "2025-04-10", "--lang", lang, cwd=book).out
    lines = re.sub("[\u200e\u200f]|</?(?:li|td)>|&lrm;|&rlm;", "", page).splitlines()
    assert set(said) <= set(lines), lines


WHOLE = """\
date: 2025-04-10
last_day: 2025-04-11
time: 09:30
end: 12:00
kind: workshop
title: Reading the cards
chair: {name: Person One, gender: f, organization: ministry-a, role: secretary-general}
participants:
- {organization: ministry-b}
- {name: Person Two, organization: ministry-b, role: adviser of Ministry B}
apologies:
- {organization: association-c, represented_by: Person Three}
absent:
- {name: Person Four, gender: m, organization: ministry-b}
minutes_by: {name: Person Five, gender: f, organization: ministry-a}
agreed:
- Meet again.
- {text: Ask the minister, by: [ministry-a, ministry-b], due: 2025-05-10}
- {text: {en: Count, fr: Compter}}
next: 2025-05-12
drawn_up: {town: Example Town, date: 2025-04-15}
"""


def test_the_minutes_say_all_that_a_meeting_says(ogp: Ogp, tmp_path: Path) -> None:
    book = adopted_book(tmp_path)
    more = "ministry-b: {name: Ministry B, sector: government}\n"
    more += "association-c: {name: Association C, sector: civil-society}\n"
    file = book / "data/organizations.yaml"
    file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")
    write(book, "2025-04-10", WHOLE)
    assert "2025-04-10" not in ogp("check", cwd=book).out
    page = ogp("render-minutes", "2025-04-10", "--lang", "en", cwd=book).out
    said = [
        "# Report of the workshop – Reading the cards",
        "Thursday 10 April 2025 – Friday 11 April 2025 from 09:30 to 12:00",
        "**Chair:** Ms Person One, secretary-general, Ministry A",
        "**Minutes taken by:** Ms Person Five, Ministry A",
        "- Ministry B;",
        "- Person Two, adviser of Ministry B.",
        "Apologies:",
        "Association C, represented by Person Three.",
        "Absent:",
        "Mr Person Four, Ministry B.",
        "- Meet again.",
        "- Count",
        '<th scope="row">Ask the minister</th>\n<td>Ministry A<br>Ministry B</td>\n'
        "<td>Saturday 10 May 2025</td>",
        "Next meeting: Monday 12 May 2025.",
        "There being no other business, the meeting was closed at 12:00.",
        "Done at Example Town, 15 April 2025.",
    ]
    places = [page.find(each) for each in said]
    assert -1 not in places, (said[places.index(-1)], page)
    assert places == sorted(places)
    french = ogp("render-minutes", "2025-04-10", "--lang", "fr", cwd=book).out
    assert "de 9\xa0h\xa030 à 12\xa0h" in french
    assert "Fait à Example Town, le 15\xa0avril 2025." in french
    slots = ogp("schedule", "--format", "json", "--lead", "ministry-b", cwd=book).out
    (point,) = json.loads(slots)["slots"]
    assert (point["at"], point["title"]) == ("2025-05-10", "Ask the minister")
    assert "SUMMARY:Ask the minister" in ogp("schedule", "--format", "ics", cwd=book).out
    ended = WHOLE.replace("last_day: 2025-04-11\n", "").replace("end: 12:00", "end: 09:00")
    write(book, "2025-04-10", ended)
    assert "wrong-shape]: the meeting ends before it starts" in ogp("check", cwd=book).out
    write(book, "2025-04-10", WHOLE.replace("next: 2025-05-12", "next: 2025-04-10"))
    assert "wrong-shape]: the next meeting is not after this one" in ogp("check", cwd=book).out


FORMATS = ["html", "md", "docx", "pdf"]


@pytest.mark.parametrize("form", FORMATS)
def test_an_invitation_says_where_and_when_it_was_written(ogp: Ogp, form: str) -> None:
    options = ("--lang", "fr", "--format", form)
    data = ogp("show", "2026-12-10", *options, cwd=ROOT / "examples/adopted").raw
    if form == "pdf":
        text = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    elif form == "docx":
        paragraphs = docx.Document(io.BytesIO(data)).paragraphs
        (text,) = (each.text for each in paragraphs if each.style and each.style.name == "Dateline")
    else:
        text = data.decode().partition("<main>" if form == "html" else "<div")[2]
    dateline = text.replace("\xa0", " ").index("Ville d’exemple, le 23 novembre 2026")
    assert form == "docx" or dateline < text.index("Convocation – comité")


@pytest.mark.parametrize("kind", ["act", "letter", "note"])
def test_what_is_no_meeting_has_no_minutes(ogp: Ogp, tmp_path: Path, kind: str) -> None:
    book = adopted_book(tmp_path)
    steps = "steps:\n- on: [1]\n  heard: [new-version-received]\n"
    write(book, "2025-02-10", f"date: 2025-02-10\nkind: {kind}\n{steps}")
    assert ogp("post", cwd=book).code == 0
    assert history(book, "1").startswith("  2025-02-10: [new-version-received]")
    assert ogp("render-minutes", "2025-02-10", cwd=book).code == 2
    shown = ogp("show", "2025-02-10", "--lang", "en", cwd=book).out
    assert "A new version of the draft commitment was received" in shown


def test_a_plan_may_have_sectors_of_its_own(ogp: Ogp, tmp_path: Path) -> None:
    book = adopted_book(tmp_path)
    file = book / "data/plan.yaml"
    own = "sectors: {trade-unions: {fr: syndicats, en: trade unions}, media: press}\n"
    file.write_text(file.read_text(encoding="utf-8") + own, encoding="utf-8")
    more = "union-a: {name: Union A, sector: trade-unions}\n"
    file = book / "data/organizations.yaml"
    file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")
    counts = "attendance: {trade-unions: 2, judiciary: 3, media: 1}\n"
    write(book, "2025-04-10", f"date: 2025-04-10\nkind: public\n{counts}")
    assert "error" not in ogp("check", cwd=book).out
    said = {
        "en": "2 people (trade unions), 3 people (judiciary) and 1 person (press)",
        "fr": "2 personnes (syndicats), 3 personnes (pouvoir judiciaire) et 1 personne (press)",
    }
    for lang, people in said.items():
        assert people in ogp("render-minutes", "2025-04-10", "--lang", lang, cwd=book).out
    assert "Sector: trade unions" in ogp("show", "union-a", "--lang", "en", cwd=book).out
