"""Minutes to sign: decisions in their section, reasons, letterhead, signatures, page breaks."""

import io
import json
from pathlib import Path

import docx
import pypdfium2
import pytest
from conftest import ROOT, Ogp, some
from docx.oxml.ns import qn

SECOND = "data/meetings/2024-04-18.yaml"
MEETING = """\
date: 2024-04-18
kind: steering-committee
reference: 12/2024
steps:
- on: [1]
  heard: [comments-integrated]
decisions:
- merge: [23, 24, 27]
  into: merge-of-23-24-27
  title: منصات العدل
  state: decided
- merge: [10, 11, 12, 13]
  into: enabling-environment
  state: dropped
- cancel: [15, 16]
  reason: لم يعلن عن تمويل لهما
- cancel: [18]
- reinstate: [22]
schedule:
- at: 2024-04-25 12:30
  organizations: [justice]
  commitments: [1]
"""
SENTENCES = {
    "ar": [
        "تقرر دمج المقترحات 23 («الانفتاح على المرتفق",
        "تم التخلي عن اقتراح دمج المقترحات 10 («تعزيز ولوج الجمعيات للتمويل العمومي»)، 11 (",
        "تقرر إلغاء المقترحين 15 (",
        "تقرر إلغاء المقترح 18 («إنشاء منصة للمعلومات والوصول إلى الخدمات",
        "تمت إعادة إدراج المقترح 22 (",
    ],
    "fr": [
        "Il est décidé de fusionner les propositions 23 (« ",
        "La proposition de fusionner les propositions 10 (« ",
        "Il est décidé d’annuler les propositions 15 (« ",
        "Il est décidé d’annuler la proposition 18 (« ",
        "Il est décidé de rétablir la proposition 22 (« ",
    ],
    "en": [
        "It was decided to merge proposals 23 (“",
        "The proposal to merge proposals 10 (“",
        "It was decided to cancel proposals 15 (“",
        "It was decided to cancel proposal 18 (“",
        "It was decided to reinstate proposal 22 (“",
    ],
}
DECISION = {"ar": "القرار", "fr": "Décision n°", "en": "Decision"}
WITHOUT = {
    "ar": "لم يُذكر أي سبب للقرار 4.",
    "fr": "Aucun motif n’a été donné pour la décision n° 4.",
    "en": "No reason was given for decision 4.",
}


@pytest.fixture
def met(book: Path) -> Path:
    """Return a book with a second meeting."""
    (book / SECOND).write_text(MEETING, encoding="utf-8")
    return book


@pytest.mark.parametrize("lang", SENTENCES)
def test_each_decision_is_a_sentence_below_the_table(met: Path, ogp: Ogp, lang: str) -> None:
    minutes = ogp("render-minutes", "2024-04-18", "--lang", lang, cwd=met).out
    table, _, rest = minutes.partition("</table>")
    decisions, _, _ = rest.removeprefix("\n\n## ").partition("\n## ")
    lines = decisions.replace("\xa0", " ").split("\n")[2:]
    for number, (line, sentence) in enumerate(zip(lines, SENTENCES[lang], strict=False), 1):
        shown = line.replace("\u200e", "").replace("\u200f", "")
        assert shown.startswith(f"- **{DECISION[lang]} {number}** {sentence}")
    assert lines.count(WITHOUT[lang]) == 1
    assert table.count("<tr>") == 2  # the head, and the one commitment that was heard of


def test_where_all_was_reviewed_decisions_are_in_the_table_too(met: Path, ogp: Ogp) -> None:
    file = met / SECOND
    text = file.read_text(encoding="utf-8").replace("steps:\n", "reviewed: all\nsteps:\n")
    file.write_text(text, encoding="utf-8")
    minutes = ogp("render-minutes", "2024-04-18", cwd=met).out
    assert minutes.count("- **القرار ") == 5
    assert "<td>تم إلغاء الالتزام</td>" in minutes
    assert "<td>تم إلغاء الالتزام للسبب الآتي: لم يعلن عن تمويل لهما</td>" in minutes


def test_a_reason_is_owed_once_a_decision(met: Path, ogp: Ogp) -> None:
    assert ogp("post", cwd=met).code == 0
    out = ogp("check", cwd=met, LANG="en").out
    assert ": error[" not in out
    assert out.count("[owed-reason]") == 1
    assert f"{SECOND}:17:3: warning[owed-reason]" in out
    assert "OGP requirement 4.1 asks for one" in out


def text_of(form: str, raw: bytes) -> str:
    if form == "pdf":
        return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(raw))
    if form == "docx":
        elements = docx.Document(io.BytesIO(raw)).element.body.iter(qn("w:t"))
        return " ".join(each.text or "" for each in elements)
    return raw.decode()


@pytest.mark.parametrize("form", some(1, ["md", "docx", "html", "pdf", "text"]))
def test_letterhead_reference_and_signatures(met: Path, ogp: Ogp, form: str) -> None:
    def render() -> str:
        arguments = ["--lang", "en", "--format", form]
        return text_of(form, ogp("render-minutes", "2024-04-18", *arguments, cwd=met).raw)

    new = ["Ministry A", "Secretariat", "Chair of the committee"]
    assert "12/2024" in render()
    assert not [each for each in new if each in render()]
    file = met / "data/plan.yaml"
    text = file.read_text(encoding="utf-8").partition("\nletterhead:\n")
    new_text = "letterhead:\n- en: Ministry A\n- en: Secretariat\n"
    new_text += "signatories:\n- role: {en: Chair of the committee}\n"
    groups = text[2].partition("\n\n")[2]
    file.write_text(f"{text[0]}\n{new_text}\n{groups}", encoding="utf-8")
    shown = render()
    assert [each for each in new if each in shown] == new
    assert shown.index("Secretariat") < shown.index("Date of the meeting")
    assert shown.rindex("Chair of the committee") > shown.index("Date")


def test_the_introduction_of_a_table_is_on_its_page(ogp: Ogp) -> None:
    pdf = pypdfium2.PdfDocument(ogp("render-minutes", "2024-03-21", "--format", "pdf").raw)
    pages = [page.get_textpage().get_text_range() for page in pdf]
    (page,) = [each for each in pages if "كما يلي" in each]
    assert "وزارة التضامن" in page
    word = docx.Document(io.BytesIO(ogp("render-minutes", "2024-03-21", "--format", "docx").raw))
    for table in word.tables:
        before = table._tbl.getprevious()
        assert before.find(qn("w:pPr")).find(qn("w:keepNext")) is not None
        head = table.rows[0]._tr.iter(qn("w:pPr"))
        assert all(each.find(qn("w:keepNext")) is not None for each in head)
    page = (ROOT / "templates/document.html.j2").read_text(encoding="utf-8")
    assert ":is(p, ul):has(+ table) { break-after: avoid; }" in page


def test_facts_for_programs(met: Path, ogp: Ogp) -> None:
    out = ogp("render-minutes", "2024-04-18", "--format", "json", cwd=met).out
    assert json.loads(out)["reference"] == "12/2024"
