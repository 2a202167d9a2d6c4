"""`ogp render-minutes`: whole documents, hostile text, templates, files."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import html5lib
import pytest
from conftest import FRENCH, ROOT, Ogp, some
from hostile import ALL, TEXTS, shown
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from syrupy.assertion import SnapshotAssertion

from ogp_cli.lang.rich_text import Run, translate
from ogp_cli.present.formats.html import markup
from ogp_cli.present.formats.markdown import escape

Whole = Callable[[str], SnapshotAssertion]


def test_of_the_real_plan(ogp: Ogp, whole: Whole) -> None:
    result = ogp("render-minutes", "2024-03-21", "--to", "html")
    assert (result.code, result.err) == (0, "")
    assert result.out == whole("html")


@pytest.mark.parametrize("meeting", ["2025-01-15", "2025-02-12"])
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_of_the_french_plan(ogp: Ogp, whole: Whole, meeting: str, lang: str) -> None:
    assert ogp("render-minutes", meeting, "--lang", lang, cwd=FRENCH).out == whole("md")


def test_markdown_is_the_default_and_the_plan_s_language_too(ogp: Ogp) -> None:
    plain = ogp("render-minutes", "2025-01-15", cwd=FRENCH, LANG="ar_MA.UTF-8").out
    assert (
        plain == ogp("render-minutes", "2025-01-15", "--to", "md", "--lang", "fr", cwd=FRENCH).out
    )


@pytest.mark.parametrize("lang", ["ar", "fr"])
def test_html_is_valid(ogp: Ogp, lang: str) -> None:
    page = ogp("render-minutes", "2024-03-21", "--to", "html", "--lang", lang).out
    html5lib.HTMLParser(strict=True).parse(page)


def test_html_says_its_language_and_direction_and_that_of_foreign_text(ogp: Ogp) -> None:
    arabic = ogp("render-minutes", "2024-03-21", "--to", "html").out
    assert '<html lang="ar-MA" dir="rtl">' in arabic
    assert "<span" not in arabic
    french = ogp("render-minutes", "2024-03-21", "--to", "html", "--lang", "fr").out
    assert '<html lang="fr-MA" dir="ltr">' in french
    assert '<span lang="ar" dir="rtl">وئام المستمد</span>' in french


def test_markdown_renders_as_one_block_in_its_direction(ogp: Ogp) -> None:
    page = MarkdownIt("gfm-like", {"linkify": False}).render(
        ogp("render-minutes", "2024-03-21").out
    )
    assert page.startswith('<div dir="rtl" lang="ar-MA">\n<p>وزارة الانتقال الرقمي')
    assert "<h1>تقرير اجتماع لجنة الإشراف</h1>" in page
    assert page.rstrip().endswith("</div>")
    tables = list(html5lib.parse(page, namespaceHTMLElements=False).iter("table"))
    assert [len(list(table.iter("tr"))) for table in tables] == [28, 9]


def test_a_nearly_empty_meeting(ogp: Ogp, french: Path) -> None:
    (french / "data/meetings/2025-03-01.yaml").write_text(
        "date: 2025-03-01\nkind: coordination\nparticipants:\n- name: Personne Une\n"
        "  gender: f\n  organization: ministere-a\n"
    )
    out = ogp("render-minutes", "2025-03-01", cwd=french).out
    assert out == (
        '<div dir="ltr" lang="fr-FR">\n\n# Compte rendu de réunion de coordination\n\n'
        "Plan d’action d’exemple\n\n"
        "**Date de la réunion\xa0:** samedi 1er\xa0mars 2025\n\n## Participants\n\n"
        "Mme Personne Une, Ministère A.\n\n</div>\n"
    )
    page = ogp("render-minutes", "2025-03-01", "--to", "html", cwd=french).out
    html5lib.HTMLParser(strict=True).parse(page)
    assert "<table" not in page


def test_months_have_the_names_of_the_country(ogp: Ogp, book: Path) -> None:
    """In Morocco; elsewhere, July and August are يوليو and أغسطس."""
    names = {5: "ماي", 7: "يوليوز", 8: "غشت", 9: "شتنبر", 11: "نونبر", 12: "دجنبر"}
    for month, name in names.items():
        meeting = f"2025-{month:02}-10"
        file = book / f"data/meetings/{meeting}.yaml"
        file.write_text(f"date: {meeting}\nkind: public\nattendance: {{media: 1}}\n")
        assert f" 10\xa0{name}\xa02025" in ogp("render-minutes", meeting, cwd=book).out


def words(page: str) -> str:
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    return " ".join("".join(tree.itertext()).split())


@pytest.mark.parametrize("form", ["md", "html", "docx", "pdf"])
def test_noncharacters_are_replaced(ogp: Ogp, french: Path, form: str) -> None:
    plan = french / "data/plan.yaml"
    text = plan.read_text(encoding="utf-8")
    text = re.sub("(?m)^(committee): .*", '\\1: "a\\\\uFFFEb\\\\U0001FFFFc\\\\uFDD0d"', text)
    assert "uFFFE" in text
    plan.write_text(text, encoding="utf-8")
    result = ogp("render-minutes", "2025-01-15", "--to", form, cwd=french)
    assert result.code == 0
    assert form in {"docx", "pdf"} or "a\ufffdb\ufffdc\ufffdd" in result.out


def test_hostile_text_comes_through_unchanged(ogp: Ogp, hostile: Path) -> None:
    page = ogp("render-minutes", "2025-01-15", "--to", "html", cwd=hostile).out
    html5lib.HTMLParser(strict=True).parse(page)
    markdown = ogp("render-minutes", "2025-01-15", "--to", "md", cwd=hostile).out

    for read in (words(page), words(MarkdownIt("gfm-like", {"linkify": False}).render(markdown))):
        assert [text for text in (*TEXTS, ALL) if shown(text) not in read] == []


class _Text(HTMLParser):
    """Collects the text of HTML, and whether there was any tag."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags = 0

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self.tags += tag not in {"p", "span"}


# What `translate` lets through: no line break, no control character.
printable = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1)


@given(printable)
def test_escaping_for_html(text: str) -> None:
    parser = _Text()
    parser.feed(str(markup((Run(text, "fr"),), "fr")))
    parser.close()
    assert (parser.text, parser.tags) == (text, 0)


def test_a_range_does_not_break() -> None:
    shown = markup((Run("2024-2027 et <31-13", "fr"),), "fr")
    assert shown == ('<span class="nb">2024-2027</span> et &lt;<span class="nb">31-13</span>')


@given(printable)
def test_escaping_for_markdown(text: str) -> None:
    text = translate(text, "fr", "fr").text
    parser = _Text()
    parser.feed(MarkdownIt("gfm-like", {"linkify": False}).render(escape(text)))
    parser.close()
    assert (parser.text.strip(), parser.tags) == (text, 0)


def test_to_a_file(ogp: Ogp, tmp_path: Path) -> None:
    page = tmp_path / "minutes.html"
    page.write_text("old")
    result = ogp("render-minutes", "2024-03-21", "--output", page)
    assert (result.code, result.out, result.err) == (0, f"wrote {page}\n", "")
    expected = ogp("render-minutes", "2024-03-21", "--to", "html").out
    assert page.read_text(encoding="utf-8") == expected
    assert [path.name for path in tmp_path.iterdir()] == ["minutes.html"]


def test_a_file_that_cannot_be_written(ogp: Ogp, tmp_path: Path) -> None:
    result = ogp("render-minutes", "2024-03-21", "-o", tmp_path / "no" / "minutes.md")
    assert (result.code, result.out) == (2, "")
    assert "minutes.md cannot be written: No such file or directory" in result.err
    assert f"  hint: the folder {tmp_path / 'no'} does not exist\n" in result.err


def test_an_unknown_ending(ogp: Ogp, tmp_path: Path) -> None:
    result = ogp("render-minutes", "2024-03-21", "-o", tmp_path / "minutes.odt")
    assert result.code == 2
    assert "“odt” is not one of md, txt, json, html, docx, pdf" in result.err


def test_an_unknown_meeting(ogp: Ogp) -> None:
    result = ogp("render-minutes", "2024-03-12")
    assert (result.code, result.out) == (2, "")
    assert result.err == ("ogp: no meeting “2024-03-12”\n  hint: did you mean “2024-03-21”?\n")


def test_templates_beside_the_data_come_first(ogp: Ogp, french: Path) -> None:
    (french / "templates").mkdir()
    (french / "templates/minutes.md.j2").write_text("{{ minutes.title }}!\n")
    assert ogp("render-minutes", "2025-01-15", cwd=french).out == (
        "Compte rendu de réunion – comité de pilotage!\n"
    )
    page = ogp("render-minutes", "2025-01-15", "--to", "html", cwd=french).out
    assert page == ogp("render-minutes", "2025-01-15", "--to", "html", cwd=FRENCH).out


def test_two_meetings_of_one_day(ogp: Ogp, french: Path) -> None:
    later = french / "data/meetings/2025-01-15-b.yaml"
    later.write_text("date: 2025-01-15\nkind: steering-committee\n")
    step = "- meeting: 2025-01-15-b\n  step: comments-integrated\n"
    petitions = french / "data/commitments/petitions.yaml"
    text = petitions.read_text(encoding="utf-8")
    petitions.write_text(text.replace("- meeting: 2025-02-12", step + "- meeting: 2025-02-12", 1))
    # The first of the two cancelled 4: the second says nothing more about it.
    assert "guichet unique" in ogp("render-minutes", "2025-01-15", cwd=french).out
    assert "guichet unique" not in ogp("render-minutes", "2025-01-15-b", cwd=french).out


def test_every_meeting_at_once(ogp: Ogp, tmp_path: Path) -> None:
    folder = tmp_path / "minutes" / "md"
    result = ogp("render-minutes", "--all", "--to", "md", "--output", folder, cwd=FRENCH)
    assert (result.code, result.out) == (0, f"wrote 2 files into {folder}\n")
    assert sorted(path.name for path in folder.iterdir()) == ["2025-01-15.md", "2025-02-12.md"]
    for path in folder.iterdir():
        expected = ogp("render-minutes", path.stem, cwd=FRENCH).out
        assert path.read_text(encoding="utf-8") == expected


def test_one_meeting_or_all(ogp: Ogp) -> None:
    for arguments in ([], ["--all"], ["2025-01-15", "--all"]):
        result = ogp("render-minutes", *arguments, cwd=FRENCH)
        assert (result.code, result.out) == (2, "")


def test_a_draft_says_so_and_strict_refuses(ogp: Ogp, book: Path) -> None:
    final = ogp("render-minutes", "2024-03-21", "--strict", cwd=book)
    assert (final.code, final.err) == (0, "")
    path = book / "data/commitments/22.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("status: cancelled", "status: standing"), encoding="utf-8")
    draft = ogp("render-minutes", "2024-03-21", cwd=book)
    assert (draft.code, draft.out) == (0, final.out.replace("# ", "# مسودة – ", 1))
    assert draft.err == "ogp: 2024-03-21 is a draft: 1 error affects it; run: ogp check\n"
    refused = ogp("render-minutes", "2024-03-21", "--strict", cwd=book)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err == draft.err + "ogp: nothing was written\n"


def test_errors_elsewhere_do_not_make_a_draft(ogp: Ogp, french: Path) -> None:
    (french / "data/meetings/2025-03-01.yaml").write_text(
        "date: 2025-03-01\nkind: coordination\ndecisions:\n- cancel: [nothing]\n"
    )
    assert ogp("check", cwd=french).code == 1
    assert ogp("render-minutes", "2025-01-15", "--strict", cwd=french).code == 0
    assert ogp("render-minutes", "2025-03-01", "--strict", cwd=french).code == 1


@pytest.mark.parametrize(
    ("template", "said"),
    some(
        1,
        [
            ("\n{% for %}", "minutes.md.j2:2: "),
            ("\n\n{{ minutes.nothing }}", "minutes.md.j2:3: "),
            ("{{ minutes.title | unknown }}", "minutes.md.j2:1: "),
            ("\n{{ 1 // 0 }}", "minutes.md.j2:2: "),
            ("{{ minutes.title.__class__.__mro__ }}", "unsafe"),
            ("{% include '../data/plan.yaml' %}", "../data/plan.yaml"),
            ("{% include 'minutes.md.j2' %}", "minutes.md.j2:1: "),
            ("\n{{ minutes.title | literal }}", "minutes.md.j2:2: "),
        ],
    ),
)
def test_a_mistake_in_a_template(ogp: Ogp, french: Path, template: str, said: str) -> None:
    (french / "templates").mkdir()
    (french / "templates/minutes.md.j2").write_text(template)
    result = ogp("render-minutes", "2025-01-15", cwd=french)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("ogp: template ")
    assert said in result.err


def test_the_same_bytes_twice(ogp: Ogp) -> None:
    once, again = (ogp("render-minutes", "2024-03-21", "--to", "html").out for _ in range(2))
    assert once == again
    assert str(ROOT) not in once
