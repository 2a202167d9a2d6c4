"""The README is right: its commands print what it shows; `.ci/run` runs its two set-up lines."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT, Ogp

from ogp_cli.cli import COMMANDS

IDENTITY = ["-c", "user.name=Secretary", "-c", "user.email=secretary@example.org"]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_two_lines_do_all_the_set_up() -> None:
    lines = [line for line in README.splitlines() if line.startswith("python3 -m venv")]
    assert [line.rpartition("/bin/")[2] for line in lines] == [
        "ogp render-minutes 2024-03-21 --output minutes.pdf",
        "pytest",
    ]
    assert all(line in blocks("console")[i] for i, line in enumerate(lines))


def test_the_commands_of_the_first_line_run(ogp: Ogp, tmp_path: Path) -> None:
    first = next(line for line in README.splitlines() if line.startswith("python3 -m venv"))
    commands = [part.split()[1:] for part in first.split(" && ") if "/ogp " in part]
    assert [command[0] for command in commands] == ["status", "render-minutes"]
    for command in commands:
        assert ogp("--root", ROOT, *command, cwd=tmp_path).code == 0
    assert (tmp_path / "minutes.pdf").exists()


def test_what_a_command_prints(ogp: Ogp) -> None:
    shown = [block for block in blocks("console") if block.startswith("$ ")]
    assert shown
    for block in shown:
        command, _, output = block.removeprefix("$ ogp ").partition("\n")
        # The README leaves out the invisible marks that keep names in order.
        assert re.sub("[\u200e\u200f]", "", ogp(*command.split()).out) == output


def test_the_balance_and_the_problem(ogp: Ogp, book: Path) -> None:
    balance, problem = blocks("text")
    assert balance in ogp("status").out
    path = book / "data/commitments/22.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("status: cancelled", "status: standing"), encoding="utf-8")
    assert problem.strip() in ogp("check", cwd=book).out


def test_the_table_of_commands() -> None:
    assert re.findall(r"^\| `ogp ([a-z-]+)", README, re.MULTILINE) == list(COMMANDS)


def test_the_map_names_what_there_is() -> None:
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    tree = re.findall(r"```text\n(.*?)```", contributing, re.DOTALL)[0]
    named = set(re.findall(r"^  ([a-z_]+(?:\.py|/))", tree, re.MULTILINE))
    package = ROOT / "src" / "ogp_cli"
    there = {path.name + "/" * path.is_dir() for path in package.iterdir() if path.name[0] != "_"}
    assert named == there - {"py.typed", "nearest.py", "safe_json.py"}


@pytest.mark.parametrize("link", re.findall(r"\]\((?!http)([^)]+)\)", README))
def test_a_link_leads_somewhere(link: str) -> None:
    assert (ROOT / link).exists()


def test_the_secretarys_year(ogp: Ogp, tmp_path: Path) -> None:
    page = (ROOT / "docs/recording.md").read_text(encoding="utf-8")
    folder, done = tmp_path, []
    for language, text in re.findall(
        r"^```(yaml|console)\n(.*?)^```", page, re.DOTALL | re.MULTILINE
    ):
        if language == "yaml":
            name = text.partition("\n")[0].removeprefix("# ")
            assert (folder / name).exists()  # a command wrote it, for the secretary to fill in
            (folder / name).write_text(text, encoding="utf-8")
            continue
        for line in text.replace("\\\n", "").splitlines():
            program, *arguments = shlex.split(line)
            if program == "cd":
                folder /= arguments[0]
            elif program == "git":
                subprocess.run([program, *IDENTITY, *arguments], cwd=folder, check=True)
            else:
                assert program == "ogp"
                result = ogp(*arguments, cwd=folder)
                assert result.code == 0, result.out + result.err
                done.append((arguments[0], result.out))
    verbs = {verb for verb, _ in done}
    shown = {"changes", "status", "show", "schedule"}
    assert verbs == {"init", "new", "post", "check", "render-minutes", *shown}
    assert {out.partition("Files")[0] for verb, out in done if verb == "check"} == {"No problems. "}
    left = subprocess.run(["git", "status", "--short"], cwd=folder, capture_output=True, check=True)
    assert left.stdout == b""
    balance = "4 proposals = 1 cancelled + 2 adopted + 1 not adopted; the plan has 1 commitment"
    assert balance in ogp("status", cwd=folder).out
