"""What a signal, a full disk or a second writer does to a book: nothing is lost, all is said."""

import errno
import os
import re
import select
import signal
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest
from conftest import FRENCH, Ogp, git, some

from ogp_cli.store import lock

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX")

FIRST, SECOND = "2025-02-10", "2025-02-17"
FILES = 24

# Where the tests run in the background, some signals are ignored.
PROGRAM = """
import os, signal, sys, time
from ogp_cli.__main__ import main
signal.signal(signal.SIGHUP, signal.SIG_DFL)
signal.signal(signal.SIGINT, signal.default_int_handler)
"""
# Runs `ogp`, and does something at a call of a function of `os`: `raise` is an error of the system,
# which comes once or from then on; `kill` is a signal; `wait` says so in a file, and waits for one.
FAULT = f"""{PROGRAM}
name, at, kind, value = sys.argv[1:5]
sys.argv[1:5] = []
real, calls = getattr(os, name), 0
def fault(*given, **named):
    global calls
    calls += 1
    if calls == int(at) or (calls > int(at) and kind == "raise always"):
        if kind == "kill":
            os.kill(os.getpid(), int(value))
        elif kind == "wait":
            open(value, "w").close()
            while not os.path.exists(value + ".go"):
                time.sleep(0.01)
        else:
            raise OSError(int(value), os.strerror(int(value)))
    return real(*given, **named)
setattr(os, name, fault)
sys.exit(main())
"""


def faulty(
    book: Path, name: str, at: int, kind: str, value: object, *command: str
) -> "subprocess.Popen[str]":
    """Start `ogp` with a fault at a call of a function of `os`."""
    return subprocess.Popen(
        [sys.executable, "-c", FAULT, name, str(at), kind, str(value), *command],
        cwd=book,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def posted(book: Path, meeting: str) -> int:
    """Return how many files have the entry of a meeting; each is whole."""
    files = [book / f"data/commitments/{number}.yaml" for number in range(1, FILES + 1)]
    texts = [file.read_text(encoding="utf-8") for file in files]
    assert all(text.startswith("number: ") and text.endswith("\n") for text in texts)
    return sum(f"  {meeting}: [comments-shared]\n" in text for text in texts)


FAULTS = {
    "SIGKILL": ("replace", "kill", signal.SIGKILL),
    "SIGINT": ("replace", "kill", signal.SIGINT),
    "SIGTERM": ("replace", "kill", signal.SIGTERM),
    "SIGHUP": ("replace", "kill", signal.SIGHUP),
    "EIO": ("replace", "raise", errno.EIO),
    "ENOSPC": ("replace", "raise", errno.ENOSPC),
    "EACCES": ("replace", "raise", errno.EACCES),
    "EROFS for ever": ("replace", "raise always", errno.EROFS),
    "ENOSPC while it writes": ("fsync", "raise", errno.ENOSPC),
}
SOME = [(name, 13) for name in ("SIGKILL", "SIGTERM", "EIO", "EROFS for ever")]
ALL = [(name, at) for name in FAULTS for at in range(1, FILES + 1) if (name, at) not in SOME]


@pytest.mark.slow
@pytest.mark.parametrize(("fault", "at"), some(len(SOME), SOME + ALL))
def test_a_fault_loses_nothing(ogp: Ogp, many: Path, fault: str, at: int) -> None:
    call, kind, value = FAULTS[fault]
    git(many, "init", "-q")
    process = faulty(many, call, at, kind, value, "post")
    out, err = process.communicate()
    written = posted(many, FIRST)
    if kind == "kill":
        assert (process.returncode, err) == (-value, "")
        assert written == (at - 1 if value == signal.SIGKILL else FILES)
        assert len(out.splitlines()) == (0 if value == signal.SIGKILL else FILES)
    else:
        assert (process.returncode, out) == (2, "")
        assert f"cannot be written: {os.strerror(value)}\n  hint: " in err
        left = re.findall(rf"^ogp: (\d+) of {FILES} files are written, the others are not", err)
        assert written == (at - 1 if kind == "raise always" else 0)
        assert left == ([str(written)] if written else [])
        assert ("hint: nothing was written; " in err) == (not written)
        assert not list(many.rglob(".ogp-*"))
    names = git(many, "ls-files", "--others", "--exclude-standard").splitlines()
    assert [name for name in names if not name.endswith(".yaml")] == []
    if 0 < written < FILES:  # the check finds it, and a second run completes it
        assert ogp("check", cwd=many).code == 1
        assert ogp("post", cwd=many).code == 0
        assert posted(many, FIRST) == FILES


@pytest.mark.slow
def test_an_editor_that_saves_in_between_loses_nothing(
    ogp: Ogp, many: Path, tmp_path: Path
) -> None:
    process = faulty(many, "replace", 3, "wait", tmp_path / "there", "post")
    while not (tmp_path / "there").exists():
        assert process.poll() is None
    file = many / "data/commitments/24.yaml"
    file.write_text(file.read_text() + "# my note\n")
    (tmp_path / "there.go").touch()
    _, err = process.communicate()
    assert (process.returncode, posted(many, FIRST)) == (2, 0)
    assert "24.yaml changed in the meantime\n  hint: nothing was written; somebody else" in err
    assert ogp("post", cwd=many).code == 0
    assert "# my note\n" in file.read_text()


@pytest.mark.slow
@pytest.mark.parametrize(
    "command",
    some(1, ["post", "new commitment --title T", "check --fix"]),
)
def test_one_writes_after_the_other(
    ogp: Ogp, many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    process = faulty(many, "replace", 3, "wait", tmp_path / "there", "post")
    while not (tmp_path / "there").exists():
        assert process.poll() is None
    with monkeypatch.context() as patch:
        patch.setattr(lock, "SECONDS", 0)
        result = ogp(*command.split(), cwd=many)
    assert (result.code, result.out) == (2, "")
    assert "somebody else is writing to the book" in result.err
    assert ogp("status", cwd=many).code == 0
    waits = subprocess.Popen([sys.executable, "-m", "ogp_cli", *command.split()], cwd=many)
    (tmp_path / "there.go").touch()
    process.communicate()
    assert (process.returncode, posted(many, FIRST)) == (0, FILES)
    assert waits.wait() in {0, 1}
    assert ogp("post", cwd=many).code == 0
    assert posted(many, FIRST) == posted(many, SECOND) == FILES
    names = {each.name for each in (many / "data").rglob("*")}
    assert not [name for name in names if name.startswith(".")]


@pytest.mark.parametrize("times", some(0, [1, 20]))
def test_two_post_at_once(many: Path, times: int) -> None:
    first = {file: file.read_bytes() for file in (many / "data/commitments").iterdir()}
    for _ in range(times):
        for file, data in first.items():
            file.write_bytes(data)
        post = [sys.executable, "-m", "ogp_cli", "post"]
        both = [subprocess.Popen(post, cwd=many, stdout=subprocess.DEVNULL) for _ in range(2)]
        for each in both:
            if each.wait():  # on a busy machine, the other one may hold the lock for too long
                assert each.returncode == 2
                subprocess.run(post, cwd=many, stdout=subprocess.DEVNULL, check=True)
        assert (posted(many, FIRST), posted(many, SECOND)) == (FILES, FILES)


# Runs `ogp`, and sends a signal when it imports a module.
IMPORTED = f"""{PROGRAM}
module, number = sys.argv[1:3]
class Finder:
    def find_spec(name, *_):
        if name == module:
            os.kill(os.getpid(), int(number))
sys.meta_path.insert(0, Finder)
sys.argv[1:3] = []
sys.exit(main())
"""


MODULES = ("ogp_cli.cli", "typer", "ogp_cli.commands.status", "ruamel")
NUMBERS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
SIGNALS = [(number, module) for module in MODULES for number in NUMBERS]


@pytest.mark.parametrize(("number", "module"), some(2, SIGNALS))
def test_a_signal_ends_it_without_a_word(number: int, module: str) -> None:
    command = [sys.executable, "-c", IMPORTED, module, str(int(number)), "status"]
    done = subprocess.run(command, cwd=FRENCH, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (-number, "", "")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
@pytest.mark.parametrize("number", some(1, [signal.SIGTERM, signal.SIGINT]))
def test_no_process_is_left_running(french: Path, number: int) -> None:
    (french / "templates").mkdir()
    template = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    (french / "templates/minutes.md.j2").write_text(template)
    process = subprocess.Popen(
        [sys.executable, "-c", f"{PROGRAM}sys.exit(main())", "render-minutes", "2025-01-15"],
        cwd=french,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while not (child := children.read_text().split()):
        assert process.poll() is None
    ended = os.pidfd_open(int(child[0]))
    process.send_signal(number)
    assert (process.communicate(), process.returncode) == ((b"", b""), -number)
    assert select.select([ended], [], [], 30)[0]  # less than the limit of its own
    os.close(ended)


CLOSED = (">&-", "2>&-", "<&-", ">&- 2>&- <&-")
COMMANDS = ("status", "check", "post", "status -o x.json")
PAIRS = [*zip(CLOSED, COMMANDS, strict=True)]
OTHERS = [each for each in product(CLOSED, COMMANDS) if each not in PAIRS]


@pytest.mark.parametrize(("closed", "command"), some(1, PAIRS + OTHERS))
def test_a_stream_may_be_closed(many: Path, closed: str, command: str) -> None:
    script = f"{sys.executable} -m ogp_cli {command} {closed}"
    done = subprocess.run(["sh", "-c", script], cwd=many, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1 if command == "check" else 0, b"")
    assert (done.stdout == b"") == closed.startswith(">")
    assert posted(many, FIRST) in {0, FILES}
