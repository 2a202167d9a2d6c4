"""Where a program is: never one that a book brings with it."""

import os
from pathlib import Path


def program(name: str, repository: Path) -> str | None:
    """Return the absolute path of a program in PATH, or None if there is none.

    What stands in the current folder or in a repository may be a stranger's, and is passed over.
    `shutil.which` and Windows itself look in the current folder first. On Windows only a `.exe`
    counts: a `.bat` or `.cmd` reads its arguments as code.
    """
    file = f"{name}.exe" if os.name == "nt" else name
    strange = Path(os.path.realpath(repository))
    for folder in map(Path, os.get_exec_path()):
        path = Path(os.path.realpath(folder / file))
        is_strange = path.is_relative_to(strange) or folder.resolve() == Path.cwd()
        if folder.is_absolute() and not is_strange and path.is_file() and os.access(path, os.X_OK):
            return str(folder / file)
    return None
