"""What a terminal or a runner obeys is in no output: neither out of the data nor of an argument."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from conftest import ROOT, Ogp, Terminal, some
from hostile import RUNNERS, TEXTS, quoted
from ruamel.yaml import YAML

from ogp_cli import __version__
from ogp_cli.terminal.say import inert

ESCAPE = "\x1b]0;pwn\x07"
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]")


def obeyed(output: str) -> Iterator[str]:
    """Yield the lines that a runner takes for a command.

    GitHub: `::` at the start, white space aside, and `##[` anywhere; Azure DevOps: `##vso[`;
    TeamCity: `##teamcity[`; GitLab: a section with its control characters.
    """
    for line in re.split("\r\n|\r|\n", output):
        start = line.lstrip().removeprefix("\ufeff").lstrip()
        prefixes = ("##[", "##vso[", "##teamcity[")
        if (start.startswith("::") and "::" in start[2:]) or any(
            each in line.lower() for each in prefixes
        ):
            yield line
    yield from re.findall(r"section_(?:start|end):\d+:\w+.*\x1b", output)


@pytest.fixture
def wrong(hostile: Path) -> Path:
    """Return the hostile book, with errors that name its texts."""
    plan = hostile / "data/plan.yaml"
    text = plan.read_text(encoding="utf-8")
    bad = "".join(f"- {quoted(each)}\n" for each in TEXTS)
    plan.write_text(f"{text}periods:\n{bad}", encoding="utf-8")
    return hostile


PRINTED = [
    *[("check", "--format", form) for form in ("text", "json", "gitlab", "sarif", "junit")],
    *[("status", "--format", form) for form in ("text", "json", "csv", "md", "html")],
    *[("show", "petitions", "--format", form) for form in ("text", "json", "md", "html")],
    *[("changes", "--format", form) for form in ("text", "json", "md", "html")],
    *[("render-minutes", "2025-01-15", "--to", form) for form in ("text", "json", "md", "html")],
    *[("schedule", "--format", form) for form in ("text", "csv", "ics")],
    ("post", "--diff"),
    ("schema", "commitment", "--book"),
    *[("show", each) for each in RUNNERS],
    *[("status", f"--lead={each}") for each in RUNNERS],
    *[("status", f"--as-of={each}") for each in RUNNERS[:1]],
    *[("check", each) for each in RUNNERS],
    *[(each,) for each in RUNNERS],
    *[("check", f"--{each}") for each in RUNNERS],
]


@pytest.mark.slow
@pytest.mark.parametrize("width", some(1, ["", "20"]))
def test_no_output_is_a_command_of_a_runner(ogp: Ogp, wrong: Path, width: str) -> None:
    for command in PRINTED if not width else PRINTED[:22]:
        result = ogp(*command, cwd=wrong, COLUMNS=width)
        assert "Traceback" not in result.err
        assert list(obeyed(result.out)) + list(obeyed(result.err)) == [], command
        assert not CONTROLS.search(result.out + result.err), command


@pytest.mark.slow
def test_the_command_of_a_book_s_template(ogp: Ogp, wrong: Path) -> None:
    (wrong / "templates").mkdir()
    lines = "\n".join([*RUNNERS, f"section_start:1:x\r{ESCAPE}"])
    for ending in ("md", "html"):
        (wrong / f"templates/minutes.{ending}.j2").write_text(f"{lines}\n", encoding="utf-8")
        shown = ogp("render-minutes", "2025-01-15", "--to", ending, cwd=wrong)
        assert (shown.code, list(obeyed(shown.out))) == (0, [])
        assert "\x1b" not in shown.out


@pytest.mark.slow
@pytest.mark.parametrize("form", ["json", "junit", "gitlab", "sarif"])
def test_what_a_machine_reads_is_the_same(ogp: Ogp, wrong: Path, form: str) -> None:
    """Standard output, with its commands spelt otherwise, has the values of the file's text."""
    printed = ogp("check", "--format", form, cwd=wrong).out
    exact = in_a_file(wrong, "check", "--format", form)
    assert list(obeyed(exact))
    if form == "junit":
        assert ET.canonicalize(printed) == ET.canonicalize(exact)
    else:
        assert json.loads(printed) == json.loads(exact)


def in_a_file(book: Path, *command: str) -> str:
    """Return what a command prints into a file, as after `>` in a shell."""
    file = book.parent / "printed"
    with file.open("wb") as stream:
        command_line = [sys.executable, "-m", "ogp_cli", *command]
        # Named, since readline sets COLUMNS behind the back of Python.
        subprocess.run(command_line, cwd=book, env=os.environ, stdout=stream, check=False)
    return file.read_text(encoding="utf-8")


def test_github_gets_its_own_commands(ogp: Ogp, wrong: Path) -> None:
    lines = ogp("check", "--format", "github", cwd=wrong).out.splitlines()
    assert lines
    assert all(re.match("::(error|warning|notice) ", line) for line in lines)
    assert not [line for line in lines if re.search(r"##[a-z]*\[", line)]


def test_output_is_exact_in_a_file(ogp: Ogp, wrong: Path, tmp_path: Path) -> None:
    command = ("render-minutes", "2025-01-15", "--to", "text")
    ogp(*command, "--output", tmp_path / "minutes.txt", cwd=wrong)
    exact = (tmp_path / "minutes.txt").read_text(encoding="utf-8")
    assert RUNNERS[0] in exact
    assert in_a_file(wrong, *command) == exact


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("##[x]", r"#\x23[x]"),
        ("a\n \t::x::", "a\n \t\\x3a:x::"),
        ("a\r::x", "a\r\\x3a:x"),
        ('{"a": "##[x]"}', r'{"a": "#\u0023[x]"}'),
        ("<p>\n::x::##[x]</p>", "<p>\n&#58;:x::#&#35;[x]</p>"),
        ("## Title [1] a::b ## [x]", "## Title [1] a::b ## [x]"),
    ],
)
def test_one_letter_is_spelt_otherwise(text: str, shown: str) -> None:
    assert inert(text) == shown


@pytest.mark.parametrize(
    "command",
    [
        ("check", f"data/{ESCAPE}x"),
        (ESCAPE,),
        ("check", f"--{ESCAPE}"),
        ("help", ESCAPE),
        ("show", ESCAPE),
        ("status", "--format", ESCAPE),
        ("status", "--output", f"{ESCAPE}.x{ESCAPE}"),
        ("status", "--output", f"data/{ESCAPE}.csv"),
        ("status", "--number", ESCAPE),
        ("status", "--as-of", ESCAPE),
        ("status", ESCAPE),
        ("new", "meeting", ESCAPE),
        ("new", "commitment", ESCAPE),
        ("new", ESCAPE),
        ("post", ESCAPE),
        ("rules", ESCAPE),
        ("schema", ESCAPE),
        ("render-minutes", ESCAPE),
        ("init", ESCAPE, "--language", ESCAPE),
        ("--root", ESCAPE, "status"),
    ],
)
def test_an_argument_does_not_reach_the_terminal(
    ogp: Ogp, french: Path, command: tuple[str, ...]
) -> None:
    result = ogp(*command, cwd=french)
    assert result.code == 2
    assert result.err
    assert not CONTROLS.search(result.out + result.err)


def test_the_name_of_a_file_does_not_reach_the_terminal(
    ogp: Ogp, terminal: Terminal, french: Path
) -> None:
    name = f"5{ESCAPE}.yaml"
    proposal = french / "data/commitments" / name
    proposal.write_text("number: 5\ntitle: 'A  B'\nlead: ministere-a\nstatus: standing\n")
    result = ogp("check", "--fix", cwd=french)
    assert "corrected data/commitments/5\\x1b]0;pwn\\x07.yaml" in result.err
    folder = french / ESCAPE
    assert "\x1b" not in terminal(80, "templates", ESCAPE, cwd=french)
    (folder / "minutes.md.j2").write_text("other")
    result = ogp("templates", ESCAPE, cwd=french)
    assert "differs from the default" in result.err
    assert "\x1b" not in result.err


def test_a_mistake_in_ogp_is_no_success(ogp: Ogp, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError(ESCAPE)

    monkeypatch.setattr("ogp_cli.commands.book.load", broken)
    result = ogp("status")
    assert (result.code, result.out) == (2, "")
    assert "ogp: this is a mistake in ogp, not in the data; please report it\n" in result.err
    assert not CONTROLS.search(result.err)


def test_help_of_a_command_of_a_command(ogp: Ogp) -> None:
    assert ogp("help", "new", "meeting").out == ogp("new", "meeting", "--help").out
    assert ogp("help").out == ogp("--help").out


def test_no_account_has_the_name_that_stands_for_one() -> None:
    """An address in the documents and in what `ogp init` writes is refused until it is edited."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout.decode()
    own = re.compile(r"([\w<>-]+)/ogp(?:@|\.git|[\"'`\s]|$)")
    found = set()
    for name in filter(None, listed.split("\0")):
        if name.endswith((".md", ".py", ".yml", ".yaml", ".toml")) and name[:5] != "tests":
            text = unquote((ROOT / name).read_text(encoding="utf-8"))
            assert "OWNER" not in text, name
            addresses = re.findall(r"github\.com/\S+|uses: \S+", text)
            found |= {each for line in addresses for each in own.findall(line)}
    assert found == {"<owner>"}


def test_the_workflow_of_a_new_book_is_refused_until_it_is_edited(ogp: Ogp, tmp_path: Path) -> None:
    """It is YAML, so that the runner comes as far as the name, which no repository has."""
    options = ("--language", "fr", "--country", "XA", "--title", "T", "--committee", "C")
    shown = ogp("init", tmp_path / "book", *options, "--time-zone", "UTC", cwd=tmp_path)
    assert "in .github/workflows/ogp.yml, write the owner of the repository" in shown.out
    text = (tmp_path / "book/.github/workflows/ogp.yml").read_text(encoding="utf-8")
    jobs = YAML(typ="safe").load(text)["jobs"]
    assert jobs["check"]["steps"][-1] == {"uses": f"<owner>/ogp@v{__version__}"}
    [install] = [step["run"] for step in jobs["site"]["steps"] if "pip" in step.get("run", "")]
    assert f"//github.com/<owner>/ogp@v{__version__}" in install


def test_the_workflow_of_a_new_book_publishes_only_what_was_checked(
    ogp: Ogp, tmp_path: Path
) -> None:
    options = ("--language", "fr", "--country", "XA", "--title", "T", "--committee", "C")
    assert ogp("init", tmp_path / "book", *options, "--time-zone", "UTC", cwd=tmp_path).code == 0
    text = (tmp_path / "book/.github/workflows/ogp.yml").read_text(encoding="utf-8")
    workflow = YAML(typ="safe").load(text)
    jobs = workflow["jobs"]
    assert (jobs["site"]["needs"], jobs["publish"]["needs"]) == ("check", "site")
    assert "github.event.repository.default_branch" in jobs["site"]["if"]
    may_write = [
        name for name, job in jobs.items() if "write" in job.get("permissions", {}).values()
    ]
    assert may_write == ["publish"]
    assert workflow["permissions"] == {"contents": "read"}
    assert "secrets" not in text
    [command] = [step["run"] for step in jobs["site"]["steps"] if "ogp site" in step.get("run", "")]
    site = tmp_path / "book" / "public"
    words = command.replace('"$URL"', "https://example.org/plan").split()[1:]
    assert ogp(*words, "--no-documents", cwd=tmp_path / "book").code == 0
    assert (site / "sitemap.xml").is_file()
