"""The README is right, in three languages; `.ci/run` runs its two set-up lines."""

import re
from pathlib import Path

import pytest
from conftest import ROOT, Ogp

from ogp_cli.cli import COMMANDS

README = (ROOT / "README.md").read_text(encoding="utf-8")


LINE = re.compile("^python3 -m venv.*", re.MULTILINE)
SET_UP = LINE.findall(README)
PAGES = {"en": README} | {
    language: (ROOT / f"README.{language}.md").read_text(encoding="utf-8")
    for language in ("fr", "ar")
}
each_page = pytest.mark.parametrize("language", PAGES)


def blocks(language: str, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```", PAGES[language], re.DOTALL | re.MULTILINE)


def test_two_lines_do_all_the_set_up() -> None:
    assert [line.rpartition("/bin/")[2] for line in SET_UP] == [
        "ogp render-minutes 2024-03-21 --output minutes.pdf",
        "pytest",
    ]


def test_the_commands_of_the_first_line_run(ogp: Ogp, tmp_path: Path) -> None:
    commands = [part.split()[1:] for part in SET_UP[0].split(" && ") if "/ogp " in part]
    assert [command[0] for command in commands] == ["status", "render-minutes"]
    for command in commands:
        assert ogp("--root", ROOT, *command, cwd=tmp_path).code == 0
    assert (tmp_path / "minutes.pdf").exists()


def test_powershell_has_the_same_line() -> None:
    line = SET_UP[0].replace("python3", "py").replace(" &&", ";")
    assert blocks("en", "powershell") == [line.replace(".venv/bin/", ".venv\\Scripts\\") + "\n"]


@each_page
def test_the_pages_have_the_same_commands(language: str) -> None:
    for kind in ("yaml", "powershell"):
        assert blocks(language, kind) == blocks("en", kind)
    first_lines = [block.partition("\n")[0] for block in blocks(language, "console")]
    assert first_lines == [block.partition("\n")[0] for block in blocks("en", "console")]


def test_the_yaml_is_that_of_the_shipped_data() -> None:
    for block in blocks("en", "yaml"):
        name, *lines = block.splitlines()
        text = (ROOT / name.removeprefix("# ")).read_text(encoding="utf-8").splitlines()
        places = [text.index(line) for line in lines]
        assert places == sorted(places)


@each_page
def test_what_a_command_prints(ogp: Ogp, book: Path, language: str) -> None:
    path = book / "data/commitments/10.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("status: merge-proposed", "status: standing"), encoding="utf-8")
    shown = [block for block in blocks(language, "console") if block.startswith("$ ")]
    assert len(shown) == 2
    for block in shown:
        command, _, output = block.removeprefix("$ ogp ").partition("\n")
        # The pages leave out the invisible marks that keep names in order.
        printed = ogp(*command.split(), cwd=book, LANG=language).out
        assert output in re.sub("[\u200e\u200f]", "", printed).replace("\xa0", " ")


def test_the_shipped_data_have_six_warnings(ogp: Ogp) -> None:
    assert "Errors: 0, warnings: 6" in ogp("check").out


@each_page
def test_the_table_of_commands(language: str) -> None:
    assert re.findall(r"^\| `ogp ([a-z-]+)", PAGES[language], re.MULTILINE) == list(COMMANDS)


def test_the_map_names_what_there_is() -> None:
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    tree = re.findall(r"```text\n(.*?)```", contributing, re.DOTALL)[0]
    named = set(re.findall(r"^  ([a-z_]+(?:\.py|/))", tree, re.MULTILINE))
    package = ROOT / "src" / "ogp_cli"
    there = {path.name + "/" * path.is_dir() for path in package.iterdir() if path.name[0] != "_"}
    assert named == there - {"py.typed", "nearest.py", "safe_json.py"}


@each_page
def test_a_link_leads_somewhere(language: str) -> None:
    links = re.findall(r"\]\((?!http)([^)#]+)[^)]*\)", PAGES[language])
    assert [link for link in links if not (ROOT / link).exists()] == []
