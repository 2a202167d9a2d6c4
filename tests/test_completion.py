"""What the shell offers, and the pages of help."""

from pathlib import Path

import pytest
from conftest import ROOT, Ogp

from ogp_cli.cli import COMMANDS


def offered(ogp: Ogp, words: str, cwd: Path = ROOT, kind: str = "zsh", **environment: str) -> str:
    """Return what completes the last of some words, as the shell is told."""
    ours = {"_OGP_COMPLETE": f"complete_{kind}", "_TYPER_COMPLETE_ARGS": words}
    bash = {"COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    result = ogp(cwd=cwd, **ours, **bash, **environment)
    assert result.err == ""
    return result.out


def test_commitments_with_their_titles(ogp: Ogp) -> None:
    assert '"17":"تنظيم منتديات شبابية حول المشاركة السياسية للشباب"' in offered(ogp, "ogp show 1")
    assert '"2":' not in offered(ogp, "ogp show 1")
    assert '"enabling-environment"' in offered(ogp, "ogp show en")  # its title is in a decision
    assert offered(ogp, "ogp show 1", kind="bash").split() == ["1", *map(str, range(10, 20))]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("ogp sta", "status"),
        ("ogp status --wai", "--waiting"),
        ("ogp status --status can", "cancelled"),
        ("ogp status --step new", "new-version-received"),
        ("ogp status --lead just", "justice"),
        ("ogp status --as-of 2024", "2024-03-21"),
        ("ogp status --sort le", "lead"),
        ("ogp status --group-by st", "status"),
        ("ogp status --format doc", "docx"),
        ("ogp status --lang f", "fr"),
        ("ogp status --bidi vis", "visual"),
        ("ogp changes --since 2024", "2024-03-21"),
        ("ogp changes --format js", "json"),
        ("ogp show just", "justice"),
        ("ogp show 2024", "2024-03-21"),
        ("ogp schedule --format i", "ics"),
        ("ogp check --rule contrad", "contradictory-decision"),
        ("ogp check --format gitl", "gitlab"),
        ("ogp rules contrad", "contradictory-decision"),
        ("ogp render-minutes 2024", "2024-03-21"),
        ("ogp render-minutes --to pd", "pdf"),
        ("ogp schema pl", "plan"),
    ],
)
def test_values(ogp: Ogp, words: str, value: str) -> None:
    assert offered(ogp, words, kind="bash").split() == [value]


def test_of_a_book_elsewhere(ogp: Ogp, tmp_path: Path) -> None:
    assert '"22":' in offered(ogp, f"ogp --root {ROOT} show 2", tmp_path)
    assert '"22":' in offered(ogp, "ogp show 2", tmp_path, OGP_ROOT=str(ROOT))
    assert '"22":' in offered(ogp, f"ogp show --root {ROOT} 2", tmp_path)
    assert "22" not in offered(ogp, "ogp show 2", tmp_path)


def test_text_of_the_data_is_nothing_to_a_shell(ogp: Ogp, book: Path) -> None:
    file = book / "data/commitments/5.yaml"
    title = "a $(touch x) `touch x` ' )) ; touch x & [b] \\\\ \\\" \\e[31m | > x {y} é"
    file.write_text(f'number: 5\ntitle: "{title}"\nstatus: standing\n', encoding="utf-8")
    assert '"5":"a touch x touch x touch x b 31m x y é"' in offered(ogp, "ogp show 5", book)


def test_what_is_no_id_is_not_offered(ogp: Ogp, book: Path) -> None:
    for name in ("a$(touch x)", "a`touch x`", "a b", "a\nb", "a'b"):
        (book / f"data/commitments/{name}.yaml").touch()
    organizations = book / "data/organizations.yaml"
    organizations.write_text('"a;touch x": {}\na-b: {}\n', encoding="utf-8")
    assert offered(ogp, "ogp show a", book, kind="bash").split() == ["a-b"]


def test_a_broken_book_completes_what_it_can(ogp: Ogp, book: Path) -> None:
    (book / "data/commitments/5.yaml").write_text("number: [5\n")
    (book / "data/organizations.yaml").write_bytes(b"\xff")
    assert '"4":' in offered(ogp, "ogp show 4", book)


def test_the_first_page_is_a_manual_s(ogp: Ogp) -> None:
    out = ogp("--help").out
    assert "..." not in out.replace("[ARGS]...", "")
    named = {line.split()[1] for line in out.splitlines() if line.startswith("    ogp ")}
    assert named >= {"status", "changes", "show", "schedule", "check", "rules", "render-minutes"}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_summary_and_an_example(ogp: Ogp, command: str) -> None:
    result = ogp(command, "--help")
    assert result.code == 0
    assert f"\n\n  {COMMANDS[command]}\n\n" in result.out
    assert f"ogp {command}" in result.out.partition("Example")[2].partition("Options:")[0]
