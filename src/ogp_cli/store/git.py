"""What git knows of the data: the files that changed since a revision."""

import shutil
import subprocess
from pathlib import Path

from ogp_cli.errors import OgpError


def changed_since(root: Path, revision: str) -> frozenset[str]:
    """Return the files below `root`, as paths from it, that differ from `revision`.

    Files that are not committed, or that git does not track yet, have changed too. Raises
    `OgpError` where git is missing, `root` is in no repository, or it has no such revision.
    """
    name = f"{revision}^{{commit}}"
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
    if commit is None and shutil.which("git") is None:
        raise OgpError("git is not installed", "install git, or check without --changed-since")
    if commit is None:
        raise OgpError(
            f"git knows no revision “{revision}” here",
            "name a branch, a tag or a commit, as in --changed-since origin/main",
        )
    options = ("--name-only", "--no-renames", "--relative", "-z")
    differing = _git(root, "diff", *options, commit.strip()) or ""
    untracked = _git(root, "ls-files", "--others", "--exclude-standard", "-z") or ""
    return frozenset(filter(None, f"{differing}{untracked}".split("\0")))


def prefix(root: Path) -> str:
    """Return the path from the repository's top to `root`, as in "book/"; "" without one."""
    return (_git(root, "rev-parse", "--show-prefix") or "").rstrip("\n")


def _git(root: Path, *arguments: str) -> str | None:
    """Return what git prints, or None where it fails or is not installed."""
    try:
        done = subprocess.run(  # noqa: S603 - a list of arguments, no shell
            ["git", "-C", str(root), *arguments],  # noqa: S607 - the user's own git
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            check=False,
        )
    except FileNotFoundError:
        return None
    return done.stdout if done.returncode == 0 else None
