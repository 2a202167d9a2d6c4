"""The structure of the code: imports only go down, and every file is in its list."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, some
from typer.main import get_group

from ogp_cli.checks import RULES
from ogp_cli.cli import COMMANDS
from ogp_cli.cli.new import new
from ogp_cli.lang import LANGUAGES
from ogp_cli.models.schema import KINDS
from ogp_cli.present.formats import DOCUMENTS, SCHEDULES
from ogp_cli.present.reports import REPORTS
from ogp_cli.store.folder import PATHS

PACKAGE = ROOT / "src" / "ogp_cli"
LAYERS = [
    {"cli"},
    {"commands"},
    {"edit", "site"},
    {"present", "checks", "export"},
    {"process"},
    {"plan"},
    {"store"},
    {"models"},
    {"terminal"},
    {"problem", "errors", "nearest", "ids", "notation", "safe_json", "signals", "archive"},
    {"lang"},
]
LEVEL = {name: number for number, names in enumerate(LAYERS) for name in names}


def imports(file: Path) -> set[str]:
    """Return the parts of the package that a file imports from, itself left out."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    modules = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            modules |= {f"{node.module}.{each.name}" for each in node.names}
        elif isinstance(node, ast.Import):
            modules |= {each.name for each in node.names}
    parts = {module.split(".")[1] for module in modules if module.startswith("ogp_cli.")}
    return (parts & set(LEVEL)) - {part_of(file)}


def part_of(file: Path) -> str:
    return file.relative_to(PACKAGE).with_suffix("").parts[0]


FILES = [file for file in sorted(PACKAGE.rglob("*.py")) if part_of(file)[:2] != "__"]


def test_the_way_in_is_short() -> None:
    """CONTRIBUTING names eight files to begin with: an hour's reading."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    files = re.findall(r"^\d\. `([\w/]+\.py)`: ", text, re.MULTILINE)
    lines = [(PACKAGE / file).read_text(encoding="utf-8").count("\n") for file in files]
    assert len(files) == 8
    assert sum(lines) <= 1500


def test_every_part_has_its_layer() -> None:
    assert {part_of(file) for file in FILES} == set(LEVEL)


def test_imports_go_down() -> None:
    upwards = {
        (str(file.relative_to(PACKAGE)), part)
        for file in FILES
        for part in imports(file)
        if LEVEL[part] <= LEVEL[part_of(file)]
    }
    assert not upwards


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_what_translates_is_not_hidden(file: Path) -> None:
    """A function that calls `_` gives that name to nothing else; mypy does not see it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            names = [each for each in ast.walk(node) if isinstance(each, ast.Name)]
            stored = {each.id for each in names if isinstance(each.ctx, ast.Store)}
            called = {
                ast.unparse(each.func) for each in ast.walk(node) if isinstance(each, ast.Call)
            }
            assert "_" not in stored & called, node.name


def stems(folder: str) -> set[str]:
    names = {file.stem for file in (PACKAGE / folder).glob("*.py")}
    return {name.replace("_", "-") for name in names if not name.startswith("__")}


def test_every_rule_is_documented() -> None:
    assert {each.group for each in RULES.values()} == stems("checks/rules")
    for each in RULES.values():
        summary, _, page = each.page.partition("\n\n")
        assert summary.endswith(".")
        assert len(summary) < 110
        assert page
        assert not re.search(r"^(- |\w+: )", page, re.MULTILINE)  # an example without its indent


def test_every_command_and_language_is_listed() -> None:
    assert set(COMMANDS) == stems("cli") - {"choices", "classes", "completion", "options"}
    assert set(COMMANDS) <= stems("commands")
    assert set(get_group(new).commands) == stems("edit/new")
    assert set(LANGUAGES) == stems("lang") - {
        "catalogue",
        "days",
        "direction",
        "interface",
        "language",
        "rich-text",
    }


def renderers(folder: str) -> set[str]:
    files = (PACKAGE / folder).glob("*.py")
    return {file.stem for file in files if "\ndef render(" in file.read_text(encoding="utf-8")}


def test_every_format_is_listed() -> None:
    listed = {each.module for each in (DOCUMENTS | SCHEDULES).values()}
    assert renderers("present/formats") - {"__init__", "templates"} == listed
    assert renderers("present/reports") - {"__init__"} == set(REPORTS)


def test_choices_are_of_what_there_is() -> None:
    assert list(PATHS) == list(KINDS)


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    some(
        2,
        [
            (["--help"], ["pydantic", "zoneinfo", "ruamel", "rich", "jinja2"]),
            (["check"], ["rich", "jinja2"]),
            (["status"], ["rich.table", "rich.console", "jinja2", "xlsxwriter"]),
            (["render-minutes", "2024-03-21"], ["rich"]),
            (["rules"], ["rich", "jinja2"]),
            (["schema", "plan"], ["ruamel", "rich", "jinja2"]),
            (["status", "--format", "json"], ["rich", "jinja2", "bidi", "xlsxwriter"]),
            (["schedule"], ["rich.table", "jinja2", "icalendar"]),
            (["changes"], ["rich.console", "jinja2"]),
            (["show", "10"], ["rich", "jinja2"]),
            (["show", "10", "--format", "json"], ["rich", "jinja2", "docxtpl", "typst"]),
        ],
    ),
)
def test_a_command_imports_what_it_uses(arguments: list[str], unwanted: list[str]) -> None:
    script = (
        "import sys; from ogp_cli.cli import main; main(sys.argv[1:]); "
        f"loaded = set({unwanted}) & set(sys.modules); sys.exit(f'{{loaded}}' if loaded else 0)"
    )
    environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    command = [sys.executable, "-c", script, *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize(("words", "offered"), [("ogp ", b"status"), ("ogp show ", b"2024-03-21")])
@pytest.mark.parametrize("shell", some(1, ["zsh", "bash", "fish"]))
def test_a_tab_imports_no_rich(shell: str, words: str, offered: bytes) -> None:
    script = (
        "import sys; from ogp_cli.cli import main; sys.argv = ['ogp']; main(); "
        "sys.exit('rich' in sys.modules)"
    )
    asked = {
        "_OGP_COMPLETE": f"complete_{shell}",
        "_TYPER_COMPLETE_ARGS": words,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
    }
    command = [sys.executable, "-c", script]
    environment = os.environ | asked
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert offered in done.stdout
    assert done.returncode == 0
