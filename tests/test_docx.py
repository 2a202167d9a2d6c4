"""The minutes for Word: valid, right-to-left in Arabic, with cells that span rows."""

import io
from pathlib import Path
from typing import Any

import docx
import pytest
from conftest import ROOT, Ogp, some
from docx.oxml.ns import qn
from hostile import ALL, TEXTS, shown

ADOPTED = ROOT / "examples" / "adopted"


def opened(ogp: Ogp, *arguments: str, **where: Path) -> Any:
    result = ogp("render-minutes", *arguments, "--to", "docx", **where)
    assert (result.code, result.err) == (0, "")
    return docx.Document(io.BytesIO(result.raw))


@pytest.mark.slow
@pytest.mark.parametrize("lang", some(1, ["ar", "fr"]))
def test_it_follows_word_s_schema(ogp: Ogp, tmp_path: Path, lang: str) -> None:
    from openxml_audit import FileFormat, OpenXmlValidator  # noqa: PLC0415 - it takes a second

    file = tmp_path / "minutes.docx"
    ogp("render-minutes", "2024-03-21", "--lang", lang, "--output", file)
    found = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(file)
    assert not found.errors


def test_the_report_is_right_to_left_everywhere(ogp: Ogp) -> None:
    word = opened(ogp, "2024-03-21")
    assert word.sections[0]._sectPr.find(qn("w:bidi")) is not None
    footer = word.sections[0].footer._element
    for paragraph in [*word.element.body.iter(qn("w:p")), *footer.iter(qn("w:p"))]:
        assert paragraph.pPr.find(qn("w:bidi")) is not None
    for name in ("Normal", "Title", "Heading 1", "List Bullet"):
        assert word.styles[name].element.pPr.find(qn("w:bidi")) is not None
    for table in word.tables:
        assert table._tbl.tblPr.find(qn("w:bidiVisual")) is not None
    arabic = [
        run for run in word.element.body.iter(qn("w:r")) if "الالتزام" in "".join(run.itertext())
    ]
    assert len(arabic) > 50
    marked = [
        run for run in arabic if run.rPr is not None and run.rPr.find(qn("w:rtl")) is not None
    ]
    assert len(marked) > 50
    named = [run.rPr.find(qn("w:lang")) for run in marked]
    assert {each.get(qn("w:bidi")) for each in named if each is not None} == {"ar-MA"}


def test_every_run_has_its_direction(ogp: Ogp) -> None:
    """Headings, labels, the running head and the footer too."""
    word = opened(ogp, "2025-11-20", "--lang", "ar", cwd=ADOPTED)
    section = word.sections[0]
    for part in (word.element.body, section.header._element, section.footer._element):
        for run in part.iter(qn("w:r")):
            assert run.rPr.find(qn("w:rtl")) is not None, run.text
    assert "تقرير" in section.header.paragraphs[0].text
    assert section.different_first_page_header_footer
    assert not section.first_page_header.paragraphs[0].text


def test_a_left_to_right_language_stays_so(ogp: Ogp) -> None:
    word = opened(ogp, "2024-03-21", "--lang", "fr")
    assert "<w:bidi/>" not in word.element.xml
    assert "bidiVisual" not in word.element.xml
    names = [run for run in word.element.body.iter(qn("w:r")) if "وئام" in run.text]
    assert names[0].rPr.find(qn("w:rtl")) is not None


def test_headings_lists_and_fields_are_word_s_own(ogp: Ogp) -> None:
    word = opened(ogp, "2024-03-21")
    styles = [paragraph.style.name for paragraph in word.paragraphs]
    assert styles[:4] == ["Letterhead", "Letterhead", "Title", "Subtitle"]
    assert styles.count("Heading 1") == 5
    assert styles.count("Numbered Decision") == 3
    assert styles.count("Heading 2") == 1
    assert styles.count("List Bullet") == 20 + 3 + 2 + 3
    assert "Template Tag" not in styles
    footer = word.sections[0].footer._element
    codes = [code.text.strip() for code in footer.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]
    assert "".join(text.text or "" for text in footer.iter(qn("w:t"))) == "الصفحة 1 من 1"


def test_the_table_of_the_progress(ogp: Ogp) -> None:
    word = opened(ogp, "2024-03-21")
    progress, schedule = word.tables
    assert (len(progress.rows), len(schedule.rows)) == (1 + 27, 1 + 8)
    for table in word.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    assert progress.rows[0].cells[0].text == "الالتزامات المقترحة"
    assert [cell.text for cell in progress.rows[1].cells][:2] == [
        "1",
        "برنامج دعم الجماعات الترابية المنفتحة",
    ]
    spans = [row._tr.tc_lst[-1].vMerge for row in progress.rows]
    assert spans[10:14] == ["restart", "continue", "continue", "continue"]
    assert {*spans[:10], *spans[14:]} == {None}
    # A row of a merge stays with the next one, on one page.
    together = [
        all(
            paragraph.pPr.find(qn("w:keepNext")) is not None
            for paragraph in row._tr.iter(qn("w:p"))
        )
        for row in progress.rows
    ]
    assert [index for index, each in enumerate(together) if each] == [0, 10, 11, 12]
    # Without bullets: the source gives 17 no step.
    empty = progress.rows[17]._tr.tc_lst[-1].findall(qn("w:p"))
    assert [paragraph.style for paragraph in empty] == ["TableText"]


def test_it_says_what_it_is_and_is_the_same_every_time(ogp: Ogp, book: Path) -> None:
    word = opened(ogp, "2024-03-21")
    properties = word.core_properties
    assert (properties.title, properties.language) == ("تقرير اجتماع لجنة الإشراف", "ar-MA")
    assert properties.created.isoformat().startswith("2024-03-21")
    once = ogp("render-minutes", "2024-03-21", "--to", "docx").raw
    assert (
        ogp("render-minutes", "2024-03-21", "--to", "docx", cwd=book, TZ="Asia/Tokyo").raw == once
    )


def test_hostile_text_comes_through(ogp: Ogp, hostile: Path) -> None:
    word = opened(ogp, "2025-01-15", cwd=hostile)
    texts = {paragraph.text.rpartition("\t")[2] for paragraph in word.paragraphs}
    cells = {cell.text for row in word.tables[0].rows for cell in row.cells}
    assert [text for text in TEXTS if shown(text) not in texts & cells] == []
    assert shown(ALL) in texts & cells


def test_a_nearly_empty_meeting(ogp: Ogp, french: Path) -> None:
    (french / "data/meetings/2025-03-01.yaml").write_text(
        "date: 2025-03-01\nkind: coordination\nparticipants:\n- name: Personne Une\n"
        "  gender: f\n  organization: ministere-a\n"
    )
    word = opened(ogp, "2025-03-01", cwd=french)
    assert len(word.tables) == 0
    assert [paragraph.text for paragraph in word.paragraphs] == [
        "Compte rendu de réunion de coordination",
        "Plan d’action d’exemple",
        "Date de la réunion\xa0: samedi 1er\xa0mars 2025",
        "Participants",
        "Mme Personne Une, Ministère A.",
    ]


def test_a_template_restyled_in_word(ogp: Ogp, french: Path) -> None:
    template = docx.Document(str(ROOT / "templates/minutes.docx"))
    template.sections[0].header.paragraphs[0].text = "Royaume d’exemple"
    (french / "templates").mkdir()
    template.save(str(french / "templates/minutes.docx"))
    word = opened(ogp, "2025-01-15", cwd=french)
    assert word.sections[0].header.paragraphs[0].text == "Royaume d’exemple"


@pytest.mark.parametrize("kind", some(1, ["not a Word file", "a tag with a slip"]))
def test_a_mistake_in_the_template(ogp: Ogp, french: Path, kind: str) -> None:
    (french / "templates").mkdir()
    file = french / "templates/minutes.docx"
    if kind == "not a Word file":
        file.write_bytes(b"PK nothing")
    else:
        template = docx.Document(str(ROOT / "templates/minutes.docx"))
        template.add_paragraph("{{ minutes.nothing }}")
        template.save(str(file))
    result = ogp("render-minutes", "2025-01-15", "--to", "docx", cwd=french)
    assert (result.code, result.raw) == (2, b"")
    assert result.err.startswith("ogp: template minutes.docx: ")


def test_a_latin_word_keeps_its_place_in_arabic(ogp: Ogp, book: Path) -> None:
    """Word reads `w:rtl` runs of a left-to-right paragraph one by one, unless they are embedded."""
    file = book / "data/meetings/2024-03-21.yaml"
    text = file.read_text(encoding="utf-8")
    said = "تم عرض منصة Decidim على اللجنة."
    file.write_text(text.replace("agenda:\n", f"agenda:\n- {said}\n"), encoding="utf-8")
    for lang, text in (("fr", f"\u202b{said}\u202c"), ("ar", said)):
        word = opened(ogp, "2024-03-21", "--lang", lang, cwd=book)
        runs = [run.text for run in word.element.body.iter(qn("w:r")) if "Decidim" in run.text]
        assert [each.replace("\u200f", "") for each in runs] == [text]
