"""What git knows of the data: a revision of it, and the files that changed since.

The data may be a stranger's: git runs nothing that a commit can bring. docs/security.md says more.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from ogp_cli.errors import OgpError
from ogp_cli.store.folder import below_repository, repository_of

_GIT = (
    "git",
    "--no-pager",
    "--no-optional-locks",
    "--literal-pathspecs",
    *("-c", "safe.bareRepository=explicit"),
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "protocol.allow=never"),
)
_DIFF = ("diff", "--name-only", "--no-renames", "-z", "--no-ext-diff", "--no-textconv")
# What a hook says of the repository that it runs in, as `git rev-parse --local-env-vars` lists it,
# without the configuration: that is the user's.
_LOCAL = frozenset(
    f"GIT_{name}"
    for name in (
        "ALTERNATE_OBJECT_DIRECTORIES", "COMMON_DIR", "DIR", "GRAFT_FILE", "IMPLICIT_WORK_TREE",
        "INDEX_FILE", "INTERNAL_SUPER_PREFIX", "NO_REPLACE_OBJECTS", "OBJECT_DIRECTORY", "PREFIX",
        "REPLACE_REF_BASE", "SHALLOW_FILE", "WORK_TREE",
    )
)  # fmt: skip


class _Entry(NamedTuple):
    """A file or a link of a commit, by its path from the root."""

    name: str
    is_link: bool
    blob: bytes


def commit_of(root: Path, revision: str) -> str:
    """Return the commit that a revision names.

    Raises `OgpError` if git is missing, `root` is in no repository, or the revision is unknown.
    """
    if shutil.which("git") is None:
        raise OgpError("git is not installed", "install git, or check without --changed-since")
    top = repository_of(root)
    if top is None:
        raise OgpError(f"{root} is in no git repository", "check without --changed-since")
    name = f"{revision}^{{commit}}"
    commit = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
    if commit is not None:
        return commit.decode().strip()
    if _git(top, "rev-parse", "--git-dir") is None:
        raise OgpError(f"git refuses the repository in {top}", f"see why: git -C {top} status")
    raise OgpError(
        f"git knows no revision “{revision}” here",
        "name a branch, a tag or a commit, as in --changed-since origin/main",
    )


def changed_since(root: Path, commit: str) -> frozenset[str]:
    """Return the files below `root`, as paths from it, that differ from those of a commit.

    Files that are not committed, or that git does not track yet, have changed too.
    """
    book = below_repository(root)
    differing = _listed(root, *_DIFF, "--ignore-submodules=all", commit, "--", f"{book}.")
    others = ("ls-files", "--others", "--exclude-standard", "-z")
    untracked = _listed(root, *others, "--", f"{book}.")
    return frozenset(name.removeprefix(book) for name in (*differing, *untracked))


def check_out(root: Path, commit: str, folder: Path) -> None:
    """Write the data of a commit into another folder; nothing if it had none.

    A link is written as one: whoever reads it decides. Links come last, so that no file is written
    through one. Raises `OgpError` where git does not have all the data.
    """
    entries = list(_entries(root, commit))
    blobs = _blobs(root, [entry.blob for entry in entries])
    for entry in sorted(entries, key=lambda entry: entry.is_link):
        path, data = folder / entry.name, blobs[entry.blob]
        path.parent.mkdir(parents=True, exist_ok=True)
        if not entry.is_link:
            path.write_bytes(data)
            continue
        with suppress(OSError):  # Windows asks for a privilege
            path.symlink_to(os.fsdecode(data))


def _entries(root: Path, commit: str) -> Iterator[_Entry]:
    """Yield what a commit has below `data`, without submodules."""
    book = below_repository(root)
    for line in _listed(root, "ls-tree", "-r", "-z", commit, "--", f"{book}data"):
        head, _, name = line.partition("\t")
        mode, kind, blob = head.split()
        if kind == "blob" and ".." not in PurePosixPath(name).parts:
            yield _Entry(name.removeprefix(book), mode == "120000", blob.encode())


def _blobs(root: Path, names: list[bytes]) -> dict[bytes, bytes]:
    """Return blobs by their names, as `cat-file --batch` writes them: a line, the bytes, a line."""
    given = b"\n".join([*names, b""])
    written = _git(repository_of(root) or root, "cat-file", "--batch", given=given)
    blobs, start = {}, 0
    while written is not None and start < len(written):
        end = written.index(b"\n", start)
        name, _, size = written[start:end].partition(b" blob ")
        if not size:
            break
        start = end + 1 + int(size)
        blobs[name] = written[end + 1 : start]
        start += 1
    if not blobs.keys() >= set(names):
        hint = "fetch the rest: git fetch --refetch --no-filter"
        raise OgpError("git does not have all the data of that revision here", hint)
    return blobs


def _listed(root: Path, *arguments: str) -> list[str]:
    """Return the names that git lists, from the top, each with a zero byte after it.

    Raises `OgpError` where git fails.
    """
    listed = _git(repository_of(root) or root, *arguments)
    if listed is None:
        raise OgpError(f"git {arguments[0]} fails in {root}", "see why: git fsck")
    return os.fsdecode(listed).split("\0")[:-1]


def _git(top: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """Return what git prints, or None where it fails."""
    environment = {name: value for name, value in os.environ.items() if name not in _LOCAL}
    done = subprocess.run(  # noqa: S603 - a list of arguments, no shell
        [*_GIT, "-C", str(top), *arguments],
        env=environment | {"GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"},
        input=given,
        capture_output=True,
        check=False,
    )
    return done.stdout if done.returncode == 0 else None
