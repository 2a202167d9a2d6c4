"""`ogp export`."""

import datetime as dt
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from ogp_cli.commands.book import as_it_stood, load_plan, moment, warn_of_unread
from ogp_cli.errors import missing
from ogp_cli.store.tree import write_tree
from ogp_cli.store.write import write

# What was written to a folder, so that the next run removes what is no longer made.
LISTED = "export-files.json"
_EPOCH = dt.date(1980, 1, 1)  # the earliest day in an archive


def run(root: Path | None, then: str | None, output: Path) -> None:
    """Write the book as open data, into a folder or an archive."""
    book = load_plan(root)
    plan = as_it_stood(book, then) if moment(book, then, "--as-of") else book
    try:
        from ogp_cli.export.package import files  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise missing(error) from error
    if output.suffix == ".zip":
        write(output, _archive(files(plan), plan.day or _EPOCH))
    else:
        write_tree(output, files(plan), LISTED)
    warn_of_unread(plan)


def _archive(files: Mapping[str, bytes], day: dt.date) -> bytes:
    """Return an archive of files, every one dated by the book."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            part = zipfile.ZipInfo(name, (max(day, _EPOCH).timetuple()[:6]))
            part.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(part, files[name])
    return file.getvalue()
