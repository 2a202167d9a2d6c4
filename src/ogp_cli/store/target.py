"""The one gate for writing: where a file really goes, and whether it may go there."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from ogp_cli.errors import OgpError
from ogp_cli.lang.catalogue import N_
from ogp_cli.lang.interface import _
from ogp_cli.store.folder import holds_data, leaves

_MOST_LINKS = 40  # as on Linux
_FILE = N_("name a file elsewhere, as in --output minutes.pdf")
FOLDER = N_("name another folder, as in public")


def target(given: Path, *, in_data: bool = False, other: str = _FILE) -> Path:
    """Return the real path of a file or folder that is to be written.

    A link that lies in a book, or in a git repository, may be a stranger's. It is followed only to
    what is not hidden in that same book or repository. Any other link is the user's, and is
    followed. The data and the templates of a book are written only with `in_data`, git's own
    folder never. Raises `OgpError` for what may not be written; `other` says what to do then.
    """
    for link in _links(Path.cwd() / given):
        home = next((each for each in link.parents if _is_home(each)), None)
        if home and leaves(home, link):
            said = _("{given} is not written: {link} is a link to {real}").format(
                given=given, link=link, real=os.path.realpath(link)
            )
            raise OgpError(said, _("remove the link, or name a file elsewhere"))
    real = Path(os.path.realpath(given))
    if any(part.casefold() == ".git" for part in real.parts):
        raise OgpError(
            _("{given} is not written: it is git's own").format(given=given),
            _("name a file elsewhere"),
        )
    kept = None if in_data else _kept(real)
    if kept:
        said = _("{given} is in {name}/, which no document may overwrite").format(
            given=given, name=kept.name
        )
        raise OgpError(said, _(other))
    return real


def targets(paths: Iterable[Path], within: Path) -> dict[Path, Path]:
    """Return the real paths of files below a folder, which may not be there yet.

    As `target` does, but it looks at each folder once: what is no link, and has no name that may
    not be written, is where its folder is.
    """
    real = {within: target(within)}

    def look(path: Path) -> Path:
        if path not in real:
            above = look(path.parent)
            here = above / path.name
            is_special = here.is_symlink() or path.name.casefold() == ".git" or holds_data(above)
            real[path] = target(path, other=FOLDER) if is_special else here
        return real[path]

    return {path: look(path) for path in paths}


def _links(path: Path) -> Iterator[Path]:
    """Yield the links on an absolute path, as the system follows them, each by its real place."""
    here, names, followed = Path(path.anchor), list(path.parts[:0:-1]), 0
    while names:
        name = names.pop()
        here = here.parent if name == ".." else here / name
        if os.path.islink(here):  # noqa: PTH114 - unlike Path.is_symlink, it never raises
            if followed == _MOST_LINKS:
                raise OgpError(
                    _("{path} is not written: it leads through too many links").format(path=path)
                )
            followed += 1
            yield here
            led = here.parent / here.readlink()
            here, names = Path(led.anchor), [*names, *led.parts[:0:-1]]


def _is_home(folder: Path) -> bool:
    return holds_data(folder) or os.path.exists(folder / ".git")  # noqa: PTH110 - as above


def _kept(real: Path) -> Path | None:
    """Return the folder of data or templates that a path is in, by whatever name it is reached."""
    above = [each for each in (real, *real.parents) if each.exists()]
    folders = (book / name for book in above if holds_data(book) for name in ("data", "templates"))
    there = (each for each in folders if each.exists())
    return next((kept for kept in there if any(map(kept.samefile, above))), None)
