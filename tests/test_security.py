"""A stranger's book runs nothing and reads nothing: each test mounts the attack."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import FRENCH, ROOT, Ogp, commit, git, some
from ruamel.yaml import YAML
from shells import Shell, need

from ogp_cli.checks import RULES

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX")

BIN = Path(sys.executable).parent
NAMES = [
    "a$(touch PWNED)",
    "a`touch PWNED`",
    "a;touch PWNED;",
    "a&touch PWNED&",
    "a)) ; touch PWNED; ((",
    "a'$(touch PWNED)'",
    "a\nb",
    "a\x1b[31mb",
    "a\x1b]0;b\x07",
    "a,b",
    "a'b",
    'a"b',
    "a:b",
    "a[b]",
    "a*",
    "a\\",
    "-a",
]
TITLE = r"t $(touch PWNED) `touch PWNED` ' [x] : y \e]0;title\a \e[31m \u009b31m red"
SET_UP = {
    "zsh": "autoload -Uz compinit; compinit -D -u; source <(_OGP_COMPLETE=source_zsh ogp)",
    "bash": "source <(_OGP_COMPLETE=source_bash ogp)",
    "fish": "_OGP_COMPLETE=source_fish ogp | source",
}


@pytest.fixture
def shell(french: Path, tmp_path: Path) -> Iterator[Callable[[str], Shell]]:
    """Start a shell in a book, with no settings but the path to `ogp`."""
    started = []

    def start(name: str) -> Shell:
        need(name)
        started.append(Shell(name, french, tmp_path, f"{BIN}{os.pathsep}{os.environ['PATH']}"))
        return started[0]

    yield start
    for each in started:
        each.close()


@pytest.mark.parametrize("name", some(0, SET_UP))
def test_tab_runs_nothing(shell: Callable[[str], Shell], french: Path, name: str) -> None:
    for each in NAMES:
        file = french / "data/commitments" / f"{each}.yaml"
        file.write_text("title: x\nstatus: standing\n", encoding="utf-8")
    for each in ("abc", "abd"):
        file = french / "data/commitments" / f"{each}.yaml"
        file.write_text(f'title: "{TITLE}"\nstatus: standing\n', encoding="utf-8")
    typed = shell(name)
    typed.type(f"{SET_UP[name]}; echo re''ady\r")
    typed.wait_for(r"re(?!'')ady")
    typed.rest()
    typed.type("ogp show a\t\t")
    shown = typed.wait_for("abd") + typed.rest()
    assert "abc" in shown
    assert "association-c" in shown
    # Escapes of the names and titles; the shells write others of their own.
    assert not [each for each in ("\x1b[31m", "\x9b", "\x1b]0;title", "\x1b]0;b") if each in shown]
    assert not list(french.rglob("PWNED*"))


@pytest.fixture
def clone(tmp_path: Path, french: Path) -> Path:
    """Return a repository with the French book in its folder `french`, committed."""
    need("git")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "french")
    git(tmp_path, "commit", "-q", "-m", "The book")
    return tmp_path


def files(ogp: Ogp, book: Path, revision: str = "HEAD", **environment: str) -> set[str]:
    """Return the files with problems that are new since a revision."""
    arguments = ("check", "--format", "json", "--changed-since", revision)
    result = ogp(*arguments, cwd=book, **environment)
    assert result.err == ""
    return {problem["file"] for problem in json.loads(result.out)["problems"]}


def test_a_repository_inside_the_book_is_none(ogp: Ogp, clone: Path, french: Path) -> None:
    # All of it can be committed, and comes with a clone.
    runs = f"touch {clone}/PWNED; false"
    (french / "HEAD").write_text("ref: refs/heads/main\n")
    (french / "refs/heads").mkdir(parents=True)
    (french / "refs/heads/main").write_text(git(clone, "rev-parse", "HEAD") + "\n")
    (french / "objects/info").mkdir(parents=True)
    (french / "objects/info/alternates").write_text("../../.git/objects\n")
    (french / "config").write_text(
        "[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = .\n"
        f"\tfsmonitor = {json.dumps(runs)}\n"
        f"[diff]\n\texternal = {json.dumps(runs)}\n"
        f'[filter "x"]\n\tclean = {json.dumps(runs)}\n\tsmudge = {json.dumps(runs)}\n'
    )
    (french / ".gitattributes").write_text("* filter=x diff=x export-ignore\n")
    plan = french / "data/plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8") + "#\n", encoding="utf-8")
    subprocess.run(["git", "-C", french, "status"], capture_output=True, check=False)
    assert (clone / "PWNED").exists(), "the attack is none"
    (clone / "PWNED").unlink()
    assert files(ogp, french) == set()
    assert not (clone / "PWNED").exists()
    (french / "data/commitments/x y.yaml").write_text("status: standing\n")
    assert files(ogp, french) == {"french/data/commitments/x y.yaml"}


def test_programs_of_a_configuration_are_not_run(ogp: Ogp, clone: Path, french: Path) -> None:
    for key in ("core.fsmonitor", "diff.external", "diff.x.textconv", "core.pager"):
        git(clone, "config", key, f"touch {clone}/PWNED; false")
    hook = clone / ".git/hooks/post-index-change"
    hook.write_text(f"#!/bin/sh\ntouch {clone}/PWNED\n")
    hook.chmod(0o755)
    (clone / ".git/info/attributes").write_text("* diff=x\n")
    plan = french / "data/plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8") + "#\n", encoding="utf-8")
    assert files(ogp, french) == set()
    assert not (clone / "PWNED").exists()


@pytest.mark.parametrize("given", ["absolute", "relative"])
def test_in_a_hook_of_git(ogp: Ogp, clone: Path, french: Path, given: str) -> None:
    (french / "data/commitments/x y.yaml").write_text("status: standing\n")
    git(clone, "add", ".")
    git(clone, "commit", "-q", "-m", "An old problem")
    of_hook = {
        "GIT_DIR": str(clone / ".git") if given == "absolute" else ".git",
        "GIT_INDEX_FILE": ".git/index",
        "GIT_WORK_TREE": ".",
        "GIT_PREFIX": "french/",
    }
    assert files(ogp, french, **of_hook) == set()
    assert files(ogp, french, "HEAD~1", **of_hook) == {"french/data/commitments/x y.yaml"}


def test_links_of_a_revision(ogp: Ogp, clone: Path, french: Path) -> None:
    folder = french / "data/commitments"
    for name, target in {
        "absolute": "/etc/hostname",
        "escapes": "../../../secret.yaml",
        "device": "/dev/zero",
        "within": "petitions.yaml",
    }.items():
        (folder / f"{name}.yaml").symlink_to(target)
    git(clone, "add", ".")
    git(clone, "commit", "-q", "-m", "Links")
    assert files(ogp, french) == set()  # they were there before, and are no traceback
    (folder / "absolute.yaml").unlink()
    assert files(ogp, french) == set()


def test_git_fetches_nothing(
    ogp: Ogp, clone: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    plan = clone / "french/data/plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8") + "#\n", encoding="utf-8")
    git(clone, "commit", "-q", "-a", "-m", "Changed")
    git(clone, "config", "uploadpack.allowFilter", "true")
    partial = tmp_path_factory.mktemp("partial") / "clone"
    git(clone, "clone", "-q", "--filter=blob:none", clone.as_uri(), str(partial))
    result = ogp("check", "--changed-since", "HEAD~1", cwd=partial / "french")
    assert (result.code, result.out) == (2, "")
    assert "git does not have all the data of that revision here" in result.err
    git(partial, *result.err.partition("the rest: git ")[2].split())
    assert files(ogp, partial / "french", "HEAD~1") == set()


PROGRAM = '#!/bin/sh\ntouch {folder}/PWNED\nexec /usr/bin/env -i PATH={path} git "$@"\n'


@pytest.mark.parametrize(
    "path", some(2, ["tools", "{linked}", "", ".", "{clone}", "{clone}/tools"])
)
def test_a_git_that_the_book_brings_is_not_run(
    ogp: Ogp, clone: Path, french: Path, tmp_path_factory: pytest.TempPathFactory, path: str
) -> None:
    linked = tmp_path_factory.mktemp("linked") / "tools"
    linked.symlink_to(clone / "tools")
    for folder in (clone, clone / "tools", french, french / "tools"):
        folder.mkdir(exist_ok=True)
        (folder / "git").write_text(PROGRAM.format(folder=clone, path=os.environ["PATH"]))
        (folder / "git").chmod(0o755)
    first = path.format(clone=clone, linked=linked)
    assert files(ogp, french, PATH=f"{first}{os.pathsep}{os.environ['PATH']}") == set()
    assert not (clone / "PWNED").exists()
    result = ogp("check", "--changed-since", "HEAD", cwd=french, PATH=first)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"ogp: git is not installed, or only in {clone}\n")


# What a runner gives a step: `${{ … }}` filled in, files and folders of its own.
STEPS = YAML(typ="safe").load((ROOT / "action.yml").read_text(encoding="utf-8"))["runs"]["steps"]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Return a checkout that holds a book, and what would like to be imported."""
    folder = tmp_path / "workspace"
    shutil.copytree(ROOT / "data", folder / "data")
    for name in ("typer", "sitecustomize", "json", "ogp_cli/__main__", "ogp_cli/__init__",
                 "pip/__main__", "pip/__init__", "pydantic/__init__"):  # fmt: skip
        file = folder / f"{name}.py"
        file.parent.mkdir(exist_ok=True)
        file.write_text("open('PWNED', 'w'); raise SystemExit(0)\n")
    (tmp_path / "ogp").mkdir()
    (tmp_path / "ogp/ogp_cli").symlink_to(ROOT / "src/ogp_cli")
    return folder


def step(number: int, workspace: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run a step of the action as a runner does."""
    need("bash")
    script, temporary = STEPS[number]["run"], workspace.parent
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHON": sys.executable,
        "RUNNER_TEMP": str(temporary),
        "GITHUB_ACTION_PATH": str(temporary / "nothing"),
        "ROOT": ".",
        "STRICT": "false",
        "BASE": "",
    }
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(
        command,
        cwd=workspace,
        env=environment | inputs,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_the_action_installs_with_pip_s_own_code(workspace: Path) -> None:
    done = step(1, workspace)
    assert "nothing" in done.stderr  # pip itself looked for the folder
    assert not (workspace / "PWNED").exists()


@pytest.mark.parametrize(
    ("strict", "code"), some(1, [("false", 0), ("True", 1), ("maybe", 2), ("", 0), ("yes", 1)])
)
def test_the_action_checks_with_its_own_code(workspace: Path, strict: str, code: int) -> None:
    done = step(2, workspace, STRICT=strict)
    assert (done.returncode, done.stderr) == (code, "")
    assert ("::warning " in done.stdout) == (code != 2)
    assert ("::error " in done.stdout) == (code == 2)
    assert not (workspace / "PWNED").exists()


@pytest.fixture
def request_of(workspace: Path) -> Callable[[Callable[[Path], None]], tuple[Path, str]]:
    """Make a pull request: return its checkout, without any other commit, and its base."""
    origin = workspace.parent / "origin"
    shutil.copytree(FRENCH / "data", origin / "book/data")
    settings = (origin / "book/data/plan.yaml").open("a", encoding="utf-8")
    with settings:
        settings.write("check: {strict: true}\n")
    base = commit(origin)

    def made(change: Callable[[Path], None]) -> tuple[Path, str]:
        git(origin, "switch", "-q", "-c", "change", base)
        change(origin / "book")
        commit(origin)
        git(origin, "branch", "-q", "-f", "main", "HEAD~1")
        shutil.rmtree(workspace)
        uri = origin.as_uri()
        git(origin, "clone", "-q", "--depth=1", "--branch=change", uri, str(workspace))
        return workspace, base

    return made


Request = Callable[[Callable[[Path], None]], tuple[Path, str]]


def warned(book: Path) -> None:
    edit(book / "data/commitments/petitions.yaml", "Ouvrir les", "Ouvrir  les")


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def hostile(book: Path) -> None:
    """Switch off everything, and bring a repository that runs programs."""
    warned(book)
    petitions, plan = book / "data/commitments/petitions.yaml", book / "data/plan.yaml"
    edit(petitions, "title:", "accept: {doubled-space: it is meant}\ntitle:")
    edit(plan, "strict: true", f"strict: false, skip: [{', '.join(RULES)}]")
    (book / "data/commitments/guichet.yaml").write_text("{{{\n")
    (book / "data/commitments/marches-publics.yaml").unlink()
    runs = json.dumps(f"touch {book.parent}/PWNED; false")
    for name in ("objects", "refs"):
        (book / name).mkdir()
        (book / name / "x").touch()
    (book / "HEAD").write_text("ref: refs/heads/main\n")
    (book / "config").write_text(
        "[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = .\n"
        f"\tfsmonitor = {runs}\n"
        f'[remote "origin"]\n\turl = .\n\tuploadpack = {runs}\n'
    )


def rules_of(done: subprocess.CompletedProcess[str], level: str) -> set[str]:
    lines = (line for line in done.stdout.splitlines() if line.startswith(f"::{level} "))
    return {rule for line in lines for rule in RULES if f"title={rule}" in line}


@pytest.mark.slow
def test_a_pull_request_is_checked_by_the_law_of_its_base(request_of: Request) -> None:
    checkout, base = request_of(hostile)
    done = step(2, checkout, ROOT="book", BASE=base)
    assert (done.returncode, done.stderr) == (1, "")
    assert {"invalid-yaml", "unknown-commitment", "wrong-skip"} <= rules_of(done, "error")
    assert "doubled-space" in rules_of(done, "warning")
    assert not list(checkout.parent.rglob("PWNED*"))


@pytest.mark.slow
def test_a_warning_fails_where_the_base_is_strict(request_of: Request) -> None:
    def change(book: Path) -> None:
        warned(book)
        edit(book / "data/plan.yaml", "strict: true", "strict: false, skip: [doubled-space]")

    checkout, base = request_of(change)
    assert step(2, checkout, ROOT="book").returncode == 0  # a push is its own law
    done = step(2, checkout, ROOT="book", BASE=base)
    assert (done.returncode, done.stderr) == (1, "")
    assert rules_of(done, "warning") == {"doubled-space"}
    # In a container, the checkout is another user's.
    done = step(2, checkout, ROOT="book", BASE=base, GIT_TEST_ASSUME_DIFFERENT_OWNER="1")
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize("base", some(1, ["--upload-pack=touch PWNED", "$(touch PWNED)", "0" * 40]))
def test_a_base_that_there_is_not(request_of: Request, base: str) -> None:
    checkout, _ = request_of(warned)
    done = step(2, checkout, ROOT="book", BASE=base)
    assert done.returncode == 2
    assert "::error title=ogp::The commit " in done.stdout
    assert "ogp: git knows no revision " in done.stderr
    assert not list(checkout.parent.rglob("PWNED*"))


LINE = "token: ghs_secret"


@pytest.mark.parametrize(
    "target", ["/proc/self/environ", "../../../secret.yaml", "../../.git/config", "gone"]
)
def test_a_link_out_of_the_book_is_not_read(ogp: Ogp, french: Path, target: str) -> None:
    (french.parent / "secret.yaml").write_text(LINE)
    (french / ".git").mkdir()
    (french / ".git/config").write_text(LINE)
    (french / "data/commitments/x.yaml").symlink_to(target)
    result = ogp("check", cwd=french, LINE=LINE)
    assert result.code == 1
    assert "data/commitments/x.yaml:1:1: error[unreadable-file]" in result.out
    assert ("hint: put the file itself in its place" in result.out) == (target != "gone")
    assert "secret" not in result.out.replace("secret.yaml", "")


def test_a_folder_out_of_the_book_is_not_listed(ogp: Ogp, french: Path) -> None:
    shutil.move(french / "data/commitments", french.parent / "secret")
    (french / "data/commitments").symlink_to("../../secret")
    result = ogp("check", cwd=french)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("ogp: data/commitments is a link that leaves the book\n  hint: ")


def test_a_link_inside_the_book_is_fine(ogp: Ogp, french: Path) -> None:
    expected = ogp("check", "--root", FRENCH).out
    shutil.move(french / "data/plan.yaml", french / "the plan.yaml")
    (french / "data/plan.yaml").symlink_to("../the plan.yaml")
    shutil.move(french / "data/meetings", french / "meetings")
    (french / "data/meetings").symlink_to("../meetings")
    assert ogp("check", cwd=french).out == expected
