"""Templates beside the data: they lay out the minutes by section, in each format."""

import io
import re
from pathlib import Path

import docx
import pypdfium2
import pytest
from conftest import ROOT, Ogp, some
from docx.oxml.ns import qn

MEETING = "2025-01-15"
TEXT = {"md": "md.j2", "html": "html.j2", "pdf": "typ.j2"}


def order(form: str, raw: bytes) -> list[str]:
    """Return the headings of a document in a format that were moved, in their order."""
    if form == "docx":
        text = "\n".join(each.text for each in docx.Document(io.BytesIO(raw)).paragraphs)
    elif form == "pdf":
        text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(raw))
    else:
        text = raw.decode()
    found = re.findall("Participants|Ordre du jour|Points d’accord", text)
    return list(dict.fromkeys(found))  # a table of the schedule names participants again


def move_agenda(folder: Path, form: str) -> None:
    """Put the agenda last in a template, as a secretary would: by moving a line."""
    if form == "docx":
        word = docx.Document(str(folder / "minutes.docx"))
        tags = {each.text: each for each in word.element.body.iter(qn("w:p"))}
        tags["{{p minutes.schedule }}"].addnext(tags["{{p minutes.agenda }}"])
        word.save(str(folder / "minutes.docx"))
        return
    file = folder / f"minutes.{TEXT[form]}"
    line = "  minutes.agenda,\n"
    text = file.read_text(encoding="utf-8").replace(line, "")
    last = "  minutes.schedule,\n"
    file.write_text(text.replace(last, last + line), encoding="utf-8")


@pytest.mark.parametrize("form", some(1, ["md", "docx", "html", "pdf"]))
def test_the_agenda_moves(ogp: Ogp, french: Path, form: str) -> None:
    before = ogp("render-minutes", MEETING, "--format", form, cwd=french).raw
    assert order(form, before) == ["Participants", "Ordre du jour", "Points d’accord"]
    assert ogp("templates", french / "templates").code == 0
    assert ogp("render-minutes", MEETING, "--format", form, cwd=french).raw == before
    move_agenda(french / "templates", form)
    after = ogp("render-minutes", MEETING, "--format", form, cwd=french).raw
    assert order(form, after) == ["Participants", "Points d’accord", "Ordre du jour"]


OLD = [
    "{% for section in minutes.sections %}{{ section.heading }}{% endfor %}",
    "# {{ minutes.title | phrase }}\n",
]


@pytest.mark.parametrize("old", some(1, OLD))
@pytest.mark.parametrize("form", some(1, TEXT))
def test_an_old_template(ogp: Ogp, french: Path, form: str, old: str) -> None:
    (french / "templates").mkdir()
    (french / f"templates/minutes.{TEXT[form]}").write_text(old)
    result = ogp("render-minutes", MEETING, "--format", form, cwd=french)
    assert (result.code, result.raw) == (2, b"")
    assert result.err.startswith(f"ogp: template minutes.{TEXT[form]}:1: ")
    assert "minutes.agenda" in result.err


@pytest.mark.slow
def test_an_old_template_of_word(ogp: Ogp, french: Path) -> None:
    (french / "templates").mkdir()
    word = docx.Document(str(ROOT / "templates/minutes.docx"))
    for tag in ("for section in minutes.sections", "endfor"):
        word.add_paragraph(f"{{%p {tag} %}}")
    word.save(str(french / "templates/minutes.docx"))
    result = ogp("render-minutes", MEETING, "--format", "docx", cwd=french)
    assert (result.code, result.raw) == (2, b"")
    assert "minutes.agenda" in result.err


@pytest.mark.slow
def test_a_document_of_another_kind_has_one_too(ogp: Ogp, french: Path) -> None:
    folder = french / "templates"
    folder.mkdir()
    (folder / "commitment.md.j2").write_text(
        '{% from "blocks.md.j2" import sections %}{{ sections([commitment.history]) }}'
    )
    out = ogp("show", "3", "--format", "md", cwd=french, LANG="fr").out
    assert out.startswith("## Étapes – 2025-01-15\n")
    assert out.count("## ") == 2
    assert ogp("show", "4", "--format", "html", cwd=french).out.count("<h2") == 1


def test_the_default_templates_are_written_once(ogp: Ogp, tmp_path: Path) -> None:
    folder = tmp_path / "a" / "templates"
    first = ogp("templates", folder)
    names = sorted(file.name for file in (ROOT / "templates").iterdir())
    assert first.out.splitlines() == [str(folder / name) for name in names]
    for name in names:
        assert (folder / name).read_bytes() == (ROOT / "templates" / name).read_bytes()

    (folder / "minutes.md.j2").write_text("mine")
    (folder / "minutes.typ.j2").unlink()
    again = ogp("templates", folder)
    assert (again.code, again.out) == (0, f"{folder / 'minutes.typ.j2'}\n")
    said = f"ogp: {folder / 'minutes.md.j2'} differs from the default and stays as it is\n"
    assert again.err == said
    assert (folder / "minutes.md.j2").read_text() == "mine"
