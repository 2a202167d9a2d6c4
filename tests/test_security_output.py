"""Templates of a stranger's book have limits, and output overwrites nothing that it should not."""

import csv
import io
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import docx
import pypdfium2
import pytest
from conftest import FRENCH, ROOT, Ogp, Result, some
from shells import need

from ogp_cli.present.formats import limits

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX")
MEETING = "2025-01-15"


def rendered(ogp: Ogp, book: Path, form: str, template: str, *options: str, **env: str) -> Result:
    """Render the minutes with a template of the book."""
    (book / "templates").mkdir(exist_ok=True)
    name = {"md": "minutes.md.j2", "html": "minutes.html.j2", "pdf": "minutes.typ.j2"}[form]
    (book / "templates" / name).write_text(template, encoding="utf-8")
    return ogp("render-minutes", MEETING, "--to", form, *options, cwd=book, **env)


TYPST = '#set document(title: "x")\n#set text(font: "Amiri")\n'


@posix
@pytest.mark.parametrize(
    ("form", "template"),
    some(
        2,
        [
            ("md", "{% include 'leak' %}"),
            ("html", "{% include '../secret' %}"),
            ("html", "{% import '/etc/passwd' as x %}"),
            ("md", "{% extends 'folder/secret' %}"),
            ("pdf", TYPST + '#read("leak")'),
            ("pdf", TYPST + '#read("../secret")'),
            ("pdf", TYPST + '#read("/../secret")'),
            ("pdf", TYPST + '#include "folder/secret"'),
        ],
    ),
)
def test_a_template_reads_nothing_outside(ogp: Ogp, french: Path, form: str, template: str) -> None:
    (french.parent / "secret").write_text("root:secret")
    (french / "templates").mkdir()
    if "leak" in template:
        (french / "templates/leak").symlink_to("/etc/passwd")
    if "folder" in template:
        (french / "templates/folder").symlink_to("../..")
    result = rendered(ogp, french, form, template)
    assert (result.code, result.raw) == (2, b"")
    assert "root:" not in result.err
    if "leak" in template or "folder" in template:
        assert "is a link that leaves the book\n  hint: " in result.err
    package = ogp("render-minutes", MEETING, "--to", form, "--root", FRENCH).raw
    assert rendered(ogp, french, form, template, "--no-book-templates").raw == package


@posix
def test_a_template_reads_what_the_book_links_to(ogp: Ogp, french: Path) -> None:
    (french / "templates").mkdir()
    (french / "letterhead").write_text("Royaume d’exemple", encoding="utf-8")
    (french / "templates/head").symlink_to("../letterhead")
    assert rendered(ogp, french, "md", "{% include 'head' %}").out == "Royaume d’exemple"
    os.mkfifo(french / "templates/pipe")
    result = rendered(ogp, french, "md", "{% include 'pipe' %}")
    assert (result.code, "pipe is not a regular file" in result.err) == (2, True)


NESTED = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"


@pytest.mark.parametrize(
    ("form", "template"),
    [
        pytest.param("md", NESTED, marks=pytest.mark.slow),
        pytest.param("md", "{{ 'x' * 10 ** 10 }}", marks=posix),
        pytest.param(
            "pdf",
            TYPST + "#for a in range(99999999) { for b in range(99999999) { a } }",
            marks=pytest.mark.slow,
        ),
        pytest.param("html", "{{ 'x' | center(10 ** 10) }}", marks=[posix, pytest.mark.slow]),
        pytest.param("pdf", TYPST + "#range(2000000000)", marks=[posix, pytest.mark.slow]),
    ],
)
def test_a_template_has_limits(
    ogp: Ogp, french: Path, monkeypatch: pytest.MonkeyPatch, form: str, template: str
) -> None:
    monkeypatch.setattr(limits, "SECONDS", 2)
    result = rendered(ogp, french, form, template)
    assert (result.code, result.raw) == (2, b"")
    assert "2 seconds or 2048 MB\n" in result.err or "MemoryError" in result.err
    assert "Traceback" not in result.err


@pytest.mark.slow
def test_a_template_reaches_no_network(ogp: Ogp, french: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(1)
        # A template may put the name together; Typst would ask this proxy.
        proxy = f"http://127.0.0.1:{server.getsockname()[1]}"
        environment = dict.fromkeys(("HTTPS_PROXY", "https_proxy", "ALL_PROXY"), proxy)
        template = TYPST + '#import ("@pre" + "view/cetz:0.3.0"): *'
        result = rendered(ogp, french, "pdf", template, **environment)
        assert (result.code, result.raw) == (2, b"")
        with pytest.raises(TimeoutError):
            server.accept()


def test_a_template_of_word_runs_in_the_sandbox(ogp: Ogp, french: Path) -> None:
    word = docx.Document(str(ROOT / "templates/minutes.docx"))
    word.add_paragraph("{{ minutes.__class__.__mro__ }}")
    (french / "templates").mkdir()
    word.save(str(french / "templates/minutes.docx"))
    result = ogp("render-minutes", MEETING, "--to", "docx", cwd=french)
    assert (result.code, result.raw) == (2, b"")
    assert "unsafe" in result.err


def test_without_its_sandbox_a_template_sees_no_secrets(
    ogp: Ogp, french: Path, tmp_path: Path
) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import jinja2.sandbox as s\ns.SandboxedEnvironment.is_safe_attribute = lambda *_: True\n"
    )
    template = "{{ cycler.__init__.__globals__.__builtins__.__import__('os').environ }}"
    environment = {"PYTHONPATH": str(tmp_path), "GITHUB_TOKEN": "ghs_secret", "A": "ghs_secret"}
    result = rendered(ogp, french, "md", template, **environment)
    assert (result.code, "PATH" in result.out) == (0, True), "the attack is none"
    assert "ghs_secret" not in result.out


@pytest.mark.parametrize(
    "template",
    some(
        1,
        [
            "{% set f = '{0.__globals__[os].environ}' | attr('format') %}{{ f(lipsum) }}",
            "{{ '{0.__class__}'.format(minutes) }}",
            "{{ ['{0.__class__}'] | map('format', minutes) | list }}",
            "{{ ''.__class__ }}",
        ],
    ),
)
def test_the_sandbox_holds(ogp: Ogp, french: Path, template: str) -> None:
    out = rendered(ogp, french, "md", template).out
    assert not [word for word in ("<class", "PATH") if word in out]


@posix
def test_the_name_of_a_template_is_no_code(ogp: Ogp, french: Path) -> None:
    system, touch = (",".join(str(ord(each)) for each in text) for text in ("os", "touch PWNED"))
    made = "str().join(map(chr,({})))"
    name = f"{{__import__({made.format(system)}).system({made.format(touch)})}}"
    (french / "templates").mkdir()
    (french / "templates" / name).write_text("{% from 'e.md' import nothing %}{{ nothing }}")
    (french / "templates/e.md").write_text("")
    rendered(ogp, french, "md", f'{{% include "{name}" %}}')
    assert not list(french.rglob("PWNED"))


@pytest.mark.parametrize("command", some(1, ["show 1", "changes", f"render-minutes {MEETING}"]))
def test_every_document_can_do_without_templates_of_the_book(
    ogp: Ogp, french: Path, command: str
) -> None:
    whole = (*command.split(), "--format", "md")
    package = ogp(*whole, cwd=french).out
    shutil.copytree(ROOT / "templates", french / "templates")
    for template in (french / "templates").glob("*.md.j2"):
        template.write_text("the book's")
    assert ogp(*whole, cwd=french).out == "the book's"
    assert ogp(*whole, "--no-book-templates", cwd=french).out == package


@pytest.mark.slow
@posix
def test_output_to_a_pipe(french: Path) -> None:
    need("bash")
    ogp = f"{sys.executable} -m ogp_cli status --format csv --root {french}"
    script = (
        f"{ogp} > plain.csv; {ogp} -o /dev/stdout | cat > pipe.csv; "
        f"{ogp} -o >(cat > substitution.csv); wait $!; "
        f"{{ echo first; {ogp} -o /dev/stdout; }} > group.csv"
    )
    subprocess.run(["bash", "-c", script], cwd=french, check=True)
    plain = (french / "plain.csv").read_bytes()
    assert plain.startswith(b"\xef\xbb\xbf")
    assert (french / "pipe.csv").read_bytes() == plain
    assert (french / "substitution.csv").read_bytes() == plain
    assert (french / "group.csv").read_bytes() == b"first\n" + plain


def titled(french: Path, title: str) -> Path:
    file = french / "data/commitments/petitions.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"Ouvrir les pétitions en ligne"', title), encoding="utf-8")
    return french


def test_letters_that_nobody_sees(ogp: Ogp, french: Path) -> None:
    book = titled(french, r'"Ou\uFEFFvrir \uE000 \U0010FFFD \u0007 la \x7f fin"')
    result = ogp("show", "petitions", "--format", "pdf", cwd=book)
    assert (result.code, result.err) == (0, "")
    pages = pypdfium2.PdfDocument(result.raw)
    text = "".join(page.get_textpage().get_text_range() for page in pages)
    assert "Ouvrir � � � la � fin" in " ".join(text.split())


@pytest.mark.parametrize(
    "start", some(4, ["=", "+", "-", "@", "＝", "＋", "－", "＠", " =", "\u200b=", "\t="])
)
def test_a_cell_is_no_formula(ogp: Ogp, french: Path, start: str) -> None:
    book = titled(french, f'"{start}1+1"'.replace("\t", "\\t"))
    out = ogp("status", "--format", "csv", cwd=book).out.removeprefix("\ufeff")
    (cell,) = (
        cell for row in csv.reader(io.StringIO(out), delimiter=",") for cell in row if "1+1" in cell
    )
    assert cell[0] in "'\\"
