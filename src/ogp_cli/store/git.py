"""Asking git. revision.py reads the files of a commit with it.

The data may be a stranger's: git runs nothing that a commit can bring. docs/security.md says more.
"""

import os
import subprocess
from pathlib import Path

from ogp_cli.errors import OgpError
from ogp_cli.lang.interface import _
from ogp_cli.store.folder import repository_of

_OPTIONS = (
    "--no-pager",
    "--no-optional-locks",
    "--literal-pathspecs",
    *("-c", "safe.bareRepository=explicit"),
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "protocol.allow=never"),
)
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


def commit_of(root: Path, revision: str) -> str:
    """Return the commit that a revision names.

    Raises `OgpError` if git is missing, `root` is in no repository, or the revision is unknown.
    """
    top = repository_of(root)
    if _git(top or root) is None:
        said = _("git is not installed, or only in {folder}").format(folder=top or root)
        raise OgpError(said, _("install git elsewhere, or check without a revision"))
    if top is None:
        raise OgpError(
            _("{root} is in no git repository").format(root=root), _("check without a revision")
        )
    commit = _commit(top, revision)
    if commit:
        return commit
    if ask(root, "rev-parse", "--git-dir") is None:
        raise OgpError(
            _("git refuses the repository in {top}").format(top=top),
            _("see why: git -C {top} status").format(top=top),
        )
    raise OgpError(
        _("git knows no revision “{revision}” here").format(revision=revision),
        _("name a branch, a tag or a commit, as in: ogp check --settings-from origin/main"),
    )


def head_of(root: Path) -> str | None:
    """Return the commit that is checked out; None without git, a repository or a commit."""
    top = repository_of(root)
    return _commit(top, "HEAD") if top else None


def _commit(top: Path, revision: str) -> str | None:
    name = f"{revision}^{{commit}}"
    commit = ask(top, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
    return None if commit is None else commit.decode().strip()


def ask(root: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """Return what git prints at the top of a repository; None where it fails or is missing."""
    top = repository_of(root) or root
    git = _git(top)
    if git is None:
        return None
    environment = {name: value for name, value in os.environ.items() if name not in _LOCAL}
    done = subprocess.run(  # noqa: S603 - a list of arguments, no shell
        [git, *_OPTIONS, "-C", str(top), *arguments],
        env=environment | {"GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"},
        input=given,
        capture_output=True,
        check=False,
    )
    return done.stdout if done.returncode == 0 else None


def _git(repository: Path) -> str | None:
    """Return the absolute path of git, or None if there is none.

    What stands in the current folder or in a repository may be a stranger's, and is passed over.
    `shutil.which` and Windows itself look in the current folder first. On Windows only a `.exe`
    counts: a `.bat` or `.cmd` reads its arguments as code.
    """
    file = "git.exe" if os.name == "nt" else "git"
    strange = Path(os.path.realpath(repository))
    for folder in map(Path, os.get_exec_path()):
        path = Path(os.path.realpath(folder / file))
        is_strange = path.is_relative_to(strange) or folder.resolve() == Path.cwd()
        if folder.is_absolute() and not is_strange and path.is_file() and os.access(path, os.X_OK):
            return str(folder / file)
    return None
