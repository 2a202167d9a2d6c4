"""What a stranger's template for Word may bring: each test mounts an attack, or a plain need."""

import io
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from conftest import FRENCH, ROOT, Ogp, Result, some

from ogp_cli.present.formats import limits

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BLIP = (
    '<w:r><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" {}="rX"/></w:r>'
)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DOCUMENT, SETTINGS, FOOTER = "word/document.xml", "word/settings.xml", "word/footer1.xml"
RELATIONS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(autouse=True)
def _in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Render without a process of its own, which test_security_output.py tests: it takes long."""
    monkeypatch.setattr(limits, "_apart", lambda render, *arguments: render(*arguments))


def rendered(ogp: Ogp, book: Path, changes: Mapping[str, str | bytes]) -> Result:
    """Render the minutes with the package's own template, changed.

    Text goes to the end of a part, where there is one already; bytes are a part of their own.
    """
    (book / "templates").mkdir(exist_ok=True)
    left = dict(changes)
    with (
        zipfile.ZipFile(ROOT / "templates/minutes.docx") as old,
        zipfile.ZipFile(book / "templates/minutes.docx", "w") as new,
    ):
        for name in old.namelist():
            text, more = old.read(name), left.pop(name, "")
            place = text.rfind(b"<w:sectPr" if name == DOCUMENT else b"</")
            assert isinstance(more, str)
            new.writestr(name, text[:place] + more.encode() + text[place:])
        for name, data in left.items():
            new.writestr(name, data)
    return ogp("render-minutes", "2025-01-15", "--to", "docx", cwd=book)


def refused(result: Result, *words: str) -> None:
    assert (result.code, result.raw) == (2, b"")
    assert result.err.startswith("ogp: template minutes.docx: ")
    assert "docs/templates.md" in result.err
    said = " ".join(result.err.split())
    assert not [word for word in words if " ".join(word.split()) not in said]


def relation(kind: str, target: str, *, external: bool = True) -> str:
    kind = kind if ":" in kind else f"{OFFICE}/{kind}"
    mode = ' TargetMode="External"' if external else ""
    target = target.replace("&", "&amp;").replace("\t", "&#9;")
    return f'<Relationship Id="rX" Type="{kind}" Target="{target}"{mode}/>'


def code(*texts: str) -> str:
    """Return a field whose code is split over runs; what starts with `<` stands as it is."""
    runs = [
        text
        if text.startswith("<")
        else f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'
        for text in texts
    ]
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + "".join(runs)
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def paragraph(runs: str) -> str:
    return f'<w:p xmlns:w="{W}" xmlns:r="{OFFICE}">{runs}</w:p>'


# A web address or another computer, in every way that Word or Windows may read as one.
ELSEWHERE = [
    "https://example.org/x.dotm",
    "http://example.org/x.dotm",
    "HTTPS://example.org/x.dotm",
    "ftp://example.org/x.dotm",
    r"\\example.org\share\x.dotm",
    "//example.org/share/x.dotm",
    "file:////example.org/share/x.dotm",
    "file://///example.org/share/x.dotm",
    "file://example.org/share/x.dotm",
    r"file:///\\example.org\share\x.dotm",
    "FILE:////example.org/x.dotm",
    " https://example.org/x.dotm",
    "\thttp://example.org/x.dotm",
    r"\/example.org/share/x.dotm",
    r"/\example.org\share\x.dotm",
    "h%74tp://example.org/x.dotm",
    "%5c%5cexample.org%5cx.dotm",
    "file:///C:/x.dotm",
    "mhtml:http://example.org/x!x.dotm",
    "ms-word:ofe|u|http://example.org/x.dotm",
    "\u200bhttp://example.org/x.dotm",
    "x.dotm",
]


@pytest.mark.parametrize("target", some(2, ELSEWHERE))
def test_nothing_is_loaded_from_elsewhere(ogp: Ogp, french: Path, target: str) -> None:
    settings: dict[str, str | bytes] = {
        SETTINGS: f'<w:attachedTemplate xmlns:r="{OFFICE}" r:id="rX"/>',
        "word/_rels/settings.xml.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f"{relation('attachedTemplate', target)}</Relationships>"
        ).encode(),
    }
    result = rendered(ogp, french, settings)
    assert (result.code, result.err) == (0, "")
    with zipfile.ZipFile(io.BytesIO(result.raw)) as package:
        written = b"".join(package.read(name) for name in package.namelist())
    assert b"attachedTemplate" not in written
    assert b"x.dotm" not in written
    refused(rendered(ogp, french, {RELATIONS: relation("image", target)}), "Word would load")
    if not target.lower().startswith(("http:", "https:")):
        refused(rendered(ogp, french, {RELATIONS: relation("hyperlink", target)}), "the link")


@pytest.mark.parametrize(
    "target", some(1, ["https://example.org/?a=1&b=2", "HTTP://e.org", "mailto:a@e.org"])
)
def test_links_are_fine(ogp: Ogp, french: Path, target: str) -> None:
    link = paragraph('<w:hyperlink r:id="rX"><w:r><w:t>link</w:t></w:r></w:hyperlink>')
    result = rendered(ogp, french, {RELATIONS: relation("hyperlink", target), DOCUMENT: link})
    assert (result.code, result.err) == (0, "")


@pytest.mark.parametrize(
    "holder",
    some(
        3,
        [
            '<w:altChunk r:id="rX"/>',
            '<w:subDoc r:id="rX"/>',
            '<w:headerReference w:type="first" r:id="rX"/>',
            BLIP.format("r:link"),
            BLIP.format("r:embed"),
            '<w:r><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" r:href="rX"/></w:r>',
            '<w:r><w:control r:id="rX" w:name="x"/></w:r>',
        ],
    ),
)
def test_a_link_is_only_a_link(ogp: Ogp, french: Path, holder: str) -> None:
    link = relation("hyperlink", "https://example.org/x.docx")
    refused(rendered(ogp, french, {RELATIONS: link, DOCUMENT: paragraph(holder)}), "is not allowed")


@pytest.mark.parametrize(
    ("kind", "name", "type_"),
    some(
        5,
        [
            ("frame", "x.htm", "text/html"),
            ("subDocument", "x.docx", "application/octet-stream"),
            ("mailMergeSource", "x.csv", "text/csv"),
            ("aFChunk", "x.htm", "text/html"),
            ("oleObject", "x.bin", "application/vnd.openxmlformats-officedocument.oleObject"),
            (
                "package",
                "x.xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ),
            ("control", "x.xml", "application/vnd.ms-office.activeX+xml"),
            ("font", "x.odttf", "application/vnd.openxmlformats-officedocument.obfuscatedFont"),
            ("chart", "x.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"),
            (
                "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
                "x.bin",
                "application/vnd.ms-office.vbaProject",
            ),
            ("http://purl.oclc.org/ooxml/officeDocument/relationships/image", "x.png", "image/png"),
            # The relation of something harmless, and another part.
            ("image", "x.bin", "application/vnd.ms-office.vbaProject"),
            ("customXml", "x.htm", "text/html"),
            (
                "header",
                "x.docx",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ),
            ("image", "x.png", "image/png"),
            ("image", "x.svg", "image/svg+xml"),
            ("image", "x.emf", "image/x-emf"),
        ],
    ),
)
def test_no_other_parts(ogp: Ogp, french: Path, kind: str, name: str, type_: str) -> None:
    changes: dict[str, str | bytes] = {
        RELATIONS: relation(kind, name, external=False),
        TYPES: f'<Override PartName="/word/{name}" ContentType="{type_}"/>',
        f"word/{name}": b"<x/>",
    }
    refused(rendered(ogp, french, changes), "is not allowed")


def test_the_file_itself_has_no_other_parts(ogp: Ogp, french: Path) -> None:
    ribbon = "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"
    changes: dict[str, str | bytes] = {
        "_rels/.rels": relation(ribbon, "ui.xml", external=False),
        "ui.xml": b"<x/>",
    }
    refused(rendered(ogp, french, changes), "“extensibility”")


def test_a_picture_is_fine(ogp: Ogp, french: Path) -> None:
    changes: dict[str, str | bytes] = {
        RELATIONS: relation("image", "x.png", external=False),
        TYPES: '<Default Extension="png" ContentType="image/png"/>',
        "word/x.png": PNG,
    }
    assert rendered(ogp, french, changes).code == 0


FIELDS = [
    'INCLUDEPICTURE "https://example.org/x.png" \\d',
    'INCLUDETEXT "\\\\\\\\example.org\\\\s\\\\x.docx"',
    "DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe x",
    " ddeauto x",
    "DDE x y",
    'LINK Excel.Sheet.8 "c:\\\\x.xls"',
    "MACROBUTTON x y",
    'IMPORT "x.png"',
    "DATABASE \\d x",
    'RD "x.docx"',
    "ADDIN x",
    "EMBED Package",
    "HTMLCONTROL x",
    "AUTOTEXT x",
    "DOCVARIABLE x",
    "IF 1 = 1 a b",
    "QUOTE 68 68 69",
    "= 1 + 1",
    "",
    "PAGEX",
    "\u200bPAGE",
    'HYPERLINK "file:///c:/x.exe"',
    'HYPERLINK "\\\\\\\\example.org\\\\x"',
    "HYPERLINK x.exe",
    'HYPERLINK " https://example.org"',
    'HYPERLINK \\n "file:///c:/x.exe"',
    'HYPERLINK \\o "a" "file:///c:/x.exe"',
    'HYPERLINK \\o "a\\" " file:///c:/x.exe"',
    'HYPERLINK "https://example.org" "file:///c:/x.exe"',
]
NOTES = f'<w:endnotes xmlns:w="{W}"><w:endnote w:id="1"><w:p>{{}}</w:p></w:endnote></w:endnotes>'


def endnotes(data: bytes) -> dict[str, str | bytes]:
    """Return a part that python-docx leaves as it is."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"
    return {
        RELATIONS: relation("endnotes", "endnotes.xml", external=False),
        TYPES: f'<Override PartName="/word/endnotes.xml" ContentType="{kind}"/>',
        "word/endnotes.xml": data,
    }


@pytest.mark.parametrize("text", some(2, FIELDS))
def test_no_other_fields(ogp: Ogp, french: Path, text: str) -> None:
    quoted = text.replace('"', "&quot;")
    name = text.strip()[:8]
    simple = f'<w:fldSimple w:instr="{quoted}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    for runs in (simple, code(*text)):
        refused(rendered(ogp, french, {DOCUMENT: paragraph(runs)}), "the field", name)


FIELD = code("DDE", "AUTO x")


@pytest.mark.parametrize(
    "changes",
    some(
        3,
        [
            {FOOTER: paragraph(FIELD)},
            endnotes(NOTES.format(FIELD).encode()),
            endnotes(NOTES.format(FIELD).encode("utf-16")),
            {DOCUMENT: paragraph(code(" PAGE ", FIELD))},
            {DOCUMENT: paragraph(code("PAGE").replace("<w:t>1</w:t></w:r>", f"</w:r>{FIELD}"))},
            {
                DOCUMENT: paragraph(
                    f"<w:r><w:pict><w:txbxContent><w:p>{FIELD}</w:p></w:txbxContent></w:pict></w:r>"
                )
            },
        ],
    ),
)
def test_a_field_anywhere(ogp: Ogp, french: Path, changes: dict[str, str | bytes]) -> None:
    refused(rendered(ogp, french, changes), "the field “DDEAUTO x”")


@pytest.mark.parametrize(
    "runs",
    some(
        2,
        [
            # The result of the field inside would make it a DATABASE or a link to anywhere.
            code("DAT", code("REF x"), "E \\d x"),
            code(code("REF x"), " y"),
            code('HYPERLINK "', code("REF x"), '"'),
            # Text that another reader, or a decision of the reader's, leaves out.
            code("<w:del><w:r><w:delInstrText>PAGE </w:delInstrText></w:r></w:del>", "DDEAUTO x"),
            code("<w:ins><w:r><w:instrText>PAGE </w:instrText></w:r></w:ins>", "DDEAUTO x"),
            code(
                '<x:y xmlns:x="urn:x"><w:r><w:instrText>PAGE </w:instrText></w:r></x:y>',
                "DDEAUTO x",
            ),
            code("<w:r><w:t>DDEAUTO </w:t></w:r>", "PAGE"),
            "<w:r><w:instrText>DDEAUTO x</w:instrText></w:r>",
            code("PAGE").replace("separate", "other"),
            code("PAGE").replace('<w:fldChar w:fldCharType="separate"/>', "")[:-50],
            code("PAGE").replace(":instr", ":x").replace("<w:x", '<s:x xmlns:s="urn:s"'),
        ],
    ),
)
def test_a_field_s_code_says_all(ogp: Ogp, french: Path, runs: str) -> None:
    result = rendered(ogp, french, {DOCUMENT: paragraph(runs)})
    assert (result.code, result.raw) == (2, b"")


@pytest.mark.parametrize(
    "text",
    some(
        3,
        [
            " PAGE  \\* MERGEFORMAT ",
            "page",
            'TOC \\o "1-3" \\h \\z \\u',
            'DATE \\@ "dd/MM/yyyy"',
            "PAGEREF _Toc1 \\h",
            'STYLEREF "Heading 1"',
            "SEQ Table \\* ARABIC",
            'HYPERLINK "https://example.org/a?b=c#d" \\o "A tip" \\t "_blank"',
            "HYPERLINK mailto:a@example.org",
            'HYPERLINK \\l "_Toc1"',
        ],
    ),
)
def test_fields_that_letterheads_need(ogp: Ogp, french: Path, text: str) -> None:
    quoted = text.replace('"', "&quot;")
    nested = code('TOC \\o "1-1"') + code(*text)
    simple = f'<w:fldSimple w:instr="{quoted}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    result = rendered(ogp, french, {DOCUMENT: paragraph(nested + simple)})
    assert (result.code, result.err) == (0, "")


@pytest.mark.parametrize(
    ("part", "xml"),
    some(3, [
        (SETTINGS, '<w:mailMerge><w:connectString w:val="Provider=x"/></w:mailMerge>'),
        (SETTINGS, '<w:smartTagType w:name="x" w:url="http://example.org"/>'),
        (SETTINGS, '<s:schemaLibrary xmlns:s="http://schemas.openxmlformats.org/schemaLibrary/2006/main"/>'),
        (DOCUMENT, '<v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="http://example.org/x"/>'),
        (DOCUMENT, '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" href="file:///c:/x.exe"/>'),
        (DOCUMENT, '<x:webVideoPr xmlns:x="urn:x" embeddedHtml="&lt;iframe/&gt;"/>'),
        (DOCUMENT, '<s:p xmlns:s="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'),
        ("docProps/app.xml", "<xsnLocation>http://example.org/x.xsn</xsnLocation>"),
    ]),
)  # fmt: skip
def test_no_address_without_a_relation(ogp: Ogp, french: Path, part: str, xml: str) -> None:
    xml = xml.replace("/>", f' xmlns:w="{W}"/>', 1) if part == DOCUMENT else xml
    refused(rendered(ogp, french, {part: xml}), "is not allowed")


@pytest.mark.parametrize(
    "data",
    some(
        2,
        [
            b'<?xml version="1.0" encoding="UTF-7"?>' + NOTES.format("").encode(),
            b'<?xml version="1.0" encoding="ISO-8859-1"?>' + NOTES.format("").encode(),
            b'<!DOCTYPE x [<!ENTITY d "DDEAUTO ">]>' + NOTES.format(code("PAGE")).encode(),
            b"PK no XML",
        ],
    ),
)
def test_a_part_can_be_read_in_one_way(ogp: Ogp, french: Path, data: bytes) -> None:
    refused(rendered(ogp, french, endnotes(data)), "/word/endnotes.xml")


def test_what_a_template_makes_is_looked_at_too(ogp: Ogp, french: Path) -> None:
    start, end = "<w:r><w:t>{{ '<w:fldSimple w:instr=&quot;", "x&quot;/>' | safe }}</w:t></w:r>"
    escaped = start.replace("<w:f", "&lt;w:f") + "DDEAUTO " + end.replace("/>'", "/&gt;'")
    refused(rendered(ogp, french, {DOCUMENT: paragraph(escaped)}), "the field “DDEAUTO x”")


@pytest.mark.slow
@pytest.mark.parametrize(
    "day", ["1979-12-31", "1900-01-01", "2099-12-31", "2108-01-01", "2204-03-21"]
)
def test_a_document_of_any_day(ogp: Ogp, french: Path, day: str) -> None:
    # The archive that a Word file is has days from 1980 to 2107.
    meeting = french / "data/meetings/2025-01-15.yaml"
    text = meeting.read_text(encoding="utf-8").replace("date: 2025-01-15", f"date: {day}")
    meeting.with_name(f"{day}.yaml").write_text(text, encoding="utf-8")
    meeting.unlink()
    for command in (("render-minutes", day), ("show", day), ("show", "1")):
        for form in ("docx", "pdf", "md", "json"):
            result = ogp(*command, "--format", form, cwd=french)
            assert result.code == (2 if day in command and day > "2100" else 0)
            assert "mistake in ogp" not in result.err


def test_the_shipped_templates_pass_as_those_of_a_book(ogp: Ogp, french: Path) -> None:
    shutil.copytree(ROOT / "templates", french / "templates")
    arguments = ("render-minutes", "2025-01-15", "--to", "docx")
    assert ogp(*arguments, cwd=french).raw == ogp(*arguments, cwd=FRENCH).raw
