"""What the tests share: the two plans, and the command line run inside the process."""

import gc
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from acts import Book, story
from hostile import fill
from hypothesis import HealthCheck, settings
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from ogp_cli.cli import main
from ogp_cli.present.formats import templates
from ogp_cli.site import frame
from ogp_cli.store import parse, source
from ogp_cli.store.composer import Composer
from ogp_cli.store.pure import PureParser

# The time of an example depends more on the machine than on the code.
settings.register_profile("thorough", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ogp", settings.get_profile("thorough"), max_examples=10)
settings.load_profile("ogp")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Start workers only to run the whole suite; several would write one file of snapshots."""
    named = config.args_source is pytest.Config.ArgsSource.ARGS
    return 0 if named or config.option.update_snapshots or config.option.collectonly else None


def pytest_collection_finish() -> None:
    """Let garbage collection pass over what all tests share: a sixth of their time."""
    gc.freeze()


ROOT = Path(__file__).parents[1]
FRENCH = ROOT / "tests" / "plans" / "french"


class _Compiled(BytecodeCache):
    """The templates that are compiled already, by their files and texts."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.known.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.known[bucket.key, bucket.checksum] = bucket.code


# A process compiles a template once.
_sandbox = partial(ImmutableSandboxedEnvironment, bytecode_cache=_Compiled())
templates.ImmutableSandboxedEnvironment = _sandbox  # type: ignore[assignment, attr-defined]
_environment = partial(Environment, bytecode_cache=_Compiled())
frame.Environment = _environment  # type: ignore[assignment, attr-defined]


def some(quick: int, cases: Iterable[Any]) -> list[Any]:
    """Return all cases of a test; those after the first few are slow."""
    return [each if index < quick else _slow(each) for index, each in enumerate(cases)]


def _slow(case: Any) -> Any:
    return pytest.param(*(case if isinstance(case, tuple) else (case,)), marks=pytest.mark.slow)


@dataclass(frozen=True)
class Result:
    """What a command printed, and how it ended."""

    code: int
    raw: bytes
    err: str

    @property
    def out(self) -> str:
        """What was printed, as text."""
        return self.raw.decode()


Ogp = Callable[..., Result]


@pytest.fixture(
    params=[
        pytest.param(Composer, id="libyaml"),
        pytest.param(PureParser, id="pure", marks=pytest.mark.slow),
    ],
    scope="module",
)
def composer(request: pytest.FixtureRequest) -> Iterator[type]:
    """Read with each of the two parsers in turn."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (parse, source):
            patch.setattr(module, "Composer", request.param)
        yield request.param


@pytest.fixture
def ogp(monkeypatch: pytest.MonkeyPatch) -> Ogp:
    """Run `ogp` with arguments in a folder: `ogp("status", cwd=book)`."""
    return in_process(monkeypatch)


def in_process(monkeypatch: pytest.MonkeyPatch) -> Ogp:
    """Return what runs `ogp` in this process, without the settings of the environment."""
    for name in ("OGP_ROOT", "LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str | Path, cwd: Path = ROOT, **environment: str) -> Result:
        streams = [io.TextIOWrapper(io.BytesIO(), encoding="ascii") for _ in range(2)]
        with monkeypatch.context() as patch:
            patch.chdir(cwd)
            patch.setattr(sys, "argv", ["ogp"])
            patch.setattr(sys, "stdout", streams[0])
            patch.setattr(sys, "stderr", streams[1])
            patch.setenv("LANGUAGE", "")  # what ogp sets is forgotten afterwards
            for name, value in environment.items():
                patch.setenv(name, value)
            gc.disable()  # as the program does
            code = main([os.fspath(argument) for argument in arguments])
            gc.enable()
            for stream in streams:
                stream.flush()
        out, err = (stream.buffer.getvalue() for stream in streams)
        return Result(code, out, err.decode())

    return run


Until = Callable[[str], Book]


@pytest.fixture(scope="session")
def lived(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Book]:
    """Return a copy of the book of `acts` after each act; it is lived through once."""
    folder = tmp_path_factory.mktemp("lived")
    after = {}
    with pytest.MonkeyPatch.context() as patch:
        book = Book(folder / "book", in_process(patch))
        for act in story(book):
            after[act] = Book(folder / act, book.ogp)
            after[act].known |= book.known
            shutil.copytree(book.root, after[act].root)
    return after


@pytest.fixture
def until(lived: dict[str, Book], tmp_path: Path, ogp: Ogp) -> Until:
    """Return the book as it is after an act: `until("adoption")`."""

    def copy(act: str) -> Book:
        book = Book(tmp_path / act, ogp)
        book.known |= lived[act].known
        shutil.copytree(lived[act].root, book.root)
        return book

    return copy


Terminal = Callable[..., str]


class _Tty(io.TextIOWrapper):
    """A stream that claims to be a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Run `ogp` on a terminal of a width: `terminal(80, "status", LANG="ar")`.

    In this process; `test_screen.py` compares it with a real pseudo-terminal.
    """

    def run(width: int, *arguments: str, cwd: Path = ROOT, **environment: str) -> str:
        ours = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "COLUMNS": str(width)}
        printed = io.BytesIO()
        stream = _Tty(printed, encoding="utf-8")
        with monkeypatch.context() as patch:
            patch.chdir(cwd)
            patch.setattr(os, "environ", ours | environment)
            patch.setattr(sys, "stdout", stream)
            assert main(list(arguments)) in {0, 1}  # 1: there are errors in the data
            stream.flush()
        return printed.getvalue().decode()

    return run


@pytest.fixture
def pseudo_terminal() -> Terminal:
    """Run `ogp` as `terminal` does, as a process on a pseudo-terminal."""
    if sys.platform == "win32":
        pytest.skip("needs a pseudo-terminal")
    import pty  # noqa: PLC0415 - not on Windows
    import termios  # noqa: PLC0415

    def run(width: int, *arguments: str, cwd: Path = ROOT, **environment: str) -> str:
        leader, follower = pty.openpty()
        termios.tcsetwinsize(follower, (40, width))
        ours = {"PATH": os.environ["PATH"], "TERM": "xterm-256color"}
        command = [sys.executable, "-m", "ogp_cli", *arguments]
        process = subprocess.Popen(
            command, cwd=cwd, stdin=follower, stdout=follower, env=ours | environment
        )
        os.close(follower)
        printed = b""
        while chunk := _read(leader):
            printed += chunk
        os.close(leader)
        assert process.wait() in {0, 1}
        return printed.decode().replace("\r\n", "\n")

    return run


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # Linux says so at the end
        return b""


def git(folder: Path, *arguments: str) -> str:
    """Run git as somebody, and return what it prints."""
    identity = ("-c", "user.name=Ministry A", "-c", "user.email=a@example.org")
    command = ["git", "-C", os.fspath(folder), *identity, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def commit(folder: Path) -> str:
    """Commit all that is in a folder, and return the commit."""
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "--allow-empty", "-m", "The book")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Return a copy of the shipped data, which a test may break."""
    shutil.copytree(ROOT / "data", tmp_path / "book" / "data")
    return tmp_path / "book"


@pytest.fixture
def french(tmp_path: Path) -> Path:
    """Return a copy of the French plan, which a test may break."""
    shutil.copytree(FRENCH / "data", tmp_path / "french" / "data")
    return tmp_path / "french"


ADOPTED = {
    "plan.yaml": """\
title: First action plan of Country A
country: XA
language: en
time_zone: UTC
committee: steering committee
period: {start: 2025-03-10, end: 2027-12-31}
periods: [2025-06, 2025-12]
proposals: 1
""",
    "organizations.yaml": "ministry-a: {name: Ministry A, sector: government}\n",
    "commitments/1.yaml": """\
number: 1
title: Proposal number 1
lead: ministry-a
status: adopted
adopted_as: c1
history:
  2025-03-10: [adopted]
""",
    "commitments/c1.yaml": """\
number: 1
adopted_from: [1]
title: Proposal number 1
lead: ministry-a
problem: p
solution: s
results: r
values: {transparency: t}
milestones:
- id: 1
  title: Open the website
  start: 2025-04
  due: 2025-06
- id: "1.10"
  title: Publish the contracts
  start: 2025-04
  due: 2025-06
status: adopted
history:
  2025-03-10: [adopted]
""",
    "meetings/2025-03-10.yaml": """\
date: 2025-03-10
kind: steering-committee
participants:
- {name: Person One, gender: f, organization: ministry-a}
steps: []
decisions:
- adopt:
  - {number: 1, from: [1]}
""",
}


def adopted_book(folder: Path) -> Path:
    """Return a book with one commitment of an adopted plan, which a test may break."""
    for name, text in ADOPTED.items():
        file = folder / "data" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Return a book in which two meetings each change the files of 24 commitments."""
    numbers = range(1, 25)
    texts = {
        "plan": "title: P\ncountry: XA\nlanguage: en\ntime_zone: UTC\n"
        "committee: C\nproposals: 24\n",
        "organizations": "ministry-a: {name: Ministry A, sector: government}\n",
    }
    for number in numbers:
        texts[f"commitments/{number}"] = (
            f"number: {number}\ntitle: Proposal {number}\nlead: ministry-a\nstatus: standing\n"
        )
    for day in ("2025-02-10", "2025-02-17"):
        texts[f"meetings/{day}"] = (
            f"date: {day}\nkind: steering-committee\nagenda: [The proposals]\n"
            "participants: [{name: A B, gender: f, organization: ministry-a}]\n"
            f"steps:\n- on: {[*numbers]}\n  heard: [comments-shared]\n"
        )
    for name, text in texts.items():
        file = tmp_path / "many/data" / f"{name}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "many"


@pytest.fixture
def whole(snapshot: SnapshotAssertion) -> Callable[[str], SnapshotAssertion]:
    """Compare with a whole file of `__snapshots__`, by its ending: `text == whole("md")`."""

    def of(ending: str) -> SnapshotAssertion:
        class Extension(SingleFileSnapshotExtension):
            file_extension = ending
            _write_mode = WriteMode.TEXT

        return snapshot.use_extension(Extension)

    return of


@pytest.fixture
def hostile(french: Path) -> Path:
    """Return a copy of the French plan full of texts that mean something to somebody."""
    return fill(french)
