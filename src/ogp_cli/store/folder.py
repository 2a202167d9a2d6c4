"""Where the data lies: the folder that holds `data/`, and the files in it."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from ogp_cli.errors import OgpError

PLAN = "data/plan.yaml"
ORGANIZATIONS = "data/organizations.yaml"
COMMITMENTS = "data/commitments"
MEETINGS = "data/meetings"

# Not hidden, and no backup of an editor.
_LIKE_YAML = re.compile(r"(?!\.).*\.ya?ml\b(?!.*~$)", re.IGNORECASE)


def find_root(given: Path | None, start: Path) -> Path:
    """Return the folder that holds the data: `given`, or the nearest one from `start` upwards.

    Raises `OgpError` where there is none.
    """
    if given:
        if not _holds_data(given):
            raise OgpError(
                f"no data in {given}", "--root names the folder that holds data/plan.yaml"
            )
        return given.resolve()
    for folder in (start, *start.parents):
        if _holds_data(folder):
            return folder
    raise OgpError(
        f"no data in {start} or above it",
        "go to the folder that holds data/plan.yaml, or name it with --root or OGP_ROOT",
    )


def _holds_data(folder: Path) -> bool:
    # Unlike Path.exists, this says no where a folder may not be looked into.
    return any(os.path.exists(folder / name) for name in (PLAN, COMMITMENTS, MEETINGS))  # noqa: PTH110


def yaml_files(root: Path, folder: str) -> list[str]:
    """Return the YAML files directly in a folder of the data, as paths from the root, sorted.

    A missing folder holds none. Hidden files are an editor's, and are passed over.
    """
    try:
        names = sorted(each.name for each in (root / folder).iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise OgpError(f"{folder} cannot be read: {error.strerror}") from error
    return [f"{folder}/{name}" for name in names if _is_yaml(name)]


def stray_files(root: Path) -> Iterator[str]:
    """Yield what looks like a file of the data and is none, as paths from the root, sorted.

    Hidden files, and those that end in ~, are an editor's.
    """
    for folder, inner, names in os.walk(root / "data"):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        within = Path(folder).relative_to(root).as_posix()
        for name in sorted(names):
            file = f"{within}/{name}"
            is_read = file in {PLAN, ORGANIZATIONS} or (
                within in {COMMITMENTS, MEETINGS} and _is_yaml(name)
            )
            if _LIKE_YAML.match(name) and not is_read:
                yield file


def files(root: Path) -> list[str]:
    """Return the files of the data, read or not, as paths from the root."""
    records = (file for folder in (COMMITMENTS, MEETINGS) for file in yaml_files(root, folder))
    return [PLAN, ORGANIZATIONS, *records, *stray_files(root)]


def below_repository(root: Path) -> str:
    """Return the path to `root` from the top of its git repository, as in "book/"; or else "".

    Git is not asked: this is needed in every check, and what a repository configures is not run.
    """
    for top in (root, *root.parents):
        if os.path.exists(top / ".git"):  # noqa: PTH110
            return "".join(f"{name}/" for name in root.relative_to(top).parts)
    return ""


def stem(file: str) -> str:
    """Return the id that a file's name says."""
    return file.rpartition("/")[2].rpartition(".")[0]


def _is_yaml(name: str) -> bool:
    return name.endswith((".yaml", ".yml")) and not name.startswith(".")
