"""A change is not checked by its own law: each test mounts the attack, in a book that is committed.

The French book, with settings of its own, is what the change starts from.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ogp, commit, git, some

from ogp_cli.checks import RULES

BOTH = ["--settings-from", "--changed-since"]
PLAN, PETITIONS = "data/plan.yaml", "data/commitments/petitions.yaml"
FIRST, SECOND = "data/meetings/2025-01-15.yaml", "data/meetings/2025-03-10.yaml"
APPROVAL = """\
date: 2025-03-10
kind: steering-committee
accept: {nobody-in-the-room: nobody signed}
decisions:
- approve: 2025-01-15
"""
SWITCHES: dict[str, tuple[str, str, str]] = {
    "skip": (PLAN, "strict: true", "strict: true, skip: [doubled-space]"),
    "not strict": (PLAN, "strict: true", "strict: false"),
    "accept": (PETITIONS, "title:", "accept: {doubled-space: it is meant}\ntitle:"),
}


def edit(book: Path, file: str, old: str, new: str) -> None:
    text = (book / file).read_text(encoding="utf-8")
    assert old in text
    (book / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def append(book: Path, file: str, text: str) -> None:
    with (book / file).open("a", encoding="utf-8") as opened:
        opened.write(text)


@pytest.fixture
def committed(french: Path) -> Path:
    """Return the book as it is in the last commit: strict, and with a warning that is accepted."""
    append(french, PLAN, "check: {strict: true}\n")
    commit(french)
    return french


def warned(book: Path) -> None:
    """Make a change that gets a warning."""
    edit(book, PETITIONS, "Ouvrir les", "Ouvrir  les")


Found = Callable[..., set[tuple[str, str]]]


@pytest.fixture
def found(ogp: Ogp, committed: Path) -> Found:
    """Return what `ogp check` finds: rules and files."""

    def run(*arguments: str) -> set[tuple[str, str]]:
        result = ogp("check", "--format", "json", *arguments, cwd=committed)
        assert result.err == ""
        problems = json.loads(result.out)["problems"]
        return {(each["rule"], each["file"]) for each in problems}

    return run


def test_a_book_cannot_switch_off_its_errors(ogp: Ogp, french: Path) -> None:
    append(french, PLAN, f"check: {{skip: [{', '.join(RULES)}]}}\n")
    (french / PETITIONS).write_text("{{{\n")
    (french / "data/commitments/transparence-budgetaire.yaml").unlink()
    for arguments in ([], ["--strict"], ["--format", "gitlab"]):
        result = ogp("check", *arguments, cwd=french)
        assert result.code == 1
        assert "invalid-yaml" in result.out
        assert "unknown-commitment" in result.out
    every = {rule for rule, page in RULES.items() if page.level == "error"}
    report = json.loads(ogp("check", "--format", "json", cwd=french).out)
    refused = [each for each in report["problems"] if each["rule"] == "wrong-skip"]
    assert {re.findall("“(.+)”", each["message"])[0] for each in refused} == every
    assert set(report["summary"]["skipped"]) == set(RULES) - every


def test_who_runs_the_command_may_leave_out_anything(ogp: Ogp, french: Path) -> None:
    (french / PETITIONS).write_text("{{{\n")
    assert ogp("check", cwd=french).code == 1
    assert ogp("check", "--skip", "invalid-yaml", cwd=french).code == 0


@pytest.mark.parametrize("option", BOTH)
@pytest.mark.parametrize("switch", some(1, SWITCHES))
def test_a_change_that_switches_off_its_warning(
    ogp: Ogp, committed: Path, found: Found, switch: str, option: str
) -> None:
    warned(committed)
    expected = {("doubled-space", PETITIONS)}
    assert found(option, "HEAD") == expected
    edit(committed, *SWITCHES[switch])
    assert found(option, "HEAD") == expected
    assert ogp("check", option, "HEAD", cwd=committed).code == 1
    # Once others have committed it, it counts.
    commit(committed)
    assert ogp("check", option, "HEAD", cwd=committed).code == 0


def test_an_acceptance_counts_where_it_stood(committed: Path, found: Found) -> None:
    warned(committed)
    accept = "accept: {doubled-space: it is meant}\n"
    append(committed, PETITIONS, accept)
    commit(committed)
    for option in BOTH:
        assert found(option, "HEAD") == set()
    edit(committed, PETITIONS, accept, "")
    for option in BOTH:
        assert found(option, "HEAD") == {("doubled-space", PETITIONS)}


def test_all_files_are_checked(committed: Path, found: Found) -> None:
    warned(committed)
    commit(committed)
    assert found("--settings-from", "HEAD") == {("doubled-space", PETITIONS)}
    assert found("--changed-since", "HEAD") == set()


def test_a_plan_that_is_a_link(committed: Path, found: Found) -> None:
    (committed / PLAN).rename(committed / "the plan.yaml")
    (committed / PLAN).symlink_to("../the plan.yaml")
    commit(committed)
    warned(committed)
    edit(committed, *SWITCHES["skip"])
    for option in BOTH:
        assert found(option, "HEAD") == {("doubled-space", PETITIONS)}


def test_a_revision_without_the_book(ogp: Ogp, french: Path) -> None:
    git(french, "init", "-q")
    git(french, "commit", "-q", "--allow-empty", "-m", "Nothing")
    append(french, PLAN, "check: {skip: [doubled-space]}\n")
    warned(french)
    result = ogp("check", "--settings-from", "HEAD", cwd=french)
    assert (result.code, "doubled-space" in result.out) == (0, True)


def test_one_revision_is_enough(ogp: Ogp, committed: Path) -> None:
    both = ("--settings-from", "HEAD", "--changed-since", "HEAD")
    result = ogp("check", *both, cwd=committed)
    assert (result.code, result.out) == (2, "")
    assert "--changed-since does the same." in result.err


def test_what_is_corrected_is_what_the_revision_asks_for(ogp: Ogp, committed: Path) -> None:
    warned(committed)
    edit(committed, *SWITCHES["skip"])
    assert ogp("check", "--fix", cwd=committed).code == 0
    assert "Ouvrir  les" in (committed / PETITIONS).read_text(encoding="utf-8")
    ogp("check", "--fix", "--settings-from", "HEAD", cwd=committed)
    assert "Ouvrir les" in (committed / PETITIONS).read_text(encoding="utf-8")


@pytest.fixture
def sealed(ogp: Ogp, committed: Path) -> Path:
    """Return the book with minutes that are approved, sealed and committed."""
    (committed / SECOND).write_text(APPROVAL, encoding="utf-8")
    assert ogp("post", cwd=committed).code == 0
    commit(committed)
    return committed


def unseal(book: Path) -> None:
    """Change the minutes, and remove their seal."""
    edit(book, FIRST, "Salle 1", "Salle 3")
    (book / SECOND).write_text(APPROVAL, encoding="utf-8")


def test_minutes_are_not_sealed_anew(ogp: Ogp, sealed: Path, found: Found) -> None:
    unseal(sealed)
    result = ogp("post", cwd=sealed)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("ogp: 2025-01-15 changed since it was sealed\n")
    assert (sealed / SECOND).read_text(encoding="utf-8") == APPROVAL
    assert ("seal-gone", SECOND) in found("--settings-from", "HEAD")
    # In two commits, the first of which removes the seal.
    commit(sealed)
    assert ogp("post", cwd=sealed).code == 0
    assert ogp("check", cwd=sealed).code == 0
    for option in BOTH:
        assert found(option, "HEAD") == set()
        assert found(option, "HEAD~1") == {("seal-gone", SECOND)}


def test_a_correction_seals_anew(ogp: Ogp, sealed: Path, found: Found) -> None:
    edit(sealed, FIRST, "Salle 1", "Salle 3")
    assert ("approved-changed", SECOND) in found("--settings-from", "HEAD")
    third = sealed / "data/meetings/2025-04-10.yaml"
    text = APPROVAL.replace("2025-03-10", "2025-04-10").replace("approve:", "correct:")
    third.write_text(f"{text}  text: Salle 3\n", encoding="utf-8")
    assert ogp("post", cwd=sealed).code == 0
    assert "seals:\n  2025-01-15: '1:fr:sha256:" in third.read_text(encoding="utf-8")
    for option in BOTH:
        rules = {rule for rule, _ in found(option, "HEAD")}
        assert rules.isdisjoint({"approved-changed", "missing-seal", "seal-gone"})


def test_the_same_seal_is_written_again(ogp: Ogp, sealed: Path) -> None:
    text = (sealed / SECOND).read_text(encoding="utf-8")
    (sealed / SECOND).write_text(APPROVAL, encoding="utf-8")
    assert ogp("post", cwd=sealed).code == 0
    assert (sealed / SECOND).read_text(encoding="utf-8") == text
    assert ogp("post", cwd=sealed).out.startswith("nothing to write")


@pytest.mark.parametrize("without", some(1, ["git", "repository", "commit"]))
def test_without_git_post_seals_what_it_finds(ogp: Ogp, sealed: Path, without: str) -> None:
    unseal(sealed)
    if without == "repository":
        (sealed / ".git").rename(sealed.parent / "elsewhere")
    elif without == "commit":
        git(sealed, "update-ref", "-d", "HEAD")
    environment = {"PATH": ""} if without == "git" else {}
    assert ogp("post", cwd=sealed, **environment).code == 0
    assert "1:fr:sha256:" in (sealed / SECOND).read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_large_file_of_a_revision_is_not_read(committed: Path) -> None:
    # Neither what no check reads, nor a record that is too large for it, now or then.
    for name in ("scan.pdf", "x.yaml", "x.yaml.txt", "scan.yaml/x.yaml"):
        path = committed / "data/commitments" / name
        path.parent.mkdir(exist_ok=True)
        with path.open("wb") as file:
            file.truncate(30_000_000)
    commit(committed)
    edit(committed, PETITIONS, "title:", "# seen\ntitle:")
    temporary = committed.parent / "tmp"
    temporary.mkdir()
    script = (
        "import sys, tracemalloc as t; from ogp_cli.cli import main; t.start(); "
        "code = main(sys.argv[1:]); sys.stderr.write(str(t.get_traced_memory()[1])); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "check", "--changed-since", "HEAD"],
        cwd=committed,
        env=os.environ | {"TMPDIR": str(temporary), "LANG": "C"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "No problems. Files: 11.\n")
    assert int(done.stderr) < 30_000_000
    assert not list(temporary.iterdir())
