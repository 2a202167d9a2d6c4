"""What git knows of the data: a revision of it, and the files that changed since."""

import os
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

from ogp_cli.errors import OgpError


def commit_of(root: Path, revision: str) -> str:
    """Return the commit that a revision names.

    Raises `OgpError` where git is missing, `root` is in no repository, or it has no such revision.
    """
    name = f"{revision}^{{commit}}"
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
    if commit is None and shutil.which("git") is None:
        raise OgpError("git is not installed", "install git, or check without --changed-since")
    if commit is None and _git(root, "rev-parse", "--git-dir") is None:
        raise OgpError(f"{root} is in no git repository", "check without --changed-since")
    if commit is None:
        raise OgpError(
            f"git knows no revision “{revision}” here",
            "name a branch, a tag or a commit, as in --changed-since origin/main",
        )
    return commit.decode().strip()


def changed_since(root: Path, commit: str) -> frozenset[str]:
    """Return the files below `root`, as paths from it, that differ from those of a commit.

    Files that are not committed, or that git does not track yet, have changed too.
    """
    options = ("--name-only", "--no-renames", "--relative", "-z")
    differing = _git(root, "diff", *options, commit) or b""
    untracked = _git(root, "ls-files", "--others", "--exclude-standard", "-z") or b""
    return frozenset(filter(None, os.fsdecode(differing + untracked).split("\0")))


def check_out(root: Path, commit: str, folder: Path) -> None:
    """Write the data of a commit into another folder; nothing if it had none."""
    import tarfile  # noqa: PLC0415 - seldom needed

    archive = _git(root, "archive", "--format=tar", commit, "--", "data")
    if archive is not None:
        with tarfile.open(fileobj=BytesIO(archive)) as files:
            files.extractall(folder, filter="data")


def _git(root: Path, *arguments: str) -> bytes | None:
    """Return what git prints, or None where it fails or is not installed."""
    try:
        done = subprocess.run(  # noqa: S603 - a list of arguments, no shell
            ["git", "-C", str(root), *arguments],  # noqa: S607 - the user's own git
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        return None
    return done.stdout if done.returncode == 0 else None
