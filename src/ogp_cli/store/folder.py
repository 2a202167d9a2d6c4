"""Where the data are: the folder that holds `data/`, and its files."""

import os
import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path

from ogp_cli.errors import OgpError
from ogp_cli.lang.interface import _

PLAN = "data/plan.yaml"
ORGANIZATIONS = "data/organizations.yaml"
COMMITMENTS = "data/commitments"
MEETINGS = "data/meetings"
REPORTS = "data/reports"
# Where the files of each kind are: a file, or a folder with one for each record, named after it.
PATHS = {
    "commitment": COMMITMENTS,
    "meeting": MEETINGS,
    "report": REPORTS,
    "plan": PLAN,
    "organizations": ORGANIZATIONS,
}
FOLDERS = [path for path in PATHS.values() if not path.endswith(".yaml")]

# Neither hidden nor an editor's backup.
_LIKE_YAML = re.compile(r"(?!\.).*\.ya?ml\b(?!.*~$)", re.IGNORECASE)


def find_root(given: Path | None, start: Path) -> Path:
    """Return the folder that holds the data: `given`, or the nearest one from `start` upwards.

    Raises `OgpError` if there is none.
    """
    if given:
        if not holds_data(given):
            raise OgpError(
                _("no data in {given}").format(given=given),
                _("--root names the folder that holds data/plan.yaml"),
            )
        return given.resolve()
    for folder in (start, *start.parents):
        if holds_data(folder):
            return folder
    raise OgpError(
        _("no data in {start} or above it").format(start=start),
        _("go to the folder that holds data/plan.yaml, or name it with --root or OGP_ROOT"),
    )


def holds_data(folder: Path) -> bool:
    """Return whether a folder is a book: whether it has data of the kind."""
    # Unlike Path.exists, this returns False for a folder without permission.
    return any(os.path.exists(folder / name) for name in (PLAN, COMMITMENTS, MEETINGS))  # noqa: PTH110


def yaml_files(root: Path, folder: str) -> list[str]:
    """Return the YAML files directly in a folder of the data, as paths from the root, sorted.

    A missing folder holds none. Hidden files are an editor's, and are passed over. Raises
    `OgpError` where the folder cannot be listed, or is a link that leaves the book.
    """
    if leaves(root, root / folder):
        raise _outside(root, root / folder)
    try:
        names = sorted(each.name for each in (root / folder).iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise OgpError(
            _("{folder} cannot be read: {reason}").format(folder=folder, reason=error.strerror),
            _("put a folder in its place, or correct its permissions"),
        ) from error
    return [f"{folder}/{name}" for name in names if is_yaml(name)]


def stray_files(root: Path) -> Iterator[str]:
    """Yield files that look like data but are not read, as paths from the root, sorted.

    Hidden files, and files that end in ~, belong to editors.
    """
    for folder, inner, names in os.walk(root / "data"):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        within = Path(folder).relative_to(root).as_posix()
        yield from filter(is_stray, (f"{within}/{name}" for name in sorted(names)))


def is_stray(file: str) -> bool:
    """Return whether a file, by its path from the root, looks like data but is not read."""
    return bool(_LIKE_YAML.match(file.rpartition("/")[2])) and kind_of(file) is None


def kind_of(file: str) -> str | None:
    """Return the kind of a file that is read, by its path from the root; None of any other."""
    folder, _, name = file.rpartition("/")
    path = folder if folder in FOLDERS and is_yaml(name) else file
    return next((kind for kind in PATHS if PATHS[kind] == path), None)


def leaves(root: Path, path: Path) -> bool:
    """Return whether a path leads out of the book, or to what is hidden in it, as in .git."""
    real, book = Path(os.path.realpath(path)), Path(os.path.realpath(root))
    if not real.is_relative_to(book):
        return True
    return any(part.startswith(".") for part in real.relative_to(book).parts)


def check_templates(folder: Path) -> None:
    """Raise `OgpError` where the book's templates are, or hold, a link that leaves the book.

    Also where there is a pipe or a device among them. Nothing is opened.
    """
    book = folder.parent
    paths = (Path(above, name) for above, *inside in os.walk(folder) for name in chain(*inside))
    for path in chain([folder], paths):
        # What lies in a folder elsewhere in the book has not been looked at.
        if path.is_symlink() and leaves(folder if path.is_dir() and path != folder else book, path):
            raise _outside(book, path)
        if path.exists() and not (path.is_dir() or path.is_file()):
            raise OgpError(
                _("{path} is not a regular file").format(path=path),
                _("remove it, or --no-book-templates"),
            )


def _outside(book: Path, path: Path) -> OgpError:
    said = _("{file} is a link that leaves the book").format(file=path.relative_to(book).as_posix())
    return OgpError(said, _("put what it leads to in its place"))


def files(root: Path) -> list[str]:
    """Return the files of the data, read or not, as paths from the root."""
    return [*read_files(partial(yaml_files, root)), *stray_files(root)]


def read_files(records: Callable[[str], list[str]]) -> Iterator[str]:
    """Yield the files that are read; `records` returns those of a folder."""
    for path in PATHS.values():
        yield from records(path) if path in FOLDERS else [path]


def below_repository(root: Path) -> str:
    """Return the path to `root` from the top of its git repository, as in "book/"; or else "".

    Git is not asked: this is needed in every check, and what a repository configures is not run.
    """
    top = repository_of(root)
    return "".join(f"{name}/" for name in root.relative_to(top).parts) if top else ""


def repository_of(root: Path) -> Path | None:
    """Return the nearest folder that holds .git, which no commit can bring; None without one."""
    above = (root, *root.parents)
    return next((each for each in above if os.path.exists(each / ".git")), None)  # noqa: PTH110


def stem(file: str) -> str:
    """Return the id in a file's name."""
    return file.rpartition("/")[2].rpartition(".")[0]


def is_yaml(name: str) -> bool:
    """Return whether a file with this name in a folder of records is read."""
    return name.endswith((".yaml", ".yml")) and not name.startswith(".")


def natural(file: str) -> list[tuple[int, str]]:
    """Return a key that puts 2.yaml before 10.yaml."""
    parts = re.split(r"(\d{1,9})", file)
    return [(int(part), "") if part.isdecimal() else (0, part) for part in parts]
