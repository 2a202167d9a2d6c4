"""The minutes as PDF: every word can be extracted, hostile text is text, the file is archivable."""

import io
import re
import shutil
import sys
from pathlib import Path
from unicodedata import normalize

import docx
import fontpkg_amiri
import html5lib
import pypdfium2
import pytest
from conftest import Ogp, some
from hostile import TEXTS, shown

CONTROLS = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\u00ad]")
ARABIC = re.compile("[\u0600-\u06ff]")
# Numbers and words apart: in Arabic, PDFium puts the no-break spaces of a date at its ends.
WORD = re.compile(r"\d+|(?:[^\W\d]|[\u064b-\u065f])+")


def pages(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    return [CONTROLS.sub("", page.get_textpage().get_text_range()) for page in document]


def words_of(page: str) -> set[str]:
    body = html5lib.parse(page, namespaceHTMLElements=False).find("body")
    assert body is not None
    return set(WORD.findall(" ".join(body.itertext())))


@pytest.mark.parametrize("lang", some(1, ["ar", "fr", "en"]))
def test_every_word_comes_back(ogp: Ogp, lang: str) -> None:
    page = ogp("render-minutes", "2024-03-21", "--to", "html", "--lang", lang).out
    data = ogp("render-minutes", "2024-03-21", "--to", "pdf", "--lang", lang).raw
    words = words_of(page)
    if lang != "ar":  # in a page from left to right, PDFium turns some Arabic words round
        words = {word for word in words if not ARABIC.search(word)}
    assert words
    assert words <= set(WORD.findall(" ".join(pages(data))))


def test_pages_are_counted_and_the_header_repeats(ogp: Ogp) -> None:
    texts = pages(ogp("render-minutes", "2024-03-21", "--to", "pdf").raw)
    assert len(texts) > 3
    for number, text in enumerate(texts, 1):
        footer = set(WORD.findall(text.strip().splitlines()[-1]))
        assert footer == {"الصفحة", str(number), "من", str(len(texts))}
    assert sum("الالتزامات المقترحة" in text for text in texts[1:4]) == 3


def test_each_page_of_a_draft_says_so(ogp: Ogp, book: Path) -> None:
    path = book / "data/commitments/22.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("status: cancelled", "status: standing"), encoding="utf-8")
    texts = pages(ogp("render-minutes", "2024-03-21", "--to", "pdf", cwd=book).raw)
    assert len(texts) > 3
    assert all("مسودة" in text for text in texts)
    word = docx.Document(
        io.BytesIO(ogp("render-minutes", "2024-03-21", "--to", "docx", cwd=book).raw)
    )
    assert "مسودة" in word.sections[0].header.paragraphs[0].text  # of all pages but the first
    assert any(each.text.startswith("مسودة") for each in word.paragraphs)


@pytest.mark.parametrize("before", some(2, [8, 9, 10, 11, 12]))
def test_a_merge_is_not_parted_over_pages(ogp: Ogp, french: Path, before: int) -> None:
    """So many rows stand before its two rows that a page would end between them."""
    folder = french / "data/commitments"
    added = range(5, 5 + before)
    for number in added:
        text = f"number: {number}\ntitle: Engagement {number}\nstatus: standing\n"
        (folder / f"{number}.yaml").write_text(text)
    for number, name in ((98, "budget-ouvert"), (99, "marches-publics")):
        text = (folder / f"{name}.yaml").read_text(encoding="utf-8")
        text = re.sub("(?m)^number: .*", f"number: {number}", text)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    meeting = french / "data/meetings/2025-01-15.yaml"
    text = meeting.read_text(encoding="utf-8").replace("- on: [budget-ouvert]", f"- on: {[*added]}")
    meeting.write_text(text, encoding="utf-8")
    result = ogp("render-minutes", "2025-01-15", "--to", "pdf", cwd=french)
    assert "could not be read" not in result.err
    texts = [text.partition("Décisions")[0] for text in pages(result.raw)]
    parts = [re.findall("Publier le budget|Publier les marchés", text) for text in texts]
    assert ["Publier le budget", "Publier les marchés"] in parts


def test_it_says_what_it_is(ogp: Ogp) -> None:
    data = ogp("render-minutes", "2024-03-21", "--to", "pdf").raw
    document = pypdfium2.PdfDocument(data)
    assert document.get_metadata_dict()["Title"] == "تقرير اجتماع لجنة الإشراف"
    assert document.get_metadata_dict()["CreationDate"].startswith("D:20240321")
    assert document.is_tagged()
    for said in ("<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<", "ar-MA"):
        assert said.encode() in data


def test_the_same_bytes(ogp: Ogp, book: Path) -> None:
    once = ogp("render-minutes", "2024-03-21", "--to", "pdf").raw
    assert ogp("render-minutes", "2024-03-21", "--to", "pdf", cwd=book, TZ="Asia/Tokyo").raw == once


def letters(text: str) -> str:
    """Return text without spaces, and composed: extractors compose, and break lines."""
    return re.sub(r"\s", "", normalize("NFC", text))


def test_hostile_text_comes_through(ogp: Ogp, hostile: Path) -> None:
    french = letters(
        " ".join(pages(ogp("render-minutes", "2025-01-15", "--to", "pdf", cwd=hostile).raw))
    )
    for point in map(shown, TEXTS):
        for part in ARABIC.sub(" ", point).split() if ARABIC.search(point) else [point]:
            joined = "\u200d" in part  # PDFium has no text for it; Poppler has
            assert joined or letters(part).strip("\u064f\u0651") in french


def test_tifinagh_is_printed_and_what_no_font_has_is_named(ogp: Ogp, french: Path) -> None:
    path = french / "data/commitments/petitions.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Ouvrir", "ⵜⴰⵎⴰⵣⵉⵖⵜ 😀 က\u1039"), encoding="utf-8")
    data = ogp("render-minutes", "2025-01-15", "--to", "pdf", cwd=french).raw
    assert "ⵜⴰⵎⴰⵣⵉⵖⵜU+1F600U+1000U+1039" in letters(" ".join(pages(data)))
    assert b"<pdfuaid:part>1<" in data


@pytest.mark.slow
def test_a_font_beside_the_data(ogp: Ogp, french: Path, tmp_path: Path) -> None:
    # Templates of the book have a process of their own: there, Amiri is not installed.
    (tmp_path / "fontpkg_amiri.py").write_text("import pathlib; ROOT = pathlib.Path('nowhere')")
    arguments = ("render-minutes", "2025-01-15", "--to", "pdf")
    (french / "templates").mkdir()
    assert ogp(*arguments, cwd=french, PYTHONPATH=str(tmp_path)).code == 2
    shutil.copytree(fontpkg_amiri.ROOT / "files", french / "templates", dirs_exist_ok=True)
    assert ogp(*arguments, cwd=french, PYTHONPATH=str(tmp_path)).code == 0


@pytest.mark.slow
def test_a_mistake_in_the_template(ogp: Ogp, french: Path) -> None:
    (french / "templates").mkdir()
    template = french / "templates/minutes.typ.j2"
    for text, said in (
        (
            "\n#unknown",
            "template minutes.typ.j2: unknown variable: unknown, in the line “#unknown”\n",
        ),
        ("{{ nothing }}", "template minutes.typ.j2:1: 'nothing' is undefined"),
        (
            '#set document(title: "x")\n#set text(font: "Nowhere")\nx',
            "template minutes.typ.j2: unknown font family: nowhere",
        ),
        ('#read("/../data/plan.yaml")', "template minutes.typ.j2: "),
    ):
        template.write_text(text)
        result = ogp("render-minutes", "2025-01-15", "--to", "pdf", cwd=french)
        assert (result.code, result.raw) == (2, b"")
        assert result.err.startswith(f"ogp: {said}")


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_not_to_a_terminal(ogp: Ogp, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.TextIOWrapper):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("conftest.io.TextIOWrapper", Terminal)
    result = ogp("render-minutes", "2024-03-21", "--to", form)
    assert (result.code, result.raw) == (2, b"")
    assert "this format is not for a terminal" in result.err


@pytest.mark.parametrize(("form", "package"), [("pdf", "typst"), ("docx", "docxtpl")])
def test_a_missing_extra(
    ogp: Ogp, form: str, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.delitem(sys.modules, f"ogp_cli.present.formats.{form}", raising=False)
    result = ogp("render-minutes", "2024-03-21", "--to", form)
    assert (result.code, result.raw) == (2, b"")
    assert f"this format needs the package “{package}”" in result.err
    assert "install ogp with its extra “documents”" in result.err


@pytest.mark.slow
@pytest.mark.parametrize("form", ["md", "html", "docx", "pdf"])
def test_a_meeting_of_three_hundred_commitments(ogp: Ogp, french: Path, form: str) -> None:
    numbers = range(10, 310)
    for number in numbers:
        (french / f"data/commitments/{number}.yaml").write_text(
            f"number: {number}\ntitle: Engagement {number}\nstatus: standing\n"
        )
    meeting = french / "data/meetings/2025-01-15.yaml"
    text = meeting.read_text(encoding="utf-8")
    steps = f"steps:\n- on: {[*numbers]}\n  heard: [comments-shared]\n"
    meeting.write_text(text.replace("steps:\n", steps), encoding="utf-8")
    result = ogp("render-minutes", "2025-01-15", "--to", form, cwd=french)
    assert result.code == 0
    if form == "pdf":
        assert "Engagement 309" in " ".join(pages(result.raw))
